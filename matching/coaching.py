"""What cannot be met, by how much, the least change that would mend it, and whom to look for."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from .assigning import PairAssigner
from .loading import load_problem
from .loosening import Loosening, loosenings
from .plan import Pairing, Plan
from .problem import Person, Problem, Workstream
from .reading import BadInput
from .rules import ROOM


@dataclass(frozen=True)
class Wanted:
    """The smallest profile that mends it: somebody of no organisation or one not met here yet.

    ``score`` is the least score, in points, of those tried that is enough; ``slots`` are meetings they can attend,
    ``hours`` what they offer.
    """

    workstream: str
    tags: tuple[str, ...]
    groups: tuple[str, ...]
    slots: tuple[str, ...]
    hours: float
    score: float

    def joined(self, problem: Problem) -> Problem:
        """The problem with one such person more, who can be seated nowhere else."""
        name = "wanted"
        while any(person.id == name for person in problem.people):
            name += "'"
        person = Person(
            name,
            hours=self.hours,
            tags=frozenset(self.tags),
            groups=frozenset(self.groups),
            slots=frozenset(self.slots),
        )
        row = dict(problem.scores.get(self.workstream, {})) | {name: self.score}
        scores = dict(problem.scores) | {self.workstream: row}
        return replace(problem, people=(*problem.people, person), scores=scores)

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return asdict(self)

    def __str__(self) -> str:
        parts = [f"for {self.workstream}", "from an organisation that does not sit there"]
        parts += [f"with {' and '.join(self.tags)}"] if self.tags else []
        parts += [f"in {' and '.join(self.groups)}"] if self.groups else []
        parts += [f"free on {', '.join(self.slots)}"] if self.slots else []
        parts += [f"with {self.hours:g} hours"] if self.hours else []
        return "One more person " + ", ".join(parts)


@dataclass(frozen=True)
class Advice:
    """One thing that cannot be met: ``kind`` is seats or target, ``subject`` its id, ``missing`` how many.

    ``loosening`` and ``wanted`` were each applied and solved again: with either alone, fewer are missing. A target
    is loosened to ``enough`` people; None where nothing tried mends it.
    """

    kind: str
    subject: str
    missing: int
    code: str
    text: str
    loosening: Loosening | None
    wanted: Wanted | None
    enough: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON, the profile also in words."""
        return asdict(self) | {"wanted_text": str(self.wanted) if self.wanted else None}


def advice(problem: Problem | Mapping[str, Any], plan: Plan, *, time_limit: float = 60.0) -> list[Advice]:
    """Every empty seat and every target missed, with what would mend it; workstreams first, then targets.

    :param plan: an answer to this very problem.
    :param time_limit: seconds for each time the problem is solved again; a promise found late is as true.
    :raises BadInput: the plan names a workstream that the problem does not have.

    >>> problem = {"people": [{"id": "a"}], "workstreams": [{"id": "W", "seats": 1, "must_have": ["experienced"]}],
    ...            "scores": {"W": {"a": 70}}}
    >>> [only] = advice(problem, PairAssigner().fit(problem).plan_)
    >>> only.missing, only.loosening.text, str(only.wanted)[:34]
    (1, 'Do without the must-have experienced', 'One more person for W, from an org')
    """
    asked = problem if isinstance(problem, Problem) else load_problem(problem)
    known = {each.id: each for each in asked.workstreams}
    for pairing in plan.assignments:
        if pairing.workstream not in known:
            raise BadInput(f"plan.assignments: {pairing.workstream} is not a workstream of the problem")
    for name in plan.shortfalls:
        if name not in asked.targets:
            raise BadInput(f"plan.shortfalls: {name} is not a target of the problem")
    assigner = PairAssigner(time_limit=time_limit)
    empty = [each for each in plan.assignments if len(each.people) < known[each.workstream].seats]
    return [
        *(_for_seats(asked, plan, each, known[each.workstream], assigner) for each in empty),
        *(_for_target(asked, plan, name, assigner) for name in sorted(plan.shortfalls)),
    ]


def _for_seats(
    problem: Problem, plan: Plan, pairing: Pairing, workstream: Workstream, assigner: PairAssigner
) -> Advice:
    def mends(changed: Problem) -> bool:
        return assigner.fit(changed).plan_.seats_unfilled < plan.seats_unfilled

    why = pairing.why_unfilled
    person = _least(workstream, groups=(), score=0.0)
    tried = loosenings(problem, workstream)
    return Advice(
        kind="seats",
        subject=workstream.id,
        missing=workstream.seats - len(pairing.people),
        code=why.code if why else "",
        text=why.text if why else "",
        loosening=next((each for each in tried if mends(each.applied(problem))), None),
        wanted=person if mends(person.joined(problem)) else None,
    )


def _for_target(problem: Problem, plan: Plan, name: str, assigner: PairAssigner) -> Advice:
    missing = plan.shortfalls[name]

    def short(changed: Problem) -> int:
        return assigner.fit(changed).plan_.shortfalls.get(name, 0)

    enough = problem.targets[name] - missing
    lowered = replace(problem, targets=dict(problem.targets) | {name: enough})
    people = _for_group(problem, plan, name)
    holders = sum(name in person.groups for person in problem.people)
    few = holders < problem.targets[name]
    return Advice(
        kind="target",
        subject=name,
        missing=missing,
        code="too_few_people" if few else "not_worth_it",
        text=f"{problem.targets[name]} are wanted, and there are only {holders}."
        if few
        else "There are enough of them, but no seat for more that would not cost more elsewhere.",
        loosening=None,
        wanted=next((each for each in people if short(each.joined(problem)) < missing), None),
        enough=enough if not short(lowered) else None,
    )


def _for_group(problem: Problem, plan: Plan, name: str) -> Iterator[Wanted]:
    """Profiles from the least demanding up, each with the scores of those who sit there now and one above."""
    seated = {each.workstream: each.people for each in plan.assignments}
    profiles = sorted((_least(each, groups=(name,), score=0.0) for each in problem.workstreams), key=_demand)
    for profile in profiles:
        theirs = problem.scores.get(profile.workstream, {})
        levels = {math.ceil(theirs[person]) for person in seated.get(profile.workstream, ())}
        for score in sorted({0, 100, *levels}):
            yield replace(profile, score=float(score))


def _least(workstream: Workstream, *, groups: tuple[str, ...], score: float) -> Wanted:
    dates = math.ceil(workstream.min_attendance * len(workstream.slots) - ROOM)
    return Wanted(
        workstream=workstream.id,
        tags=tuple(sorted(workstream.must_have)),
        groups=groups,
        slots=tuple(sorted(workstream.slots)[:dates]),
        hours=workstream.hours,
        score=score,
    )


def _demand(wanted: Wanted) -> tuple[int, int, float, str]:
    return len(wanted.tags), len(wanted.slots), wanted.hours, wanted.workstream
