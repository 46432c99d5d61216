"""Six ways in which people write: the same thing said formally, plainly, shortly, misspelt, abroad, dictated."""

import re
from collections.abc import Callable
from random import Random

SHARES = {
    "formal": 0.2,
    "plain": 0.3,
    "short": 0.2,
    "misspelt": 0.1,
    "second language": 0.12,
    "dictated": 0.08,
}

SLIPS = {
    "because": "becuase", "people": "poeple", "their": "thier", "really": "realy", "which": "wich", "friend": "freind",
    "would": "woud", "always": "allways", "appointment": "apointment", "hospital": "hospitel", "know": "no",
    "receive": "recieve", "different": "diffrent", "doctor": "docter", "until": "untill", "weeks": "weaks",
}  # fmt: skip
LONG_FORMS = {
    "I'm": "I am",
    "don't": "do not",
    "a lot": "a great deal",
    "Help": "Assistance",
    "tea": "refreshments",
}
LEFT_OUT = re.compile(r"\b(?:the|a|an)\s")


def _formal(text: str) -> str:
    for word, instead in LONG_FORMS.items():
        text = re.sub(rf"\b{re.escape(word)}\b", instead, text)
    return text


def _short(text: str) -> str:
    text = re.sub(r"\bI (am|have|had|can|was) ", "", text)
    return re.sub(r"(^|[.?!] )(\w)", lambda start: start[1] + start[2].upper(), text.replace(" and ", " + "))


def _misspelt(text: str) -> str:
    for word, instead in SLIPS.items():
        text = re.sub(rf"\b{word}\b", instead, text)
    return text


def _second_language(text: str) -> str:
    return LEFT_OUT.sub("", text).replace(" do not ", " not ").replace("I would like", "I like")


def _dictated(text: str) -> str:
    return re.sub(r"[.,;:?!]", "", text).replace(" I ", " i ").lower()


def _plain(text: str) -> str:
    return text


WRITTEN: dict[str, Callable[[str], str]] = {
    "formal": _formal,
    "plain": _plain,
    "short": _short,
    "misspelt": _misspelt,
    "second language": _second_language,
    "dictated": _dictated,
}


def register_of(luck: Random, *, speaks_another_language: bool) -> str:
    if speaks_another_language and luck.random() < 0.6:
        return "second language"
    others = {name: share for name, share in SHARES.items() if name != "second language"}
    return luck.choices(list(others), weights=list(others.values()))[0]
