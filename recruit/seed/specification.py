"""What the demo population must look like, and the chance that makes it: same seed, same people."""

import json
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, TypeVar

FOLDER = Path(__file__).parent

Choice = TypeVar("Choice")


@cache
def seed_list(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def specification() -> dict[str, Any]:
    return seed_list("synthetic_population")


def chance(*purpose: object) -> Random:
    """Chance of its own for one purpose: what is drawn here moves nothing that is drawn elsewhere."""
    return Random(":".join(str(word) for word in (specification()["seed"], *purpose)))


def drawn(luck: Random, weights: dict[Choice, float]) -> Choice:
    return luck.choices(list(weights), weights=list(weights.values()))[0]


def happens(luck: Random, share: float) -> bool:
    return luck.random() < share


def spread(luck: Random, weights: dict[Choice, float], count: int) -> list[Choice]:
    """`count` draws in shuffled order whose shares are as close to the weights as whole people allow."""
    total = sum(weights.values())
    shares = {choice: weight * count / total for choice, weight in weights.items()}
    whole = {choice: int(share) for choice, share in shares.items()}
    by_remainder = sorted(shares, key=lambda choice: whole[choice] - shares[choice])
    for choice in by_remainder[: count - sum(whole.values())]:
        whole[choice] += 1
    people = [choice for choice, number in whole.items() for _ in range(number)]
    luck.shuffle(people)
    return people
