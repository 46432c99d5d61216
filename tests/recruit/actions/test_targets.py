"""A target is set, changed and taken away; what is protected cannot be one."""

import pytest
import sqlalchemy as sa

from recruit.actions.refusals import Refused
from recruit.actions.targets import remove_target, set_target
from recruit.extensions import db
from recruit.models.programmes import Target
from recruit.queries.gaps import Gap, open_gaps
from recruit.queries.targets import FAMILIES, targets_held
from tests.makers import NOW, TODAY, a_programme


@pytest.fixture
def wanted(programme, coordinator):
    def want(family, code, wanted=1, weight=1.0, where=programme):
        return set_target(where, family, code, wanted=wanted, weight=weight, by=coordinator, now=NOW)

    return want


@pytest.mark.parametrize("family", FAMILIES)
def test_a_target_of_each_family_opens_a_gap(wanted, programme, family):
    code = FAMILIES[family][0]

    wanted(family, code)

    assert open_gaps(programme.id, on=TODAY) == [Gap(family, code)]


def test_the_same_kind_again_changes_what_was_wanted(wanted, programme):
    wanted("area", "brent", wanted=1)

    wanted("area", "brent", wanted=3, weight=2)

    assert [(each.target.wanted, each.target.weight) for each in targets_held(programme, on=TODAY)] == [
        (3, 2)
    ]


def test_programmes_want_for_themselves(wanted, programme):
    wanted("area", "brent", where=a_programme(name="Elsewhere"))

    assert targets_held(programme, on=TODAY) == []


@pytest.mark.parametrize(
    ("family", "code"),
    [("age", "18-24"), ("ethnic_group", "asian"), ("disability", "yes"), ("area", "paris"), ("reach", "")],
)
def test_what_is_protected_or_unknown_is_refused(wanted, family, code):
    with pytest.raises(Refused, match="cannot be a target"):
        wanted(family, code)


def test_a_target_taken_away_is_a_gap_no_more(wanted, programme, coordinator):
    remove_target(wanted("area", "brent"), by=coordinator, now=NOW)
    db.session.flush()

    assert open_gaps(programme.id, on=TODAY) == []
    assert db.session.scalar(sa.select(sa.func.count(Target.id))) == 0
