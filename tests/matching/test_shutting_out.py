"""Whom a role shuts out."""

from dataclasses import replace

from hypothesis import given, settings

from matching.records import Role
from matching.shutting_out import shuts_out

from .making_people import MEETINGS, a_person, a_role, pools, roles

TUESDAY, EVENING = "2027-01-12T10", "2027-01-12T18"


def by_about(found):
    return {each.about: each for each in found}


def test_each_requirement_says_whom_it_loses_and_whom_alone():
    role = a_role(essential=("skills:finance",), hours=8.0)
    pool = [
        a_person("able", skills={"finance": 1.0}, hours=8.0),
        a_person("busy", skills={"finance": 1.0}, hours=3.0),
        a_person("both", skills={}, hours=3.0),
        a_person("silent"),
    ]

    found = shuts_out(role, pool)

    assert (found.let_in, found.shut_out, found.not_known) == (1, 2, 1)
    assert [(each.about, each.lost, each.alone, each.not_known) for each in found.losses] == [
        ("8 hours a month", 2, 1, 1),
        ("skills:finance", 1, 0, 1),
    ]


def test_a_meeting_time_says_how_many_it_loses_and_another_time_how_many_it_wins():
    early, late = (
        [a_person(f"e{n}", meetings=(TUESDAY,)) for n in range(2)],
        [a_person(f"l{n}", meetings=(EVENING,)) for n in range(5)],
    )

    found = shuts_out(Role(meetings=(TUESDAY,)), early + late, alternatives={TUESDAY: [EVENING]})

    assert found.losses[0].text == "10 am on Tuesday 12 January 2027 loses 5 people"
    assert (found.changes[0].won, found.changes[0].let_in) == (3, 5)


def test_coming_online_wins_back_those_who_said_so_and_moves_nobody_who_has_not_answered():
    pool = [a_person("away", meetings=()), a_person("silent"), a_person("here", meetings=(TUESDAY,))]

    found = shuts_out(Role(meetings=(TUESDAY,)), pool, online={TUESDAY: ["away", "silent"]})

    assert [(each.kind, each.won, each.let_in) for each in found.changes] == [("online", 1, 2)]
    assert found.not_known == 1


def test_fewer_hours_and_a_dropped_essential_are_counted_by_making_the_change():
    pool = [a_person("p1", skills={}, hours=8.0)] + [
        a_person(f"q{n}", skills={"finance": 1.0}, hours=4.0) for n in range(3)
    ]

    found = shuts_out(a_role(essential=("skills:finance",), hours=8.0), pool, hours=(5.0, 9.0))

    assert [each.text for each in found.changes] == [
        "5 hours a month: 3 more people could come in",
        "without skills:finance: 1 more person could come in",
    ]


def test_waived_essentials_shut_nobody_out():
    pool = [a_person(skills={}, waived=("skills:finance",))]

    assert shuts_out(a_role(essential=("skills:finance",)), pool).let_in == 1


@given(role=roles, pool=pools)
@settings(max_examples=80, deadline=None)
def test_every_change_wins_what_it_promises_and_everybody_is_counted_once(role, pool):
    alternatives = dict.fromkeys(role.meetings, MEETINGS)

    found = shuts_out(role, pool, alternatives=alternatives, hours=(0.0, 4.0))

    assert found.let_in + found.shut_out + found.not_known == len(pool)
    for change in found.changes:
        assert shuts_out(change.role, pool).let_in == change.let_in == found.let_in + change.won
    for loss in found.losses:
        assert 0 <= loss.alone <= loss.lost <= len(pool) - loss.not_known


@given(role=roles, pool=pools)
@settings(max_examples=40, deadline=None)
def test_ids_and_order_change_no_count(role, pool):
    renamed = [replace(person, id=f"x{place}") for place, person in enumerate(reversed(pool))]

    assert shuts_out(role, pool).to_dict() == shuts_out(role, renamed).to_dict()


def test_a_meeting_without_a_time_in_its_id_keeps_its_id():
    found = shuts_out(Role(meetings=("no clock",)), [a_person(meetings=())])

    assert found.losses[0].text == "no clock loses 1 person"
