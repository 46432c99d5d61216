"""Chances are leximin: nobody's can rise without a lower one falling."""

from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from matching import InfeasiblePanel, Lottery
from matching.__main__ import main
from matching.compositions import Compositions
from matching.leximin import leximin
from matching.pool import kinds_of, read_targets

PERSON = st.fixed_dictionaries(
    {name: st.sampled_from("yn") for name in ("one", "two", "three")}
    | {"home": st.sampled_from(["", "", "1", "2"])}
)
TARGET = st.tuples(st.integers(0, 2), st.integers(0, 2))


@st.composite
def small_lotteries(draw):
    """Three features, so that seats that could be shared are often not seats of whole panels."""
    pool = [{"id": f"p{number}"} | draw(PERSON) for number in range(draw(st.integers(2, 7)))]
    targets = [
        {"feature": name, "value": "y", "min": least, "max": least + more}
        for name in ("one", "two", "three")
        for least, more in [draw(TARGET)]
    ]
    return pool, targets, draw(st.integers(1, 3)), draw(st.sampled_from([None, "home"]))


def possible_panels(pool, targets, size, together):
    """Every panel that meets the targets, by trying them all."""
    for panel in combinations(range(len(pool)), size):
        people = [pool[place] for place in panel]
        homes = [person[together] for person in people if together and person[together]]
        met = all(t["min"] <= sum(p[t["feature"]] == t["value"] for p in people) <= t["max"] for t in targets)
        if met and len(set(homes)) == len(homes):
            yield panel


def leximin_by_all_panels(people, panels):
    """Lift the least chance, ask of each person alone whether theirs can rise, settle those it cannot."""
    holds = np.array([[float(person in panel) for panel in panels] for person in range(people)])
    settled = {}

    def best(goal, least):
        rows = [-holds[person] for person in least]
        found = linprog(
            -goal,
            A_ub=np.array(rows),
            b_ub=[-chance + 1e-9 for chance in least.values()],
            A_eq=[[1.0] * len(panels)],
            b_eq=[1.0],
        )
        return -found.fun

    while len(settled) < people:
        waiting = [person for person in range(people) if person not in settled]
        rows = [[*-holds[person], 1.0] for person in waiting]
        rows += [[*-holds[person], 0.0] for person in settled]
        limits = [0.0] * len(waiting) + [1e-9 - chance for chance in settled.values()]
        goal = [0.0] * len(panels) + [-1.0]
        level = -linprog(goal, A_ub=rows, b_ub=limits, A_eq=[[1.0] * len(panels) + [0.0]], b_eq=[1.0]).fun
        least = settled | dict.fromkeys(waiting, level)
        settled |= {person: level for person in waiting if best(holds[person], least) < level + 1e-6}
    return [settled[person] for person in range(people)]


def chances(pool, targets, size, together):
    """Chances before they become tickets."""
    wanted = read_targets(targets)
    kinds = kinds_of(pool, wanted, together)
    mix = leximin(Compositions(kinds, wanted, size))
    seats = mix.shares @ mix.counts
    found = {
        name: each / kind.size
        for kind, each in zip(kinds, seats, strict=True)
        for home in kind.homes
        for name in home
    }
    return [found[person["id"]] for person in pool]


@given(small_lotteries().filter(lambda each: list(possible_panels(*each))))
@settings(max_examples=80, deadline=None)
def test_chances_are_those_of_a_search_through_all_panels(lottery):
    pool, *_ = lottery

    found = chances(*lottery)

    assert found == pytest.approx(leximin_by_all_panels(len(pool), list(possible_panels(*lottery))), abs=1e-5)


def test_seats_that_only_shares_could_fill_are_not_promised():
    """Of a, b and c each two exclude each other: halves of all three would fit, whole people do not."""
    sides = {"a": "yny", "b": "yyn", "c": "nyy", "d": "nnn"}
    pool = [
        dict(zip(("id", "one", "two", "three"), (name, *each), strict=True)) for name, each in sides.items()
    ]
    targets = [{"feature": name, "value": "y", "min": 0, "max": 1} for name in ("one", "two", "three")]

    assert chances(pool, targets, 2, None) == pytest.approx([1 / 3, 1 / 3, 1 / 3, 1.0])


def steps(refusal):
    return sum(abs(each.asked - each.possible) for each in refusal.relaxations)


def relaxed(targets, relaxations):
    """The targets with each relaxation put in the place of what was asked."""
    possible = {each.demand: each.possible for each in relaxations}
    return [
        row
        | {
            side: possible.get(f"{row['feature']} = {row['value']}, at {word}", row[side])
            for side, word in (("min", "least"), ("max", "most"))
        }
        for row in targets
    ]


def loosened_by_one(targets):
    """Every way of giving way by one in one place."""
    for place, row in enumerate(targets):
        for side, step in (("min", -1), ("max", 1)):
            if row[side] + step >= 0:
                yield [*targets[:place], row | {side: row[side] + step}, *targets[place + 1 :]]


@given(small_lotteries().filter(lambda each: not list(possible_panels(*each)) and len(each[0]) >= each[2]))
@settings(max_examples=60, deadline=None)
def test_the_smallest_relaxation_makes_a_panel_possible_and_nothing_smaller_does(lottery):
    pool, targets, size, together = lottery
    with pytest.raises(InfeasiblePanel) as refusal:
        Lottery(size, together=together).fit(pool, targets)
    if refusal.value.relaxations[0].demand == "size":
        assert not list(possible_panels(pool, [], size, together))
        return

    assert list(possible_panels(pool, relaxed(targets, refusal.value.relaxations), size, together))
    if steps(refusal.value) == 2:
        assert not any(list(possible_panels(pool, each, size, together)) for each in loosened_by_one(targets))


@given(
    st.sampled_from(["pool", "targets"]), st.text(max_size=60) | st.text("id,area\n\r\"\0'1é", max_size=30)
)
@settings(max_examples=120, deadline=None)
def test_a_hostile_table_gets_one_plain_line(tmp_path_factory, which, words):
    folder = tmp_path_factory.mktemp("tables")
    tables = {"pool": "id,area\na,n\nb,s\n", "targets": "feature,value,min,max\narea,n,0,1\n", which: words}
    for name, table in tables.items():
        (folder / name).write_bytes(table.encode("utf-8", "surrogatepass"))

    with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as said:
        code = main(["panel", str(folder / "pool"), str(folder / "targets"), "--size", "1", "--seed", "x"])

    assert code in (0, 2, 3)
    assert code == 0 or said.getvalue().count("\n") == 1
