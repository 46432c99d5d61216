"""Who sits where on a day."""

from datetime import timedelta

import pytest

from recruit.models.groups import GroupKind, Membership
from recruit.models.states import TermState
from recruit.queries.pairs import days_empty, empty_in_all, experienced_on, pairs_on, seats_in_all
from tests.makers import TODAY, a_candidate, a_group, a_programme, a_term, kept

LONG, SHORT = timedelta(days=200), timedelta(days=20)


@pytest.fixture
def group(programme):
    return a_group(programme)


def test_a_pair_is_the_terms_of_a_workstream_on_a_day(group):
    first, second = a_candidate(name="Ada"), a_candidate(name="Grace")
    a_term(first, group.seats[0], starts_on=TODAY - LONG)
    a_term(second, group.seats[1], starts_on=TODAY - SHORT)

    (pair,) = pairs_on(TODAY)

    assert [(seat.name, seat.kind) for seat in pair.seats] == [("Ada", "experienced"), ("Grace", "new")]


@pytest.mark.parametrize(
    ("days", "kinds"),
    [(-21, ["empty", "empty"]), (-20, ["new", "empty"]), (9, ["new", "empty"]), (10, ["empty", "empty"])],
)
def test_the_last_day_of_a_term_is_the_first_one_not_served(group, days, kinds):
    a_term(a_candidate(), group.seats[0], starts_on=TODAY - SHORT, ends_on=TODAY + timedelta(days=10))

    (pair,) = pairs_on(TODAY + timedelta(days=days))

    assert pair.kinds == kinds


def test_an_ended_term_leaves_its_seat_empty_before_its_day(group):
    a_term(a_candidate(), group.seats[0], state=TermState.ENDED)

    pairs = pairs_on(TODAY)

    assert (seats_in_all(pairs), empty_in_all(pairs)) == (2, 2)


def test_whoever_is_on_a_break_keeps_the_seat(group):
    a_term(a_candidate(name="Ada"), group.seats[0], state=TermState.ON_A_BREAK)

    assert [seat.name for seat in pairs_on(TODAY)[0].people] == ["Ada"]


def test_only_workstreams_of_the_programme_have_pairs(programme, group):
    a_group(programme, kind=GroupKind.ADVISORY_GROUP)
    a_group(a_programme(name="Another"))

    assert [pair.group_id for pair in pairs_on(TODAY, programme_id=programme.id)] == [group.id]


def test_a_finished_term_makes_somebody_experienced(group):
    candidate = a_candidate()
    a_term(
        candidate,
        group.seats[0],
        state=TermState.ENDED,
        starts_on=TODAY - LONG,
        ends_on=TODAY - timedelta(days=190),
    )

    assert experienced_on(TODAY, [candidate.id]) == {candidate.id}


def test_a_term_that_ended_before_it_began_makes_nobody_experienced(group):
    candidate = a_candidate()
    never = TODAY - timedelta(days=10)
    a_term(candidate, group.seats[0], state=TermState.ENDED, starts_on=never, ends_on=never)

    assert experienced_on(TODAY, [candidate.id]) == set()


@pytest.mark.parametrize(
    ("kind", "joined_ago", "is_experienced"),
    [
        (GroupKind.ADVISORY_GROUP, LONG, True),
        (GroupKind.ADVISORY_GROUP, SHORT, False),
        (GroupKind.FORUM, LONG, False),
    ],
)
def test_half_a_year_in_the_advisory_group_makes_somebody_experienced(
    programme, kind, joined_ago, is_experienced
):
    candidate = a_candidate()
    kept(Membership(group=a_group(programme, kind=kind), candidate=candidate, joined_on=TODAY - joined_ago))

    assert bool(experienced_on(TODAY, [candidate.id])) is is_experienced


def test_an_empty_seat_knows_since_when(group):
    a_term(a_candidate(), group.seats[0], state=TermState.ENDED, ends_on=TODAY - timedelta(days=12))

    assert days_empty([seat.id for seat in group.seats], TODAY) == {group.seats[0].id: 12}


def test_the_seats_cost_as_many_statements_for_three_workstreams_as_for_one(programme, group, statements):
    one = statements(lambda: pairs_on(TODAY))
    for name in ("GP networks", "Provider networks"):
        a_term(a_candidate(), a_group(programme, name=name).seats[0])
    three = statements(lambda: pairs_on(TODAY))

    assert one == three
