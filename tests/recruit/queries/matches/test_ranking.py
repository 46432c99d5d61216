"""A shortlist's five scores."""

import pytest

from recruit.actions.vault import seal_answers
from recruit.extensions import db
from recruit.models.candidacies import Waiver
from recruit.models.candidates import Link
from recruit.models.groups import GroupKind
from recruit.models.programmes import Programme, Target
from recruit.models.shortlists import Shortlist, ShortlistEntry
from recruit.models.states import Stage
from recruit.models.vault import BalanceUse
from recruit.queries.matches import ranked_for, ranking_of, weights_of
from recruit.queries.shortlists import shortlist_of
from tests.makers import NOW, TODAY, a_candidacy, a_candidate, a_group, a_role, kept


@pytest.fixture
def role(programme):
    group = a_group(programme, kind=GroupKind.ADVISORY_GROUP, seats=0, meetings=4)
    return a_role(group, skills=["finance", "challenge"], lived=["dementia"], communities=["carers"])


def ranked(role, *people, **options):
    return ranked_for(role.versions[-1], [each.id for each in people], today=TODAY, now=NOW, **options)


def test_whoever_brings_more_of_what_is_asked_comes_first(role):
    less = a_candidate(skills={"finance": 0.5})
    more = a_candidate(skills={"finance": 0.8, "challenge": 0.8}, lived={"dementia": "self"})

    found = ranked(role, less, more)

    assert list(found.entries) == [more.id, less.id]
    assert found.entries[more.id].total > found.entries[less.id].total


def test_contributions_add_up_to_the_total(role):
    person = a_candidate(skills={"finance": 0.8}, connections={"carers": Link.ACTIVE})

    entry = ranked(role, person).entries[person.id]

    assert sum(entry.contributions.values()) == pytest.approx(entry.total, abs=1e-9)


def test_nobody_is_ranked_before_about_you_is_done(role):
    silent = a_candidate(about_done=False, skills={"finance": 1.0})

    assert silent.id not in ranked(role, silent, a_candidate()).entries


def test_nobody_is_ranked_who_does_not_let_us_use_their_answers(role):
    person = a_candidate(skills={"finance": 1.0})
    person.consents[0].taken_back_at = NOW

    found = ranked(role, person)

    assert (found.entries, found.candidates) == ({}, {})


@pytest.mark.parametrize("stage", [Stage.PAUSED, Stage.WITHDRAWN])
def test_whoever_left_is_not_scored_and_shifts_nobody(programme, role, stage):
    shortlist = shortlist_of(programme, a_shortlist(role, 2))
    first, second = shortlist.entries
    first.candidacy.stage = stage

    found = read_ranking(programme.id, shortlist.id)

    assert {key: entry.rank for key, entry in found.entries.items()} == {second.candidacy.candidate_id: 1}


def test_a_person_who_closes_a_gap_gains_by_it_until_it_is_closed(programme, role):
    kept(Target(programme_id=programme.id, family="area", code="harrow", wanted=1, weight=1))
    harrow, brent = a_candidate(area="harrow"), a_candidate(area="brent")

    entries = ranked(role, harrow, brent).entries

    assert (entries[harrow.id].scores["gap"], entries[brent.id].scores["gap"]) == (100, 0)


def test_the_measure_frozen_with_the_shortlist_is_kept(programme, role):
    kept(Target(programme_id=programme.id, family="area", code="harrow", wanted=1, weight=1))
    harrow = a_candidate(area="harrow")

    assert ranked(role, harrow, reference_gain=4.0).entries[harrow.id].scores["gap"] == 25


def test_other_weights_make_another_total_and_leave_the_scores(role):
    person = a_candidate(skills={"finance": 0.8})
    trial = weights_of(role.versions[-1]) | {"skills": 100.0}

    published, tried = (ranked(role, person, weights=each).entries[person.id] for each in (None, trial))

    assert tried.total > published.total
    assert tried.scores == published.scores


def test_a_missing_essential_asks_for_a_look_until_it_is_waived(programme):
    role = a_role(a_group(programme, meetings=1), skills=["finance"], essential=["finance"])
    person = a_candidate()

    before = ranked(role, person).entries[person.id].to_look_at
    kept(
        Waiver(
            candidate_id=person.id, role_profile_id=role.id, tag="skills:finance", reason="Seen it", at=NOW
        )
    )

    assert (before, ranked(role, person).entries[person.id].to_look_at) == (("skills:finance",), ())


def test_answers_from_the_vault_change_nothing(role):
    people = [a_candidate(skills={"finance": strength}) for strength in (0.5, 0.8)]
    before = ranked(role, *people).ranking

    for person, answer in zip(people, ("woman", "man"), strict=True):
        seal_answers(person, {"sex": answer}, BalanceUse.COUNT_AND_BALANCE)

    assert ranked(role, *people).ranking == before


def test_a_change_that_is_promised_is_worked_out_exactly(role):
    person = a_candidate(skills={"finance": 0.5})
    found = ranked(role, person)

    best = found.explanation(person.id).counterfactuals[0]

    assert best.total == pytest.approx(found.entries[person.id].total + best.gain)


def test_many_people_take_as_many_statements_as_two(programme, role, counted):
    lists = [(programme.id, a_shortlist(role, people)) for people in (2, 5)]

    asked = [counted(read_ranking, *each) for each in lists]

    assert asked[0] == asked[1]


def a_shortlist(role, people):
    """Opened by hand, with so many on it."""
    shortlist = kept(Shortlist(role_version=role.versions[-1], opened_at=NOW, seats=1, reference_gain=1.0))
    for _ in range(people):
        candidacy = a_candidacy(a_candidate(skills={"finance": 0.5}), role)
        kept(ShortlistEntry(shortlist_id=shortlist.id, candidacy=candidacy))
    return shortlist.id


def read_ranking(programme_id, shortlist_id):
    programme = db.session.get_one(Programme, programme_id)
    return ranking_of(shortlist_of(programme, shortlist_id), today=TODAY, now=NOW)
