"""What can happen on a shortlist."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from recruit.actions.refusals import Refused
from recruit.actions.shortlists import (
    Verdict,
    add_newcomers,
    decide,
    goes_against,
    note_trial,
    open_shortlist,
    waive_essential,
)
from recruit.extensions import db
from recruit.models.candidacies import Waiver
from recruit.models.events import Event
from recruit.models.groups import GroupKind, Membership
from recruit.models.plans import Offer
from recruit.models.states import Decision, OfferState, Stage, TermState
from recruit.queries.matches import ranking_of
from recruit.queries.shortlists import candidacies_ready, shortlist_of
from tests.makers import NOW, TODAY, a_candidacy, a_candidate, a_group, a_role, a_term, kept

REASON = "Asked the question nobody had asked."


@pytest.fixture
def role(programme):
    group = a_group(programme, kind=GroupKind.ADVISORY_GROUP, seats=0, meetings=2)
    return a_role(group, skills=["finance", "challenge"])


@pytest.fixture
def opened(role, coordinator):
    """A shortlist of two for one place: the first has the higher score."""
    for strength in (0.8, 0.5):
        a_candidacy(a_candidate(skills={"finance": strength}), role)
    return opened_for(role, coordinator)


def opened_for(role, coordinator, seats=1):
    shortlist = open_shortlist(role, seats=seats, by=coordinator, today=TODAY, now=NOW)
    db.session.flush()
    return shortlist_of(role.programme, shortlist.id)


def entry_ranked(shortlist, rank):
    ranked = ranking_of(shortlist, today=TODAY, now=NOW)
    best = list(ranked.entries)[rank - 1]
    return next(entry for entry in shortlist.entries if entry.candidacy.candidate_id == best), ranked


def decided(shortlist, rank, decision, by, reason=REASON, version=None):
    entry, ranked = entry_ranked(shortlist, rank)
    decide(entry, Verdict(decision, reason, version or entry.version), ranked=ranked, by=by, now=NOW)
    db.session.flush()
    return entry


def asked(candidate, seat):
    kept(
        Offer(
            seat=seat,
            candidate=candidate,
            state=OfferState.OPEN,
            starts_on=TODAY,
            ends_on=TODAY + timedelta(days=700),
            made_at=NOW,
            lapses_at=NOW + timedelta(days=14),
        )
    )


def seated(candidate, seat):
    a_term(candidate, seat, state=TermState.PLANNED)


def belonging(candidate, seat):
    advisory = a_group(seat.group.programme, kind=GroupKind.ADVISORY_GROUP, seats=0)
    kept(Membership(group=advisory, candidate=candidate, joined_on=TODAY))


@pytest.mark.parametrize("stage", [Stage.REGISTERED, Stage.INVITED, Stage.ATTENDED, Stage.INTERESTED])
def test_whoever_is_ready_comes_on_the_list(role, coordinator, stage):
    candidacy = a_candidacy(a_candidate(), role, stage=stage)

    shortlist = opened_for(role, coordinator)

    assert [entry.candidacy for entry in shortlist.entries] == [candidacy]
    assert candidacy.stage is Stage.SHORTLISTED


@pytest.mark.parametrize("stage", [Stage.PAUSED, Stage.WITHDRAWN, Stage.CHOSEN])
def test_whoever_left_or_is_decided_does_not(role, coordinator, opened, stage):
    a_candidacy(a_candidate(), role, stage=stage)

    with pytest.raises(Refused):
        add_newcomers(opened, by=coordinator, today=TODAY, now=NOW)


@pytest.mark.parametrize(("days", "is_ready"), [(-1, True), (0, True), (1, False)])
def test_whoever_takes_a_break_is_looked_at_when_it_is_over(role, days, is_ready):
    a_candidacy(a_candidate(paused_until=TODAY + timedelta(days=days)), role)

    assert bool(candidacies_ready(role.id, today=TODAY)) is is_ready


def test_nobody_is_looked_at_before_about_you_is_done(role, coordinator):
    a_candidacy(a_candidate(about_done=False), role)

    with pytest.raises(Refused, match="Nobody is ready"):
        open_shortlist(role, seats=1, by=coordinator, today=TODAY, now=NOW)


def test_nobody_is_looked_at_who_took_their_consent_back(role, coordinator):
    person = a_candidate()
    person.consents[0].taken_back_at = NOW
    a_candidacy(person, role)

    with pytest.raises(Refused, match="Nobody is ready"):
        open_shortlist(role, seats=1, by=coordinator, today=TODAY, now=NOW)


def test_whoever_left_and_came_back_keeps_their_one_place(role, coordinator, opened):
    entry = opened.entries[0]
    entry.candidacy.stage = Stage.REGISTERED

    add_newcomers(opened, by=coordinator, today=TODAY, now=NOW)
    db.session.flush()

    assert entry.candidacy.stage is Stage.SHORTLISTED
    assert len({each.candidacy_id for each in opened.entries}) == len(opened.entries) == 2


def test_whoever_became_ready_since_can_be_added(role, coordinator, opened):
    a_candidacy(a_candidate(), role)

    assert add_newcomers(opened, by=coordinator, today=TODAY, now=NOW) == 1


@pytest.mark.parametrize(
    ("decision", "stage"),
    [
        (Decision.CHOSEN, Stage.CHOSEN),
        (Decision.NEXT_IN_LINE, Stage.NEXT_IN_LINE),
        (Decision.NOT_THIS_TIME, Stage.NOT_THIS_TIME),
    ],
)
def test_a_decision_moves_the_person_and_keeps_reason_and_scores(opened, coordinator, decision, stage):
    entry = decided(opened, 1, decision, coordinator)

    assert (entry.candidacy.stage, entry.reason, entry.decided_by_id) == (stage, REASON, coordinator.id)
    assert entry.scores["weights"]["skills"] == 25
    assert sum(entry.scores["contributions"].values()) == pytest.approx(entry.total)


def test_scores_stay_as_they_were_when_it_was_decided(opened, coordinator, role):
    entry = decided(opened, 1, Decision.CHOSEN, coordinator)
    role.versions[-1].weight_skills = 100

    total_now = entry_ranked(opened, 1)[1].entries[entry.candidacy.candidate_id].total

    assert entry.total != pytest.approx(total_now)


def test_a_decision_can_be_taken_back(opened, coordinator):
    decided(opened, 1, Decision.CHOSEN, coordinator)

    entry = decided(opened, 1, Decision.NEXT_IN_LINE, coordinator, reason="Asked to start in the autumn.")

    assert entry.candidacy.stage is Stage.NEXT_IN_LINE


@pytest.mark.parametrize(
    ("hold", "first"),
    [(asked, "answer or it runs out"), (seated, "step down"), (belonging, "withdraw")],
)
def test_nobody_who_holds_something_is_told_not_this_time(programme, opened, coordinator, hold, first):
    chosen = decided(opened, 1, Decision.CHOSEN, coordinator)
    hold(chosen.candidacy.candidate, a_group(programme).seats[0])

    with pytest.raises(Refused, match=first):
        decided(opened, 1, Decision.NOT_THIS_TIME, coordinator)

    assert chosen.candidacy.stage is Stage.CHOSEN


def test_whoever_decides_on_an_old_page_is_told_what_was_decided(opened, coordinator):
    entry, _ranked = entry_ranked(opened, 1)
    seen = entry.version
    decided(opened, 1, Decision.CHOSEN, coordinator)

    with pytest.raises(Refused, match=REASON):
        decided(opened, 1, Decision.NOT_THIS_TIME, coordinator, version=seen)


@pytest.mark.parametrize(
    ("decision", "rank", "against"),
    [
        (Decision.CHOSEN, 1, False),
        (Decision.CHOSEN, 3, True),
        (Decision.NOT_THIS_TIME, 1, True),
        (Decision.NOT_THIS_TIME, 3, False),
        (Decision.NEXT_IN_LINE, 3, False),
        (None, 1, None),
    ],
)
def test_a_decision_against_the_score_is_known_as_one(decision, rank, against):
    assert goes_against(decision, rank, seats=2) is against


def test_whoever_lacks_an_essential_is_not_chosen_before_somebody_looked(programme, coordinator):
    role = a_role(a_group(programme, meetings=1), skills=["finance"], essential=["finance"])
    a_candidacy(a_candidate(), role)
    shortlist = opened_for(role, coordinator)

    with pytest.raises(Refused, match="One essential is not met"):
        decided(shortlist, 1, Decision.CHOSEN, coordinator)
    entry, _ranked = entry_ranked(shortlist, 1)
    waive_essential(entry, "skills:finance", reason="We saw it done.", by=coordinator, now=NOW)

    assert decided(shortlist, 1, Decision.CHOSEN, coordinator).decision is Decision.CHOSEN


def test_an_essential_is_waived_once_and_only_where_it_is_one(programme, coordinator):
    role = a_role(a_group(programme, meetings=1), skills=["finance", "challenge"], essential=["finance"])
    a_candidacy(a_candidate(), role)
    entry, _ranked = entry_ranked(opened_for(role, coordinator), 1)
    waive_essential(entry, "skills:finance", reason="We saw it done.", by=coordinator, now=NOW)

    for tag in ("skills:finance", "skills:challenge"):
        with pytest.raises(Refused):
            waive_essential(entry, tag, reason="We saw it done.", by=coordinator, now=NOW)

    assert db.session.scalar(select(func.count(Waiver.id))) == 1


def test_nothing_is_decided_about_somebody_who_left(opened, coordinator):
    entry, ranked = entry_ranked(opened, 1)
    entry.candidacy.stage = Stage.WITHDRAWN

    with pytest.raises(Refused, match="withdrawn"):
        decide(
            entry,
            Verdict(Decision.NOT_THIS_TIME, REASON, entry.version),
            ranked=ranked,
            by=coordinator,
            now=NOW,
        )


def test_a_trial_is_noted_once_a_day_for_each_weighting(opened, coordinator):
    for weights in ({"skills": 50.0}, {"skills": 50.0}, {"skills": 60.0}):
        note_trial(opened.id, weights, by=coordinator, now=NOW)

    noted = db.session.scalars(select(Event.detail).where(Event.what == "weights tried"))
    assert sorted(each["skills"] for each in noted) == [50.0, 60.0]
