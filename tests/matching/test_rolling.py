"""Seats that fall empty within a time are planned now."""

import pytest

from matching import BadInput, PairAssigner, load_problem, with_ending_terms

STANDING = {
    "people": [{"id": "ada"}, {"id": "ben"}, {"id": "cleo"}],
    "workstreams": [{"id": "W1"}],
    "scores": {"W1": {"ada": 70, "ben": 60, "cleo": 50}},
    "incumbents": [["ada", "W1"], ["ben", "W1"]],
    "max_changes": 0,
}
ADA = ("ada", "W1")


def seated(problem):
    return {person for person, _ in PairAssigner().fit(problem).plan_.seatings}


@pytest.mark.parametrize(
    ("horizon", "expected"), [("2027-03-30", {"ada", "ben"}), ("2027-03-31", {"ben", "cleo"})]
)
def test_a_seat_is_planned_once_its_term_ends_within_the_horizon(horizon, expected):
    problem = with_ending_terms(load_problem(STANDING), {ADA: "2027-03-31"}, horizon=horizon)

    assert seated(problem) == expected


def test_whoever_may_stay_on_is_chosen_again_when_they_are_the_best():
    problem = with_ending_terms(
        load_problem(STANDING), {ADA: "2027-03-31"}, horizon="2027-06-30", may_stay_on=[ADA]
    )

    assert problem.incumbents == {("ben", "W1")}
    assert seated(problem) == {"ada", "ben"}


@pytest.mark.parametrize(
    ("last_days", "horizon", "field"),
    [
        ({ADA: "31 March"}, "2027-06-30", "last_days"),
        ({("cleo", "W1"): "2027-03-31"}, "2027-06-30", "last_days"),
        ({ADA: "2027-03-31"}, "soon", "horizon"),
        ({ADA: None}, "2027-06-30", "last_days"),
    ],
)
def test_a_day_or_seating_that_cannot_be_is_refused_by_name(last_days, horizon, field):
    with pytest.raises(BadInput, match=f"^{field}: "):
        with_ending_terms(load_problem(STANDING), last_days, horizon=horizon)
