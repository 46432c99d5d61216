"""Roles and people for the tests of scoring: say only what the test is about."""

from hypothesis import strategies as st

from matching.gaps import Target
from matching.records import DEFAULT_WEIGHTS, PERSPECTIVES, REACH, Lived, LivedAsked, Person, Role

SKILLS = ("finance", "challenge", "digital_data")
CONDITIONS = ("diabetes", "dementia")
COMMUNITIES = ("carers", "patient_group")
GROUPS = ("area:Brent", "area:Harrow", "route:charity")
MEETINGS = ("2027-01-12T10", "2027-01-26T10", "2027-02-10T14", "2027-02-24T18")
LINES = ("I kept the budget of a choir", "I asked hard questions about the contract", "Nothing much", "")


def a_role(**asked):
    return Role(**{"skills": {"finance": 3.0, "challenge": 1.0}, **asked})


def a_full_role(**asked):
    wanted = {
        "skills": {"finance": 3.0, "challenge": 1.0},
        "lived": {"diabetes": LivedAsked(2.0, ("self",))},
        "communities": {"carers": 2.0},
        "breadth": 1.0,
        "essential": ("skills:finance",),
        "hours": 8.0,
        "meetings": MEETINGS,
        "targets": {"area:Brent": Target(wanted=2), "route:charity": Target(wanted=3, held=1, weight=2)},
        "text": ("Able to read a budget", "Asks hard questions about a contract"),
    }
    return Role(**{**wanted, **asked})


def a_person(key="p1", *, about_done=True, **said):
    return Person(id=key, about_done=about_done, **said)


strengths = st.sampled_from((0.0, 0.5, 0.8, 1.0))
weights = st.floats(min_value=0.1, max_value=50, allow_nan=False)
lived = st.builds(Lived, st.sampled_from(CONDITIONS), st.sampled_from(PERSPECTIVES), strengths)


def maybe(strategy):
    return st.none() | strategy


def some(values, **limits):
    return st.lists(st.sampled_from(values), unique=True, **limits).map(tuple)


roles = st.builds(
    Role,
    weights=st.fixed_dictionaries(dict.fromkeys(DEFAULT_WEIGHTS, weights)),
    skills=st.dictionaries(st.sampled_from(SKILLS), weights),
    lived=st.dictionaries(
        st.sampled_from(CONDITIONS), st.builds(LivedAsked, weights, some(PERSPECTIVES, min_size=1))
    ),
    communities=st.dictionaries(st.sampled_from(COMMUNITIES), weights),
    breadth=st.sampled_from((0.0, 1.0, 3.0)),
    essential=some(("skills:finance", "lived:diabetes", "communities:carers", "experienced")),
    hours=st.sampled_from((0.0, 8.0, 12.0)),
    meetings=some(MEETINGS),
    targets=st.dictionaries(
        st.sampled_from(GROUPS), st.builds(Target, st.integers(0, 4), st.integers(0, 4), weights)
    ),
    text=some(("Able to read a budget", "Asks hard questions about a contract")),
)


def people(**said):
    return st.builds(
        Person,
        **{
            "id": st.uuids().map(str),
            "about_done": st.just(True),
            "skills": maybe(st.dictionaries(st.sampled_from(SKILLS), strengths)),
            "lived": maybe(st.lists(lived, max_size=3).map(tuple)),
            "communities": maybe(
                st.dictionaries(st.sampled_from(COMMUNITIES), st.sampled_from(tuple(REACH)))
            ),
            "hours": maybe(st.sampled_from((0.0, 3.0, 8.0, 20.0))),
            "meetings": maybe(some(MEETINGS)),
            "groups": maybe(some(GROUPS)),
            "waived": some(("skills:finance",)),
            "evidence": st.lists(st.sampled_from(LINES), max_size=3).map(tuple),
            **said,
        },
    )


pools = st.lists(people(), min_size=1, max_size=5, unique_by=lambda person: person.id)
