"""When a person said they can come."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from recruit.extensions import db
from recruit.models.candidates import Candidate, FreeTime, MeetingReply
from recruit.models.groups import Meeting


def free_times_of(candidate: Candidate) -> list[FreeTime]:
    return list(db.session.scalars(select(FreeTime).where(FreeTime.candidate_id == candidate.id)))


def replies_of(candidate: Candidate) -> dict[UUID, MeetingReply]:
    said = select(MeetingReply).where(MeetingReply.candidate_id == candidate.id)
    return {reply.meeting_id: reply for reply in db.session.scalars(said)}


def known_meetings(meeting_ids: Collection[UUID]) -> set[UUID]:
    return set(db.session.scalars(select(Meeting.id).where(Meeting.id.in_(meeting_ids))))
