"""Whatever is handed in to be ranked, the answer is a ranking or one plain line."""

import json
from copy import deepcopy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.__main__ import main
from matching.gaps import Target
from matching.reading import BadInput
from matching.records import Person
from matching.scoring import RoleScorer

from .making_people import a_full_role, a_person, people, pools, roles

ROLE = a_full_role().to_dict()
PEOPLE = {
    "format": "alongside-people/1",
    "people": [
        {
            "id": "p1",
            "about_done": True,
            "skills": {"finance": 0.8},
            "lived": [{"code": "diabetes", "perspective": "self", "strength": 0.8}],
            "communities": {"carers": "active"},
            "hours": 12,
            "meetings": ["2027-01-12T10"],
            "groups": ["area:Brent"],
            "waived": [],
            "evidence": ["a line they wrote"],
        }
    ],
}


def nested(depth):
    found = []
    for _ in range(depth):
        found = [found]
    return found


wrong = st.sampled_from(
    [
        None,
        True,
        False,
        0,
        -1,
        1e308,
        -1e308,
        10**300,
        float("nan"),
        float("inf"),
        "",
        "x",
        "\ud800",
        [],
        [[]],
        {},
        {"a": 1},
        {"a": None},
        ["\ud800"],
        {"\ud800": 1},
        ["a", "a"],
        [None],
        nested(300),
    ]
) | st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


def places(document, path=()):
    yield path
    entries = document.items() if isinstance(document, dict) else enumerate(document)
    for key, value in entries:
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))
        else:
            yield (*path, key)


def spoiled(document, path, value):
    if not path:
        return value
    copy = deepcopy(document)
    inner = copy
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return copy


@given(data=st.data(), value=wrong)
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_ranking_or_one_plain_line_comes_of_anything(tmp_path, capsys, data, value):
    role, pool = ROLE, PEOPLE
    if data.draw(st.booleans()):
        role = spoiled(ROLE, data.draw(st.sampled_from(list(places(ROLE)))), value)
    else:
        pool = spoiled(PEOPLE, data.draw(st.sampled_from(list(places(PEOPLE)))), value)
    files = [tmp_path / "role.json", tmp_path / "people.json"]
    for file, document in zip(files, (role, pool), strict=True):
        file.write_text(json.dumps(document))

    code = main(["rank", *map(str, files)])

    said = capsys.readouterr()
    if code == 0:
        assert json.loads(said.out)["format"] == "alongside-ranking/1"
    else:
        assert (code, said.out, said.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        (("people", 0, "hours"), True, "people.p1.hours: must be a number, not True"),
        (("people", 0, "hours"), 1e308, "people.p1.hours: must be from 0 to 1e+06, not 1e+308"),
        (("people", 0, "waived"), False, "people.p1.waived: must be a list"),
        (("people", 0, "evidence"), "", "people.p1.evidence: must be a list"),
        (("people", 0, "evidence"), ["\ud800"], "people.p1.evidence[0]: holds a character that is not text"),
        (("people", 0, "skills"), {"\ud800": 1}, "people.p1.skills: holds a character that is not text"),
        (("people", 0, "ethnicity"), "any", "people[0]: ethnicity is not a known key"),
        (("people", 0, "access_needs"), [], "people[0]: access_needs is not a known key"),
    ],
)
def test_the_line_names_the_field(tmp_path, capsys, path, value, line):
    files = [tmp_path / "role.json", tmp_path / "people.json"]
    files[0].write_text(json.dumps(ROLE))
    files[1].write_text(json.dumps(spoiled(PEOPLE, path, value)))

    code = main(["rank", *map(str, files)])

    assert (code, capsys.readouterr().err) == (2, f"{line}\n")


@pytest.mark.parametrize(
    "private", ["ethnicity", "disability", "money", "access_needs", "name", "date_of_birth"]
)
def test_a_person_has_no_place_for_what_is_private(private):
    with pytest.raises(BadInput, match=f"{private} is not a known key"):
        Person.from_dict({"id": "p1", "about_done": True, private: "x"})


@given(role=roles, pool=pools, others=st.lists(st.text(min_size=1, max_size=9).map("ethnicity:{}".format)))
@settings(max_examples=50, deadline=None)
def test_groups_that_a_role_has_no_target_for_change_no_bit(role, pool, others):
    marked = [
        Person.from_dict(
            {**each.to_dict(), "groups": None if each.groups is None else [*each.groups, *others]}
        )
        for each in pool
    ]

    assert RoleScorer(role).fit_rank(pool) == RoleScorer(role).fit_rank(marked)


@given(role=roles, person=people(groups=st.just(("area:Brent",))))
@settings(max_examples=50, deadline=None)
def test_more_hours_reach_and_meetings_never_lower_a_total(role, person):
    scorer = RoleScorer(role).fit([person])
    before = scorer.entry(person).total or 0
    said = person.to_dict()
    if person.communities is not None:
        said["communities"] = dict.fromkeys(person.communities, "leader")
    if person.hours is not None:
        said["hours"] = person.hours + 4
    if person.meetings is not None:
        said["meetings"] = [*person.meetings, *role.meetings]

    assert (scorer.entry(Person.from_dict(said)).total or 0) >= before - 1e-9


def test_a_gain_frozen_at_nought_leaves_the_gap_out():
    role = a_full_role(targets={"area:Brent": Target(2)}, reference_gain=0.0)

    assert RoleScorer(role).fit([a_person()]).entry(a_person(groups=("area:Brent",))).scores["gap"] is None
