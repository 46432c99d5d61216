"""What is asked of a role, what a person has said, and the order that follows: frozen records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .gaps import Target
from .reading import LARGEST, BadInput, characters, items, mapping, number, shown, text

SCORES = ("skills", "lived", "connections", "availability", "gap")
PERSPECTIVES = ("self", "carer_family", "bereaved")
REACH = {"member": 0.0, "asks": 0.4, "active": 0.7, "leader": 1.0}
DEFAULT_WEIGHTS = {"skills": 25.0, "lived": 25.0, "connections": 25.0, "availability": 10.0, "gap": 15.0}


@dataclass(frozen=True)
class LivedAsked:
    """How much one lived experience counts, and whose view of it is asked for."""

    weight: float = 1.0
    perspectives: tuple[str, ...] = PERSPECTIVES

    def __post_init__(self) -> None:
        number(self.weight, "lived.weight")
        for each in texts(self.perspectives, "lived.perspectives"):
            one_of(each, "lived.perspectives", PERSPECTIVES)

    @classmethod
    def from_dict(cls, raw: Any, where: str = "lived") -> "LivedAsked":
        """Read {"weight", "perspectives"}; no perspective named means all of them."""
        given = mapping(raw, where, known=("weight", "perspectives"), needed=("weight",))
        asked = texts(given.get("perspectives", ()), f"{where}.perspectives") or PERSPECTIVES
        for each in asked:
            one_of(each, f"{where}.perspectives", PERSPECTIVES)
        return cls(number(given["weight"], f"{where}.weight"), asked)

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return {"weight": self.weight, "perspectives": list(self.perspectives)}


@dataclass(frozen=True)
class Role:
    """What a role asks for: role/1.

    Weights and wants are numbers of at least 0; hours are a month, reading and travel included;
    meetings are ids of dated meetings; targets are of families not protected; text holds the
    criteria in words. Raises BadInput in one line that names the field.
    """

    weights: Mapping[str, float] = field(default_factory=lambda: dict(DEFAULT_WEIGHTS))
    skills: Mapping[str, float] = field(default_factory=dict)
    lived: Mapping[str, LivedAsked] = field(default_factory=dict)
    communities: Mapping[str, float] = field(default_factory=dict)
    breadth: float = 0.0
    essential: tuple[str, ...] = ()
    hours: float = 0.0
    meetings: tuple[str, ...] = ()
    targets: Mapping[str, Target] = field(default_factory=dict)
    reference_gain: float | None = None
    text: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in numbers(self.weights, "weights"):
            one_of(name, "weights", SCORES)
        if not any(self.weights.values()):
            raise BadInput("weights: at least one must be above 0")
        numbers(self.skills, "skills")
        numbers(self.communities, "communities")
        number(self.breadth, "breadth")
        number(self.hours, "hours")
        number_or_none(self.reference_gain, "reference_gain")
        for name in ("essential", "meetings", "text"):
            texts(getattr(self, name), name)
        distinct(self.meetings, "meetings")

    @classmethod
    def from_dict(cls, raw: Any) -> "Role":
        """Read role/1 as plain JSON; raises BadInput naming the field."""
        checked_format(raw, "alongside-role/1")
        given = mapping(raw, "role", known=("format", *cls.__dataclass_fields__))
        del given["format"]
        lived = {
            code: LivedAsked.from_dict(each, f"lived.{code}")
            for code, each in mapping(given.pop("lived", {}), "lived").items()
        }
        targets = {
            group: Target.from_dict(each, f"targets.{group}")
            for group, each in mapping(given.pop("targets", {}), "targets").items()
        }
        for name in ("essential", "meetings", "text"):
            given[name] = texts(given.get(name, ()), name)
        return cls(lived=lived, targets=targets, **given)

    def to_dict(self) -> dict[str, Any]:
        """The same as role/1."""
        return {
            "format": "alongside-role/1",
            "weights": dict(self.weights),
            "skills": dict(self.skills),
            "lived": {code: asked.to_dict() for code, asked in self.lived.items()},
            "communities": dict(self.communities),
            "breadth": self.breadth,
            "essential": list(self.essential),
            "hours": self.hours,
            "meetings": list(self.meetings),
            "targets": {group: target.to_dict() for group, target in self.targets.items()},
            "reference_gain": self.reference_gain,
            "text": list(self.text),
        }


@dataclass(frozen=True)
class Lived:
    """One lived experience of a person, seen from one perspective; strength from 0 to 1."""

    code: str
    perspective: str
    strength: float

    def __post_init__(self) -> None:
        text(self.code, "lived.code")
        one_of(self.perspective, f"lived.{self.code}.perspective", PERSPECTIVES)
        number(self.strength, f"lived.{self.code}.strength", most=1.0)

    @classmethod
    def from_dict(cls, raw: Any, where: str = "lived") -> "Lived":
        """Read {"code", "perspective", "strength"}."""
        return cls(**mapping(raw, where, known=cls.__dataclass_fields__, needed=cls.__dataclass_fields__))

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return {"code": self.code, "perspective": self.perspective, "strength": self.strength}


@dataclass(frozen=True)
class Person:
    """What one person has said, or None for what they were not asked or did not answer: one of people/1.

    Strengths run from 0 to 1; reach is a word of REACH; hours are a month; meetings are the ids this person
    can attend; groups are tags of families not protected; waived are essentials a named person let go.
    """

    id: str
    about_done: bool
    skills: Mapping[str, float] | None = None
    lived: tuple[Lived, ...] | None = None
    communities: Mapping[str, str] | None = None
    hours: float | None = None
    meetings: tuple[str, ...] | None = None
    groups: tuple[str, ...] | None = None
    waived: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        where = f"people.{text(self.id, 'people.id')}"
        if not isinstance(self.about_done, bool):
            raise BadInput(f"{where}.about_done: must be true or false, not {shown(self.about_done)}")
        if self.skills is not None:
            numbers(self.skills, f"{where}.skills", most=1.0)
        if self.communities is not None:
            for code, reach in mapping(self.communities, f"{where}.communities").items():
                one_of(reach, f"{where}.communities.{code}", REACH)
        number_or_none(self.hours, f"{where}.hours")
        for name in ("meetings", "groups", "waived", "evidence"):
            if getattr(self, name) is not None:
                texts(getattr(self, name), f"{where}.{name}")

    @classmethod
    def from_dict(cls, raw: Any, where: str = "people") -> "Person":
        """Read one person of people/1; a field that is null or left out is not known."""
        given = mapping(raw, where, known=cls.__dataclass_fields__, needed=("id", "about_done"))
        where = f"people.{text(given['id'], f'{where}.id')}"
        if given.get("lived") is not None:
            lived = items(given["lived"], f"{where}.lived")
            given["lived"] = tuple(Lived.from_dict(each, f"{where}.lived") for each in lived)
        for name in ("meetings", "groups"):
            if given.get(name) is not None:
                given[name] = texts(given[name], f"{where}.{name}")
        for name in ("waived", "evidence"):
            said = given.get(name)
            given[name] = () if said is None else texts(said, f"{where}.{name}")
        return cls(**given)

    def to_dict(self) -> dict[str, Any]:
        """The same as one person of people/1."""
        return {
            "id": self.id,
            "about_done": self.about_done,
            "skills": None if self.skills is None else dict(self.skills),
            "lived": None if self.lived is None else [each.to_dict() for each in self.lived],
            "communities": None if self.communities is None else dict(self.communities),
            "hours": self.hours,
            "meetings": None if self.meetings is None else list(self.meetings),
            "groups": None if self.groups is None else list(self.groups),
            "waived": list(self.waived),
            "evidence": list(self.evidence),
        }


def people_from_dict(raw: Any) -> tuple[Person, ...]:
    """Read people/1; raises BadInput naming the field, also where an id comes twice."""
    checked_format(raw, "alongside-people/1")
    given = mapping(raw, "people", known=("format", "people"), needed=("people",))
    people = tuple(
        Person.from_dict(each, f"people[{place}]")
        for place, each in enumerate(items(given["people"], "people"))
    )
    distinct([person.id for person in people], "people.id")
    return people


def checked_format(raw: Any, expected: str) -> None:
    """Refuse anything that does not call itself by the expected format."""
    found = mapping(raw, expected).get("format")
    if found != expected:
        raise BadInput(f"format: must be {expected}, not {shown(found)}")


def numbers(value: Any, where: str, *, most: float = LARGEST) -> dict[str, float]:
    """A number from 0 to most for each name."""
    return {key: number(each, f"{where}.{key}", most=most) for key, each in mapping(value, where).items()}


def number_or_none(value: Any, where: str) -> float | None:
    """A number of at least 0, or None for not known."""
    return None if value is None else number(value, where)


def texts(value: Any, where: str) -> tuple[str, ...]:
    """Texts in the order given; an empty one is allowed, another kind of value is not."""
    for place, each in enumerate(items(value, where)):
        if not isinstance(each, str):
            raise BadInput(f"{where}[{place}]: must be text, not {shown(each)}")
        characters(each, f"{where}[{place}]")
    return tuple(value)


def one_of(value: Any, where: str, allowed: Iterable[str]) -> None:
    """Refuse anything but one of the allowed words."""
    if value not in tuple(allowed):
        raise BadInput(f"{where}: must be one of {', '.join(allowed)}, not {shown(value)}")


def distinct(values: Iterable[str], where: str) -> None:
    """Refuse a value that comes twice."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise BadInput(f"{where}: {shown(value)} comes twice")
        seen.add(value)
