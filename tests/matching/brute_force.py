"""Small problems drawn at random, and every plan they have, tried one by one with rules written a second time."""

from itertools import combinations, product

from hypothesis import strategies as st

TAGS = ("skills:finance", "lived:diabetes", "experienced")
SLOTS = ("mon", "tue", "wed")
GROUPS = ("area:Brent", "area:Hounslow")


def eligible(problem, person, workstream):
    key = [person["id"], workstream["id"]]
    slots = set(workstream["slots"])
    there = len(slots & set(person["slots"]))
    return (
        person["id"] in problem["scores"].get(workstream["id"], {})
        and set(workstream["must_have"]) <= set(person["tags"])
        and (not slots or there / len(slots) >= workstream["min_attendance"])
        and (person["hours"] is None or workstream["hours"] <= person["hours"])
        and key not in problem["interests"]
        and key not in problem["forbids"]
    )


def together(problem, one, other):
    apart = [[one["id"], other["id"]], [other["id"], one["id"]]]
    same = one["organisation"] is not None and one["organisation"] == other["organisation"]
    return not same and not any(pair in apart for pair in problem["conflicts"])


def bearable(problem, person, workstreams):
    hours = sum(workstream["hours"] for workstream in workstreams)
    clash = any(set(one["slots"]) & set(other["slots"]) for one, other in combinations(workstreams, 2))
    enough = person["hours"] is None or hours <= person["hours"]
    return len(workstreams) <= person["max_workstreams"] and enough and not clash


def plans(problem):
    """Every plan that keeps the rules, pins and incumbents aside, as a tuple of tuples of people."""
    choices = []
    for workstream in problem["workstreams"]:
        able = [person for person in problem["people"] if eligible(problem, person, workstream)]
        sets = [each for size in range(workstream["seats"] + 1) for each in combinations(able, size)]
        choices.append([s for s in sets if all(together(problem, a, b) for a, b in combinations(s, 2))])
    for plan in product(*choices):
        held = {person["id"]: [] for person in problem["people"]}
        for workstream, members in zip(problem["workstreams"], plan, strict=True):
            for person in members:
                held[person["id"]].append(workstream)
        if all(bearable(problem, person, held[person["id"]]) for person in problem["people"]):
            yield plan


def seatings(problem, plan):
    return {
        (person["id"], workstream["id"])
        for workstream, members in zip(problem["workstreams"], plan, strict=True)
        for person in members
    }


def own_value(problem, workstream, members):
    tags = {tag for person in members for tag in person["tags"]}
    slots = {slot for person in members for slot in person["slots"]}
    return (
        sum(problem["scores"][workstream["id"]][person["id"]] for person in members)
        + sum(weight for tag, weight in workstream["wants"].items() if tag in tags)
        + workstream["slot_value"] * len(slots & set(workstream["slots"]))
    )


def goals(problem, plan):
    """Seats, nobody alone, the worst workstream where it is asked for, the value: greater is better."""
    rows = list(zip(problem["workstreams"], plan, strict=True))
    chosen = {person["id"]: person for members in plan for person in members}.values()
    lacking = sum(
        max(0, wanted - sum(group in person["groups"] for person in chosen))
        for group, wanted in problem["targets"].items()
    )
    served = [
        own_value(problem, workstream, members)
        for workstream, members in rows
        if any(eligible(problem, person, workstream) for person in problem["people"])
    ]
    worst = min(served, default=0.0) if problem["objective"] == "worst_first" else 0.0
    value = sum(own_value(problem, *row) for row in rows) - problem["target_weight"] * lacking
    return (sum(map(len, plan)), -sum(len(members) == 1 for members in plan), worst, value)


def allowed_plans(problem):
    """Plans that keep pins, and no more changes than allowed."""
    pins = {tuple(pin) for pin in problem["pins"]}
    found = [plan for plan in plans(problem) if pins <= seatings(problem, plan)]
    possible = set().union(*(seatings(problem, plan) for plan in found))
    tenable = {tuple(each) for each in problem["incumbents"]} & possible
    kept = [len(tenable & seatings(problem, plan)) for plan in found]
    allowed = problem["max_changes"]
    least = 0 if allowed is None else max(kept, default=0) - allowed
    return [plan for plan, stay in zip(found, kept, strict=True) if stay >= least]


def some_of(values):
    return st.lists(st.sampled_from(values), unique=True)


@st.composite
def tiny_problems(draw, most_people=5, most_workstreams=2):
    """At most five people and two workstreams, with every kind of rule now and then."""
    people = [f"p{number}" for number in range(draw(st.integers(0, most_people)))]
    workstreams = [f"W{number}" for number in range(draw(st.integers(0, most_workstreams)))]
    points = st.integers(0, 40).map(lambda quarter: quarter / 4)
    couples = [[one, other] for one in people for other in people if one < other]
    places = [[person, workstream] for person in people for workstream in workstreams]
    return {
        "format": "alongside-problem/1",
        "objective": draw(st.sampled_from(["total", "total", "worst_first"])),
        "people": [
            {
                "id": person,
                "organisation": draw(st.sampled_from([None, "A", "B"])),
                "max_workstreams": draw(st.integers(0, 2)),
                "hours": draw(st.sampled_from([None, 0, 4, 8])),
                "tags": draw(some_of(TAGS)),
                "groups": draw(some_of(GROUPS)),
                "slots": draw(some_of(SLOTS)),
            }
            for person in people
        ],
        "workstreams": [
            {
                "id": workstream,
                "seats": draw(st.integers(0, 3)),
                "hours": draw(st.sampled_from([0, 0, 4])),
                "slots": draw(some_of(SLOTS)),
                "min_attendance": draw(st.sampled_from([0, 0, 0.5, 1])),
                "slot_value": draw(st.sampled_from([0, 1.5])),
                "must_have": draw(st.sampled_from([[], [], ["experienced"]])),
                "wants": draw(st.dictionaries(st.sampled_from(TAGS), points)),
            }
            for workstream in workstreams
        ],
        "scores": {
            workstream: {person: draw(points) for person in people if draw(st.integers(0, 5))}
            for workstream in workstreams
        },
        "conflicts": draw(st.lists(st.sampled_from(couples), max_size=2)) if couples else [],
        "interests": draw(st.lists(st.sampled_from(places), max_size=1)) if places else [],
        "forbids": draw(st.lists(st.sampled_from(places), max_size=1)) if places else [],
        "pins": draw(st.lists(st.sampled_from(places), max_size=1)) if places else [],
        "targets": draw(st.dictionaries(st.sampled_from(GROUPS), st.integers(0, 3))),
        "target_weight": draw(points),
        "incumbents": draw(st.lists(st.sampled_from(places), max_size=3, unique_by=tuple)) if places else [],
        "max_changes": draw(st.sampled_from([None, 0, 1])),
    }
