"""Candidates as the arithmetic sees them: keys and numbers, no names."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from matching.records import REACH, Lived, Person
from recruit.extensions import db
from recruit.models.candidacies import Waiver
from recruit.models.candidates import Candidate, Connection, Link, SeenBy
from recruit.models.groups import Meeting
from recruit.models.nominations import Endorsement, Nomination
from recruit.models.roles import Facet
from recruit.models.states import NominationState
from recruit.queries.about_you import PERSPECTIVE
from recruit.queries.gaps import families_of
from recruit.queries.matches.times import attended, hours_offered, said_by

EXPERIENCED, NEW = "experienced", "new"
VOUCHED = 0.8


def candidates_with_facts(candidate_ids: Collection[UUID]) -> list[Candidate]:
    """These people with all that counts in a score, in the same number of statements however many."""
    return list(db.session.scalars(with_facts(select(Candidate).where(Candidate.id.in_(candidate_ids)))))


def with_facts(people: Select[Candidate]) -> Select[Candidate]:
    lists = (
        Candidate.skills,
        Candidate.lived_experience,
        Candidate.connections,
        Candidate.statements,
        Candidate.free_times,
        Candidate.date_replies,
        Candidate.weeks_away,
    )
    return people.options(joinedload(Candidate.nominated_by), *(selectinload(each) for each in lists))


def person_of(
    candidate: Candidate,
    meetings: Sequence[Meeting],
    *,
    is_experienced: bool,
    waived: Iterable[str] = (),
    vouched: Collection[str] = (),
) -> Person:
    """One candidate beside these meetings; ticks are no words, and words only their contact may see stay out.

    A skill that they ticked and a nominator vouched for with an example stands as if they gave the example.
    """
    said = said_by(candidate)
    return Person(
        id=str(candidate.id),
        about_done=candidate.about_done_at is not None,
        skills={
            skill.code: max(skill.strength, VOUCHED) if skill.code in vouched else skill.strength
            for skill in candidate.skills
        },
        lived=tuple(
            Lived(each.code, str(each.perspective), each.strength) for each in candidate.lived_experience
        ),
        communities={known.code: reach_of(known) for known in candidate.connections},
        hours=hours_offered(said),
        meetings=attended(meetings, said) if said.is_known else None,
        groups=groups_of(candidate, is_experienced=is_experienced),
        waived=tuple(waived),
        evidence=tuple(
            each.text
            for each in candidate.statements
            if each.seen_by is SeenBy.PANEL and each.field != PERSPECTIVE
        ),
    )


def reach_of(known: Connection) -> str:
    """A member who says how they would ask others reaches further than one who only belongs."""
    return "asks" if known.link is Link.MEMBER and known.would_ask else str(known.link)


def groups_of(candidate: Candidate, *, is_experienced: bool) -> tuple[str, ...]:
    """Families that are not protected, as `family:code`; nothing here ever comes from the vault."""
    word = EXPERIENCED if is_experienced else NEW
    return (
        *dict.fromkeys(f"{family}:{code}" for family, code in families_of(candidate)),
        f"experience:{word}",
    )


def tags_of(candidate: Candidate, *, is_experienced: bool) -> Iterator[str]:
    """What a person brings to a pair; perspective, area and time served count as well as the lists."""
    yield from (f"skills:{skill.code}" for skill in candidate.skills if skill.strength > 0)
    yield from (f"communities:{known.code}" for known in candidate.connections if REACH[reach_of(known)] > 0)
    for each in candidate.lived_experience:
        yield f"lived:{each.code}"
        yield f"perspective:{each.perspective}"
    if candidate.area:
        yield f"area:{candidate.area}"
    yield EXPERIENCED if is_experienced else NEW


def waivers_of(candidate_ids: Collection[UUID]) -> dict[tuple[UUID, UUID], set[str]]:
    """Essentials that a named person looked past, by candidate and role profile."""
    found: dict[tuple[UUID, UUID], set[str]] = {}
    for waiver in db.session.scalars(select(Waiver).where(Waiver.candidate_id.in_(candidate_ids))):
        found.setdefault((waiver.candidate_id, waiver.role_profile_id), set()).add(waiver.tag)
    return found


def vouched_for(candidate_ids: Collection[UUID]) -> dict[UUID | None, set[str]]:
    """The skills that nominators vouch for with an example, of those who said yes to being named."""
    endorsed = (
        select(Nomination.candidate_id, Endorsement.code)
        .join(Endorsement, Endorsement.nomination_id == Nomination.id)
        .where(
            Nomination.candidate_id.in_(candidate_ids),
            Nomination.state == NominationState.ACCEPTED,
            Endorsement.facet == Facet.SKILLS,
        )
    )
    found: dict[UUID | None, set[str]] = {}
    for candidate_id, code in db.session.execute(endorsed):
        found.setdefault(candidate_id, set()).add(code)
    return found
