"""What the planted population must come to, whoever does the arithmetic."""

from dataclasses import replace

import pytest

from matching import PairAssigner, RoleScorer, verify
from matching.availability import share_of_meetings
from recruit.seed.cast import ONLY_ESSENTIAL, PLANTED_PAIRS, RESERVES, SUITABLE_FOR_W5, the_core
from recruit.seed.equality_answers import equality_answers
from recruit.seed.funnel import the_funnel
from recruit.seed.population import the_population
from tests.recruit.seed.arithmetic import dates_of, person_of, role_of, the_problem


@pytest.fixture(scope="module")
def plan():
    return solved(the_core())


def solved(people, **rules):
    return PairAssigner().fit(the_problem(people, **rules)).plan_


def pairs_of(plan):
    return {each.workstream: frozenset(each.people) for each in plan.assignments}


PLANTED = {workstream: frozenset(pair) for workstream, pair in PLANTED_PAIRS.items()}


def test_the_best_plan_is_the_five_planted_pairs(plan):
    pairs, status = pairs_of(plan), plan.status

    assert (pairs, status) == (PLANTED, "optimal")


def test_the_planted_pairs_keep_every_rule(plan):
    broken = verify(the_problem(the_core()), plan.to_dict())

    assert broken == []


def test_ten_sit_and_five_stand_by():
    seated = [key for pair in PLANTED_PAIRS.values() for key in pair]

    assert (len(set(seated)), len(set(RESERVES) - set(seated))) == (10, 5)


@pytest.mark.parametrize("workstream", PLANTED_PAIRS)
def test_each_planted_partner_makes_three_meetings_in_five_and_the_pair_makes_all(workstream):
    dates = [meeting.id for meeting in dates_of(workstream)]
    can = [
        set(person_of(person).meetings) for person in the_core() if person.key in PLANTED_PAIRS[workstream]
    ]

    shares = [share_of_meetings(dates, each) for each in can]

    assert (min(shares) >= 0.6, set(dates) <= can[0] | can[1]) == (True, True)


@pytest.mark.parametrize("workstream", PLANTED_PAIRS)
def test_a_planted_pair_covers_every_skill_its_workstream_needs_and_has_strategic_evidence(workstream):
    needed = set(role_of(workstream).skills)
    pair = [person for person in the_core() if person.key in PLANTED_PAIRS[workstream]]

    held = set().union(*(person.skill_codes for person in pair))

    assert needed <= held
    assert {person.strategic for person in pair} & {"some", "strong"}


@pytest.mark.parametrize("workstream", PLANTED_PAIRS)
def test_a_planted_pair_differs_in_organisation_and_in_area_or_community(workstream):
    one, other = [person for person in the_core() if person.key in PLANTED_PAIRS[workstream]]

    differs = one.area != other.area or one.community_codes != other.community_codes

    assert (one.named_by != other.named_by, differs) == (True, True)


def test_only_two_people_meet_all_that_w5_wants_and_one_organisation_named_both():
    role = role_of("W5")

    suitable = [
        person
        for person in the_population().people
        if set(role.skills) <= person.skill_codes
        and set(role.lived) & person.lived_codes
        and set(role.communities) <= person.community_codes
    ]

    assert tuple(person.key for person in suitable) == SUITABLE_FOR_W5
    assert len({person.named_by for person in suitable}) == 1


def test_w5_holds_one_of_the_two_while_organisations_must_differ(plan):
    sitting = pairs_of(plan)["W5"] & set(SUITABLE_FOR_W5)

    assert len(sitting) == 1


def test_without_that_rule_the_two_sit_together_and_no_other_pair_changes():
    pairs = pairs_of(solved(the_core(), organisations_differ=False))

    assert pairs == PLANTED | {"W5": frozenset(SUITABLE_FOR_W5)}


def test_without_anybody_who_holds_what_w5_must_have_it_says_why_it_has_no_pair():
    facet, code = ONLY_ESSENTIAL.split(":")
    people = [person for person in the_core() if code not in person.skill_codes]

    pairing = next(each for each in solved(people).assignments if each.workstream == "W5")

    assert (facet, pairing.people, pairing.why_unfilled.code) == ("skills", (), "nobody_eligible")


def test_a_person_who_wrote_nothing_has_the_same_score_for_the_same_tags():
    talkative = person_of(the_population().person("C01"))
    silent = type(talkative)(**(vars(talkative) | {"id": "silent", "evidence": ()}))
    scorer = RoleScorer(role_of("W1"), text_points=0).fit([talkative, silent])

    totals = [scorer.entry(person).total for person in (talkative, silent)]

    assert totals[0] == totals[1]


def test_the_five_most_skilled_do_not_have_the_hours():
    people = [person_of(person) for person in the_population().people if person.about_done is not None]
    scorer, role = RoleScorer(role_of("AG")).fit(people), role_of("AG")

    by_skill = sorted(people, key=lambda person: -(scorer.entry(person).scores["skills"] or 0))[:5]

    assert {person.hours < role.hours for person in by_skill} == {True}
    assert {"skilled without the hours" in the_population().person(each.id).flags for each in by_skill} == {
        True
    }


def test_those_next_in_line_move_nobody_of_the_planted_pairs():
    waiting = [each.person for each in the_funnel().decisions(1) if each.decision == "next in line"]
    people = [*the_core(), *map(the_population().person, waiting)]

    pairs = pairs_of(solved(people))

    assert pairs == PLANTED


def test_who_answered_what_to_the_equality_questions_changes_no_score_and_no_plan(plan):
    people = list(the_core())
    told = [(each.sex, each.age, each.ethnic_group) for each in people]
    shuffled = [
        replace(person, sex=sex, age=age, ethnic_group=group)
        for person, (sex, age, group) in zip(people, told[1:] + told[:1], strict=True)
    ]

    again = solved(shuffled)

    assert (pairs_of(again), again.value) == (pairs_of(plan), plan.value)
    assert [equality_answers(each) for each in shuffled] != [equality_answers(each) for each in people]
