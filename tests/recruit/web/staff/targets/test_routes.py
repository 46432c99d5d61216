"""Staff say whom they want, and see whom they lack."""

import pytest
import sqlalchemy as sa

from recruit.extensions import db
from recruit.models.groups import GroupKind, Membership
from recruit.models.programmes import Target
from tests.makers import TODAY, a_candidate, a_group, a_programme, kept

PLACE = "/staff/targets/"
FIELDS = {"tag": "area:brent", "wanted": "2", "weight": "1"}


def targets():
    return [
        (each.family, each.code, each.wanted, each.weight) for each in db.session.scalars(sa.select(Target))
    ]


def a_target(programme):
    return kept(Target(programme_id=programme.id, family="area", code="harrow", wanted=1, weight=1))


def test_a_target_is_set_once_and_tells_what_is_missing(staff, programme):
    group = a_group(programme, kind=GroupKind.ADVISORY_GROUP, seats=0)
    kept(Membership(group=group, candidate=a_candidate(area="brent"), joined_on=TODAY))

    answers = [staff.post(PLACE, data=FIELDS | {"form_key": "one form"}).status_code for _ in range(2)]

    row = staff.get(PLACE).text.split("<tbody>")[1].split("</tbody>")[0]
    assert answers == [303, 303]
    assert targets() == [("area", "brent", 2, 1)]
    assert 'data-label="Now">1<' in row
    assert 'data-label="Missing">1<' in row


def test_a_target_set_again_is_changed(staff):
    staff.post(PLACE, data=FIELDS)

    staff.post(PLACE, data=FIELDS | {"wanted": "5", "weight": "2.5"})

    assert targets() == [("area", "brent", 5, 2.5)]


def test_a_target_is_taken_away(staff, programme):
    target = a_target(programme)

    response = staff.post(f"{PLACE}{target.id}/removal/")

    assert response.status_code == 303
    assert targets() == []


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("tag", "", "Choose whom you want"),
        ("wanted", "0", "Enter a number of people from 1 to 100"),
        ("wanted", "some", "Enter a number of people from 1 to 100"),
        ("weight", "0", "Enter a number from 0.1 to 10"),
        ("weight", "nan", "Enter a number from 0.1 to 10"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_wanted(staff, field, typed, words):
    response = staff.post(PLACE, data=FIELDS | {field: typed})

    assert response.status_code == 422
    assert words in response.text
    assert targets() == []


@pytest.mark.parametrize("tag", ["age:18-24", "ethnic_group:asian", "religion:sikh", "area:paris", "brent"])
def test_what_is_protected_or_unknown_is_neither_offered_nor_taken(staff, tag):
    response = staff.post(PLACE, data=FIELDS | {"tag": tag})

    assert response.status_code == 422
    assert f'value="{tag}"' not in response.text
    assert targets() == []


def test_targets_of_another_programme_are_neither_seen_nor_taken_away(staff):
    foreign = a_target(a_programme(name="Elsewhere"))

    answer = staff.post(f"{PLACE}{foreign.id}/removal/")

    assert answer.status_code == 404
    assert "No target yet." in staff.get(PLACE).text
    assert len(targets()) == 1
