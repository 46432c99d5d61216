"""The planning problem of a programme, and what comes of it."""

from datetime import timedelta
from uuid import UUID

import pytest

from recruit.actions.vault import seal_answers
from recruit.models.candidacies import Waiver
from recruit.models.candidates import HoursBand, MeetingReply
from recruit.models.groups import GroupKind, Membership
from recruit.models.plans import ChoiceKind, PlanChoice
from recruit.models.states import Stage
from recruit.models.vault import BalanceUse
from recruit.queries.matches import frontier_of, planning_of, price_of, proposed_plan, rules_broken
from tests.makers import (
    NOW,
    TODAY,
    a_candidacy,
    a_candidate,
    a_group,
    a_programme,
    a_role,
    a_term,
    an_organisation,
    kept,
)

SOON = TODAY + timedelta(days=1)


@pytest.fixture
def group(programme):
    return a_group(programme, meetings=4)


@pytest.fixture
def role(group):
    return a_role(group, skills=["finance", "challenge"])


def ready(role, stage=Stage.CHOSEN, **facts):
    person = a_candidate(organisation=an_organisation(), **facts)
    a_candidacy(person, role, stage=stage)
    return person


def seated(solved, group):
    return {
        UUID(who)
        for each in solved["assignments"]
        if each["workstream"] == str(group.id)
        for who in each["people"]
    }


def plan(programme, **options):
    return proposed_plan(planning_of(programme.id, on=SOON, **options))


def test_the_two_who_cover_most_together_are_proposed(programme, group, role):
    money = ready(role, skills={"finance": 0.8})
    asks = ready(role, skills={"challenge": 0.8})
    ready(role, stage=Stage.NEXT_IN_LINE, skills={"finance": 0.5})

    solved = plan(programme)

    assert (seated(solved, group), solved["status"]) == ({money.id, asks.id}, "optimal")


def test_what_is_proposed_keeps_every_rule(programme, role):
    for _ in range(3):
        ready(role, skills={"finance": 0.5})
    planning = planning_of(programme.id, on=SOON)

    solved = proposed_plan(planning)

    assert rules_broken(planning, solved) == []


def test_a_spoilt_plan_is_found_out(programme, group, role):
    one, _two, other = (ready(role, skills={"finance": strength}) for strength in (0.8, 0.7, 0.5))
    planning = planning_of(programme.id, on=SOON)
    solved = proposed_plan(planning)

    solved["assignments"][0]["people"] = [str(one.id), str(other.id)]

    assert rules_broken(planning, solved)


@pytest.mark.parametrize("stage", [Stage.REGISTERED, Stage.SHORTLISTED, Stage.NOT_THIS_TIME, Stage.WITHDRAWN])
def test_only_the_chosen_and_the_next_in_line_are_planned(programme, role, stage):
    ready(role, stage=stage)

    assert planning_of(programme.id, on=SOON).people == {}


@pytest.mark.parametrize("why", ["paused", "silent", "no consent"])
def test_nobody_is_planned_who_cannot_be_asked(programme, role, why):
    person = ready(role, paused_until=SOON + timedelta(days=9) if why == "paused" else None)
    if why == "silent":
        person.about_done_at = None
    if why == "no consent":
        person.consents[0].taken_back_at = NOW

    assert planning_of(programme.id, on=SOON).people == {}


def test_two_from_one_organisation_never_sit_together(programme, group, role):
    person, colleague = ready(role), ready(role)
    colleague.nominated_by = person.nominated_by

    solved = plan(programme)

    assert (len(seated(solved, group)), solved["assignments"][0]["why_unfilled"]["code"]) == (
        1,
        "organisation",
    )


def test_whoever_sits_there_stays_even_where_another_would_be_better(programme, group, role):
    sits = ready(role, skills={}, always_free=False)
    a_term(sits, group.seats[0])
    better = [ready(role, skills={"finance": 1.0, "challenge": 1.0}) for _ in range(2)]

    solved = plan(programme)

    assert sits.id in seated(solved, group)
    assert len(seated(solved, group) & {each.id for each in better}) == 1


def test_a_missing_essential_keeps_out_until_it_is_waived_for_this_role(programme, group):
    role = a_role(group, skills=["finance"], essential=["finance"])
    other = a_role(a_group(programme, name="Other", seats=0), skills=["finance"])
    person = ready(role)
    kept(
        Waiver(candidate_id=person.id, role_profile_id=other.id, tag="skills:finance", reason="Seen", at=NOW)
    )

    before = seated(plan(programme), group)
    kept(Waiver(candidate_id=person.id, role_profile_id=role.id, tag="skills:finance", reason="Seen", at=NOW))

    assert (before, seated(plan(programme), group)) == (set(), {person.id})


def test_too_few_dates_keep_out(programme, group, role):
    person = ready(role)
    for meeting in group.meetings[:2]:
        kept(MeetingReply(candidate_id=person.id, meeting=meeting, reply="cannot"))

    planning = planning_of(programme.id, on=SOON)

    assert planning.why_not(person.id, group.id) == ["attendance"]
    assert planning.dates_of(person.id, group.id) == (2, 4)


def test_hours_given_to_another_group_count(programme, group, role):
    forum = a_group(programme, kind=GroupKind.FORUM, name="Forum", seats=0)
    a_role(forum, hours_meetings=4, hours_reading=0)
    person = ready(role, hours=HoursBand.FROM_4_TO_8)
    free = planning_of(programme.id, on=SOON).why_not(person.id, group.id)

    kept(Membership(group=forum, candidate=person, joined_on=TODAY))

    assert (free, planning_of(programme.id, on=SOON).why_not(person.id, group.id)) == ([], ["hours"])


def test_a_choice_has_its_price_and_leads_to_another_plan(programme, group, role):
    for strength in (0.8, 0.7):
        ready(role, skills={"finance": strength, "challenge": strength})
    weaker = ready(role, skills={"finance": 0.5})
    planning = planning_of(programme.id, on=SOON)
    before = proposed_plan(planning)
    choice = PlanChoice(candidate_id=weaker.id, group_id=group.id, kind=ChoiceKind.OVERRIDE)

    price = price_of(planning, [choice], before=before)

    assert weaker.id in seated(price.solved, group)
    assert price.points == pytest.approx(before["value"] - price.solved["value"])
    assert price.points > 0


def test_a_choice_that_no_plan_can_keep_has_no_price(programme, group, role):
    away = ready(role)
    for meeting in group.meetings:
        kept(MeetingReply(candidate_id=away.id, meeting=meeting, reply="cannot"))
    planning = planning_of(programme.id, on=SOON)
    choice = PlanChoice(candidate_id=away.id, group_id=group.id, kind=ChoiceKind.OVERRIDE)

    assert price_of(planning, [choice], before=proposed_plan(planning)) is None


def test_the_curve_begins_with_repair_only_and_never_falls(programme, group, role):
    a_term(ready(role, skills={}), group.seats[0])
    for _ in range(2):
        ready(role, skills={"finance": 1.0, "challenge": 1.0})

    points = frontier_of(planning_of(programme.id, on=SOON))

    values = [point["value"] for point in points]
    assert [point["changes"] for point in points] == [0, 1]
    assert values == sorted(values)
    assert points[0]["plan"]["changes"]["removed"] == []


def test_answers_from_the_vault_change_no_plan(programme, role):
    people = [ready(role, skills={"finance": 0.5 + place / 10}) for place in range(4)]
    before = planning_of(programme.id, on=SOON).problem

    for person in people:
        seal_answers(person, {"sex": "woman", "ethnic_group": person.name}, BalanceUse.COUNT_AND_BALANCE)

    assert planning_of(programme.id, on=SOON).problem == before


def test_nobody_and_no_seat_still_give_a_plan(programme):
    assert plan(programme)["assignments"] == []


def test_many_people_take_as_many_statements_as_one(counted):
    one, many = a_programme_of(1), a_programme_of(4)

    asked = [counted(planning_of, programme_id, on=SOON) for programme_id in (one, many)]

    assert asked[0] == asked[1]


def a_programme_of(people):
    """A programme with so many who are chosen."""
    programme = a_programme()
    role = a_role(a_group(programme, meetings=2), skills=["finance"])
    for _ in range(people):
        ready(role, skills={"finance": 0.5}, lived={"dementia": "self"})
    return programme.id
