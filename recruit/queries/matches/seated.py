"""The true dates of those who sit together: who can come to which."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from recruit.extensions import db
from recruit.models.candidates import Candidate
from recruit.models.groups import Meeting
from recruit.queries.matches.roles import meetings_ahead
from recruit.queries.matches.times import SaidAboutTime, TimeFit, attended, said_by, time_fit


@dataclass(frozen=True)
class Dates:
    """The meetings of one group, and who said they can come to each; whoever told us nothing is left out."""

    meetings: tuple[Meeting, ...]
    coming: dict[UUID, frozenset[str]]

    def of_pair(self, candidate_ids: Collection[UUID]) -> list[int]:
        """For each meeting how many of these people can come."""
        return [
            sum(str(meeting.id) in self.coming.get(who, ()) for who in candidate_ids)
            for meeting in self.meetings
        ]


def dates_of(
    group_ids: Collection[UUID], candidate_ids: Collection[UUID], *, start: datetime
) -> dict[UUID, Dates]:
    """Half a year of dates for each group; the same number of statements however many people."""
    said = _said_by(candidate_ids)
    meetings: dict[UUID, list[Meeting]] = {group_id: [] for group_id in group_ids}
    for meeting in meetings_ahead(group_ids, start):
        meetings[meeting.group_id].append(meeting)
    return {
        group_id: Dates(
            tuple(theirs),
            {who: frozenset(attended(theirs, told)) for who, told in said.items() if told.is_known},
        )
        for group_id, theirs in meetings.items()
    }


def time_fit_of(candidate_id: UUID, meetings: list[Meeting]) -> TimeFit:
    """How these dates lie with what one person told us about their time."""
    said = _said_by([candidate_id]).get(candidate_id, SaidAboutTime())
    return time_fit(meetings, hours_needed=0, said=said)


def _said_by(candidate_ids: Collection[UUID]) -> dict[UUID, SaidAboutTime]:
    people = (
        select(Candidate)
        .where(Candidate.id.in_(candidate_ids))
        .options(
            *(
                selectinload(each)
                for each in (Candidate.free_times, Candidate.date_replies, Candidate.weeks_away)
            )
        )
    )
    return {each.id: said_by(each) for each in db.session.scalars(people)}
