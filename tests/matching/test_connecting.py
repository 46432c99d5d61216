"""Which communities are reached, what each person adds, and whom to ask first."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import BadInput
from matching.connecting import adds, connections, cover_order
from matching.records import REACH

COMMUNITIES = ("carers", "church", "deaf", "youth", "tamil")
KNOWN = st.dictionaries(st.sampled_from(COMMUNITIES), st.sampled_from(sorted(REACH)))
PEOPLE = st.dictionaries(st.sampled_from("abcdef"), KNOWN)


def reached(people):
    return len(COMMUNITIES) - len(connections(people, COMMUNITIES).by_nobody)


def test_a_map_says_what_is_reached_by_more_by_one_and_by_nobody():
    people = {"ann": {"carers": "active", "youth": "asks"}, "bo": {"carers": "leader", "deaf": "member"}}

    found = connections(people, ["deaf", "youth", "carers"])

    assert (found.by_more, found.by_one, found.by_nobody) == (("carers",), {"youth": "ann"}, ("deaf",))
    assert (found.only("ann"), found.only("bo")) == (("youth",), ())


@given(PEOPLE)
def test_every_community_is_counted_once(people):
    found = connections(people, COMMUNITIES)

    assert sorted([*found.by_more, *found.by_one, *found.by_nobody]) == sorted(COMMUNITIES)


@given(PEOPLE, st.data())
def test_who_leaves_takes_what_only_they_reach(people, data):
    for person in people:
        without = {name: known for name, known in people.items() if name != person}
        assert reached(people) - reached(without) == len(connections(people, COMMUNITIES).only(person))


@given(PEOPLE, KNOWN)
def test_who_joins_brings_what_was_said(people, known):
    [new] = adds(people, {"new": known}, COMMUNITIES).values()

    assert reached(people | {"new": known}) - reached(people) == len(new)


@given(PEOPLE, st.data())
def test_the_larger_the_group_the_less_a_person_adds_and_never_less_than_nothing(people, data):
    fewer = (
        {name: people[name] for name in data.draw(st.sets(st.sampled_from(sorted(people))))} if people else {}
    )
    known = data.draw(KNOWN)

    small, large = (adds(group, {"new": known}, COMMUNITIES)["new"] for group in (fewer, people))
    assert set(large) <= set(small)
    assert reached(fewer) <= reached(people)


@given(PEOPLE)
def test_the_greedy_order_keeps_its_guarantee(people):
    steps = cover_order(people, COMMUNITIES)

    assert sum(len(step.adds) for step in steps) == reached(people)
    for k in range(1, len(people) + 1):
        best = max(reached({name: people[name] for name in group}) for group in combinations(people, k))
        asked = sum(len(step.adds) for step in steps[:k])
        assert asked >= (1 - (1 - 1 / k) ** k) * best - 1e-9


@given(PEOPLE, st.randoms())
def test_the_order_of_people_changes_nothing(people, order):
    mixed = dict(order.sample(list(people.items()), len(people)))

    assert cover_order(mixed, COMMUNITIES) == cover_order(people, COMMUNITIES)


@pytest.mark.parametrize(
    ("people", "communities", "field"),
    [
        ({"a": {"carers": "friend"}}, ["carers"], r"people\.a\.carers"),
        ({"a": ["carers"]}, ["carers"], r"people\.a"),
        ([], ["carers"], "people"),
        ({}, ["carers", "carers"], "communities"),
        ({}, "carers", "communities"),
        ({}, [3], "communities"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(people, communities, field):
    with pytest.raises(BadInput, match=f"^{field}:"):
        connections(people, communities)
