"""Staff add what there is to read before a meeting."""

import pytest
from sqlalchemy import select

from recruit.extensions import db
from recruit.models.attending import Paper
from tests.makers import a_group, a_term

GIVEN = {"title": "The plan for winter", "url": "https://example.org/plan", "words": ""}


@pytest.fixture
def group(programme):
    return a_group(programme, meetings=3)


def _add(staff, group, **given):
    given = {"meeting": str(group.meetings[2].id)} | GIVEN | given
    return staff.post(f"/staff/workstreams/{group.id}/papers/new/", data=given)


def test_a_paper_stands_on_both_pages(staff, candidate_client, person, group):
    a_term(person, group.seats[0])

    _add(staff, group)

    for page in (staff.get(f"/staff/workstreams/{group.id}/"), candidate_client.get("/me/meetings/")):
        assert "The plan for winter" in page.text
        assert "added on 11 January 2027" in page.text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"meeting": "another"}, "Choose one of the meetings ahead"),
        ({"title": ""}, "Give it a title"),
        ({"title": "a" * 201}, "Use at most 200 letters"),
        ({"url": ""}, "Give an address, or write the words"),
        ({"url": "http://example.org/plan"}, "Enter an address that begins with https://"),
        ({"url": "javascript:alert(1)"}, "Enter an address that begins with https://"),
        ({"url": "https://[broken"}, "Enter an address that begins with https://"),
        ({"url": "https://example.org/" + "a" * 400}, "Use at most 400 letters"),
        ({"words": "a" * 20001}, "Use at most 20,000 letters"),
    ],
)
def test_a_wrong_paper_is_told_so(staff, group, given, words):
    answer = _add(staff, group, **given)

    assert answer.status_code == 422
    assert words in answer.text
    assert db.session.scalars(select(Paper)).all() == []
