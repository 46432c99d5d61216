"""Five scores of a person for a role, each with the parts that add up to it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

from .availability import fit_in_words, share_of_hours, share_of_meetings
from .evidence import EvidenceReader, mean_similarity
from .gaps import gains, reference_gain
from .ranking import Entry, Ranking
from .records import REACH, SCORES, LivedAsked, Person, Role, distinct

TEXT_POINTS = 5.0
TICKED, BACKED, CONFIRMED = 0.5, 0.8, 1.0
OTHER_PERSPECTIVE = 0.5
Parts = dict[str, float]


class RoleScorer:
    """Rank people for one role (matching.md, section 1).

    fit learns from the pool what depends on it: `reference_gain_` (the greatest gap gain, or the
    role's own where frozen), `reader_` (how telling each word is) and `best_similarity_` (the pool's
    nearest evidence, 0 to 1). Ids never matter: equal answers get equal scores and equal ranks.
    """

    def __init__(self, role: Role, *, text_points: float = TEXT_POINTS) -> None:
        self.role = role
        self.text_points = text_points

    def fit(self, people: Iterable[Person]) -> "RoleScorer":
        """Learn from everybody in the pool whose "About you" is done."""
        pool = [person for person in people if person.about_done]
        distinct([person.id for person in pool], "people.id")
        self.reference_gain_ = self.role.reference_gain
        if self.reference_gain_ is None:
            self.reference_gain_ = reference_gain(self.role.targets, (person.groups or () for person in pool))
        self.reader_ = EvidenceReader(self.role.text).fit(line for person in pool for line in person.evidence)
        self.best_similarity_ = max((self._similarity(person) for person in pool), default=0.0)
        return self

    def fit_rank(self, people: Iterable[Person]) -> Ranking:
        """Learn from these people and rank them."""
        pool = tuple(people)
        return self.fit(pool).rank(pool)

    def rank(self, people: Iterable[Person]) -> Ranking:
        """Rank everybody whose "About you" is done by the total, against the pool learnt from."""
        entries = [self.entry(person) for person in people if person.about_done]
        entries.sort(key=lambda entry: (-rounded(entry.total), sha256(entry.id.encode()).digest()))
        first_with: dict[float, int] = {}
        for place, entry in enumerate(entries, start=1):
            first_with.setdefault(rounded(entry.total), place)
        ranked = (
            entry if entry.total is None else replace(entry, rank=first_with[rounded(entry.total)])
            for entry in entries
        )
        return Ranking(reference_gain=self.reference_gain_ or 0.0, ranking=tuple(ranked))

    def entry(self, person: Person) -> Entry:
        """One person's scores, parts and reasons, without a rank."""
        role = self.role
        parts = {
            "skills": skill_parts(role, person),
            "lived": lived_parts(role, person),
            "connections": connection_parts(role, person),
            "availability": availability_parts(role, person),
            "gap": self._gap_parts(person),
        }
        self._add_text_support(parts, person)
        scores = {
            name: None if each is None else min(100.0, sum(each.values())) for name, each in parts.items()
        }
        contributions = contributions_of(scores, role.weights)
        return Entry(
            id=person.id,
            total=sum(contributions.values()) if contributions else None,
            scores=scores,
            parts={name: each for name, each in parts.items() if each is not None},
            contributions=contributions,
            to_look_at=essentials_missing(role, person),
            not_known=not_known(role, person),
            evidence=self.reader_.read(person.evidence),
            fit=fit_in_words(
                share_of_meetings(role.meetings, person.meetings), share_of_hours(role.hours, person.hours)
            ),
        )

    def planner_scores(self, people: Iterable[Person]) -> dict[str, float]:
        """Totals without the gap score, by id: the scores of problem/1, where targets do that work."""
        weights = {**self.role.weights, "gap": 0.0}
        scores = {person.id: self.entry(person).scores for person in people if person.about_done}
        totals = {key: contributions_of(each, weights) for key, each in scores.items()}
        return {key: sum(each.values()) for key, each in totals.items() if each}

    def _gap_parts(self, person: Person) -> Parts | None:
        if not self.reference_gain_ or person.groups is None:
            return None
        parts = gains(self.role.targets, person.groups)
        # A reference frozen earlier may be smaller than the gain of somebody who came later.
        most = max(self.reference_gain_, sum(parts.values()))
        return {tag: 100 * each / most for tag, each in parts.items()}

    def _add_text_support(self, parts: Mapping[str, Parts | None], person: Person) -> None:
        supported = parts["skills"] if parts["skills"] is not None else parts["lived"]
        if supported is None or not self.best_similarity_:
            return
        share = min(1.0, self._similarity(person) / self.best_similarity_)
        room = max(0.0, 100 - sum(supported.values()))
        if points := min(self.text_points * share, room):
            supported["text"] = points

    def _similarity(self, person: Person) -> float:
        return mean_similarity(self.reader_.read(person.evidence))


def skill_strength(*, ticked: bool, backed: bool = False, rubric_mean: float | None = None) -> float:
    """Strength of one skill, 0 to 1: ticked 0.5, backed by an example or endorsed 0.8, confirmed 1.

    Reviewers confirm by a rubric mean of 4 or more (of 5); one below 2.5 caps the strength at 0.5.
    """
    if not ticked:
        return 0.0
    if rubric_mean is not None and rubric_mean >= 4:
        return CONFIRMED
    strength = BACKED if backed else TICKED
    return min(strength, TICKED) if rubric_mean is not None and rubric_mean < 2.5 else strength


def skill_parts(role: Role, person: Person) -> Parts | None:
    """100 * q_t * strength_t / sum of q, for each wanted skill t that the person has."""
    asked = sum(role.skills.values())
    if not asked or person.skills is None:
        return None
    return held(
        {
            f"skills:{code}": 100 * weight * person.skills.get(code, 0.0) / asked
            for code, weight in role.skills.items()
        }
    )


def lived_parts(role: Role, person: Person) -> Parts | None:
    """As for skills; the best of a person's perspectives counts, one not asked for counts half."""
    asked = sum(each.weight for each in role.lived.values())
    if not asked or person.lived is None:
        return None
    return held(
        {
            f"lived:{code}": 100 * each.weight * lived_strength(person, code, each) / asked
            for code, each in role.lived.items()
        }
    )


def lived_strength(person: Person, code: str, asked: LivedAsked) -> float:
    """The strength of the best perspective that the person has on this experience, 0 to 1."""
    strengths = (
        each.strength * (1.0 if each.perspective in asked.perspectives else OTHER_PERSPECTIVE)
        for each in person.lived or ()
        if each.code == code
    )
    return max(strengths, default=0.0)


def connection_parts(role: Role, person: Person) -> Parts | None:
    """Reach into each community asked for, and breadth as 1 - 0.6 ** sum of reaches; in points of 100."""
    asked = sum(role.communities.values()) + role.breadth
    if not asked or person.communities is None:
        return None
    reach = {code: REACH[word] for code, word in person.communities.items()}
    parts = {
        f"communities:{code}": 100 * weight * reach.get(code, 0.0) / asked
        for code, weight in role.communities.items()
    }
    parts["breadth"] = 100 * role.breadth * (1 - 0.6 ** sum(reach[code] for code in sorted(reach))) / asked
    return held(parts)


def availability_parts(role: Role, person: Person) -> Parts | None:
    """Share of the meetings times share of the hours; of the two, what is not known is left out."""
    if not role.meetings and not role.hours:
        return None
    meetings = share_of_meetings(role.meetings, person.meetings)
    hours = share_of_hours(role.hours, person.hours)
    if meetings is None or (hours is None and not role.meetings):
        return None
    return {"meetings": 100 * meetings * (1.0 if hours is None else hours)}


def contributions_of(scores: Mapping[str, float | None], weights: Mapping[str, float]) -> dict[str, float]:
    """Points of the total from each score that is known: the weight of the others is shared among these."""
    counted = {name: weights.get(name, 0.0) for name in SCORES if scores[name] is not None}
    asked = sum(counted.values())
    if not asked:
        return {}
    return {name: weight * (scores[name] or 0.0) / asked for name, weight in counted.items()}


def essentials_missing(role: Role, person: Person) -> tuple[str, ...]:
    """Essentials that the person does not hold, or has not told, and nobody waived: a person looks."""
    return tuple(tag for tag in role.essential if tag not in person.waived and not holds(role, person, tag))


def holds(role: Role, person: Person, tag: str) -> bool:
    """Whether the person has the tag: a strength or a reach above nothing, or a group of that name."""
    facet, _, code = tag.partition(":")
    if facet == "skills":
        return (person.skills or {}).get(code, 0.0) > 0
    if facet == "lived":
        asked = role.lived.get(code, LivedAsked()).perspectives
        return any(
            each.code == code and each.perspective in asked and each.strength > 0
            for each in person.lived or ()
        )
    if facet == "communities":
        return REACH[(person.communities or {}).get(code, "member")] > 0
    return tag in (person.groups or ())


def not_known(role: Role, person: Person) -> tuple[str, ...]:
    """What the role asks and the person has not answered."""
    asked = {
        "skills": role.skills,
        "lived": role.lived,
        "communities": role.communities or role.breadth,
        "hours": role.hours,
        "meetings": role.meetings,
        "groups": role.targets,
    }
    return tuple(name for name, wanted in asked.items() if wanted and getattr(person, name) is None)


def held(parts: Parts) -> Parts:
    """The parts that give anything."""
    return {tag: points for tag, points in parts.items() if points > 0}


def rounded(total: float | None) -> float:
    """A total for comparing: people without one come last, and the last bits decide nothing."""
    return -1.0 if total is None else round(total, 9)
