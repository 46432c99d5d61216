"""Role profiles as the arithmetic sees them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, selectinload

from matching.gaps import Target as Wanted
from matching.records import SCORES, LivedAsked, Role
from recruit.extensions import db
from recruit.models.groups import Meeting
from recruit.models.programmes import Target
from recruit.models.roles import Criterion, Facet, RoleProfile, RoleVersion
from recruit.queries.meetings import meetings_between
from recruit.reference import taxonomies

AHEAD = timedelta(days=183)


def role_of_version(
    version: RoleVersion,
    meetings: Sequence[Meeting],
    *,
    targets: Mapping[str, Wanted],
    reference_gain: float | None = None,
    weights: Mapping[str, float] | None = None,
) -> Role:
    """What one version asks for; other weights than its own make a trial."""
    asked = {facet: [each for each in version.criteria if each.facet is facet] for facet in Facet}
    return Role(
        weights=weights or weights_of(version),
        skills={each.code: each.weight for each in asked[Facet.SKILLS]},
        lived={each.code: _lived_asked(each) for each in asked[Facet.LIVED]},
        communities={each.code: each.weight for each in asked[Facet.COMMUNITIES]},
        breadth=version.breadth,
        essential=tuple(tag_of(each) for each in version.criteria if each.is_essential),
        hours=hours_of(version),
        meetings=tuple(str(meeting.id) for meeting in meetings),
        targets=targets,
        reference_gain=reference_gain,
        text=tuple(each.words or taxonomies.tag_label(tag_of(each)) for each in version.criteria),
    )


def weights_of(version: RoleVersion) -> dict[str, float]:
    """The published weighting of the five scores, in their order."""
    return {score: getattr(version, f"weight_{score}") for score in SCORES}


def hours_of(version: RoleVersion) -> float:
    """Hours a month, reading included."""
    return version.hours_meetings + version.hours_reading


def tag_of(criterion: Criterion) -> str:
    return taxonomies.tag_id(str(criterion.facet), criterion.code)


def meetings_ahead(group_ids: Collection[UUID], start: datetime) -> list[Meeting]:
    """The true meetings of half a year, soonest first."""
    return meetings_between(group_ids, start, start + AHEAD)


def newest_versions(group_ids: Collection[UUID]) -> dict[UUID, RoleVersion]:
    """The role of each group as it reads now, with its criteria."""
    versions = (
        select(RoleVersion)
        .join(RoleVersion.role_profile)
        .where(RoleProfile.group_id.in_(group_ids))
        .order_by(RoleVersion.number)
        .options(contains_eager(RoleVersion.role_profile), selectinload(RoleVersion.criteria))
    )
    return {version.role_profile.group_id: version for version in db.session.scalars(versions)}


def targets_of(programme_id: UUID) -> list[Target]:
    return list(db.session.scalars(select(Target).where(Target.programme_id == programme_id)))


def _lived_asked(criterion: Criterion) -> LivedAsked:
    if not criterion.perspectives:
        return LivedAsked(criterion.weight)
    return LivedAsked(criterion.weight, tuple(criterion.perspectives))
