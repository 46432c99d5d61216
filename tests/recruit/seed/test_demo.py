"""The story as rows: what staff and people find when the demo opens."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from recruit.actions.vault import opened_answers
from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate, ContactWay
from recruit.models.groups import Group, GroupKind, Meeting, Membership
from recruit.models.messages import Message
from recruit.models.nominations import Nomination
from recruit.models.organisations import Organisation
from recruit.models.plans import PlanChoice
from recruit.models.refreshes import RefreshProposal
from recruit.models.roles import Call, CallAsked, RoleVersion
from recruit.models.seats import Seat, Term
from recruit.models.shortlists import ShortlistEntry
from recruit.models.states import MessageState, NominationState, ProposalState, TermState
from recruit.models.vault import SealedAnswers
from recruit.queries.demo import link_of_call_to, person_at
from recruit.queries.matches import frontier_of, planning_of, proposed_plan
from recruit.reference.personas import NOMINATING_ORGANISATION, PERSONAS, PersonaKind, persona
from recruit.seed.demo import make_demo
from recruit.seed.equality_answers import equality_answers
from recruit.seed.latecomers import FRESH_STRENGTH, NEWCOMER
from recruit.seed.population import the_population
from recruit.seed.rows.ledger import row_id
from recruit.seed.rows.people import candidate_id
from recruit.seed.rows.places import PROGRAMME
from recruit.seed.story_days import LONDON
from tests.makers import NOW, TODAY


@pytest.fixture(scope="module")
def demo(house):
    """Made once, since these tests only look."""
    with house.app_context():
        make_demo(TODAY, NOW)
        yield
        db.session.rollback()


def count(rows):
    return db.session.scalar(select(func.count()).select_from(rows.subquery()))


def serving():
    """How many sit in each workstream now."""
    seats = (
        select(Group.name, func.count(Term.id))
        .join(Seat, Seat.group_id == Group.id)
        .outerjoin(Term, (Term.seat_id == Seat.id) & (Term.state == TermState.SERVING))
        .group_by(Group.name)
    )
    return dict(db.session.execute(seats).all())


def members_of(kind):
    return (
        select(Membership.id).join(Membership.group).where(Group.kind == kind, Membership.left_on.is_(None))
    )


def test_everyone_of_the_story_can_come_in(demo):
    people = [each for each in PERSONAS if each.kind is not PersonaKind.ORGANISATION]

    found = [person_at(each.email) for each in people]

    assert (len(found), bool(link_of_call_to(NOMINATING_ORGANISATION))) == (6, True)


def test_the_call_to_the_charity_of_the_story_is_open(demo):
    asked = (
        select(Call.closes_on)
        .join(CallAsked)
        .join(Organisation)
        .where(Organisation.name == NOMINATING_ORGANISATION)
        .order_by(Call.opened_at.desc())
    )

    closes_on = db.session.scalars(asked).first()

    assert closes_on is None


def test_four_workstreams_are_full_and_informatics_has_one_partner_alone(demo):
    seated = serving()

    assert seated == {
        "Population and outcomes": 2,
        "GP networks": 2,
        "Provider networks": 2,
        "Commissioning, governance and finance": 2,
        "Informatics (information and IT)": 1,
    }


def test_today_the_advisory_group_is_fifteen_and_the_forum_a_hundred(demo):
    sizes = [count(members_of(kind)) for kind in (GroupKind.ADVISORY_GROUP, GroupKind.FORUM)]

    assert sizes == [15, 100]


def test_today_some_decisions_of_the_second_shortlist_wait(demo):
    waiting = count(select(ShortlistEntry.id).where(ShortlistEntry.decision.is_(None)))

    assert waiting == 4


def test_the_partner_of_the_story_serves_and_the_newcomer_has_not_told_about_themselves(demo):
    partner = person_at(persona("partner").email)["candidate_id"]
    newcomer = db.session.get(Candidate, candidate_id(NEWCOMER))

    terms = db.session.scalars(select(Term.state).where(Term.candidate_id == partner)).all()

    assert (terms, newcomer.about_done_at) == ([TermState.SERVING], None)


def test_nominations_that_may_be_answered_lapse_in_time_and_none_is_over(demo):
    waiting = db.session.scalars(select(Nomination).where(Nomination.state == NominationState.WAITING)).all()

    ages = sorted((NOW - each.named_at).days for each in waiting)

    assert (len(ages), max(ages) >= 21, all(each.lapses_at > NOW for each in waiting)) == (5, True, True)


def test_nothing_that_has_happened_is_later_than_now(demo):
    instants = [
        *db.session.scalars(select(Candidate.registered_at)),
        *db.session.scalars(select(Nomination.named_at)),
        *db.session.scalars(select(Candidacy.stage_since)),
        *db.session.scalars(select(Message.written_at)),
    ]

    assert max(instants) <= NOW


def test_meetings_reach_half_a_year_back_and_a_year_ahead_at_the_same_hour_in_london(demo):
    meetings = db.session.scalars(
        select(Meeting.starts_at).join(Meeting.group).where(Group.name == "GP networks")
    ).all()

    hours = {instant.astimezone(LONDON).hour for instant in meetings}

    assert hours == {14}
    assert min(meetings) < NOW - timedelta(days=165)
    assert max(meetings) > NOW + timedelta(days=350)


def test_every_role_says_everything_a_page_needs(demo):
    versions = db.session.scalars(select(RoleVersion)).all()

    empty = [
        each.title
        for each in versions
        for text in ("lead", "decides", "payment", "choosing")
        if not getattr(each, text)
    ]

    assert (len(versions), empty, {each.term_months for each in versions}) == (8, [], {24})


def test_terms_of_a_pair_end_at_least_half_a_year_apart(demo):
    ends = {}
    for group, ends_on in db.session.execute(
        select(Seat.group_id, Term.ends_on).join(Term.seat).where(Term.state == TermState.SERVING)
    ):
        ends.setdefault(group, []).append(ends_on)

    apart = [abs((pair[0] - pair[1]).days) for pair in ends.values() if len(pair) == 2]

    assert (len(apart), min(apart) >= 180) == (4, True)


def test_the_overrides_of_the_story_have_a_reason_and_a_price(demo):
    choices = db.session.scalars(select(PlanChoice)).all()

    assert [(bool(each.reason), each.price > 0) for each in choices] == [(True, True)] * 2


def test_the_two_who_asked_to_be_deleted_left_no_row(demo):
    people = count(select(Candidate.id))

    assert people == len(the_population().people) - 2


def test_equality_answers_are_sealed_and_say_what_was_said(demo):
    person = next(each for each in the_population().people if equality_answers(each))
    answers, _ = equality_answers(person)

    opened = opened_answers(db.session.get(Candidate, candidate_id(person.key)))

    assert (opened, count(select(SealedAnswers.id)) > 90) == (answers, True)


def test_only_what_must_be_rung_texted_or_posted_waits_in_the_out_tray(demo):
    ways = set(db.session.scalars(select(Message.way).where(Message.state == MessageState.QUEUED)))

    assert ways
    assert ContactWay.EMAIL not in ways


def test_staff_have_the_powers_of_their_words(demo):
    powers = {
        account.name: {str(each.power) for each in account.powers}
        for account in db.session.scalars(select(Account).options(selectinload(Account.powers)))
    }

    assert {each.name: powers[each.name] for each in PERSONAS if each.kind is PersonaKind.ACCOUNT} == {
        "Ruth Adeyemi": {"coordinator"},
        "Priyanka Bose": {"reviewer"},
        "Farida Rahmani": {"host"},
        "Owen Llewellyn": {"administrator"},
    }


def test_today_informatics_stays_alone_since_the_other_comes_from_the_same_organisation(demo):
    solved = proposed_plan(planning_of(PROGRAMME, on=TODAY))
    w5 = next(each for each in solved["assignments"] if each["workstream"] == str(row_id(Group, "W5")))

    assert w5["people"] == [str(candidate_id("C09"))]
    assert w5["why_unfilled"]["code"] == "organisation"


def test_today_one_change_would_bring_the_fresh_strength_to_the_fourth_workstream(demo):
    points = frontier_of(planning_of(PROGRAMME, on=TODAY, max_changes=None))

    w4 = next(
        each for each in points[1]["plan"]["assignments"] if each["workstream"] == str(row_id(Group, "W4"))
    )

    assert [point["changes"] for point in points[:2]] == [0, 1]
    assert points[1]["value"] > points[0]["value"] + 10
    assert str(candidate_id(FRESH_STRENGTH)) in w4["people"]


def test_today_one_refresh_was_approved_and_one_waits_for_the_seat_that_is_empty(demo):
    states = dict(
        db.session.execute(
            select(RefreshProposal.state, Group.name)
            .join(RefreshProposal.because_term)
            .join(Term.seat)
            .join(Seat.group)
        ).all()
    )

    assert states == {
        ProposalState.APPROVED: "Provider networks",
        ProposalState.OPEN: "Informatics (information and IT)",
    }


def test_every_decision_keeps_the_scores_it_was_made_on(demo):
    kept = {
        (entry.decision is None, entry.total is None) for entry in db.session.scalars(select(ShortlistEntry))
    }

    assert kept == {(True, True), (False, False)}
