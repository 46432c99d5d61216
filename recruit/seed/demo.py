"""Makes the demo: the story of the model case, told until today."""

from datetime import date, datetime

from sqlalchemy import select

from recruit.actions.shortlists import freeze_scores
from recruit.actions.vault import seal_answers, seal_needs
from recruit.extensions import db
from recruit.models.candidates import Candidate
from recruit.models.programmes import Programme
from recruit.models.refreshes import RefreshProposal
from recruit.models.seats import Term
from recruit.models.shortlists import Shortlist
from recruit.models.states import ProposalState
from recruit.models.vault import BalanceUse
from recruit.queries.matches import planning_of, proposed_plan, ranked_for
from recruit.queries.matches.planning import Solved
from recruit.queries.matches.refreshing import refresh_points
from recruit.queries.shortlists import shortlist_of
from recruit.seed.cast import COVERED_THREE
from recruit.seed.equality_answers import equality_answers
from recruit.seed.needs import needs_of
from recruit.seed.people import PersonRecord
from recruit.seed.rows.choosing import SHORTLIST_DAYS
from recruit.seed.rows.ledger import row_id
from recruit.seed.rows.people import candidate_id
from recruit.seed.rows.places import PROGRAMME
from recruit.seed.rows.story import people_here, the_story
from recruit.seed.story_days import PAIRS_PUBLISHED, Calendar, Moment


def make_demo(today: date, now: datetime, *, at: str = Moment.TODAY) -> None:
    """Fill an empty database; `at="before pairs"` stops when fifteen are chosen and nobody sits anywhere."""
    calendar = Calendar(today, now, Moment(at))
    solved = _said_before_the_pairs(calendar) if calendar.has_come(PAIRS_PUBLISHED) else {}
    the_story(calendar, solved).write(db.session)
    _freeze_scores(calendar)
    if solved:
        _propose_a_refresh(calendar)
    _fill_the_vault(people_here(calendar))


def _said_before_the_pairs(calendar: Calendar) -> Solved:
    """What the planner proposed on the day of the first pairs: the story is told until then, asked, and taken back."""
    then = calendar.stopped_at(Moment.BEFORE_PAIRS)
    savepoint = db.session.begin_nested()
    the_story(then, {}).write(db.session)
    solved = proposed_plan(planning_of(PROGRAMME, on=then.today))
    savepoint.rollback()
    db.session.expunge_all()
    return solved | {"seconds": 0.0}


def _freeze_scores(calendar: Calendar) -> None:
    """Give each decision the scores it was made on, as they were when its shortlist was opened."""
    programme = db.session.get_one(Programme, PROGRAMME)
    for number, day in SHORTLIST_DAYS.items():
        shortlist = shortlist_of(programme, row_id(Shortlist, number))
        if shortlist is None:
            continue
        people = [entry.candidacy.candidate_id for entry in shortlist.entries]
        ranked = ranked_for(shortlist.role_version, people, today=calendar.on(day), now=calendar.at(day))
        shortlist.reference_gain = ranked.ranking.reference_gain
        for entry in shortlist.entries:
            if entry.decision is not None:
                freeze_scores(entry, ranked)
    db.session.flush()


def _propose_a_refresh(calendar: Calendar) -> None:
    """The seat that nobody of the pool can fill yet: the night shift has worked out what could be done."""
    points = refresh_points(PROGRAMME, on=calendar.today, today=calendar.today)
    db.session.add(
        RefreshProposal(
            id=row_id(RefreshProposal, "open"),
            programme_id=PROGRAMME,
            because_term_id=row_id(Term, f"W5:2:{COVERED_THREE}"),
            state=ProposalState.OPEN,
            made_at=calendar.at(calendar.day - 1, 6),
            starts_on=calendar.today,
            points=[point | {"plan": point["plan"] | {"seconds": 0.0}} for point in points],
        )
    )
    db.session.flush()


def _fill_the_vault(people: list[PersonRecord]) -> None:
    candidates = {candidate.id: candidate for candidate in db.session.scalars(select(Candidate))}
    for place, person in enumerate(people):
        needs = needs_of(place)
        if needs is not None:
            seal_needs(candidates[candidate_id(person.key)], needs)
        given = equality_answers(person)
        if given is not None:
            answers, for_balance = given
            use = BalanceUse.COUNT_AND_BALANCE if for_balance else BalanceUse.COUNT_ONLY
            seal_answers(candidates[candidate_id(person.key)], answers, use)
