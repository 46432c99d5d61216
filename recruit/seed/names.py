"""Invented names: first and family names put together by chance, never read as a sign of anything."""

from random import Random

from recruit.seed.specification import drawn, seed_list


def a_name(luck: Random, bank: str, sex: str) -> str:
    names = seed_list("names")["banks"][bank]
    return f"{luck.choice(names[sex])} {luck.choice(names['family'])}"


def bank_for(luck: Random, communities: tuple[str, ...], ethnic_group: str) -> str:
    """Names that are common where a person is active; else among those who answer as they do."""
    lists = seed_list("names")
    for community in communities:
        if community in lists["bank_of_community"]:
            return lists["bank_of_community"][community]
    return drawn(luck, lists["banks_of_group"][ethnic_group])


class Names:
    """Gives each person a name that nobody else has."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = set(taken)

    def fresh(self, luck: Random, bank: str, sex: str) -> str:
        name = a_name(luck, bank, sex)
        while name in self._taken:
            name = a_name(luck, bank, sex)
        self._taken.add(name)
        return name
