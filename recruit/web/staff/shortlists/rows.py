"""A shortlist as the page shows it: each person in a row, one of them open, two of them compared."""

from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext

from recruit.models.states import Decision, Stage
from recruit.queries.shortlists import LEFT
from recruit.reference import taxonomies
from recruit.web.staff.shortlists.reasons import (
    change_words,
    is_worth_telling,
    score_names,
    short_reason,
    why_rows,
)
from recruit.web.words import tag_words

MOST_CHANGES = 3
FEWEST_TO_WARN = 3


@dataclass(frozen=True)
class Row:
    """One person on the shortlist."""

    entry_id: UUID
    candidate_id: UUID
    number: int
    label: str
    sub: str
    scores: tuple[float | None, ...]
    total: float | None
    met: int
    essentials: int
    missing: tuple[tuple[str, str], ...]
    decision: Decision | None
    went_against_score: bool
    away: str


@dataclass(frozen=True)
class Opened:
    """What stands below the open row."""

    row: Row
    why: list
    changes: list[str]
    entry: object
    declared_interest: str | None


@dataclass(frozen=True)
class Standing:
    """How far the deciding has come."""

    people: int
    decided: int
    against: int

    @property
    def words(self):
        told = _("%(decided)s of %(people)s decided.", decided=self.decided, people=self.people)
        if not self.against:
            return told
        return f"{told} " + ngettext(
            "%(num)s went against the score.", "%(num)s went against the score.", self.against
        )

    @property
    def only_follows_the_score(self):
        return self.decided >= FEWEST_TO_WARN and not self.against


def rows_of(shortlist, ranked, view):
    """Everybody who is ranked, in the order asked for; whoever left stands below, without a score."""
    by_candidate = {entry.candidacy.candidate_id: entry for entry in shortlist.entries}
    rows = [
        _row(by_candidate[key], scored, ranked, names_shown=view.names_shown)
        for key, scored in ranked.entries.items()
    ]
    rows += [
        _row_of_one_away(entry, names_shown=view.names_shown)
        for entry in shortlist.entries
        if entry.candidacy.stage in LEFT
    ]
    if view.sort == "number":
        return sorted(rows, key=lambda row: row.number)
    if view.sort == "undecided":
        return [row for row in rows if row.decision is None and not row.away]
    return rows


def opened_row(shortlist, ranked, rows, view):
    row = next((each for each in rows if each.number == view.opened and not each.away), None)
    if row is None:
        return None
    entry = next(each for each in shortlist.entries if each.id == row.entry_id)
    candidate = ranked.candidates[row.candidate_id]
    changes = [
        each for each in ranked.explanation(row.candidate_id).counterfactuals if is_worth_telling(each)
    ]
    return Opened(
        row=row,
        why=why_rows(
            ranked.entries[row.candidate_id],
            ranked,
            candidate,
            shortlist.role_version.criteria,
            names_shown=view.names_shown,
        ),
        changes=[change_words(change) for change in changes[:MOST_CHANGES]],
        entry=entry,
        declared_interest=candidate.declared_interest,
    )


def standing_of(shortlist):
    decided = [entry for entry in shortlist.entries if entry.decision is not None]
    return Standing(
        len(shortlist.entries), len(decided), sum(bool(each.went_against_score) for each in decided)
    )


def not_ranked(shortlist, ranked, candidacies, *, ready, today):
    """Everybody else who has no place in the order, by reason: nobody is just missing."""
    silent = [
        entry.candidacy
        for entry in shortlist.entries
        if entry.candidacy.candidate_id not in ranked.entries and entry.candidacy.stage not in LEFT
    ]
    by_reason = {}
    for candidacy in [*silent, *candidacies]:
        by_reason.setdefault(_why_not(candidacy, ready, today), []).append(candidacy.candidate)
    return list(by_reason.items())


def _why_not(candidacy, ready, today):
    if candidacy.stage is Stage.PAUSED or candidacy.candidate.is_paused_on(today):
        return _("in a pause they asked for")
    if candidacy.candidate.about_done_at is None:
        return _("without “About you” yet")
    if candidacy.id not in ready:
        return _("whose answers we may not use")
    return _("ready, and on no shortlist yet")


@dataclass(frozen=True)
class Side:
    """One person of two who are compared."""

    row: Row
    reasons: tuple[str, ...]


def compared(rows, ranked, view):
    """Two people beside each other on the same scale; None unless there are exactly two."""
    chosen = [row for number in view.compared for row in rows if row.number == number and not row.away]
    if len(chosen) != 2:
        return None
    return [
        Side(
            row,
            tuple(
                short_reason(
                    name, ranked.entries[row.candidate_id], ranked, ranked.candidates[row.candidate_id]
                )
                for name in score_names()
            ),
        )
        for row in chosen
    ]


def comparing_words(sides):
    """Who is ahead on what, in one sentence or two."""
    one, other = (side.row for side in sides)
    pairs = list(zip(score_names().values(), one.scores, other.scores, strict=True))
    known = [(name, left, right) for name, left, right in pairs if left is not None and right is not None]
    told = []
    for label, ahead in (
        (one.label, [name for name, left, right in known if left - right >= 5]),
        (other.label, [name for name, left, right in known if right - left >= 5]),
    ):
        if ahead:
            told.append(_("%(person)s is ahead on: %(what)s.", person=label, what=", ".join(ahead)))
    return " ".join(told) or _("On this scale they are level.")


def _row(entry, scored, ranked, *, names_shown):
    candidate = ranked.candidates[entry.candidacy.candidate_id]
    missing = tuple((tag, taxonomies.tag_label(tag)) for tag in scored.to_look_at)
    essentials = len(ranked.role.essential)
    return Row(
        entry_id=entry.id,
        candidate_id=candidate.id,
        number=candidate.number,
        label=_label(candidate, names_shown=names_shown),
        sub=_brings(scored),
        scores=tuple(scored.scores[name] for name in score_names()),
        total=scored.total,
        met=essentials - len(missing),
        essentials=essentials,
        missing=missing,
        decision=entry.decision,
        went_against_score=bool(entry.went_against_score),
        away="",
    )


def _row_of_one_away(entry, *, names_shown):
    """Who paused or withdrew: what was decided stands, nothing is scored."""
    candidate = entry.candidacy.candidate
    return Row(
        entry_id=entry.id,
        candidate_id=candidate.id,
        number=candidate.number,
        label=_label(candidate, names_shown=names_shown),
        sub="",
        scores=(),
        total=None,
        met=0,
        essentials=0,
        missing=(),
        decision=entry.decision,
        went_against_score=bool(entry.went_against_score),
        away=_("has left") if entry.candidacy.stage is Stage.WITHDRAWN else _("is taking a break"),
    )


def _label(candidate, *, names_shown):
    return candidate.name if names_shown else _("Candidate %(number)s", number=f"{candidate.number:02d}")


def _brings(scored):
    """The two things that count most, so that a row is a person before it is a number."""
    parts = [
        (points, tag)
        for name in ("lived", "skills", "connections")
        for tag, points in scored.parts.get(name, {}).items()
        if ":" in tag
    ]
    best = [taxonomies.facet_and_code(tag) for _points, tag in sorted(parts, reverse=True)[:2]]
    return ", ".join(tag_words(code, facet).split(" (")[0] for facet, code in best)
