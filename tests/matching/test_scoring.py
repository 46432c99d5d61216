"""Five scores of a person for a role."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.gaps import Target
from matching.reading import BadInput
from matching.records import Lived, LivedAsked, Role, people_from_dict
from matching.scoring import RoleScorer, contributions_of, skill_strength

from .making_people import SKILLS, a_full_role, a_person, a_role, people, pools, roles


def scores_of(person, role, *others):
    return RoleScorer(role).fit([person, *others]).entry(person).scores


def test_skills_are_the_weighted_mean_of_strengths():
    person = a_person(skills={"finance": 0.8, "challenge": 0.5})

    scores = scores_of(person, a_role())

    assert scores["skills"] == pytest.approx(100 * (3 * 0.8 + 0.5) / 4)


@pytest.mark.parametrize(
    ("strength", "said"),
    [
        (0.0, {"ticked": False, "backed": True}),
        (0.5, {"ticked": True}),
        (0.8, {"ticked": True, "backed": True}),
        (0.8, {"ticked": True, "backed": True, "rubric_mean": 3.0}),
        (1.0, {"ticked": True, "rubric_mean": 4.0}),
        (0.5, {"ticked": True, "backed": True, "rubric_mean": 2.4}),
    ],
)
def test_a_skill_is_as_strong_as_what_stands_behind_it(strength, said):
    assert skill_strength(**said) == strength


def test_a_perspective_not_asked_for_counts_half():
    role = a_role(skills={}, lived={"dementia": LivedAsked(1.0, ("self",))})
    carer = a_person(lived=(Lived("dementia", "carer_family", 0.8),))

    scores = scores_of(carer, role)

    assert scores["lived"] == pytest.approx(40)


def test_the_best_of_a_persons_perspectives_counts():
    role = a_role(skills={}, lived={"dementia": LivedAsked(1.0, ("self",))})
    both = a_person(lived=(Lived("dementia", "carer_family", 1.0), Lived("dementia", "self", 0.8)))

    scores = scores_of(both, role)

    assert scores["lived"] == pytest.approx(80)


@pytest.mark.parametrize(("reach", "points"), [("leader", 100), ("active", 70), ("asks", 40), ("member", 0)])
def test_reach_into_a_community_counts_and_membership_alone_does_not(reach, points):
    role = a_role(skills={}, communities={"carers": 2.0})

    scores = scores_of(a_person(communities={"carers": reach}), role)

    assert scores["connections"] == pytest.approx(points)


def test_breadth_grows_with_every_reach_and_never_fills():
    role = a_role(skills={}, breadth=1.0)
    person = a_person(communities={"carers": "leader", "irish": "active"})

    scores = scores_of(person, role)

    assert scores["connections"] == pytest.approx(100 * (1 - 0.6**1.7))


def test_availability_is_the_share_of_meetings_times_the_share_of_hours():
    role = a_role(skills={}, hours=8.0, meetings=("a", "b", "c", "d"))

    scores = scores_of(a_person(hours=4.0, meetings=("a", "b", "c", "z")), role)

    assert scores["availability"] == pytest.approx(100 * 0.75 * 0.5)


def test_the_gap_is_measured_against_the_greatest_gain_of_the_pool():
    role = a_role(targets={"area:Brent": Target(2, 0, 1), "area:Harrow": Target(1, 0, 3)})
    one, both = a_person(groups=("area:Brent",)), a_person("p2", groups=("area:Brent", "area:Harrow"))

    ranking = RoleScorer(role).fit_rank([one, both])

    assert ranking.reference_gain == 4
    assert [ranking.entry_of(each).scores["gap"] for each in ("p1", "p2")] == [25, 100]


def test_a_frozen_reference_does_not_move_with_the_pool():
    role = a_role(targets={"area:Brent": Target(2)}, reference_gain=2.0)
    person = a_person(groups=("area:Brent",))

    alone = scores_of(person, role)
    among_others = scores_of(person, role, a_person("p2", groups=("area:Brent",)))

    assert alone["gap"] == among_others["gap"] == 50


def test_nobody_to_gain_from_leaves_the_gap_out():
    role = a_role(targets={"area:Brent": Target(wanted=1, held=3)})

    scores = scores_of(a_person(groups=("area:Brent",)), role)

    assert scores["gap"] is None


def test_what_a_role_does_not_ask_is_null_and_its_weight_is_shared():
    role = a_role(weights={"skills": 30, "lived": 50, "availability": 10}, hours=8.0)
    person = a_person(skills={"finance": 1.0, "challenge": 1.0}, hours=4.0)

    entry = RoleScorer(role).fit([person]).entry(person)

    assert (entry.scores["lived"], entry.scores["connections"], entry.scores["gap"]) == (None, None, None)
    assert entry.total == pytest.approx((30 * 100 + 10 * 50) / 40)


def test_what_a_person_has_not_answered_is_listed_and_never_nought():
    silent = a_person(skills={"finance": 1.0, "challenge": 1.0})

    entry = RoleScorer(a_full_role(text=())).fit([silent]).entry(silent)

    assert entry.not_known == ("lived", "communities", "hours", "meetings", "groups")
    assert entry.total == pytest.approx(100)


def test_nobody_is_ranked_before_about_you_is_done():
    started = a_person("p2", about_done=False, skills={"finance": 1.0})

    ranking = RoleScorer(a_role()).fit_rank([a_person(skills={}), started])

    assert [entry.id for entry in ranking.ranking] == ["p1"]


def test_a_missing_essential_is_to_look_at_and_lowers_nothing():
    role = a_role(essential=("skills:digital_data", "lived:hiv"))
    person = a_person(skills={"finance": 1.0, "challenge": 1.0})

    entry = RoleScorer(role).fit([person]).entry(person)

    assert entry.to_look_at == ("skills:digital_data", "lived:hiv")
    assert entry.total == pytest.approx(100)


def test_a_waived_essential_is_looked_at_no_more():
    person = a_person(skills={}, waived=("skills:finance",))

    entry = RoleScorer(a_role(essential=("skills:finance",))).fit([person]).entry(person)

    assert entry.to_look_at == ()


def test_text_adds_at_most_five_points_and_the_nearest_gets_them_all():
    role = a_role(text=("Able to read a budget",))
    near = a_person(skills={"finance": 0.5}, evidence=("I read the budget",))
    far = a_person("p2", skills={"finance": 0.5}, evidence=("I keep bees",))
    full = a_person("p3", skills={"finance": 1.0, "challenge": 1.0}, evidence=("I read the budget",))

    entries = [RoleScorer(role).fit([near, far, full]).entry(person) for person in (near, far, full)]

    assert [entry.scores["skills"] for entry in entries] == pytest.approx([42.5, 37.5, 100])


def test_an_empty_text_loses_nothing_but_the_support_of_text():
    role = a_role(text=("Able to read a budget",))
    silent = a_person(skills={"finance": 0.5}, evidence=())
    wordy = a_person("p2", skills={"finance": 0.5}, evidence=("My garden and my bees. " * 40,))

    scorer = RoleScorer(role).fit([silent, wordy])

    assert scorer.entry(silent).scores == scorer.entry(wordy).scores


def test_equal_totals_share_a_rank():
    same = [a_person(f"p{number}", skills={"finance": 0.5}) for number in range(3)]
    last = a_person("p9", skills={})

    ranking = RoleScorer(a_role()).fit_rank([last, *same])

    assert [entry.rank for entry in ranking.ranking] == [1, 1, 1, 4]


def test_people_without_any_score_come_last_without_a_rank():
    ranking = RoleScorer(a_role()).fit_rank([a_person(), a_person("p2", skills={})])

    assert [(entry.id, entry.rank, entry.total) for entry in ranking.ranking] == [
        ("p2", 1, 0.0),
        ("p1", None, None),
    ]


def test_the_planner_gets_totals_without_the_gap():
    role = a_role(weights={"skills": 50, "gap": 50}, targets={"area:Brent": Target(2)})
    person = a_person(skills={"finance": 1.0}, groups=("area:Brent",))

    scores = RoleScorer(role).fit([person]).planner_scores([person, a_person("p2", about_done=False)])

    assert scores == {"p1": 75}


@given(role=roles, pool=pools)
@settings(max_examples=60, deadline=None)
def test_parts_and_contributions_add_up(role, pool):
    ranking = RoleScorer(role).fit_rank(pool)

    for entry in ranking.ranking:
        for name, parts in entry.parts.items():
            assert 0 <= entry.scores[name] <= 100
            assert sum(parts.values()) == pytest.approx(entry.scores[name], abs=1e-9)
        assert entry.total is None or sum(entry.contributions.values()) == pytest.approx(
            entry.total, abs=1e-9
        )


@given(role=roles, person=people(skills=st.just({})), skill=st.sampled_from(SKILLS))
@settings(max_examples=40, deadline=None)
def test_more_of_a_wanted_skill_never_lowers_a_total(role, person, skill):
    scorer = RoleScorer(role).fit([person])

    totals = [
        scorer.entry(replace(person, skills={skill: strength})).total or 0
        for strength in (0.0, 0.5, 0.8, 1.0)
    ]

    assert all(less <= more + 1e-9 for less, more in pairwise(totals))


@given(role=roles, pool=pools)
@settings(max_examples=40, deadline=None)
def test_ids_and_order_never_matter(role, pool):
    renamed = [replace(person, id=f"x{place}") for place, person in enumerate(reversed(pool))]

    ranking, other = RoleScorer(role).fit_rank(pool), RoleScorer(role).fit_rank(renamed)

    assert sorted(entry.total or -1 for entry in ranking.ranking) == sorted(
        entry.total or -1 for entry in other.ranking
    )


@given(role=roles, pool=pools)
@settings(max_examples=30, deadline=None)
def test_the_same_goes_in_and_the_same_comes_out(role, pool):
    assert RoleScorer(role).fit_rank(pool) == RoleScorer(role).fit_rank(pool)


@given(role=roles, pool=pools, times=st.sampled_from((0.25, 2.0, 8.0)))
@settings(max_examples=30, deadline=None)
def test_scaling_every_weight_changes_nothing(role, pool, times):
    scaled = replace(role, weights={name: times * weight for name, weight in role.weights.items()})

    ranking, other = RoleScorer(role).fit_rank(pool), RoleScorer(scaled).fit_rank(pool)

    assert [entry.total for entry in ranking.ranking] == pytest.approx(
        [entry.total for entry in other.ranking], nan_ok=True
    )


def test_weight_on_nothing_known_gives_no_total():
    scores = {"skills": None, "lived": 40.0, "connections": None, "availability": None, "gap": None}

    assert contributions_of(scores, {"skills": 25.0}) == {}


def test_a_ranking_reads_as_its_format():
    person = a_person(skills={"finance": 0.8}, evidence=("I read the budget",))

    ranking = RoleScorer(a_role(text=("Able to read a budget",))).fit_rank([person]).to_dict()

    entry = ranking["ranking"][0]
    assert (ranking["format"], ranking["reference_gain"]) == ("alongside-ranking/1", 0)
    assert set(entry) == {
        "id", "rank", "total", "to_look_at", "scores", "contributions", "evidence", "not_known",
    }  # fmt: skip
    assert entry["evidence"][0]["terms"] == ["read", "read budget", "budget"]


def test_a_role_comes_back_as_it_went_out():
    role = a_full_role()

    assert Role.from_dict(role.to_dict()) == role


def test_a_person_comes_back_as_they_went_out():
    person = a_person(skills={"finance": 0.5}, lived=(Lived("hiv", "self", 1.0),), groups=("area:Brent",))

    people_read = people_from_dict({"format": "alongside-people/1", "people": [person.to_dict()]})

    assert people_read == (person,)


def role_with(**wrong):
    return Role.from_dict({"format": "alongside-role/1", **wrong})


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"format": "alongside-role/2"}, "format"),
        ({"colour": 1}, "colour"),
        ({"weights": {"charm": 1}}, "weights"),
        ({"weights": {"skills": 0}}, "weights"),
        ({"weights": {"skills": float("nan")}}, "weights.skills"),
        ({"skills": {"finance": -1}}, "skills.finance"),
        ({"skills": ["finance"]}, "skills"),
        ({"lived": {"hiv": {"weight": 1, "perspectives": ["mine"]}}}, "lived.hiv.perspectives"),
        ({"lived": {"hiv": {}}}, "lived.hiv"),
        ({"hours": True}, "hours"),
        ({"meetings": ["a", "a"]}, "meetings"),
        ({"targets": {"area:Brent": {"wanted": "two"}}}, "targets.area:Brent.wanted"),
        ({"text": "one text"}, "text"),
    ],
)
def test_a_role_that_cannot_be_read_names_the_field(wrong, field):
    with pytest.raises(BadInput) as refusal:
        role_with(**wrong)

    assert field in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"about_done": 1}, "about_done"),
        ({"skills": {"finance": 1.2}}, "skills.finance"),
        ({"communities": {"carers": "king"}}, "communities.carers"),
        ({"lived": [{"code": "hiv", "perspective": "self"}]}, "strength"),
        ({"hours": float("inf")}, "hours"),
        ({"evidence": [3]}, "evidence"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_a_person_that_cannot_be_read_names_the_field(wrong, field):
    with pytest.raises(BadInput) as refusal:
        people_from_dict(
            {"format": "alongside-people/1", "people": [{"id": "p1", "about_done": True, **wrong}]}
        )

    assert field in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_an_id_may_not_come_twice():
    twice = {"id": "p1", "about_done": True}

    with pytest.raises(BadInput, match="p1 comes twice"):
        people_from_dict({"format": "alongside-people/1", "people": [twice, twice]})
