"""What a person tells us about themselves; only what they tick counts."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from recruit.actions.journal import record
from recruit.extensions import db
from recruit.models.candidates import (
    Candidate,
    Connection,
    Link,
    LivedExperience,
    Perspective,
    SeenBy,
    Skill,
    Statement,
)
from recruit.queries.about_you import LIVED_TEXT, PERSPECTIVE, readers_of_lived, words_of
from recruit.reference.taxonomies import COMMUNITIES, LIVED, SKILLS

TICKED, WITH_EXAMPLE = 0.5, 0.8
CARER, PARENT, LOST = "carer", "parent", "lost"
# These three answers are lived experience themselves: the person ticked the very words of the tag.
SAYS = {
    CARER: ("unpaid_carer", Perspective.CARER_FAMILY),
    PARENT: ("parent_carer", Perspective.CARER_FAMILY),
    LOST: ("bereavement_eol", Perspective.BEREAVED),
}

# Asked on a page of their own, and so not on the list of all the rest.
ASKED_APART = {SAYS[CARER], SAYS[PARENT]}

Lived = tuple[str, Perspective]
Tag = tuple[str, str]


class Kept(NamedTuple):
    """How somebody kept a tag: from which side, empty for a skill, and how well their words back it."""

    side: str
    strength: float


def tell_perspectives(candidate: Candidate, said: Collection[str], *, now: datetime) -> None:
    """Which of these somebody is: looking after, a parent, bereaved, a user of services, a citizen."""
    ticked = {SAYS[each] for each in said if each in SAYS}
    _keep_lived(candidate, (_lived_tags(candidate) - set(SAYS.values())) | ticked)
    write(candidate, PERSPECTIVE, "; ".join(said), readers_of_lived(candidate))
    record("told perspectives", candidate, by=candidate, now=now, count=len(said))


def tell_lived_experience(
    candidate: Candidate, lived: Collection[Lived], *, text: str, seen_by: SeenBy, now: datetime
) -> None:
    """The tags that somebody kept, backed by their own words where they wrote any."""
    _keep_lived(candidate, set(lived) | (_lived_tags(candidate) & ASKED_APART))
    for row in candidate.lived_experience:
        if row.strength <= WITH_EXAMPLE:
            row.strength = WITH_EXAMPLE if text else TICKED
    write(candidate, LIVED_TEXT, text, seen_by)
    if said_before := words_of(candidate, PERSPECTIVE):
        said_before.seen_by = seen_by
    record("told lived experience", candidate, by=candidate, now=now, count=len(lived))


def tell_skills(candidate: Candidate, codes: Collection[str], *, now: datetime) -> None:
    """What somebody is good at; what was confirmed before keeps its strength."""
    candidate.skills = [skill for skill in candidate.skills if skill.code in codes]
    held = {skill.code for skill in candidate.skills}
    candidate.skills += [Skill(code=code, strength=TICKED) for code in codes if code not in held]
    db.session.flush()
    record("told skills", candidate, by=candidate, now=now, count=len(codes))


def tell_example(
    candidate: Candidate,
    text: str,
    *,
    shows: Collection[str],
    now: datetime,
    seen_by: SeenBy = SeenBy.PANEL,
) -> None:
    """One example in somebody's own words, and the skills it shows."""
    for skill in candidate.skills:
        if skill.strength <= WITH_EXAMPLE:
            skill.strength = WITH_EXAMPLE if text and skill.code in shows else TICKED
    write(candidate, "skills_text", text, seen_by)
    record("told an example", candidate, by=candidate, now=now, count=len(shows))


def tell_communities(
    candidate: Candidate,
    links: Mapping[str, Link],
    *,
    text: str,
    now: datetime,
    seen_by: SeenBy = SeenBy.PANEL,
) -> None:
    """Whom somebody knows and how; saying how they would ask others makes reach of belonging."""
    before = {known.code: known for known in candidate.connections}
    candidate.connections = [before.get(code) or Connection(code=code) for code in links]
    for known in candidate.connections:
        known.link, known.would_ask = links[known.code], bool(text)
    write(candidate, "community_text", text, seen_by)
    record("told communities", candidate, by=candidate, now=now, count=len(links))


def keep_tags(
    candidate: Candidate, kept: Mapping[Tag, Kept], *, shown: Collection[Tag], now: datetime
) -> None:
    """Hold what was kept of the tags that a page showed; whatever it did not show stays as it was."""
    _keep_shown_lived(candidate, *_of_facet(LIVED, kept, shown))
    _keep_shown_skills(candidate, *_of_facet(SKILLS, kept, shown))
    _keep_shown_links(candidate, *_of_facet(COMMUNITIES, kept, shown))
    db.session.flush()
    record("kept tags", candidate, by=candidate, now=now, count=len(kept))


def finish_about_you(candidate: Candidate, *, now: datetime) -> None:
    """From now on this person is looked at for roles."""
    if candidate.about_done_at is None:
        candidate.about_done_at = now
        record("about you done", candidate, by=candidate, now=now)


def write(candidate: Candidate, field: str, text: str, seen_by: SeenBy) -> None:
    """Keep somebody's words; an empty answer takes the earlier words away."""
    row = words_of(candidate, field)
    if row is not None and not text:
        candidate.statements.remove(row)
    elif row is not None:
        row.text, row.seen_by = text, seen_by
    elif text:
        candidate.statements.append(Statement(field=field, text=text, seen_by=seen_by))
    db.session.flush()


def _of_facet(
    facet: str, kept: Mapping[Tag, Kept], shown: Collection[Tag]
) -> tuple[dict[str, Kept], set[str]]:
    return (
        {code: how for (its, code), how in kept.items() if its == facet},
        {code for its, code in shown if its == facet},
    )


def _keep_shown_lived(candidate: Candidate, kept: Mapping[str, Kept], shown: Collection[str]) -> None:
    others = {tag for tag in _lived_tags(candidate) if tag[0] not in shown}
    _keep_lived(candidate, others | {(code, Perspective(how.side)) for code, how in kept.items()})
    for row in candidate.lived_experience:
        if row.code in kept:
            row.strength = max(row.strength, kept[row.code].strength)


def _keep_shown_skills(candidate: Candidate, kept: Mapping[str, Kept], shown: Collection[str]) -> None:
    held = {skill.code: skill for skill in candidate.skills}
    new = [Skill(code=code, strength=TICKED) for code in sorted(kept.keys() - held.keys())]
    stays = [skill for code, skill in held.items() if code in kept or code not in shown]
    candidate.skills = stays + new
    for skill in candidate.skills:
        if skill.code in kept:
            skill.strength = max(skill.strength, kept[skill.code].strength)


def _keep_shown_links(candidate: Candidate, kept: Mapping[str, Kept], shown: Collection[str]) -> None:
    held = {known.code: known for known in candidate.connections}
    asks = words_of(candidate, "community_text") is not None
    new = [Connection(code=code, would_ask=asks) for code in sorted(kept.keys() - held.keys())]
    stays = [known for code, known in held.items() if code in kept or code not in shown]
    candidate.connections = stays + new
    for known in candidate.connections:
        if known.code in kept:
            known.link = Link(kept[known.code].side)


def _lived_tags(candidate: Candidate) -> set[Lived]:
    return {(row.code, row.perspective) for row in candidate.lived_experience}


def _keep_lived(candidate: Candidate, tags: set[Lived]) -> None:
    """Hold exactly these tags; one that was there keeps its strength."""
    kept = [row for row in candidate.lived_experience if (row.code, row.perspective) in tags]
    new = [
        LivedExperience(code=code, perspective=side, strength=TICKED)
        for code, side in sorted(tags - _lived_tags(candidate))
    ]
    candidate.lived_experience = kept + new
    db.session.flush()
