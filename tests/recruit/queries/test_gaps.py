"""What a programme lacks, one family at a time."""

from datetime import timedelta

import pytest

from recruit.models.candidates import Link
from recruit.models.groups import GroupKind, Membership
from recruit.models.programmes import Target
from recruit.queries.gaps import Gap, held_by_those_serving, open_gaps
from tests.makers import TODAY, a_candidate, a_group, a_role, a_term, kept


@pytest.fixture
def advisory_group(programme):
    return a_group(programme, kind=GroupKind.ADVISORY_GROUP, name="Advisory group", seats=0)


def serve(group, person, days=30):
    kept(Membership(group=group, candidate=person, joined_on=TODAY - timedelta(days=days)))


def want(programme, family, code, wanted=1, weight=1):
    kept(Target(programme_id=programme.id, family=family, code=code, wanted=wanted, weight=weight))


def test_a_target_that_is_met_is_no_gap(programme, advisory_group):
    want(programme, "area", "brent")
    want(programme, "area", "harrow")
    serve(advisory_group, a_candidate(area="brent"))

    assert open_gaps(programme.id, on=TODAY) == [Gap("area", "harrow")]


def test_the_largest_gap_comes_first(programme, advisory_group):
    want(programme, "area", "harrow", wanted=1)
    want(programme, "service", "dementia", wanted=3)

    assert [gap.code for gap in open_gaps(programme.id, on=TODAY)] == ["dementia", "harrow"]


def test_belonging_to_a_community_is_not_reach_into_it(programme, advisory_group):
    serve(advisory_group, a_candidate(connections={"carers": Link.MEMBER, "irish": Link.ACTIVE}))

    held = held_by_those_serving(programme.id, on=TODAY)

    assert (held["reach", "carers"], held["reach", "irish"]) == (0, 1)


def test_half_a_year_makes_somebody_experienced(programme, advisory_group):
    serve(advisory_group, a_candidate(), days=300)
    serve(advisory_group, a_candidate(), days=20)

    held = held_by_those_serving(programme.id, on=TODAY)

    assert (held["experience", "experienced"], held["experience", "new"]) == (1, 1)


def test_an_empty_seat_asks_for_what_nobody_beside_it_brings(programme):
    group = a_group(programme)
    a_role(group, skills=["chairing", "digital_data"])
    a_term(a_candidate(skills={"chairing": 0.8}), group.seats[0])

    assert open_gaps(programme.id, on=TODAY) == [Gap("skills", "digital_data", seat_of="Informatics")]


def test_a_full_pair_asks_for_nothing(programme):
    group = a_group(programme)
    a_role(group, skills=["digital_data"])
    for seat in group.seats:
        a_term(a_candidate(), seat)

    assert open_gaps(programme.id, on=TODAY) == []
