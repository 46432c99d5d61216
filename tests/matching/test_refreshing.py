"""The best plan for 0, 1, 2 ... changes, against every plan there is."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from matching import PairAssigner, refresh_frontier, verify
from tests.matching.brute_force import allowed_plans, goals, tiny_problems
from tests.matching.pools import a_pool
from tests.matching.test_assigning import reached

STANDING = tiny_problems().map(lambda each: each | {"max_changes": None}).filter(allowed_plans)


@given(STANDING)
@settings(max_examples=60, deadline=None)
def test_every_point_is_the_best_for_its_changes_and_the_curve_never_falls(problem):
    points = refresh_frontier(problem)

    best = [reached(problem, point.plan) for point in points]
    assert [point.changes for point in points] == list(range(len(points)))
    for point, found in zip(points, best, strict=True):
        limited = problem | {"max_changes": point.changes}
        assert found == pytest.approx(max(goals(problem, each) for each in allowed_plans(limited)))
        assert verify(limited, point.plan) == []
    assert all(later >= tuple(each - 1e-6 for each in earlier) for earlier, later in pairwise(best))
    assert best[-1] == pytest.approx(max(goals(problem, each) for each in allowed_plans(problem)))


def a_standing_pool():
    """The best plan of a pool stands, then two people leave and the scores of others change."""
    before = a_pool(40, 5)
    standing = sorted(PairAssigner().fit(before).plan_.seatings)
    after = a_pool(40, 5, seed=9)
    return before | {
        "scores": {
            name: {
                person: (score + after["scores"][name].get(person, score)) / 2
                for person, score in row.items()
            }
            for name, row in before["scores"].items()
        },
        "forbids": [list(seating) for seating in standing[:2]],
        "incumbents": [list(seating) for seating in standing],
    }


def test_repair_only_keeps_everybody_who_can_stay():
    problem = a_standing_pool()

    repair = refresh_frontier(problem, points=1)[0].plan

    assert (len(repair.changes.removed), len(repair.changes.untenable), repair.seats_unfilled) == (0, 2, 0)
    assert len(repair.changes.added) == 2


def test_the_curve_ends_where_nothing_improves():
    problem = a_standing_pool()

    points = refresh_frontier(problem)

    values = [point.value for point in points]
    assert values == sorted(values)
    assert values[-1] > values[-2]
    assert values[-1] == pytest.approx(PairAssigner().fit(problem).value_)
    assert all(point.bound == pytest.approx(point.value) for point in points)


def test_nobody_moves_for_nothing():
    problem = {
        "people": [{"id": "a"}, {"id": "b"}],
        "workstreams": [{"id": "W1", "seats": 1}],
        "scores": {"W1": {"a": 50, "b": 50}},
        "incumbents": [["b", "W1"]],
    }

    points = refresh_frontier(problem)

    assert [sorted(point.plan.seatings) for point in points] == [[("b", "W1")]]
