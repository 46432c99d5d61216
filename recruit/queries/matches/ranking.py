"""A shortlist's five scores, with what counted and what would change them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from sqlalchemy import select

from matching import RoleScorer, explain
from matching.explaining import Explanation
from matching.gaps import Target as Wanted
from matching.ranking import Entry, Ranking
from matching.records import Person, Role
from recruit.extensions import db
from recruit.models.candidates import Candidate, Purpose
from recruit.models.groups import Meeting
from recruit.models.roles import RoleVersion
from recruit.models.shortlists import Shortlist
from recruit.queries.consents import agrees_to
from recruit.queries.gaps import held_by_those_serving
from recruit.queries.matches.people import person_of, vouched_for, waivers_of, with_facts
from recruit.queries.matches.roles import meetings_ahead, role_of_version, targets_of
from recruit.queries.matches.times import LONDON
from recruit.queries.pairs import experienced_on
from recruit.queries.shortlists import LEFT


@dataclass(frozen=True)
class Ranked:
    """Everybody of a pool beside one role, ranked; keyed by the candidate's id."""

    role: Role
    scorer: RoleScorer
    ranking: Ranking
    people: Mapping[UUID, Person]
    candidates: Mapping[UUID, Candidate]
    meetings: tuple[Meeting, ...]

    @cached_property
    def entries(self) -> dict[UUID, Entry]:
        """Those who are ranked, best first."""
        return {UUID(entry.id): entry for entry in self.ranking.ranking}

    def explanation(self, candidate_id: UUID) -> Explanation:
        """Why one total is what it is, and what exactly would change it."""
        when = {str(each.id): each.starts_at.astimezone(LONDON) for each in self.meetings}
        return explain(self.scorer, self.people[candidate_id], when=when)

    def dates_of(self, candidate_id: UUID) -> tuple[int, int]:
        """How many of the role's meetings this person can come to, and how many there are."""
        return len(self.people[candidate_id].meetings or ()), len(self.meetings)


def ranking_of(
    shortlist: Shortlist, *, today: date, now: datetime, weights: Mapping[str, float] | None = None
) -> Ranked:
    """Those of a shortlist who are still here, by the role version and the reference gain it was opened with."""
    return ranked_for(
        shortlist.role_version,
        [each.candidacy.candidate_id for each in shortlist.entries if each.candidacy.stage not in LEFT],
        reference_gain=shortlist.reference_gain,
        weights=weights,
        today=today,
        now=now,
    )


def ranked_for(
    version: RoleVersion,
    candidate_ids: Collection[UUID],
    *,
    today: date,
    now: datetime,
    reference_gain: float | None = None,
    weights: Mapping[str, float] | None = None,
) -> Ranked:
    """Rank those who let us use their answers; the same number of statements however many they are."""
    profile = version.role_profile
    meetings = meetings_ahead([profile.group_id], now)
    role = role_of_version(
        version,
        meetings,
        targets=_wanted(profile.programme_id, today),
        reference_gain=reference_gain,
        weights=weights,
    )
    candidates = _candidates_who_agree(candidate_ids)
    experienced = experienced_on(today, candidates)
    waived, vouched = waivers_of(candidates), vouched_for(candidates)
    people = {
        key: person_of(
            each,
            meetings,
            is_experienced=key in experienced,
            waived=waived.get((key, profile.id), ()),
            vouched=vouched.get(key, ()),
        )
        for key, each in candidates.items()
    }
    scorer = RoleScorer(role).fit(people.values())
    return Ranked(role, scorer, scorer.rank(people.values()), people, candidates, tuple(meetings))


def _candidates_who_agree(candidate_ids: Collection[UUID]) -> dict[UUID, Candidate]:
    """Nothing of anybody else is even read."""
    agreed = select(Candidate).where(Candidate.id.in_(candidate_ids), agrees_to(Purpose.FIND_A_ROLE))
    return {each.id: each for each in db.session.scalars(with_facts(agreed))}


def _wanted(programme_id: UUID, today: date) -> dict[str, Wanted]:
    """The targets of families that are not protected, and who of those now serving holds them."""
    held = held_by_those_serving(programme_id, on=today)
    return {
        f"{target.family}:{target.code}": Wanted(
            target.wanted, held[target.family, target.code], target.weight
        )
        for target in targets_of(programme_id)
    }
