"""Looking on while a plan is sought, and ending the search."""

import pytest

from matching import PairAssigner, refresh_frontier, verify
from tests.matching.pools import a_pool


def test_whoever_looks_on_hears_each_stage_and_changes_nothing():
    problem, heard = a_pool(60, 8, seed=3), []

    watched = PairAssigner(progress=heard.append).fit(problem).plan_

    assert [each.stage for each in heard] == ["preview", "seats", "bound", "plan"]
    assert [each.seconds for each in heard] == sorted(each.seconds for each in heard)
    assert heard[-1].value == watched.value <= heard[-2].bound + 1e-6
    assert watched.to_dict() | {"seconds": 0} == PairAssigner().fit(problem).plan_.to_dict() | {"seconds": 0}


def test_whoever_says_stop_gets_the_best_plan_so_far_with_a_true_bound():
    problem = a_pool(60, 8, seed=3)

    stopped = PairAssigner(stop=lambda: True).fit(problem).plan_

    assert stopped.status == "time_limit"
    assert stopped.bound >= PairAssigner().fit(problem).value_ - 1e-6
    assert verify(problem, stopped) == []


def test_a_curve_ends_where_somebody_says_stop():
    problem = a_pool(40, 5)
    standing = sorted(PairAssigner().fit(a_pool(40, 5, seed=2)).plan_.seatings)
    eligible = {(person, name) for name, row in problem["scores"].items() for person in row}
    problem |= {"incumbents": [list(each) for each in standing if each in eligible]}
    heard = []

    points = refresh_frontier(
        problem, progress=heard.append, stop=lambda: [each.stage for each in heard].count("plan") >= 3
    )

    assert len(points) == 2 < len(refresh_frontier(problem))


@pytest.mark.parametrize("people", [1, 3])
def test_a_tiny_problem_is_watched_too(people):
    heard = []

    PairAssigner(progress=heard.append).fit(a_pool(people, 1))

    assert heard[-1].stage == "plan"
