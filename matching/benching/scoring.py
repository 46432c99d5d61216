"""How fast people are scored for roles."""

from collections.abc import Iterator
from random import Random
from time import perf_counter, process_time
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from ..gaps import Target
from ..newcomers import explain_newcomer, roles_for_newcomers
from ..pool_scoring import PoolScorer
from ..records import PERSPECTIVES, REACH, Lived, LivedAsked, Person, Role
from .figures import Figure, in_own_process, timed

SKILLS = [f"skill{each}" for each in range(20)]
CONDITIONS = [f"condition{each}" for each in range(25)]
COMMUNITIES = [f"community{each}" for each in range(20)]
MEETINGS = [
    f"2027-{month:02}-{day:02}T{hour}"
    for month in range(1, 7)
    for day in (5, 12, 19, 26)
    for hour in (10, 14, 18)
]
AREAS = [f"area:{each}" for each in range(12)]
PERSPECTIVES_ASKED = (("self",), ("carer_family",), ("self", "carer_family"), PERSPECTIVES)


def made_roles(count: int, *, seed: int = 1) -> list[Role]:
    """Roles that ask for every one of the five scores."""
    draw = Random(seed)
    return [
        Role(
            skills={each: draw.randint(1, 3) for each in draw.sample(SKILLS, 4)},
            lived={
                each: LivedAsked(draw.randint(1, 3), draw.choice(PERSPECTIVES_ASKED))
                for each in draw.sample(CONDITIONS, 2)
            },
            communities={each: draw.randint(1, 3) for each in draw.sample(COMMUNITIES, 2)},
            breadth=draw.choice((0, 1)),
            essential=(f"skills:{draw.choice(SKILLS)}",) if draw.random() < 0.3 else (),
            hours=draw.choice((4, 8, 12)),
            meetings=tuple(draw.sample(MEETINGS, 6)),
            targets={
                each: Target(draw.randint(1, 4), 0, draw.randint(1, 3)) for each in draw.sample(AREAS, 3)
            },
            text=("Able to read a budget", "Asks hard questions about a contract"),
        )
        for _ in range(count)
    ]


def made_people(count: int, *, seed: int = 2) -> Iterator[Person]:
    """A stream of people; one answer in twelve is not known."""
    draw = Random(seed)

    def told(answer: Any) -> Any:
        return None if draw.random() < 1 / 12 else answer

    for number in range(count):
        yield Person(
            id=f"p{number}",
            about_done=True,
            skills=told({each: draw.choice((0.5, 0.8, 1.0)) for each in draw.sample(SKILLS, 5)}),
            lived=told(
                tuple(
                    Lived(each, draw.choice(PERSPECTIVES), draw.choice((0.5, 0.8, 1.0)))
                    for each in draw.sample(CONDITIONS, 2)
                )
            ),
            communities=told({each: draw.choice(list(REACH)) for each in draw.sample(COMMUNITIES, 3)}),
            hours=told(draw.choice((3.0, 8.0, 12.0, 16.0, 20.0))),
            meetings=told(tuple(draw.sample(MEETINGS, 40))),
            groups=told((draw.choice(AREAS),)),
            evidence=("I kept the budget of a choir for years", "I ask hard questions about a contract"),
        )


def small() -> Iterator[Figure]:
    """A smaller pool, and one newcomer beside 1,000 roles."""
    rate, _, multiple, _ = pairs_a_second(5_000, 200)
    yield Figure("scoring 5,000 x 200, best 200 kept", rate / 1e6, "million pairs/s", note=_beside(multiple))
    yield newcomer()


def large() -> Iterator[Figure]:
    """The whole bar in a process of its own."""
    (rate, wall, multiple, read), peak = in_own_process(pairs_a_second, 100_000, 1_000)
    name = "scoring 100,000 x 1,000, best 200 kept, one core"
    note = f"{_beside(multiple)}; {wall / 1e6:.1f} million by the wall clock; people read in {read:.1f} s"
    yield Figure(name, rate / 1e6, "million pairs/s of CPU time", ">= 25", rate >= 25e6, note=note)
    yield Figure(f"{name}: memory", peak, "MB", "< 500", peak < 500)


def pairs_a_second(people: int, roles: int) -> tuple[float, float, float, float]:
    """Pairs a second of CPU and of wall time, times the bytes a pair of a plain copy, seconds of reading."""
    with threadpool_limits(1):
        began = process_time()
        scorer = PoolScorer(made_roles(roles)).fit(made_people(people))
        read = process_time() - began
        wall, began = perf_counter(), process_time()
        scorer.best_without_text()
        seconds, wall = process_time() - began, perf_counter() - wall
        pairs = people * roles
        return pairs / seconds, pairs / wall, seconds / copy_seconds(4 * pairs), read


def copy_seconds(size: int) -> float:
    """CPU seconds of copying so many bytes, measured on 32 MB, further than any cache reaches."""
    source = np.ones(32_000_000, dtype=np.uint8)
    target = np.empty_like(source)
    np.copyto(target, source)
    began = process_time()
    for _ in range(8):
        np.copyto(target, source)
    return (process_time() - began) / 8 / len(source) * size


def newcomer() -> Figure:
    """One new candidate beside 1,000 workstreams, explained."""
    table = roles_for_newcomers({f"W{place}": role for place, role in enumerate(made_roles(1_000))})
    person = next(made_people(1, seed=3))
    with threadpool_limits(1):
        run = timed(lambda: explain_newcomer(table, person), runs=9)
        began = process_time()
        explain_newcomer(table, person)
        busy = 1e3 * (process_time() - began)
    spread = (1e3 * run.fastest, 1e3 * run.slowest)
    name = "one new candidate against 1,000 workstreams, explained"
    return Figure(
        name, 1e3 * run.median, "ms", "< 20", run.median < 0.02, spread, f"{busy:.1f} ms of CPU time"
    )


def _beside(multiple: float) -> str:
    return f"{multiple:.1f} x the time to copy one matrix of all totals (4 bytes a pair)"
