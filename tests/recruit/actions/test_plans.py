"""What can happen to a plan."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from recruit.actions.plans import (
    Override,
    discard_plan,
    forbid_seat,
    lock_pair,
    override_seat,
    people_in,
    price_of_choices,
    propose_again,
    propose_plan,
    publish_plan,
    undo_choices,
)
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.models.candidates import ContactWay
from recruit.models.messages import Message
from recruit.models.plans import ChoiceKind
from recruit.models.states import OfferState, PlanState, Stage
from recruit.queries.plans import plan_of
from tests.makers import NOW, TODAY, a_candidacy, a_candidate, a_group, a_role, a_term, an_organisation

STARTS = TODAY + timedelta(days=30)
REASON = "Knows the people in this group."


@pytest.fixture
def group(programme):
    return a_group(programme, meetings=5)


@pytest.fixture
def people(group):
    """Three who could sit there: the first two are proposed."""
    role = a_role(group, skills=["finance", "challenge"])
    return [ready(role, strength) for strength in (0.8, 0.7, 0.5)]


def ready(role, strength, **facts):
    skills = {"finance": strength, "challenge": strength}
    person = a_candidate(skills=skills, organisation=an_organisation(), email="a@example.org", **facts)
    a_candidacy(person, role, stage=Stage.CHOSEN)
    return person


@pytest.fixture
def draft(programme, coordinator, people):
    plan = propose_plan(programme, name="Spring pairs", starts_on=STARTS, by=coordinator, now=NOW)
    db.session.flush()
    return plan_of(programme, plan.id)


def override(people, group):
    return Override(group.id, people[2].id, people[0].id, REASON)


def test_a_plan_is_proposed_as_a_draft_of_which_nobody_hears(draft, group, people):
    assert set(people_in(draft.solved, group.id)) == {people[0].id, people[1].id}
    assert draft.state is PlanState.DRAFT
    assert db.session.scalars(select(Message)).all() == []


def test_a_locked_pair_stays_when_somebody_better_comes(draft, group, people, coordinator):
    lock_pair(draft, group.id, version=draft.version, by=coordinator, now=NOW)
    people[2].skills[0].strength = people[2].skills[1].strength = 1.0
    db.session.flush()

    propose_again(draft, version=draft.version, by=coordinator, now=NOW)

    assert set(people_in(draft.solved, group.id)) == {people[0].id, people[1].id}
    assert [choice.price for choice in draft.choices] == [0, 0]


def test_an_override_puts_one_in_keeps_one_out_and_keeps_its_price(draft, group, people, coordinator):
    before = draft.solved["value"]

    override_seat(draft, override(people, group), version=draft.version, by=coordinator, now=NOW)

    assert set(people_in(draft.solved, group.id)) == {people[1].id, people[2].id}
    assert {choice.kind for choice in draft.choices} == {ChoiceKind.OVERRIDE, ChoiceKind.FORBID}
    assert {choice.reason for choice in draft.choices} == {REASON}
    assert price_of_choices(draft) == pytest.approx(before - draft.solved["value"])


def test_somebody_kept_out_is_not_proposed(draft, group, people, coordinator):
    forbid_seat(draft, group.id, people[0].id, reason=REASON, version=draft.version, by=coordinator, now=NOW)

    assert people[0].id not in people_in(draft.solved, group.id)
    assert price_of_choices(draft) > 0


@pytest.mark.parametrize("how", ["forbid", "override"])
def test_a_draft_unseats_nobody(programme, coordinator, group, people, how):
    a_term(people[0], group.seats[0])
    plan = propose_plan(programme, name="Spring pairs", starts_on=STARTS, by=coordinator, now=NOW)
    db.session.flush()
    now = {"version": plan.version, "by": coordinator, "now": NOW}
    change = {
        "forbid": lambda: forbid_seat(plan, group.id, people[0].id, reason=REASON, **now),
        "override": lambda: override_seat(plan, override(people, group), **now),
    }[how]

    with pytest.raises(Refused, match="changed by a refresh"):
        change()


def test_undoing_brings_the_best_plan_back(draft, group, people, coordinator):
    before = draft.solved["value"]
    override_seat(draft, override(people, group), version=draft.version, by=coordinator, now=NOW)

    undo_choices(draft, group.id, version=draft.version, by=coordinator, now=NOW)

    assert (draft.choices, draft.solved["value"]) == ([], pytest.approx(before))


def test_an_override_may_ask_more_of_somebody_than_they_offered(programme, coordinator, group, people):
    other = a_group(programme, name="GP networks", meetings=0)
    a_role(other, skills=["finance"])
    draft = propose_plan(programme, name="Spring pairs", starts_on=STARTS, by=coordinator, now=NOW)
    db.session.flush()

    for place in (group, other):
        wanted = Override(place.id, people[0].id, None, REASON)
        override_seat(draft, wanted, version=draft.version, by=coordinator, now=NOW)

    assert people[0].id in people_in(draft.solved, group.id)
    assert people[0].id in people_in(draft.solved, other.id)


def test_a_choice_that_no_plan_can_keep_is_refused(draft, group, people, coordinator):
    people[2].nominated_by = people[1].nominated_by
    lock_pair(draft, group.id, version=draft.version, by=coordinator, now=NOW)

    with pytest.raises(Refused, match="No plan can keep"):
        override_seat(draft, override(people, group), version=draft.version, by=coordinator, now=NOW)


@pytest.mark.parametrize("verb", [propose_again, discard_plan])
def test_whoever_looks_at_an_old_draft_is_refused(draft, coordinator, verb):
    with pytest.raises(Refused, match="Somebody changed this plan"):
        verb(draft, version=draft.version + 1, by=coordinator, now=NOW)


def test_publishing_asks_each_new_person_once(draft, people, coordinator):
    offers = publish_plan(draft, version=draft.version, by=coordinator, today=TODAY, now=NOW)

    assert {offer.candidate_id for offer in offers} == {people[0].id, people[1].id}
    assert {offer.state for offer in offers} == {OfferState.OPEN}
    assert {offer.lapses_at - NOW for offer in offers} == {timedelta(days=14)}
    assert db.session.scalars(select(Message.kind)).all() == ["offer_made", "offer_made"]


def test_somebody_who_is_written_to_by_post_has_three_weeks(draft, people, coordinator):
    for person in people:
        person.contact_way, person.post_address = ContactWay.POST, "1 High Road, Harrow"

    offers = publish_plan(draft, version=draft.version, by=coordinator, today=TODAY, now=NOW)

    assert {offer.lapses_at - NOW for offer in offers} == {timedelta(days=21)}


def test_the_terms_of_a_pair_end_half_a_year_apart(draft, coordinator):
    offers = publish_plan(draft, version=draft.version, by=coordinator, today=TODAY, now=NOW)

    first, second = sorted(offer.ends_on for offer in offers)
    assert (second.year - first.year) * 12 + second.month - first.month == 6


def test_whoever_sits_there_already_is_not_asked_again(programme, coordinator, group, people):
    a_term(people[0], group.seats[0])
    plan = propose_plan(programme, name="Spring pairs", starts_on=STARTS, by=coordinator, now=NOW)
    db.session.flush()

    offers = publish_plan(plan, version=plan.version, by=coordinator, today=TODAY, now=NOW)

    assert [(offer.candidate_id, offer.seat_id) for offer in offers] == [(people[1].id, group.seats[1].id)]


def test_a_plan_is_published_once(draft, coordinator):
    publish_plan(draft, version=draft.version, by=coordinator, today=TODAY, now=NOW)
    db.session.flush()

    with pytest.raises(Refused, match="no draft any more"):
        publish_plan(draft, version=draft.version, by=coordinator, today=TODAY, now=NOW)


def test_a_draft_that_is_no_longer_true_is_not_published(draft, people, coordinator):
    people[0].about_done_at = None
    db.session.flush()

    with pytest.raises(Refused, match="Something has changed"):
        publish_plan(draft, version=draft.version, by=coordinator, today=TODAY, now=NOW)


def test_a_plan_that_asks_nobody_has_nothing_to_publish(programme, coordinator):
    plan = propose_plan(programme, name="Nobody", starts_on=STARTS, by=coordinator, now=NOW)
    db.session.flush()

    with pytest.raises(Refused, match="nothing to publish"):
        publish_plan(plan, version=plan.version, by=coordinator, today=TODAY, now=NOW)


def test_ids_in_a_plan_are_those_of_rows(draft, group):
    assert [UUID(each["workstream"]) for each in draft.solved["assignments"]] == [group.id]
