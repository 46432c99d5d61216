"""Needs: a flag for whoever sets up meetings, and words behind one press that is written down."""

import pytest
from sqlalchemy import select

from recruit.actions.vault import seal_answers, seal_needs
from recruit.extensions import db
from recruit.models.accounts import Power
from recruit.models.candidacies import Candidacy
from recruit.models.events import Event
from recruit.models.states import Stage
from recruit.models.vault import BalanceUse
from recruit.queries.matches import ranked_for
from tests.makers import NOW, TODAY, a_candidacy, a_candidate, a_group, a_programme, a_role, an_account

NEEDS = {"access": ["step free"], "access_words": "A chair with arms", "money": "talk"}


@pytest.fixture
def role(programme):
    return a_role(a_group(programme), skills=["finance"])


@pytest.fixture
def somebody(role):
    person = a_candidate(name="Ada Obi")
    a_candidacy(person, role)
    seal_needs(person, NEEDS)
    db.session.commit()
    return person


def test_the_list_says_that_something_is_needed_and_not_what(staff, somebody):
    text = staff.get("/staff/needs/").text

    assert ("Ada Obi" in text, "steps" in text, "chair" in text) == (True, False, False)


def test_one_press_opens_the_words_and_is_written_down(staff, coordinator, somebody):
    text = staff.post(f"/staff/needs/{somebody.id}/").text

    event = db.session.scalars(select(Event).where(Event.what == "needs opened")).one()
    assert all(words in text for words in ("A place without steps", "chair with arms", "talk about it"))
    assert (event.subject_id, event.by_id, event.detail) == (somebody.id, coordinator.id, {})


def test_nobody_opens_the_words_of_somebody_who_withdrew(staff, somebody):
    db.session.scalars(select(Candidacy)).one().stage = Stage.WITHDRAWN

    answer = staff.post(f"/staff/needs/{somebody.id}/")

    assert answer.status_code == 404
    assert db.session.scalars(select(Event).where(Event.what == "needs opened")).all() == []


def test_a_coordinator_of_another_programme_opens_nothing(client, somebody):
    other = a_programme(name="Elsewhere")
    client.sign_in(an_account(Power.COORDINATOR, programme=other))

    assert client.post(f"/staff/needs/{somebody.id}/").status_code == 404


def test_whoever_needs_nothing_is_not_on_the_list(staff, role):
    person = a_candidate(name="Tom Lee")
    a_candidacy(person, role)
    seal_needs(person, {"access": [], "access_words": "", "money": "unpaid"})
    db.session.commit()

    assert "Tom Lee" not in staff.get("/staff/needs/").text


def test_needs_and_balance_answers_dealt_anew_change_no_score_and_no_order(role):
    people = [a_candidate(name=f"Person {place}", skills={"finance": 0.5}) for place in range(4)]
    given = [
        ({"religion": said}, need) for said, need in zip("abcd", ("no", "yes", "talk", "unpaid"), strict=True)
    ]

    def ranked(dealt):
        for person, (answers, money) in zip(people, dealt, strict=True):
            seal_answers(person, answers, BalanceUse.COUNT_AND_BALANCE)
            seal_needs(person, {"money": money})
        found = ranked_for(role.versions[-1], [each.id for each in people], today=TODAY, now=NOW)
        return [(key, entry.total) for key, entry in found.entries.items()]

    assert ranked(given) == ranked(given[::-1]) == ranked(given[1:] + given[:1])
