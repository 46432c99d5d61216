"""The role profiles of the story: full plain texts, and what each asks for."""

from dataclasses import dataclass
from functools import cache

from recruit.seed.specification import seed_list

EARLIER_LEADS = {"advisory-group": "Help design joined-up care for two million people."}


@dataclass(frozen=True)
class CriterionRecord:
    facet: str
    code: str
    weight: float
    is_essential: bool
    perspectives: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class RoleRecord:
    """What one role says and asks for; `texts` are the columns of its newest version."""

    group: str
    slug: str
    texts: dict[str, str | float]
    criteria: tuple[CriterionRecord, ...]


@cache
def the_roles() -> tuple[RoleRecord, ...]:
    return tuple(_role(raw) for raw in seed_list("roles")["roles"])


def _role(raw: dict) -> RoleRecord:
    texts = seed_list("roles")["shared"] | {
        name: value for name, value in raw.items() if name not in ("group", "slug", "criteria")
    }
    return RoleRecord(
        group=raw["group"],
        slug=raw["slug"],
        texts=texts,
        criteria=tuple(_criterion(each) for each in raw["criteria"]),
    )


def _criterion(raw: list) -> CriterionRecord:
    facet, code, weight, is_essential, perspectives, words = raw
    return CriterionRecord(facet, code, float(weight), is_essential, tuple(perspectives), words)
