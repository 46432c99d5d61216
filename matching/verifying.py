"""Checks a plan against the problem as it was written, with none of the planner's own code."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from .plan import PLAN_FORMAT, STATUSES, Plan
from .problem import Problem
from .reading import BadInput, items, mapping, pair, shown, text

CLOSE = 1e-6
CODES = ("nobody_eligible", "organisation", "conflict", "load", "slots", "pinned")
KEYS = (
    "format", "status", "value", "bound", "gap", "worst", "worst_bound", "seats_unfilled", "alone", "assignments",
    "shortfalls", "changes", "seconds",
)  # fmt: skip
PARTS = (
    "workstream", "people", "value", "individual", "coverage", "covers", "uncovered", "why_unfilled", "alternates",
)  # fmt: skip


def verify(problem: Problem | Mapping[str, Any], plan: Plan | Mapping[str, Any]) -> list[str]:
    """Every rule the plan breaks and every figure in it that is wrong, one plain line each; empty if none.

    :param problem: problem/1, already accepted by :func:`matching.load_problem`.
    :param plan: plan/1.
    :raises BadInput: the plan is not of the form plan/1.
    """
    asked = problem.to_dict() if isinstance(problem, Problem) else dict(problem)
    given = plan.to_dict() if isinstance(plan, Plan) else plan
    return list(_Check(asked, _readable(given)).lines())


def _readable(plan: Any) -> dict[str, Any]:
    found = mapping(plan, "plan", known=KEYS, needed=KEYS)
    if found["format"] != PLAN_FORMAT:
        raise BadInput(f"format: must be {PLAN_FORMAT}, not {shown(found['format'])}")
    for index, entry in enumerate(items(found["assignments"], "assignments")):
        part = mapping(entry, f"assignments[{index}]", known=PARTS, needed=PARTS)
        text(part["workstream"], f"assignments[{index}].workstream")
        for person in items(part["people"], f"assignments[{index}].people"):
            text(person, f"assignments[{index}].people")
        mapping(part["covers"], f"assignments[{index}].covers")
        items(part["uncovered"], f"assignments[{index}].uncovered")
        for each in items(part["alternates"], f"assignments[{index}].alternates"):
            mapping(each, f"assignments[{index}].alternates", needed=("person", "instead_of", "price"))
    mapping(found["shortfalls"], "shortfalls")
    for name, seatings in mapping(
        found["changes"], "changes", needed=("removed", "added", "untenable")
    ).items():
        for seating in items(seatings, f"changes.{name}"):
            pair(seating, f"changes.{name}")
    return found


class _Check:
    """The written problem beside the written plan."""

    def __init__(self, problem: dict[str, Any], plan: dict[str, Any]) -> None:
        self.problem = problem
        self.plan = plan
        self.people = {person["id"]: person for person in problem["people"]}
        self.workstreams = {each["id"]: each for each in problem["workstreams"]}
        self.members = {each["workstream"]: list(each["people"]) for each in plan["assignments"]}
        self.now = {(person, name) for name, people in self.members.items() for person in people}

    def lines(self) -> Iterator[str]:
        """What is wrong; figures are only checked once every name is known."""
        unknown = list(self._unknown())
        yield from unknown
        if not unknown:
            for check in (
                self._seats,
                self._loads,
                self._pins,
                self._changes,
                self._parts,
                self._totals,
                self._proof,
            ):
                yield from check()

    def _unknown(self) -> Iterator[str]:
        listed = [each["workstream"] for each in self.plan["assignments"]]
        for name in sorted(set(listed) ^ set(self.workstreams)):
            yield f"{name}: is {'not a workstream of the problem' if name in listed else 'missing from the plan'}"
        for name in sorted({name for name in listed if listed.count(name) > 1}):
            yield f"{name}: is listed twice"
        for name, people in sorted(self.members.items()):
            for person in sorted(set(people) - set(self.people)):
                yield f"{name}: {person} is not a person of the problem"
            if len(set(people)) < len(people):
                yield f"{name}: the same person is listed twice"

    def _seats(self) -> Iterator[str]:
        for name, people in sorted(self.members.items()):
            seats = self.workstreams[name].get("seats", 2)
            if len(people) > seats:
                yield f"{name}: {len(people)} people in {seats} seats"
            for person in sorted(people):
                for reason in self._ineligible(person, name):
                    yield f"{name}: {person} {reason}"
            for one, other in combinations(sorted(people), 2):
                for reason in self._apart(one, other):
                    yield f"{name}: {one} and {other} {reason}"

    def _ineligible(self, person: str, name: str) -> Iterator[str]:
        asked, offered = self.workstreams[name], self.people[person]
        slots = set(asked.get("slots", []))
        if person not in self.problem["scores"].get(name, {}):
            yield "has no score"
        for tag in sorted(set(asked.get("must_have", [])) - set(offered.get("tags", []))):
            yield f"lacks {tag}"
        if (
            slots
            and len(slots & set(offered.get("slots", [])))
            < asked.get("min_attendance", 1) * len(slots) - 1e-9
        ):
            yield "cannot attend enough meetings"
        if offered.get("hours") is not None and asked.get("hours", 0) > offered["hours"] + 1e-9:
            yield "has too few hours"
        for rule, words in (("interests", "has declared an interest"), ("forbids", "is forbidden")):
            if (person, name) in self._seatings(rule):
                yield words

    def _apart(self, one: str, other: str) -> Iterator[str]:
        organisation = self.people[one].get("organisation")
        if organisation is not None and organisation == self.people[other].get("organisation"):
            yield "come from the same organisation"
        if {(one, other), (other, one)} & self._seatings("conflicts"):
            yield "are in conflict"

    def _seatings(self, rule: str) -> set[tuple[str, str]]:
        return {(one, other) for one, other in self.problem.get(rule, [])}

    def _overload(self, person: str, names: list[str]) -> Iterator[str]:
        offered = self.people[person]
        if len(names) > offered.get("max_workstreams", 1):
            yield f"{person}: sits in {len(names)} workstreams, {offered.get('max_workstreams', 1)} offered"
        hours = sum(self.workstreams[name].get("hours", 0) for name in names)
        if offered.get("hours") is not None and hours > offered["hours"] + 1e-9:
            yield f"{person}: gives {hours:g} hours, {offered['hours']:g} offered"
        for one, other in combinations(sorted(names), 2):
            if set(self.workstreams[one].get("slots", [])) & set(self.workstreams[other].get("slots", [])):
                yield f"{person}: {one} and {other} meet at the same time"

    def _loads(self) -> Iterator[str]:
        for person in sorted(self.people):
            yield from self._overload(
                person, [name for name, people in self.members.items() if person in people]
            )

    def _pins(self) -> Iterator[str]:
        for person, name in sorted(self._seatings("pins") - self.now):
            yield f"{name}: {person} is pinned there and missing"

    def _changes(self) -> Iterator[str]:
        standing = self._seatings("incumbents")
        tenable = {seating for seating in standing if self._tenable(*seating)}
        true = {"removed": tenable - self.now, "added": self.now - standing, "untenable": standing - tenable}
        for name, seatings in true.items():
            if {(one, other) for one, other in self.plan["changes"][name]} != seatings:
                yield f"changes.{name}: must be {sorted(seatings)}"
        allowed = self.problem.get("max_changes")
        if allowed is not None and len(tenable - self.now) > allowed:
            made = len(tenable - self.now) - (len(tenable) - self._most_kept(sorted(tenable)))
            if made > allowed:
                yield f"max_changes: {made} changes, {allowed} allowed"

    def _tenable(self, person: str, name: str) -> bool:
        stands = self._seatings("pins") | {(person, name)}
        mates = sorted(one for one, other in stands if other == name)
        held = sorted(other for one, other in stands if one == person)
        return not (
            list(self._ineligible(person, name))
            or list(self._overload(person, held))
            or len(mates) > self.workstreams[name].get("seats", 2)
            or any(list(self._apart(person, mate)) for mate in mates if mate != person)
        )

    def _most_kept(self, tenable: list[tuple[str, str]]) -> int:
        """How many incumbents the rules let stay beside the pins: a small program of its own."""
        stands = sorted(set(tenable) | self._seatings("pins"))
        rows, limits = [], []
        for limit, counts in self._limits(stands):
            rows.append(counts)
            limits.append(limit)
        pinned = np.array([float(each in self._seatings("pins")) for each in stands])
        worth = -np.array([float(each in tenable) for each in stands])
        rules = LinearConstraint(np.array(rows), -np.inf, limits) if rows else ()
        found = milp(worth, integrality=np.ones(len(stands)), bounds=Bounds(pinned, 1.0), constraints=rules)
        return round(-found.fun)

    def _limits(self, stands: list[tuple[str, str]]) -> Iterator[tuple[float, list[float]]]:
        for name, asked in self.workstreams.items():
            yield asked.get("seats", 2), [float(other == name) for _, other in stands]
        for person, offered in self.people.items():
            yield offered.get("max_workstreams", 1), [float(one == person) for one, _ in stands]
            if offered.get("hours") is not None:
                hours = [self.workstreams[other].get("hours", 0) * (one == person) for one, other in stands]
                yield offered["hours"] + 1e-9, hours
        for one, other in combinations(stands, 2):
            same = one[1] == other[1] and list(self._apart(one[0], other[0]))
            meet = set(self.workstreams[one[1]].get("slots", [])) & set(
                self.workstreams[other[1]].get("slots", [])
            )
            if same or (one[0] == other[0] and meet):
                yield 1, [float(each in (one, other)) for each in stands]

    def _parts(self) -> Iterator[str]:
        for part in self.plan["assignments"]:
            name, people = part["workstream"], part["people"]
            asked = self.workstreams[name]
            individual = sum(self.problem["scores"].get(name, {}).get(person, 0) for person in people)
            holders = {
                tag: sorted(p for p in people if tag in self._of(p, "tags")) for tag in asked.get("wants", {})
            }
            covers = {tag: held for tag, held in holders.items() if held}
            yield from _differs(f"{name}.individual", part["individual"], individual)
            yield from _differs(f"{name}.coverage", part["coverage"], self._own(name) - individual)
            yield from _differs(f"{name}.value", part["value"], self._own(name))
            if {tag: sorted(held) for tag, held in part["covers"].items()} != covers:
                yield f"{name}.covers: must be {covers}"
            if sorted(part["uncovered"]) != sorted(set(holders) - set(covers)):
                yield f"{name}.uncovered: must be {sorted(set(holders) - set(covers))}"
            yield from self._reasons(part)

    def _reasons(self, part: dict[str, Any]) -> Iterator[str]:
        name, why = part["workstream"], part["why_unfilled"]
        if (why is None) != (len(part["people"]) >= self.workstreams[name].get("seats", 2)):
            yield f"{name}.why_unfilled: must be {'given' if why is None else 'null'}"
        elif why is not None and (not isinstance(why, Mapping) or why.get("code") not in CODES):
            yield f"{name}.why_unfilled: has no known code"
        for each in part["alternates"]:
            if each["person"] not in self.people or each["person"] in part["people"]:
                yield f"{name}.alternates: {each['person']} is no alternate"
            elif list(self._ineligible(each["person"], name)):
                yield f"{name}.alternates: {each['person']} is not eligible"
            if each["instead_of"] is not None and each["instead_of"] not in part["people"]:
                yield f"{name}.alternates: {each['instead_of']} does not sit there"

    def _of(self, person: str, field: str) -> list[str]:
        return self.people[person].get(field, [])

    def _own(self, name: str) -> float:
        asked, people = self.workstreams[name], self.members[name]
        tags = {tag for person in people for tag in self._of(person, "tags")}
        slots = {slot for person in people for slot in self._of(person, "slots")}
        scores = self.problem["scores"].get(name, {})
        return (
            sum(scores.get(person, 0) for person in people)
            + sum(weight for tag, weight in asked.get("wants", {}).items() if tag in tags)
            + asked.get("slot_value", 0) * len(set(asked.get("slots", [])) & slots)
        )

    def _totals(self) -> Iterator[str]:
        plan = self.plan
        chosen = {person for person, _ in self.now}
        counts = {g: sum(g in self._of(p, "groups") for p in chosen) for g in self.problem.get("targets", {})}
        short = {
            g: least - counts[g] for g, least in self.problem.get("targets", {}).items() if least > counts[g]
        }
        weight = self.problem.get("target_weight", 1)
        own = {name: self._own(name) for name in self.members}
        yield from _differs("value", plan["value"], sum(own.values()) - weight * sum(short.values()))
        if {name: lack for name, lack in plan["shortfalls"].items() if lack} != short:
            yield f"shortfalls: must be {short}"
        empty = sum(each.get("seats", 2) for each in self.workstreams.values()) - len(self.now)
        if plan["seats_unfilled"] != empty:
            yield f"seats_unfilled: must be {empty}"
        alone = sorted(name for name, people in self.members.items() if len(people) == 1)
        if sorted(plan["alone"]) != alone:
            yield f"alone: must be {alone}"
        served = [own[n] for n in own if any(not list(self._ineligible(p, n)) for p in self.people)]
        if served or plan["worst"] is not None:
            yield from _differs("worst", plan["worst"], min(served, default=None))

    def _proof(self) -> Iterator[str]:
        plan, bound = self.plan, self.plan["bound"]
        if plan["status"] not in STATUSES:
            yield f"status: {shown(plan['status'])} is not a status"
        if bound is None:
            if plan["status"] != "heuristic" or plan["gap"] is not None:
                yield "bound: only a heuristic plan has none, and then it has no gap"
            return
        if not _number(bound) or bound < plan["value"] - CLOSE * max(1.0, abs(plan["value"])):
            yield "bound: is less than the value"
            return
        yield from _differs("gap", plan["gap"], (bound - plan["value"]) / max(1.0, abs(bound)))
        if plan["status"] == "optimal" and bound > plan["value"] + CLOSE * max(1.0, abs(bound)):
            yield "status: cannot be optimal below its bound"
        if (
            _number(plan["worst_bound"])
            and _number(plan["worst"])
            and plan["worst_bound"] < plan["worst"] - CLOSE
        ):
            yield "worst_bound: is less than the worst"


def _differs(field: str, said: Any, true: float | None) -> Iterator[str]:
    if true is None or not _number(said) or not abs(said - true) <= CLOSE * max(1.0, abs(true)):
        yield f"{field}: is {shown(said)}, must be {'null' if true is None else f'{true:g}'}"


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
