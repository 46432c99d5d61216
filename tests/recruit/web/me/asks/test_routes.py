"""Each ask reaches a person, with a receipt and a day; what is wrong is read by few."""

import logging

import pytest
from sqlalchemy import select, update

from recruit.actions.asks import answer_concern, answer_second_look
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.models.accounts import Power
from recruit.models.asks import Concern, SecondLook
from recruit.models.messages import Message
from recruit.models.shortlists import Shortlist, ShortlistEntry
from recruit.models.states import Decision, Stage
from tests.makers import NOW, a_candidacy, a_group, a_role, a_term, an_account, an_account_power, kept

WORDS = "The chair shouted at me, and nobody said anything."


@pytest.fixture
def group(programme):
    return a_group(programme)


@pytest.fixture
def candidacy(group, person, coordinator):
    """A decision by the coordinator that the person may ask about."""
    role = a_role(group)
    candidacy = a_candidacy(person, role, stage=Stage.NOT_THIS_TIME)
    shortlist = kept(Shortlist(role_version=role.versions[-1], opened_at=NOW, seats=2))
    decided = {"decision": Decision.NOT_THIS_TIME, "reason": "Others know Brent better.", "decided_at": NOW}
    kept(ShortlistEntry(shortlist=shortlist, candidacy=candidacy, decided_by_id=coordinator.id, **decided))
    return candidacy


@pytest.fixture
def administrator(programme):
    return an_account(Power.ADMINISTRATOR, programme=programme, name="Owen Llewellyn")


@pytest.fixture
def administrators(app, administrator):
    return app.test_client().sign_in(administrator)


def _kinds():
    return sorted(db.session.scalars(select(Message.kind)))


def test_a_second_look_has_a_receipt_a_day_and_a_place_in_the_inbox(candidate_client, staff, candidacy):
    address = f"/me/look-again/{candidacy.id}/"
    assert "Others know Brent better." in candidate_client.get(address).text

    candidate_client.post(address, data={"words": "I lived in Brent for 40 years."})

    look = db.session.scalars(select(SecondLook)).one()
    receipt = db.session.scalars(select(Message)).one()
    assert "You hear from us by 25 January 2027" in receipt.body
    assert f"/staff/second-looks/{look.id}/" in staff.get("/staff/inbox/").text
    assert "I lived in Brent for 40 years." in staff.get(f"/staff/second-looks/{look.id}/").text


def test_a_second_look_is_asked_for_once(candidate_client, candidacy):
    address = f"/me/look-again/{candidacy.id}/"

    first, second = (candidate_client.post(address) for _ in range(2))

    assert (first.status_code, second.status_code) == (303, 409)


def test_nothing_decided_is_nothing_to_look_at_again(candidate_client, candidacy):
    candidacy.stage = Stage.SHORTLISTED

    assert candidate_client.post(f"/me/look-again/{candidacy.id}/").status_code == 409


def test_words_that_are_too_many_are_told_so(candidate_client, candidacy):
    answer = candidate_client.post(f"/me/look-again/{candidacy.id}/", data={"words": "a" * 1501})

    assert answer.status_code == 422
    assert "Use at most 1,500 letters" in answer.text


def test_a_different_person_answers(app, programme, candidate_client, staff, candidacy):
    other = app.test_client().sign_in(an_account(Power.COORDINATOR, programme=programme, name="Sam Reed"))
    candidate_client.post(f"/me/look-again/{candidacy.id}/")
    address = f"/staff/second-looks/{db.session.scalars(select(SecondLook.id)).one()}/"
    said = {"answer": "We read it again. You know Brent well, and a seat comes up in May."}

    by_who_decided = staff.post(address, data=said)
    by_another = other.post(address, data=said)

    assert (by_who_decided.status_code, by_another.status_code) == (409, 303)
    assert (
        "a seat comes up in May"
        in db.session.scalars(select(Message.body).where(Message.kind == "look_answered")).one()
    )
    assert "a seat comes up in May" in candidate_client.get("/me/").text


def test_an_empty_answer_is_told_so(staff, candidate_client, candidacy):
    candidate_client.post(f"/me/look-again/{candidacy.id}/")

    answer = staff.post(f"/staff/second-looks/{db.session.scalars(select(SecondLook.id)).one()}/")

    assert answer.status_code == 422
    assert "Say what you found" in answer.text


def _tell(client, **said):
    return client.post("/me/wrong/", data={"words": WORDS, "group": "not said"} | said)


def test_what_is_wrong_reaches_the_named_person_and_no_message_or_log_holds_it(
    candidate_client, candidacy, administrator, caplog
):
    caplog.set_level(logging.DEBUG)

    answer = _tell(candidate_client)

    concern = db.session.scalars(select(Concern)).one()
    assert answer.status_code == 303
    assert (concern.named_person_id, concern.group_id, concern.words) == (administrator.id, None, WORDS)
    assert _kinds() == ["concern_received", "concern_told"]
    assert not any("shouted" in body for body in db.session.scalars(select(Message.body)))
    assert "shouted" not in caplog.text


def test_danger_is_promised_an_answer_the_next_day(candidate_client, candidacy, administrator):
    _tell(candidate_client, hurt="y")

    told = db.session.scalars(select(Message.body).where(Message.kind == "concern_told")).one()
    assert "somebody may be hurt" in told
    assert "12 January 2027" in told


def test_coordinators_see_neither_the_words_nor_the_messages(
    candidate_client, staff, candidacy, administrator
):
    _tell(candidate_client)
    message = db.session.scalars(select(Message.id)).first()
    concern = db.session.scalars(select(Concern.id)).one()

    assert staff.get(f"/staff/messages/{message}/").status_code == 404
    assert staff.get(f"/settings/concerns/{concern}/").status_code == 404
    for address in ("/staff/inbox/", f"/staff/people/{candidacy.candidate_id}/"):
        assert "shouted" not in staff.get(address).text


def test_an_administrator_who_hosts_the_workstream_is_outside(
    app, programme, candidate_client, candidacy, group, person, administrator
):
    a_term(person, group.seats[0])
    inside = an_account(Power.ADMINISTRATOR, programme=programme, name="Abel Inside")
    an_account_power(inside, Power.HOST, programme, group=group)

    _tell(candidate_client, group=str(group.id))

    concern = db.session.scalars(select(Concern)).one()
    assert (concern.group_id, concern.named_person_id) == (group.id, administrator.id)
    client = app.test_client().sign_in(inside)
    assert client.get(f"/settings/concerns/{concern.id}/").status_code == 404
    assert "Told on" not in client.get("/settings/concerns/").text


def test_what_names_no_workstream_is_not_read_by_a_host_while_somebody_outside_can(
    app, programme, candidate_client, candidacy, group, administrator
):
    inside = an_account(Power.ADMINISTRATOR, programme=programme, name="Abel Inside")
    an_account_power(inside, Power.HOST, programme, group=group)
    _tell(candidate_client)
    address = f"/settings/concerns/{db.session.scalars(select(Concern.id)).one()}/"
    client = app.test_client().sign_in(inside)

    while_there_is = client.get(address).status_code
    administrator.closed_at = NOW
    when_there_is_nobody = client.get(address).status_code

    assert (while_there_is, when_there_is_nobody) == (404, 200)


def test_the_named_person_keeps_notes_and_answers(candidate_client, administrators, candidacy):
    _tell(candidate_client)
    address = f"/settings/concerns/{db.session.scalars(select(Concern.id)).one()}/"

    administrators.post(f"{address}notes/", data={"notes": "Spoke to the chair."})
    administrators.post(address, data={"answer": "We spoke to the chair. Shall we meet?"})

    page = candidate_client.get("/me/wrong/").text
    assert "Spoke to the chair." in administrators.get(address).text
    assert "Shall we meet?" in page
    assert "Spoke to the chair." not in page + candidate_client.get("/me/held/everything.json").text
    assert not any("Shall we meet" in body for body in db.session.scalars(select(Message.body)))


def test_it_is_answered_once(candidate_client, administrators, candidacy):
    _tell(candidate_client)
    address = f"/settings/concerns/{db.session.scalars(select(Concern.id)).one()}/"

    answers = [administrators.post(address, data={"answer": "Yes."}).status_code for _ in range(2)]

    assert answers == [303, 409]


@pytest.mark.parametrize(
    ("kind", "answered"),
    [(SecondLook, answer_second_look), (Concern, answer_concern)],
)
def test_of_two_answers_at_once_the_second_is_refused(
    candidate_client, administrator, candidacy, kind, answered
):
    candidate_client.post(f"/me/look-again/{candidacy.id}/", data={"words": "Look again."})
    _tell(candidate_client)
    asked = db.session.scalars(select(kind)).one()
    elsewhere = update(kind).values(answered_at=NOW).execution_options(synchronize_session=False)
    db.session.execute(elsewhere)

    with pytest.raises(Refused, match="answered this already"):
        answered(asked, answer="Yes.", by=administrator, now=NOW)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"words": ""}, "Tell us what is wrong, or call us"),
        ({"words": "a" * 3001}, "Use at most 3,000 letters"),
        ({"group": "another"}, "Choose a group, or"),
    ],
)
def test_a_wrong_answer_is_told_so_and_nothing_is_kept(candidate_client, candidacy, said, words):
    answer = _tell(candidate_client, **said)

    assert answer.status_code == 422
    assert words in answer.text
    assert db.session.scalars(select(Concern)).all() == []


@pytest.mark.parametrize(
    ("address", "said", "words"),
    [
        ("", {"answer": ""}, "Write an answer"),
        ("", {"answer": "a" * 3001}, "Use at most 3,000 letters"),
        ("notes/", {"notes": "a" * 5001}, "Use at most 5,000 letters"),
    ],
)
def test_a_wrong_answer_of_staff_is_told_so(
    candidate_client, administrators, candidacy, address, said, words
):
    _tell(candidate_client)
    concern = db.session.scalars(select(Concern.id)).one()

    answer = administrators.post(f"/settings/concerns/{concern}/{address}", data=said)

    assert answer.status_code == 422
    assert words in answer.text


def test_whoever_stands_for_nothing_is_asked_to_call(candidate_client):
    assert "Call 020 7946 0123" in candidate_client.get("/me/wrong/").text
