"""The out-tray, as staff look through it."""

import pytest
from sqlalchemy import select

from recruit.extensions import db
from recruit.models.jobs import Job
from recruit.models.messages import Message
from recruit.models.states import MessageState
from recruit.web.clock import now
from tests.makers import a_programme, kept


def a_message(
    programme, way="email", state=MessageState.QUEUED, kind="call_sent", subject="Who do you know?"
):
    return kept(
        Message(
            programme_id=programme.id,
            kind=kind,
            way=way,
            to_name="Bo Lind",
            address="bo@example.org",
            subject=subject,
            body="Hello Bo, here is your link.",
            state=state,
            written_at=now(),
        )
    )


def test_the_tray_opens_at_what_waits_for_a_hand(staff, programme):
    a_message(programme, subject="An email")
    a_message(programme, way="post", subject="A letter")

    page = staff.get("/staff/messages/").text

    assert "A letter" in page
    assert "An email" not in page
    assert "On their way (1)" in page


@pytest.mark.parametrize(
    ("way", "state", "deed", "after"),
    [
        ("email", MessageState.QUEUED, "hold", MessageState.HELD),
        ("email", MessageState.HELD, "release", MessageState.QUEUED),
        ("email", MessageState.FAILED, "another-try", MessageState.QUEUED),
        ("email", MessageState.PERHAPS_SENT, "done", MessageState.SENT),
        ("phone", MessageState.QUEUED, "done", MessageState.SENT),
    ],
)
def test_a_message_is_moved_along_its_life(staff, programme, way, state, deed, after):
    message = a_message(programme, way=way, state=state)

    response = staff.post(f"/staff/messages/{message.id}/{deed}/")

    assert response.status_code == 303
    assert message.state is after


@pytest.mark.parametrize(
    ("way", "state", "deed"),
    [
        ("email", MessageState.SENT, "hold"),
        ("email", MessageState.QUEUED, "release"),
        ("email", MessageState.QUEUED, "done"),
        ("email", MessageState.QUEUED, "another-try"),
        ("email", MessageState.SENT, "another-try"),
    ],
)
def test_a_step_that_is_not_open_is_refused_in_words(staff, programme, way, state, deed):
    message = a_message(programme, way=way, state=state)

    response = staff.post(f"/staff/messages/{message.id}/{deed}/")

    assert response.status_code == 409
    assert message.state is state


def test_what_is_released_gets_work_of_its_own_once(staff, programme):
    message = a_message(programme, state=MessageState.HELD)

    for deed in ("release", "hold", "release"):
        staff.post(f"/staff/messages/{message.id}/{deed}/")

    assert len(db.session.scalars(select(Job)).all()) == 1


def test_a_link_to_sign_in_is_shown_to_nobody(staff, programme):
    message = a_message(programme, kind="sign_in_link", subject="Your link to sign in")

    page, one = staff.get("/staff/messages/?pile=waiting").text, staff.get(f"/staff/messages/{message.id}/")

    assert "Your link to sign in" not in page
    assert one.status_code == 404


@pytest.mark.parametrize("deed", ["", "hold/", "done/"])
def test_a_message_of_another_programme_is_not_found(staff, deed):
    message = a_message(a_programme(name="Another"))
    url = f"/staff/messages/{message.id}/{deed}"

    response = staff.post(url) if deed else staff.get(url)

    assert response.status_code == 404
    assert message.state is MessageState.QUEUED
