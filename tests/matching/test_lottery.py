"""A fair lottery: chances add up, likes are alike, and anyone can draw again."""

from hashlib import sha256
from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from matching import BadInput, InfeasiblePanel, Lottery
from matching.pool import read_rows

PERSON = st.fixed_dictionaries(
    {"side": st.sampled_from("lr"), "age": st.sampled_from("xyz"), "home": st.sampled_from(["", "1", "2"])}
)


@st.composite
def lotteries(draw):
    pool = [{"id": f"p{number}"} | draw(PERSON) for number in range(draw(st.integers(1, 7)))]
    targets = []
    for feature, values in (("side", "lr"), ("age", "xyz")):
        for value in values:
            least = draw(st.integers(0, 1))
            targets.append(
                {"feature": feature, "value": value, "min": least, "max": least + draw(st.integers(0, 3))}
            )
    return pool, targets, draw(st.integers(1, 4)), draw(st.sampled_from([None, "home"]))


def possible_panels(pool, targets, size, together):
    """Every panel that meets the targets, by trying them all."""
    for panel in combinations(pool, size):
        homes = [person[together] for person in panel if together and person[together]]
        counts = [(sum(p[t["feature"]] == t["value"] for p in panel), t) for t in targets]
        if len(set(homes)) == len(homes) and all(t["min"] <= count <= t["max"] for count, t in counts):
            yield tuple(sorted(person["id"] for person in panel))


def greatest_least_chance(pool, panels):
    """The maximin chance, from a linear program over all panels."""
    holds = np.array([[person["id"] in panel for panel in panels] for person in pool], dtype=float)
    rows = np.hstack([-holds, np.ones((len(pool), 1))])
    one = np.array([[1.0] * len(panels) + [0.0]])
    return -linprog(
        [0.0] * len(panels) + [-1.0], A_ub=rows, b_ub=np.zeros(len(pool)), A_eq=one, b_eq=[1.0]
    ).fun


@given(lotteries())
@settings(max_examples=60, deadline=None)
def test_every_panel_meets_the_targets_and_the_least_chance_is_as_great_as_can_be(lottery):
    pool, targets, size, together = lottery
    panels = list(possible_panels(pool, targets, size, together))
    if not panels:
        with pytest.raises(InfeasiblePanel):
            Lottery(size, together=together).fit(pool, targets)
        return

    drawn = Lottery(size, together=together).fit(pool, targets)

    assert set(drawn.panels_) <= set(panels)
    assert sum(drawn.panels_.values()) == 1_000_000
    assert sum(drawn.probabilities_.values()) == pytest.approx(size)
    assert drawn.min_ == pytest.approx(greatest_least_chance(pool, panels), abs=2e-5)


@given(lotteries().filter(lambda each: list(possible_panels(*each))), st.integers(0, 99))
@settings(max_examples=25, deadline=None)
def test_people_who_are_alike_have_the_same_chance_in_whatever_order_they_stand(lottery, seed):
    pool, targets, size, together = lottery
    others = Random(seed).sample(pool, len(pool))

    one = Lottery(size, together=together).fit(pool, targets)
    other = Lottery(size, together=together).fit(others, targets)

    assert other.panels_ == one.panels_
    for a, b in combinations(pool, 2):
        if (a["side"], a["age"]) == (b["side"], b["age"]) and (together is None or not a["home"] + b["home"]):
            assert one.probabilities_[a["id"]] == pytest.approx(one.probabilities_[b["id"]], abs=2e-5)


def a_pool(people):
    order = Random(people)
    return [
        {
            "id": f"p{number:03}",
            "area": order.choice("nesw"),
            "way": order.choice("ab"),
            "org": str(order.randrange(people // 3)),
        }
        for number in range(people)
    ]


TARGETS = [{"feature": "area", "value": value, "min": 2, "max": 4} for value in "nesw"]


def test_leximin_lifts_the_second_least_chance_too():
    pool = [{"id": name, "side": side} for name, side in zip("abcde", "lrrrr", strict=True)]
    targets = [{"feature": "side", "value": "l", "min": 0, "max": 1}]

    chances = Lottery(2).fit(pool, targets).probabilities_

    assert chances == pytest.approx(dict.fromkeys("abcde", 0.4), abs=2e-6)


def test_whoever_the_targets_favour_leaves_the_others_equal():
    pool = [{"id": name, "side": side} for name, side in zip("abcd", "lrrr", strict=True)]

    lottery = Lottery(2).fit(pool, [{"feature": "side", "value": "l", "min": 1, "max": 1}])

    assert lottery.probabilities_ == pytest.approx({"a": 1.0, "b": 1 / 3, "c": 1 / 3, "d": 1 / 3}, abs=2e-6)
    assert lottery.min_ == min(lottery.probabilities_.values())
    assert lottery.gini_ == pytest.approx(0.25, abs=1e-5)


def test_anyone_can_draw_again_by_hand():
    lottery = Lottery(12).fit(a_pool(40), TARGETS)

    seed = "Ealing town hall, 12 January 2027"
    ticket = int(sha256(seed.encode("utf-8")).hexdigest(), 16) % 1_000_000
    rows = [members for members, tickets in sorted(lottery.panels_.items()) for _ in range(tickets)]
    assert lottery.draw(seed) == list(rows[ticket])
    assert lottery.draw(seed) == Lottery(12).fit(a_pool(40), TARGETS).draw(seed)


def test_two_of_one_organisation_are_never_drawn_together():
    pool = a_pool(30)
    home = {person["id"]: person["org"] for person in pool}

    lottery = Lottery(8, together="org").fit(pool, TARGETS)

    assert all(len({home[name] for name in members}) == 8 for members in lottery.panels_)


@pytest.mark.parametrize(
    ("targets", "apart"),
    [
        ({"n": (0, 0), "e": (0, 0), "s": (0, 0), "w": (0, 7)}, 1),
        ({"x": (2, 3)}, 2),
        ({"n": (5, 8), "e": (4, 8)}, 1),
        ({"n": (11, 12), "e": (0, 0)}, 3),
    ],
)
def test_targets_that_cannot_be_met_are_named_with_the_smallest_change(targets, apart):
    pool = [{"id": f"p{number}", "area": "nesw"[number % 4]} for number in range(40)]
    rows = [
        {"feature": "area", "value": value, "min": least, "max": most}
        for value, (least, most) in targets.items()
    ]

    with pytest.raises(InfeasiblePanel) as refusal:
        Lottery(8).fit(pool, rows)

    assert sum(abs(each.asked - each.possible) for each in refusal.value.relaxations) == apart


def test_a_target_nobody_can_meet_is_named():
    with pytest.raises(InfeasiblePanel, match=r"^area = x, at least: 2 asked, 0 possible \(2 apart\)$"):
        Lottery(8).fit(a_pool(40), [{"feature": "area", "value": "x", "min": 2, "max": 3}])


def test_a_panel_larger_than_the_pool_says_so():
    with pytest.raises(InfeasiblePanel, match=r"^size: 9 asked, 3 possible \(6 apart\)$"):
        Lottery(9).fit(a_pool(3), [])


@pytest.mark.parametrize(
    ("pool", "targets", "line"),
    [
        ([{"id": "a"}, {"id": "a"}], [], "pool: the id a is given twice"),
        ([{"area": "n"}], [], r"pool\[0\].id: must be text, not None"),
        ([{"id": "a"}], [TARGETS[0]], "pool: a has no area"),
        ([{"id": "a", "area": "n"}], [TARGETS[0], TARGETS[0]], r"targets\[1\]: area = n is given twice"),
        ([{"id": "a"}], [TARGETS[0] | {"min": 5}], r"targets\[0\]: min 5 is above max 4"),
        ([{"id": "a"}], [TARGETS[0] | {"min": "-1"}], r"targets\[0\].min: must be a number, not -1"),
        ([{"id": "a"}], [{"feature": "area"}], r"targets\[0\]: value is missing"),
    ],
)
def test_a_pool_or_target_that_cannot_be_read_is_named(pool, targets, line):
    with pytest.raises(BadInput, match=f"^{line}$"):
        Lottery(1).fit(pool, targets)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "pool: the first line must name each column once"),
        ("id,id\na,b\n", "pool: the first line must name each column once"),
        ("id,area\na\n", "pool: row 2 must have 2 columns"),
        ("id,area\na,n,s\n", "pool: row 2 must have 2 columns"),
        ('id\n"a\n', r"pool: is not CSV \(unexpected end of data\)"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(text, line):
    with pytest.raises(BadInput, match=f"^{line}$"):
        read_rows(text, where="pool")
