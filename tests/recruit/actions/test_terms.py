"""How a term begins and ends."""

from datetime import timedelta

import pytest

from recruit.actions.refusals import Refused
from recruit.actions.terms import begin_terms, end_term, end_terms
from recruit.models.states import TermState
from tests.makers import NOW, TODAY, a_candidate, a_group, a_term

DAY = timedelta(days=1)


@pytest.fixture
def seat(programme):
    return a_group(programme).seats[0]


def test_a_planned_term_begins_on_its_day(seat):
    today = a_term(a_candidate(), seat, state=TermState.PLANNED, starts_on=TODAY)
    later = a_term(a_candidate(), seat, state=TermState.PLANNED, starts_on=TODAY + DAY)

    assert begin_terms(today=TODAY, now=NOW) == 1
    assert (today.state, later.state) == (TermState.SERVING, TermState.PLANNED)


def test_a_term_that_has_run_out_ends_on_its_last_day(seat):
    over = a_term(a_candidate(), seat, ends_on=TODAY)
    serving = a_term(a_candidate(), seat, ends_on=TODAY + DAY)

    assert end_terms(today=TODAY, now=NOW) == 1
    assert (over.state, over.ends_on, serving.state) == (TermState.ENDED, TODAY, TermState.SERVING)


def test_a_term_ends_once(seat, coordinator):
    term = a_term(a_candidate(), seat)
    end_term(term, on=TODAY, because="time", by=coordinator, now=NOW)

    with pytest.raises(Refused):
        end_term(term, on=TODAY, because="time", by=coordinator, now=NOW)

    assert (term.ends_on, term.ended_because) == (TODAY, "time")
