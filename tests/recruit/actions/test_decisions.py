"""How people hear what was decided."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from recruit.actions.decisions import tell_decisions
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.models.groups import GroupKind, Membership
from recruit.models.messages import Message
from recruit.models.shortlists import Shortlist, ShortlistEntry
from recruit.models.states import Decision, Stage
from recruit.queries.shortlists import shortlist_of
from tests.makers import NOW, TODAY, a_candidacy, a_candidate, a_group, a_role, kept

REASON = "Asked the question that nobody had asked."
LATER = NOW + timedelta(days=1)


@pytest.fixture
def group(programme):
    return a_group(programme, kind=GroupKind.ADVISORY_GROUP, name="Advisory group", seats=0)


def a_shortlist(group, *decisions):
    role = a_role(group)
    shortlist = kept(Shortlist(role_version=role.versions[-1], opened_at=NOW, seats=1, reference_gain=None))
    for decision in decisions:
        candidacy = a_candidacy(a_candidate(), role, stage=Stage(decision) if decision else Stage.SHORTLISTED)
        facts = {"decision": decision, "reason": REASON, "decided_at": NOW} if decision else {}
        kept(ShortlistEntry(shortlist_id=shortlist.id, candidacy=candidacy, **facts))
    return shortlist_of(group.programme, shortlist.id)


def told(shortlist, by, now=LATER):
    return tell_decisions(shortlist, by=by, today=TODAY, now=now)


def test_everybody_who_is_decided_hears_with_the_reason(group, coordinator):
    shortlist = a_shortlist(group, *Decision, None)

    assert told(shortlist, coordinator) == 3

    messages = db.session.scalars(select(Message)).all()
    assert {message.kind for message in messages} == {"chosen", "next_in_line", "not_this_time"}
    assert all(REASON in message.body for message in messages)


def test_nobody_hears_the_same_twice(group, coordinator):
    shortlist = a_shortlist(group, Decision.CHOSEN)
    told(shortlist, coordinator)

    with pytest.raises(Refused, match="Everybody who is decided has heard"):
        told(shortlist, coordinator)


def test_a_decision_that_changed_is_told_again(group, coordinator):
    shortlist = a_shortlist(group, Decision.NEXT_IN_LINE)
    told(shortlist, coordinator)
    entry = shortlist.entries[0]
    entry.decision, entry.decided_at = Decision.CHOSEN, LATER + timedelta(hours=1)

    assert told(shortlist, coordinator, now=LATER + timedelta(days=1)) == 1


def test_whoever_is_chosen_for_the_advisory_group_joins_it(group, coordinator):
    shortlist = a_shortlist(group, Decision.CHOSEN, Decision.NEXT_IN_LINE)

    told(shortlist, coordinator)

    joined = db.session.scalars(select(Membership)).one()
    chosen = next(entry for entry in shortlist.entries if entry.decision is Decision.CHOSEN)
    assert (joined.candidate_id, joined.joined_on) == (chosen.candidacy.candidate_id, TODAY)


def test_a_seat_in_a_workstream_is_only_given_by_an_offer(programme, coordinator):
    told(a_shortlist(a_group(programme), Decision.CHOSEN), coordinator)

    assert db.session.scalars(select(Membership)).all() == []


def test_whoever_left_is_not_written_to(group, coordinator):
    shortlist = a_shortlist(group, Decision.NOT_THIS_TIME)
    shortlist.entries[0].candidacy.stage = Stage.WITHDRAWN

    with pytest.raises(Refused):
        told(shortlist, coordinator)
