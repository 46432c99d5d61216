"""Terms that end: seats that will fall empty within a time are planned for now."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from .problem import Problem, Seating
from .reading import BadInput, shown


def with_ending_terms(
    problem: Problem, last_days: Mapping[Seating, str], *, horizon: str, may_stay_on: Collection[Seating] = ()
) -> Problem:
    """The problem as it will be when every term has ended whose last day is on or before the horizon.

    Those who sit until then stand no more. Whoever may stay on can be chosen for the same seat again; the others
    cannot, and may be chosen elsewhere.

    :param last_days: for each (person, workstream) that ends, its last day as YYYY-MM-DD; who is not named stays.
    :param horizon: a day as YYYY-MM-DD.
    :raises BadInput: a day that is none, or a seating that nobody holds.

    >>> from matching import load_problem
    >>> problem = load_problem({"people": [{"id": "p1"}], "workstreams": [{"id": "W1"}], "scores": {"W1": {"p1": 70}},
    ...                         "incumbents": [["p1", "W1"]]})
    >>> sorted(with_ending_terms(problem, {("p1", "W1"): "2027-03-31"}, horizon="2027-06-30").forbids)
    [('p1', 'W1')]
    """
    until = _day(horizon, "horizon")
    for seating in last_days:
        if seating not in problem.incumbents:
            raise BadInput(f"last_days: {shown(seating[0])} does not sit in {shown(seating[1])}")
    ending = {seating for seating, day in last_days.items() if _day(day, "last_days") <= until}
    return replace(
        problem,
        incumbents=problem.incumbents - ending,
        forbids=problem.forbids | (ending - set(may_stay_on) - problem.pins),
    )


def _day(value: str, field: str) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as problem:
        raise BadInput(f"{field}: must be a day such as 2027-03-31, not {shown(value)}") from problem
