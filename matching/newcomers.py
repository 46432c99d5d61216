"""One new candidate beside every role at once, explained."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .availability import fit_in_words, share_of_hours
from .explaining import Explanation, explain
from .features import Asked, Columns, Floats, Said, asked_by, said_by
from .records import SCORES, Person, Role
from .scoring import RoleScorer, essentials_missing

EXPLAINED = 3


@dataclass(frozen=True)
class RolesForNewcomers:
    """Roles made ready once, so that whoever comes can be answered at once."""

    keys: tuple[str, ...]
    roles: tuple[Role, ...]
    columns: Columns
    asked: Asked
    weights: Floats


@dataclass(frozen=True)
class Beside:
    """A newcomer beside one role: total, scores and contributions as in ranking/1, reasons, and fit in words."""

    key: str
    total: float | None
    scores: Mapping[str, float | None]
    contributions: Mapping[str, float]
    to_look_at: tuple[str, ...]
    fit: str

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return {
            "key": self.key,
            "total": self.total,
            "scores": dict(self.scores),
            "contributions": dict(self.contributions),
            "to_look_at": list(self.to_look_at),
            "fit": self.fit,
        }


@dataclass(frozen=True)
class Welcome:
    """Every role beside the newcomer, the greatest total first, and the best ones explained."""

    beside: tuple[Beside, ...]
    explained: Mapping[str, Explanation]


def roles_for_newcomers(roles: Mapping[str, Role]) -> RolesForNewcomers:
    """Make roles ready, by their own keys. The gap counts only where its reference is frozen: one person is no pool."""
    wanted = tuple(roles.values())
    columns = Columns(wanted)
    references = [role.reference_gain or 0.0 for role in wanted]
    # With equal weights each score can be read off by itself, also one of weight nought.
    even = [replace(role, weights=dict.fromkeys(SCORES, 1.0)) for role in wanted]
    weights = np.array([[role.weights.get(name, 0.0) for name in SCORES] for role in wanted])
    return RolesForNewcomers(
        tuple(roles),
        wanted,
        columns,
        asked_by(even, columns, references),
        weights.reshape(len(wanted), len(SCORES)),
    )


def explain_newcomer(
    ready: RolesForNewcomers,
    person: Person,
    *,
    explained: int = EXPLAINED,
    when: Mapping[str, datetime] | None = None,
) -> Welcome:
    """One person beside every role, and the best ones explained; nothing before "About you" is done.

    Scores are those of a `RoleScorer` whose reference gain is the frozen one, without support of text (a
    newcomer has no pool to be compared with). Ties keep the order of the roles.

    >>> ready = roles_for_newcomers({"W1": Role(skills={"finance": 1}), "W2": Role(skills={"challenge": 1})})
    >>> welcome = explain_newcomer(ready, Person(id="p1", about_done=True, skills={"finance": 0.8}))
    >>> [(each.key, each.total) for each in welcome.beside]
    [('W1', 80.0), ('W2', 0.0)]
    >>> welcome.explained["W2"].counterfactuals[0].text
    'skills:challenge would add 80.0 points'
    """
    if not person.about_done:
        return Welcome((), {})
    said = said_by([person], ready.columns)
    scores, known = five_scores(ready, said)
    weights = ready.weights * known
    counted = weights.sum(axis=1)
    points = np.divide(
        weights * scores, counted[:, None], out=np.zeros_like(scores), where=counted[:, None] > 0
    )
    totals = np.where(counted > 0, points.sum(axis=1), -1.0)
    order = np.argsort(-np.round(totals, 9), kind="stable").tolist()
    shares = shares_of_meetings(ready, said)
    rows = list(
        zip(scores.tolist(), known.tolist(), points.tolist(), (counted > 0).tolist(), shares, strict=True)
    )
    beside = tuple(beside_role(ready.keys[r], ready.roles[r], person, *rows[r]) for r in order)
    best = {ready.keys[r]: explained_beside(ready.roles[r], person, when) for r in order[:explained]}
    return Welcome(beside, best)


def five_scores(ready: RolesForNewcomers, said: Said) -> tuple[Floats, NDArray[np.bool_]]:
    """The five scores (roles, 5) of the first person, and which of them are known."""
    asked, skills, lived = ready.asked, len(ready.columns.skills), len(ready.columns.lived)
    parts = np.split(asked.own * said.own[0], [skills, skills + lived], axis=1)
    own = np.column_stack([part.sum(axis=1) for part in parts])
    hours = np.divide(said.hours[0], asked.needed, out=np.ones(len(asked.needed)), where=asked.needed > 0)
    dates = (asked.dates @ said.dates[0]) * np.minimum(1, hours)
    gap = np.minimum(asked.groups @ said.groups[0], asked.most_gap)
    known = asked.known * said.known[0] > 0
    known = np.column_stack([known[:, :3], known[:, 3] | known[:, 4], known[:, 5]])
    return np.minimum(100, len(SCORES) * np.column_stack([own, dates, gap])) * known, known


def shares_of_meetings(ready: RolesForNewcomers, said: Said) -> list[float]:
    """The share of each role's meetings that the first person can attend; 1 where there are none."""
    wanted = ready.asked.dates[:, :-1] > 0
    many = wanted.sum(axis=1)
    come = wanted @ said.dates[0, :-1].astype(float)
    return np.divide(come, many, out=np.ones(len(many)), where=many > 0).tolist()


def beside_role(
    key: str,
    role: Role,
    person: Person,
    scores: list[float],
    known: list[bool],
    points: list[float],
    counts: bool,
    share: float,
) -> Beside:
    """One row in words."""
    meetings = None if role.meetings and person.meetings is None else share
    contributions = {
        name: each for name, each, told in zip(SCORES, points, known, strict=True) if told and counts
    }
    return Beside(
        key=key,
        total=sum(contributions.values()) if counts else None,
        scores={name: each if told else None for name, each, told in zip(SCORES, scores, known, strict=True)},
        contributions=contributions,
        to_look_at=essentials_missing(role, person),
        fit=fit_in_words(meetings, share_of_hours(role.hours, person.hours)),
    )


def explained_beside(role: Role, person: Person, when: Mapping[str, datetime] | None) -> Explanation:
    """Why, and what would change it, as `explain` has it."""
    frozen = replace(role, reference_gain=role.reference_gain or 0.0)
    return explain(RoleScorer(frozen, text_points=0.0).fit([person]), person, when=when)
