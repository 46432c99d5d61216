"""What a page says when something is refused, missing, busy or broken; what was typed is kept."""

from collections import namedtuple

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm.exc import StaleDataError

from recruit import storage
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.web import errors

Said = namedtuple("Said", "status_code headers text")


@pytest.fixture
def answer(app, programme):
    """Answer for an error as it would be answered inside a post of one field."""

    def answer_for(error, **headers):
        with app.test_request_context("/x/", method="POST", data={"reason": "my words"}, headers=headers):
            app.preprocess_request()
            return errors_of(error)

    return answer_for


def errors_of(error):
    handlers = {
        Refused: errors.refused,
        StaleDataError: errors.stale,
        OperationalError: errors.busy,
    }
    response = handlers.get(type(error), errors.broken)(error)
    return Said(response.status_code, response.headers, response.get_data(as_text=True))


def test_a_refusal_says_why(answer):
    said = answer(Refused("This proposal has already been decided"))

    assert said.status_code == 409
    assert "This proposal has already been decided" in said.text


def test_a_refusal_under_htmx_is_the_part_alone(answer):
    said = answer(Refused("Not today"), **{"HX-Request": "true"})

    assert 'id="refusal"' in said.text
    assert "<html" not in said.text


def test_a_stale_edit_is_a_conflict(answer):
    assert answer(StaleDataError()).status_code == 409


def test_a_busy_database_gives_the_words_back(answer):
    said = answer(OperationalError("x", {}, Exception("database is locked")))

    assert (said.status_code, said.headers["Retry-After"]) == (503, "5")
    assert "my words" in said.text


def test_a_fault_of_ours_names_nobody(answer):
    said = answer(KeyError("ada@example.org"))

    assert said.status_code == 500
    assert "ada@example.org" not in said.text


def test_a_missing_page_is_said_kindly(client, programme):
    said = client.get("/no/such/page/")

    assert said.status_code == 404
    assert "There is nothing here" in said.text


def test_while_another_writes_for_long_the_words_come_back(app, client, programme, monkeypatch):
    if db.engine.dialect.name != "sqlite":
        return
    db.session.commit()
    monkeypatch.setattr(storage, "WAIT_SECONDS", 0.1)
    with db.engine.connect() as writer:
        writer.exec_driver_sql("UPDATE programme SET area = area")
        said = client.post("/sign-in/", data={"email": "ada@example.org"})

    assert said.status_code == 503
    assert "ada@example.org" in said.text
