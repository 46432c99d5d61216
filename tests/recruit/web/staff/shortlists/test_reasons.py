"""Why a score is what it is, in words and in the person's own words."""

import pytest

from recruit.models.candidates import Link, SeenBy, Statement
from recruit.models.programmes import Target
from recruit.queries.matches import ranked_for
from recruit.web.staff.shortlists.reasons import LONGEST_QUOTE, why_rows
from tests.makers import NOW, TODAY, a_candidate, a_group, a_role, kept

LONG = "I have sat on many boards over the years and heard a great deal of talk. " * 4


@pytest.fixture
def role(programme):
    group = a_group(programme, meetings=2)
    return a_role(group, skills=["finance", "challenge"], communities=["carers"], hours_reading=4)


def why(role, person, *, names_shown=False):
    version = role.versions[-1]
    ranked = ranked_for(version, [person.id], today=TODAY, now=NOW)
    candidate = ranked.candidates[person.id]
    rows = why_rows(ranked.entries[person.id], ranked, candidate, version.criteria, names_shown=names_shown)
    return {row.name: row for row in rows}


def said(person, text):
    kept(Statement(candidate_id=person.id, field="skills_text", text=text, seen_by=SeenBy.PANEL))


def words_of(quote):
    return "".join(words for words, _number in quote)


def test_the_five_stand_in_their_order(app, role):
    names = list(why(role, a_candidate()))

    assert names == ["Skills", "Lived experience", "Connections", "Availability", "Diversity gap"]


def test_a_skill_says_how_it_is_known(role):
    person = a_candidate(skills={"finance": 0.8, "challenge": 1.0})

    counted = why(role, person)["Skills"].counted

    assert "with an example" in counted
    assert "confirmed by reviewers" in counted


def test_connections_say_how_far_they_reach(role):
    assert "eads: " in why(role, a_candidate(connections={"carers": Link.LEADER}))["Connections"].counted


def test_times_are_said_as_dates_and_hours(role):
    counted = why(role, a_candidate())["Availability"].counted

    assert counted == "2 of 2 dates. Offers 12 hours, needs 10 hours. Fits."


def test_a_gap_says_which_family_and_nothing_protected(programme, role):
    kept(Target(programme_id=programme.id, family="area", code="harrow", wanted=1, weight=1))

    assert why(role, a_candidate(area="harrow"))["Diversity gap"].counted == "Lives in Harrow."


def test_what_is_not_asked_is_said_to_be_so(role):
    row = why(role, a_candidate())["Lived experience"]

    assert (row.points, row.counted) == ("", "Not asked for here.")


def test_words_that_counted_are_numbered_in_the_quote(role):
    person = a_candidate(skills={"finance": 0.5})
    said(person, "I looked after the money and budgets of our hall.")

    [quote] = why(role, person)["Skills"].quotes

    assert [number for _words, number in quote if number] == [1]
    assert words_of(quote) == "“I looked after the money and budgets of our hall.”"


def test_a_long_answer_is_quoted_around_what_counted(role):
    person = a_candidate(skills={"finance": 0.5})
    said(person, f"{LONG}Then I looked after the budgets. {LONG}")

    [quote] = why(role, person)["Skills"].quotes

    assert "budgets" in words_of(quote)
    assert words_of(quote).startswith("“…")
    assert len(words_of(quote)) < LONGEST_QUOTE + 10


def test_a_persons_own_name_is_left_out_while_names_are_hidden(role):
    person = a_candidate(name="Grace Mensah", skills={"finance": 0.5})
    said(person, "Grace Mensah looks after the budgets, they said.")

    [hidden] = why(role, person)["Skills"].quotes
    [shown] = why(role, person, names_shown=True)["Skills"].quotes

    assert "Grace" not in words_of(hidden)
    assert "Grace Mensah" in words_of(shown)
