"""A whole pool beside many roles."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.benching.scoring import made_people, made_roles
from matching.gaps import Target
from matching.pool_scoring import Best, PoolScorer
from matching.reading import BadInput
from matching.scoring import RoleScorer

from .making_people import a_full_role, a_person, a_role, pools, roles


def one_by_one(role, pool, keep):
    ranking = RoleScorer(role, text_points=0.0).fit_rank(pool).ranking
    return [entry for entry in ranking if entry.total is not None][:keep]


@given(asked=st.lists(roles, min_size=1, max_size=4), pool=pools, keep=st.integers(1, 6))
@settings(max_examples=150, deadline=None)
def test_the_best_of_a_pool_are_those_found_one_by_one(asked, pool, keep):
    found = PoolScorer(asked, keep=keep, chunk=2).fit(pool).best_without_text()

    for role, best in zip(asked, found, strict=True):
        entries = one_by_one(role, pool, keep)
        assert best.ids == tuple(entry.id for entry in entries)
        assert best.totals == pytest.approx([entry.total for entry in entries], abs=1e-9)


def test_a_large_pool_is_ordered_as_one_by_one():
    asked, pool = made_roles(6), list(made_people(1_500))

    found = PoolScorer(asked, keep=40).fit(pool).best_without_text()

    for role, best in zip(asked, found, strict=True):
        entries = one_by_one(role, pool, 40)
        assert best.ids == tuple(entry.id for entry in entries)
        assert np.abs(np.subtract(best.totals, [entry.total for entry in entries])).max() < 1e-9


@pytest.mark.parametrize(("chunk", "threads"), [(1, 1), (7, 2), (300, 3), (10_000, 1)])
def test_chunks_and_threads_change_no_bit(chunk, threads):
    asked, pool = made_roles(5), list(made_people(400))

    found = PoolScorer(asked, keep=20, chunk=chunk, threads=threads).fit(pool).best_without_text()

    assert found == PoolScorer(asked, keep=20).fit(pool).best_without_text()


def test_a_pool_of_equals_is_cut_where_the_ranking_cuts_it():
    pool = [a_person(f"p{place}", skills={"finance": 0.8}) for place in range(300)]

    best = PoolScorer([a_role()], keep=3, chunk=16).fit(pool).best_without_text()[0]

    assert best.ids == tuple(entry.id for entry in one_by_one(a_role(), pool, 3))


def test_a_stream_of_people_is_enough_and_nobody_comes_before_about_you_is_done():
    stream = (a_person(key, about_done=key != "b", skills={"finance": 1.0}) for key in "abc")

    best = PoolScorer([a_role()]).fit(stream).best_without_text()[0]

    assert set(best.ids) == {"a", "c"}


def test_a_pool_of_nobody_has_no_best():
    assert PoolScorer([a_full_role()]).fit([]).best_without_text() == [Best((), ())]


def test_a_frozen_reference_smaller_than_a_gain_gives_no_more_than_all():
    role = a_role(weights={"gap": 1}, targets={"g": Target(4, 0, 3)}, reference_gain=1.0)

    best = PoolScorer([role]).fit([a_person(groups=("g",))]).best_without_text()[0]

    assert best.totals == (100.0,)


def test_the_support_of_text_is_left_out():
    role, person = a_role(text=("Able to read a budget",)), a_person(skills={"finance": 0.5})
    told = replace(person, evidence=("I read a budget",))

    found = [PoolScorer([role]).fit([each]).best_without_text() for each in (person, told)]

    assert found[0] == found[1]


def test_an_id_may_not_come_twice_in_a_pool():
    with pytest.raises(BadInput, match=r"people\.id: p1 comes twice"):
        PoolScorer([a_role()]).fit([a_person(), a_person()])
