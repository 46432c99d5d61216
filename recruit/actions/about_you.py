"""What a person tells us about themselves; only what they tick counts."""

from collections.abc import Collection, Mapping
from datetime import datetime

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

TICKED, WITH_EXAMPLE = 0.5, 0.8
CARER, PARENT, LOST = "carer", "parent", "lost"
# These three answers are lived experience themselves: the person ticked the very words of the tag.
SAYS = {
    CARER: ("unpaid_carer", Perspective.CARER_FAMILY),
    PARENT: ("parent_carer", Perspective.CARER_FAMILY),
    LOST: ("bereavement_eol", Perspective.BEREAVED),
}

Lived = tuple[str, Perspective]


def tell_perspectives(candidate: Candidate, said: Collection[str], *, now: datetime) -> None:
    """Which of these somebody is: looking after, a parent, bereaved, a user of services, a citizen."""
    now_true = {SAYS[each] for each in said if each in SAYS}
    for code, perspective in SAYS.values():
        _set_lived(candidate, (code, perspective), is_true=(code, perspective) in now_true, strength=TICKED)
    _write(candidate, "perspective", "; ".join(said), SeenBy.PANEL)
    record("told perspectives", candidate, by=candidate, now=now, count=len(said))


def tell_lived_experience(
    candidate: Candidate, lived: Collection[Lived], *, text: str, seen_by: SeenBy, now: datetime
) -> None:
    """The tags that somebody kept, backed by their own words where they wrote any."""
    strength = WITH_EXAMPLE if text else TICKED
    kept = {(row.code, row.perspective) for row in candidate.lived_experience}
    for tag in (kept | set(lived)) - set(SAYS.values()):
        _set_lived(candidate, tag, is_true=tag in lived, strength=strength)
    _write(candidate, "lived_text", text, seen_by)
    record("told lived experience", candidate, by=candidate, now=now, count=len(lived))


def tell_skills(candidate: Candidate, codes: Collection[str], *, now: datetime) -> None:
    """What somebody is good at; what was confirmed before keeps its strength."""
    candidate.skills = [skill for skill in candidate.skills if skill.code in codes]
    held = {skill.code for skill in candidate.skills}
    candidate.skills += [Skill(code=code, strength=TICKED) for code in codes if code not in held]
    db.session.flush()
    record("told skills", candidate, by=candidate, now=now, count=len(codes))


def tell_example(candidate: Candidate, text: str, *, shows: Collection[str], now: datetime) -> None:
    """One example in somebody's own words, and the skills it shows."""
    for skill in candidate.skills:
        if skill.strength <= WITH_EXAMPLE:
            skill.strength = WITH_EXAMPLE if text and skill.code in shows else TICKED
    _write(candidate, "skills_text", text, SeenBy.PANEL)
    record("told an example", candidate, by=candidate, now=now, count=len(shows))


def tell_communities(candidate: Candidate, links: Mapping[str, Link], *, text: str, now: datetime) -> None:
    """Whom somebody knows and how; saying how they would ask others makes reach of belonging."""
    before = {known.code: known for known in candidate.connections}
    candidate.connections = [before.get(code) or Connection(code=code) for code in links]
    for known in candidate.connections:
        known.link, known.would_ask = links[known.code], bool(text)
    _write(candidate, "community_text", text, SeenBy.PANEL)
    record("told communities", candidate, by=candidate, now=now, count=len(links))


def finish_about_you(candidate: Candidate, *, now: datetime) -> None:
    """From now on this person is looked at for roles."""
    if candidate.about_done_at is None:
        candidate.about_done_at = now
        record("about you done", candidate, by=candidate, now=now)


def _set_lived(candidate: Candidate, tag: Lived, *, is_true: bool, strength: float) -> None:
    row = next((each for each in candidate.lived_experience if (each.code, each.perspective) == tag), None)
    if row is not None and not is_true:
        candidate.lived_experience.remove(row)
    elif row is not None:
        row.strength = max(row.strength, strength) if row.strength > WITH_EXAMPLE else strength
    elif is_true:
        candidate.lived_experience.append(LivedExperience(code=tag[0], perspective=tag[1], strength=strength))


def _write(candidate: Candidate, field: str, text: str, seen_by: SeenBy) -> None:
    """Keep somebody's words; an empty answer takes the earlier words away."""
    row = next((each for each in candidate.statements if each.field == field), None)
    if row is not None and not text:
        candidate.statements.remove(row)
    elif row is not None:
        row.text, row.seen_by = text, seen_by
    elif text:
        candidate.statements.append(Statement(field=field, text=text, seen_by=seen_by))
    db.session.flush()
