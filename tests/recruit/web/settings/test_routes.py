"""Who may sign in, and whether work gets done."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from recruit.extensions import db
from recruit.models.accounts import Account, Power
from recruit.models.groups import GroupKind
from recruit.models.jobs import Job
from recruit.models.states import JobState
from recruit.web.clock import now
from tests.makers import a_group, a_programme, an_account, kept

FIELDS = {"name": "Priya Bose", "email": "Priya@Example.org", "power": "reviewer", "group": ""}


@pytest.fixture
def administrator(app, programme):
    account = an_account(
        Power.ADMINISTRATOR, programme=programme, name="Owen Llewellyn", email="owen@example.org"
    )
    return app.test_client().sign_in(account)


def account_at(email):
    return db.session.scalar(select(Account).where(Account.email == email))


def a_job(state, failure=None):
    return kept(
        Job(
            key="one",
            kind="deliver-message",
            payload={"message_id": str(uuid4())},
            state=state,
            run_at=now(),
            tries=6,
            failure=failure,
        )
    )


def test_an_account_is_added_with_one_power_and_listed(administrator):
    response = administrator.post("/settings/accounts/new/", data=FIELDS)

    assert response.status_code == 303
    assert "priya@example.org" in administrator.get("/settings/").text


def test_the_same_power_twice_is_refused_in_words(administrator):
    first, second = (administrator.post("/settings/accounts/new/", data=FIELDS) for _ in range(2))

    assert (first.status_code, second.status_code) == (303, 409)
    assert "This person can do that already." in second.text


def test_a_host_needs_a_workstream(administrator, programme):
    group = a_group(programme, name="Informatics")
    a_group(programme, name="Forum", kind=GroupKind.FORUM)
    fields = FIELDS | {"power": "host"}

    without = administrator.post("/settings/accounts/new/", data=fields)
    with_one = administrator.post("/settings/accounts/new/", data=fields | {"group": str(group.id)})

    assert (without.status_code, with_one.status_code) == (422, 303)


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("name", "", "Enter their full name"),
        ("email", "nonsense", "Enter an email address, like name@example.org"),
    ],
)
def test_what_is_wrong_is_said(administrator, field, typed, words):
    response = administrator.post("/settings/accounts/new/", data=FIELDS | {field: typed})

    assert response.status_code == 422
    assert words in response.text


def test_a_closed_account_is_out_at_once(app, administrator, programme):
    coordinator = an_account(Power.COORDINATOR, programme=programme)
    client = app.test_client().sign_in(coordinator)

    administrator.post(f"/settings/accounts/{coordinator.id}/closing/")

    assert client.get("/staff/people/").status_code == 303


def test_nobody_closes_their_own_account(administrator):
    own = account_at("owen@example.org")

    response = administrator.post(f"/settings/accounts/{own.id}/closing/")

    assert response.status_code == 409
    assert own.closed_at is None


def test_an_account_of_another_programme_is_not_found(administrator):
    foreign = an_account(
        Power.COORDINATOR, programme=a_programme(name="Another"), email="foreign@example.org"
    )

    page = administrator.get("/settings/").text
    response = administrator.post(f"/settings/accounts/{foreign.id}/closing/")

    assert "foreign@example.org" not in page
    assert response.status_code == 404
    assert foreign.closed_at is None


def test_work_that_was_given_up_is_shown_and_tried_again(administrator):
    job = a_job(JobState.DEAD, failure="The mail server said no")

    page = administrator.get("/settings/").text
    administrator.post(f"/settings/work/{job.id}/another-try/")

    assert "The mail server said no" in page
    assert (job.state, job.tries) == (JobState.READY, 0)


def test_work_that_is_done_is_not_tried_again(administrator):
    job = a_job(JobState.DONE)

    response = administrator.post(f"/settings/work/{job.id}/another-try/")

    assert response.status_code == 409
    assert job.state is JobState.DONE


def test_a_coordinator_has_no_key_to_the_settings(staff):
    assert staff.get("/settings/").status_code == 404
