"""Why a total is what it is, and what exactly would change it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from matching.explaining import explain
from matching.records import Lived, LivedAsked
from matching.scoring import RoleScorer

from .making_people import MEETINGS, a_full_role, a_person, a_role, people, pools, roles


def explained(person, role, **more):
    return explain(RoleScorer(role).fit([person]), person, **more)


def promise(explanation, kind):
    return next(change for change in explanation.counterfactuals if change.kind == kind)


@given(role=roles, person=people(), pool=pools)
@settings(max_examples=60, deadline=None)
def test_every_promise_holds_when_the_change_is_made(role, person, pool):
    scorer = RoleScorer(role).fit([person, *pool])

    explanation = explain(scorer, person)

    for change in explanation.counterfactuals:
        after = scorer.rank([change.person]).ranking[0]
        assert (after.total, after.fit, after.to_look_at) == (change.total, change.fit, change.to_look_at)
        assert change.gain is None or after.total == pytest.approx(explanation.entry.total + change.gain)


@given(role=roles, person=people())
@settings(max_examples=60, deadline=None)
def test_contributions_by_tag_add_up_to_the_total(role, person):
    explanation = explained(person, role)

    points = sum(each.points for each in explanation.contributions)

    assert points == pytest.approx(explanation.entry.total or 0, abs=1e-9)


def test_contributions_come_with_the_lines_that_speak_for_them():
    line = "I was treasurer of a choir"
    person = a_person(skills={"finance": 0.8}, evidence=(line, "I like bees"))

    explanation = explained(person, a_role(text=("Can read a budget",)))

    assert [(each.tag, each.evidence) for each in explanation.contributions] == [("skills:finance", (line,))]


def test_a_time_of_the_week_that_would_open_the_role_is_named():
    role = a_role(hours=8.0, meetings=MEETINGS)
    person = a_person(skills={"finance": 1.0}, hours=8.0, meetings=MEETINGS[2:])

    change = promise(explained(person, role), "meetings")

    assert (change.about, change.fit, change.opens) == ("Tuesday mornings", "fits", True)
    assert change.text == f"Tuesday mornings would make you eligible and add {change.gain:.1f} points"


def test_the_start_of_a_meeting_may_be_told():
    person = a_person(skills={}, hours=8.0, meetings=())
    when = {"m1": datetime(2027, 1, 14, 18, 30, tzinfo=UTC)}

    change = promise(explained(person, a_role(meetings=("m1",)), when=when), "meetings")

    assert change.about == "Thursday evenings"


def test_a_skill_would_add_what_it_is_worth():
    person = a_person(skills={"finance": 0.8})

    changes = explained(person, a_role()).counterfactuals

    assert [(change.about, round(change.gain, 6)) for change in changes] == [
        ("skills:challenge", 20),
        ("skills:finance", 15),
    ]


def test_a_missing_essential_can_be_shown_or_waived():
    role = a_role(skills={"finance": 1.0}, essential=("skills:finance",))

    changes = explained(a_person(skills={}), role).counterfactuals

    assert [(change.kind, change.opens, change.to_look_at) for change in changes] == [
        ("skill", True, ()),
        ("waive", True, ()),
    ]


def test_one_hurdle_of_two_is_not_called_eligible():
    role = a_role(essential=("skills:finance",), hours=8.0)

    changes = explained(a_person(skills={}, hours=1.0), role).counterfactuals

    assert {change.opens for change in changes} == {False}
    assert promise(explained(a_person(skills={}, hours=1.0), role), "waive").text == (
        "waiving skills:finance would take one hurdle away"
    )


def test_nobody_is_told_to_fall_ill_or_to_join_a_people():
    role = a_role(skills={}, lived={"diabetes": LivedAsked()}, communities={"carers": 1.0})

    explanation = explained(a_person(lived=(), communities={}), role)

    assert explanation.counterfactuals == ()


def test_an_experience_that_is_there_can_be_backed_better():
    role = a_role(skills={}, lived={"diabetes": LivedAsked()})

    change = promise(explained(a_person(lived=(Lived("diabetes", "self", 0.5),)), role), "lived")

    assert change.gain == pytest.approx(30)


def test_what_a_person_has_left_unanswered_promises_nothing():
    explanation = explained(a_person(), a_full_role(essential=()))

    assert (explanation.contributions, explanation.counterfactuals) == ((), ())
