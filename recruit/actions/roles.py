"""What can happen to a role profile."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from flask_babel import gettext as _

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.groups import Group
from recruit.models.roles import Criterion, Facet, RoleProfile, RoleVersion, Rung
from recruit.queries.roles import is_in_use, slugs_like


@dataclass(frozen=True)
class RoleWords:
    """What a role says of itself; the names are those of its columns."""

    title: str
    lead: str
    decides: str
    rung: Rung
    hours_meetings: float
    hours_reading: float
    term_months: int
    notice: str
    payment: str
    expenses: str
    support: str
    choosing: str


@dataclass(frozen=True)
class ScoreWeights:
    """How much each of the five scores counts."""

    weight_skills: float = 25
    weight_lived: float = 25
    weight_connections: float = 25
    weight_availability: float = 10
    weight_gap: float = 15


@dataclass(frozen=True)
class AskedFor:
    """One thing a role asks for, and how much it counts among its kind."""

    facet: Facet
    code: str
    weight: float
    is_essential: bool


def begin_role(
    group: Group,
    words: RoleWords,
    *,
    weights: ScoreWeights,
    criteria: Sequence[AskedFor],
    by: Account,
    now: datetime,
) -> RoleProfile:
    """Write a new role for a group; nobody outside sees it before it is opened."""
    role = RoleProfile(
        programme_id=group.programme_id,
        group_id=group.id,
        slug=_slug(words.title),
        is_open=False,
        versions=[],
    )
    version = RoleVersion(number=1, breadth=0, criteria=[], **asdict(words), **asdict(weights))
    role.versions.append(version)
    db.session.add(role)
    db.session.flush()
    _ask_for(version, criteria)
    record("role begun", role, by=by, now=now)
    return role


def change_role(
    role: RoleProfile,
    words: RoleWords,
    *,
    weights: ScoreWeights,
    criteria: Sequence[AskedFor],
    by: Account,
    now: datetime,
) -> RoleVersion:
    """Save how a role reads; what a call or a shortlist began with is kept, and the change is the next version."""
    version = role.versions[-1]
    kept = {(each.facet, each.code): each for each in version.criteria}
    if is_in_use(version):
        version = RoleVersion(number=version.number + 1, breadth=version.breadth, criteria=[])
        _fill(version, words, weights)
        role.versions.append(version)
    else:
        _fill(version, words, weights)
        version.criteria.clear()
    # The old criteria go before the new ones come: one role asks for one thing once.
    db.session.flush()
    _ask_for(version, criteria, kept)
    record("role changed", role, by=by, now=now, version=version.number)
    return version


def open_role(role: RoleProfile, *, closes_on: date | None, by: Account, today: date, now: datetime) -> None:
    if closes_on is not None and closes_on < today:
        raise Refused(_("That day has passed. Choose a later day, or leave it empty: always open."))
    role.is_open, role.closes_on = True, closes_on
    record("role opened", role, by=by, now=now)


def close_role(role: RoleProfile, *, by: Account, now: datetime) -> None:
    if not role.is_open:
        raise Refused(_("This role is closed already."))
    role.is_open = False
    record("role closed", role, by=by, now=now)


def stamp_of(version: RoleVersion) -> str:
    """A short mark of how a role reads now: another mark means that somebody saved it meanwhile."""
    told = [version.number, *_columns(version).values()]
    asked = [(each.facet, each.code, each.weight, each.is_essential) for each in version.criteria]
    return hashlib.sha256(repr((told, asked)).encode()).hexdigest()[:16]


def _columns(version: RoleVersion) -> dict[str, object]:
    names = [*RoleWords.__dataclass_fields__, *ScoreWeights.__dataclass_fields__]
    return {name: getattr(version, name) for name in names}


def _fill(version: RoleVersion, words: RoleWords, weights: ScoreWeights) -> None:
    for name, value in {**asdict(words), **asdict(weights)}.items():
        setattr(version, name, value)


def _ask_for(
    version: RoleVersion,
    criteria: Sequence[AskedFor],
    kept: dict[tuple[Facet, str], Criterion] | None = None,
) -> None:
    """Write the criteria in order; one that was there before keeps its own words and perspectives."""
    for position, asked in enumerate(criteria, start=1):
        before = (kept or {}).get((asked.facet, asked.code))
        version.criteria.append(
            Criterion(
                position=position,
                perspectives=list(before.perspectives) if before else [],
                words=before.words if before else "",
                **asdict(asked),
            )
        )
    db.session.flush()


def _slug(title: str) -> str:
    """The title as the end of an address; a second role of the same title gets a number."""
    stem = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:50] or "role"
    taken = slugs_like(stem)
    return next(
        slug for slug in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken
    )
