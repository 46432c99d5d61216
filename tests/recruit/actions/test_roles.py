"""What can happen to a role profile."""

from dataclasses import replace

import pytest

from recruit.actions.roles import AskedFor, RoleWords, ScoreWeights, change_role, stamp_of
from recruit.models.roles import Facet, Rung
from tests.makers import NOW, a_call, a_group, a_role, an_organisation

WORDS = RoleWords(
    title="Lay partner",
    lead="You help decide.",
    decides="How care is planned.",
    rung=Rung.INVOLVED,
    hours_meetings=6,
    hours_reading=2,
    term_months=24,
    notice="2 weeks",
    payment="None",
    expenses="Fares",
    support="A contact",
    choosing="Two people read.",
)
FINANCE = AskedFor(Facet.SKILLS, "finance", 2, is_essential=True)
CARERS = AskedFor(Facet.COMMUNITIES, "carers", 1, is_essential=False)


@pytest.fixture
def role(programme):
    role = a_role(a_group(programme), skills=["finance"], lived=["dementia"])
    role.versions[-1].criteria[0].words = "Can read a budget"
    role.versions[-1].criteria[1].perspectives = ["carer_family"]
    return role


def changed(role, coordinator, *criteria):
    return change_role(role, WORDS, weights=ScoreWeights(), criteria=criteria, by=coordinator, now=NOW)


@pytest.mark.parametrize("is_used", [True, False])
def test_a_criterion_that_stays_keeps_its_own_words(role, coordinator, is_used):
    if is_used:
        a_call(role, an_organisation())

    version = changed(role, coordinator, CARERS, FINANCE)

    assert [(each.code, each.words, each.is_essential) for each in version.criteria] == [
        ("carers", "", False),
        ("finance", "Can read a budget", True),
    ]


def test_the_version_a_call_began_with_keeps_its_criteria(role, coordinator):
    call = a_call(role, an_organisation())

    changed(role, coordinator, CARERS)

    assert [each.code for each in call.role_version.criteria] == ["finance", "dementia"]
    assert call.role_version.number == 1


def test_the_stamp_changes_with_every_word_and_weight(role, coordinator):
    stamps = {stamp_of(role.versions[-1])}
    for words, criterion in (
        (WORDS, FINANCE),
        (replace(WORDS, lead="Other"), FINANCE),
        (WORDS, replace(FINANCE, weight=3)),
    ):
        change_role(role, words, weights=ScoreWeights(), criteria=[criterion], by=coordinator, now=NOW)
        stamps.add(stamp_of(role.versions[-1]))

    assert len(stamps) == 4
