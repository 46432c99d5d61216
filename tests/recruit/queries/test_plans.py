"""Who would sit where by a plan, from day to day."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta

from recruit.models.plans import Offer
from recruit.models.states import OfferState, TermState
from recruit.queries.plans import held_on, placements_of, plans_of, staggered
from tests.makers import NOW, TODAY, a_candidate, a_group, a_term, kept

STARTS = date(2027, 1, 1)
HALF_A_YEAR = relativedelta(months=6)


@pytest.mark.parametrize(
    "others",
    [
        [],
        [date(2029, 1, 1)],
        [date(2028, 10, 1)],
        [date(2029, 1, 1), date(2028, 7, 1)],
        [date(2027, 8, 1)],
        [date(2027, 7, 1), date(2028, 1, 1), date(2028, 7, 1), date(2029, 1, 1)],
    ],
)
def test_a_term_ends_half_a_year_from_every_other_and_is_never_short(others):
    ends_on = staggered(date(2029, 1, 1), others, starts_on=STARTS)

    assert all(ends_on <= other - HALF_A_YEAR or ends_on >= other + HALF_A_YEAR for other in others)
    assert ends_on >= STARTS + HALF_A_YEAR


def test_alone_a_term_has_its_full_length():
    assert staggered(date(2029, 1, 1), [], starts_on=STARTS) == date(2029, 1, 1)


def test_a_seat_is_held_by_a_term_and_by_an_open_offer(programme):
    group = a_group(programme)
    sits, asked = a_candidate(), a_candidate()
    a_term(sits, group.seats[0])
    offer = an_offer(group.seats[1], asked)

    before = {each.candidate_id for each in held_on(TODAY, [group.id])}
    offer.state = OfferState.DECLINED

    assert before == {sits.id, asked.id}
    assert {each.candidate_id for each in held_on(TODAY, [group.id])} == {sits.id}


def test_a_term_that_has_ended_holds_nothing(programme):
    group = a_group(programme)
    a_term(a_candidate(), group.seats[0], state=TermState.ENDED)

    assert held_on(TODAY, [group.id]) == []


def test_only_newcomers_are_placed_and_only_in_free_seats(programme):
    group = a_group(programme)
    sits, comes = a_candidate(), a_candidate()
    a_term(sits, group.seats[0])
    solved = {"assignments": [{"workstream": str(group.id), "people": [str(sits.id), str(comes.id)]}]}

    placed = placements_of(
        solved, groups=[group], held=held_on(TODAY, [group.id]), months={group.id: 24}, on=TODAY
    )

    assert [(each.candidate_id, each.seat_id) for each in placed] == [(comes.id, group.seats[1].id)]


def test_a_programme_without_plans_has_none(programme):
    assert plans_of(programme) == []


def an_offer(seat, person):
    return kept(
        Offer(
            seat=seat,
            candidate=person,
            state=OfferState.OPEN,
            starts_on=TODAY,
            ends_on=TODAY + timedelta(days=700),
            made_at=NOW,
            lapses_at=NOW + timedelta(days=14),
        )
    )
