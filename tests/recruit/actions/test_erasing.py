"""Whoever is erased leaves no trace but what must stay."""

import json
from datetime import timedelta

import pytest
import sqlalchemy as sa

from recruit.actions.erasing import TAKEN_OUT, erase_candidate
from recruit.actions.offers import accept_offer
from recruit.actions.taking_part import tell
from recruit.actions.vault import seal_answers
from recruit.cli.night_shift import propose
from recruit.extensions import db
from recruit.models.accounts import Power
from recruit.models.asks import Concern, SecondLook
from recruit.models.attending import Apology, CalendarFeed
from recruit.models.candidates import Candidate, Draft, SeenBy, Statement
from recruit.models.costs import Expense, HoursSpent
from recruit.models.events import Event
from recruit.models.jobs import Job
from recruit.models.messages import Message
from recruit.models.nominations import Nomination
from recruit.models.plans import Offer, Plan
from recruit.models.seats import Term
from recruit.models.shortlists import Shortlist, ShortlistEntry
from recruit.models.states import Decision, NominationState, OfferState, PlanState, Stage
from recruit.models.vault import BalanceUse, SealedAnswers, SealedNeeds, VaultKey
from recruit.queries.register import REGISTER, Keeping, rows_of, tables_of_people
from tests.makers import (
    NOW,
    TODAY,
    a_call,
    a_candidacy,
    a_candidate,
    a_group,
    a_nomination,
    a_role,
    an_account,
    an_endorsement,
    an_organisation,
    kept,
)

NAME, EMAIL, PHONE, WORDS = (
    "Zenobia Quartermain",
    "zenobia@example.org",
    "020 7946 0777",
    "marmalade zeppelin",
)
OF_SOMEBODY = (Keeping.THEIRS, Keeping.STAYS, Keeping.SEARCHED)
LEADS_TO_A_PERSON = ("candidate", "candidacy", "nomination")
TRACES = (NAME, EMAIL, PHONE, WORDS, "zenobia", "quartermain")


@pytest.fixture
def zenobia(programme):
    """Somebody who did everything that a person can do here."""
    group = a_group(programme, meetings=2)
    role = a_role(group)
    organisation = an_organisation()
    asked = a_call(role, organisation).asked[0]
    person = a_candidate(
        name=NAME,
        email=EMAIL,
        phone=PHONE,
        post_address=f"1 {WORDS} Street",
        declared_interest=WORDS,
        skills={"finance": 0.5},
        organisation=organisation,
    )
    told = {"name": NAME, "email": EMAIL, "phone": PHONE}
    named = a_nomination(asked, **told, seen_do_well=WORDS, candidate=person)
    named.state = NominationState.ACCEPTED
    an_endorsement(named, example=WORDS)
    a_nomination(asked, **told, how_known=WORDS)
    kept(Draft(answers={"name": {"given": told}, "waits": {"given": {"for": person.id.hex}}}, touched_at=NOW))
    kept(Statement(candidate_id=person.id, field="skills_text", text=WORDS, seen_by=SeenBy.PANEL))
    seal_answers(person, {"religion": "none"}, BalanceUse.COUNT_ONLY)
    tell(person, "access", {"access": ["breaks"], "access_words": WORDS}, now=NOW)
    tell(person, "pair_wish", {"pair_wish": WORDS}, now=NOW)
    candidacy = a_candidacy(person, role, stage=Stage.CHOSEN)
    reader = an_account(Power.COORDINATOR, programme=programme)
    _decided(role, candidacy, reader)
    _asked(programme, person, candidacy, group)
    _spent(programme, person, group.meetings[0])
    accept_offer(_offered(programme, person, group), today=TODAY, now=NOW)
    _told_others(programme, reader)
    return person


def _decided(role, candidacy, reader):
    shortlist = kept(Shortlist(role_version=role.versions[-1], opened_at=NOW, seats=2))
    decided = {"decision": Decision.CHOSEN, "reason": f"{NAME}: {WORDS}", "decided_at": NOW}
    kept(ShortlistEntry(shortlist=shortlist, candidacy=candidacy, decided_by_id=reader.id, **decided))


def _asked(programme, person, candidacy, group):
    kept(SecondLook(candidacy=candidacy, words=WORDS, asked_at=NOW, promised_on=TODAY))
    told = {"words": WORDS, "notes": f"{NAME} said so", "somebody_may_be_hurt": False}
    kept(Concern(candidate=person, programme=programme, group=group, told_at=NOW, promised_on=TODAY, **told))


def _spent(programme, person, meeting):
    kept(
        HoursSpent(
            candidate_id=person.id, meeting=meeting, in_meeting=120, reading=30, travelling=40, noted_at=NOW
        )
    )
    kept(Apology(candidate_id=person.id, meeting=meeting, said_at=NOW))
    kept(CalendarFeed(candidate_id=person.id, made_at=NOW))
    claim = {"programme_id": programme.id, "candidate_id": person.id, "payee_number": person.number}
    claim |= {"what": f"Taxi for {NAME}", "spent_on": TODAY, "claimed_at": NOW}
    kept(Expense(pence=1240, paid_on=TODAY, **claim))
    kept(Expense(pence=500, **claim))


def _offered(programme, person, group):
    plan = kept(
        Plan(
            programme=programme,
            name="Spring",
            state=PlanState.PUBLISHED,
            starts_on=TODAY,
            made_at=NOW,
            solved={},
        )
    )
    lives = {"starts_on": TODAY, "ends_on": TODAY + timedelta(days=700), "made_at": NOW}
    return kept(
        Offer(
            plan=plan,
            seat=group.seats[0],
            candidate=person,
            state=OfferState.OPEN,
            lapses_at=NOW + timedelta(days=14),
            **lives,
        )
    )


def _told_others(programme, reader):
    written = {"kind": "concern_told", "way": "email", "to_name": "Sam", "address": "sam@example.org"}
    about = {"subject": f"About {NAME}", "body": f"{NAME} ({EMAIL}, {PHONE}) left. Zenobias elsewhere stay."}
    kept(
        Message(
            programme_id=programme.id,
            account_id=reader.id,
            state="queued",
            written_at=NOW,
            **written,
            **about,
        )
    )


def test_every_table_is_in_the_register():
    assert set(REGISTER) == set(db.metadata.tables)


def test_a_table_with_a_person_is_registered_as_theirs_or_searched_or_as_what_stays(app):
    of_people = {
        name
        for name, table in db.metadata.tables.items()
        if any(key.column.table.name in LEADS_TO_A_PERSON for key in table.foreign_keys)
    }

    others = {name for name in of_people if REGISTER[name] not in OF_SOMEBODY}

    assert others == set()


def test_whoever_is_erased_is_in_no_row_of_any_table(zenobia):
    assert _traces(), "the test needs something to find"
    their_id = zenobia.id

    erase_candidate(zenobia, today=TODAY, now=NOW)
    db.session.commit()

    assert [trace for trace in _traces() if "Zenobias elsewhere" not in trace[2]] == []
    assert [table.name for table in tables_of_people() if _count(table, rows_of(table, their_id))] == []


def test_what_we_wrote_to_others_stays_without_the_name(zenobia):
    erase_candidate(zenobia, today=TODAY, now=NOW)

    about = db.session.scalars(sa.select(Message).where(Message.kind == "concern_told")).one()
    assert about.subject == f"About {TAKEN_OUT}"
    assert about.body == f"{TAKEN_OUT} ({TAKEN_OUT}, {TAKEN_OUT}) left. Zenobias elsewhere stay."


def test_paid_money_stays_as_an_amount_and_a_day(zenobia):
    number = zenobia.number

    erase_candidate(zenobia, today=TODAY, now=NOW)

    left = db.session.scalars(sa.select(Expense)).all()
    assert [(each.pence, each.paid_on, each.what, each.candidate_id, each.payee_number) for each in left] == [
        (1240, TODAY, "", None, number)
    ]


def test_all_that_is_sealed_goes_with_what_opens_them(zenobia):
    erase_candidate(zenobia, today=TODAY, now=NOW)

    left = [db.session.scalars(sa.select(kind)).all() for kind in (SealedAnswers, SealedNeeds, VaultKey)]
    assert left == [[], [], []]


def test_somebody_is_asked_to_follow_and_the_work_survives_the_erasure(zenobia, programme):
    erase_candidate(zenobia, today=TODAY, now=NOW)

    asked = db.session.scalars(sa.select(Job).where(Job.kind == "propose-refresh")).one()
    db.session.commit()
    propose(**asked.payload)
    assert db.session.scalars(sa.select(Term)).all() == []


def test_the_journal_keeps_that_it_happened(zenobia):
    their_id = zenobia.id

    erase_candidate(zenobia, today=TODAY, now=NOW)

    whats = db.session.scalars(sa.select(Event.what).where(Event.subject_id == their_id)).all()
    assert "candidate erased" in whats


def test_somebody_of_the_same_name_elsewhere_keeps_everything(zenobia):
    namesake = a_candidate(name=NAME, email="another@example.org")
    named = a_nomination(
        db.session.scalars(sa.select(Nomination)).first().call_asked, name=NAME, email="another@example.org"
    )

    erase_candidate(zenobia, today=TODAY, now=NOW)

    assert db.session.get(Candidate, namesake.id).name == NAME
    assert db.session.get(Nomination, named.id).name == NAME


def _traces():
    """Where any trace is found, in every column of every table as text."""
    found = []
    for table in db.metadata.sorted_tables:
        for row in db.session.execute(sa.select(table)):
            for column, value in row._mapping.items():
                told = json.dumps(value, default=str, ensure_ascii=False).lower()
                found += [(table.name, str(column), str(value)) for each in TRACES if each.lower() in told]
    return found


def _count(table, condition):
    return db.session.scalar(sa.select(sa.func.count()).select_from(table).where(condition))
