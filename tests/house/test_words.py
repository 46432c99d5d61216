"""The words of the glossary are the only words: in names that we define and in text that people see."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.tree import CODE, functions, name_of, python_files, syntax, templates

JUNK_DRAWERS = {"util", "utils", "helper", "helpers", "misc", "manager", "handler", "data", "info"}
OTHER_PEOPLES_WORDS = {"applicant", "user", "vacancy", "quota", "campaign"}
PLURALS = {"applicants", "users", "vacancies", "quotas", "campaigns"}
SEATS = {"slot", "slots"}
NEVER_NAMED = JUNK_DRAWERS | OTHER_PEOPLES_WORDS | PLURALS

# A meeting's time is a slot in matching's file format, and so on the bridge to it; a seat never is.
SPEAK_OF_TIMES = ("matching/", "recruit/queries/matches/")

# Methods of fields, whose names and arguments WTForms gives.
GIVEN = {"process", "process_data"}

NEVER_SEEN = sorted(NEVER_NAMED | SEATS)
NEVER_SAID = re.compile(rf"\b(?:{'|'.join(NEVER_SEEN)})\b", flags=re.IGNORECASE)
# The names of laws and of what they protect are not ours to change.
NAMES_OF_LAW = re.compile(r"data protection|data controller|personal data", flags=re.IGNORECASE)

TRANSLATED = {"_", "gettext", "lazy_gettext", "_l", "ngettext", "lazy_ngettext", "pgettext"}
MARKUP = re.compile(r"\{#.*?#\}|\{%.*?%\}|<[^>]*>", flags=re.DOTALL)
EXPRESSION = re.compile(r"\{\{.*?\}\}", flags=re.DOTALL)
QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")


def defined_names(path: Path) -> set[str]:
    """Modules, classes, functions, their arguments, and what is assigned."""
    nodes = list(ast.walk(syntax(path)))
    ours = [each for each in functions(path) if each.name not in GIVEN]
    classes = {node.name for node in nodes if isinstance(node, ast.ClassDef)}
    stored = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    arguments = {node.arg for each in ours for node in ast.walk(each.args) if isinstance(node, ast.arg)}
    return {path.stem, path.parent.name} | classes | stored | arguments | {each.name for each in ours}


def words_in(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)}


def said_in(path: Path) -> list[str]:
    """What a module says to people: the texts that are handed to gettext."""
    calls = [node for node in ast.walk(syntax(path)) if isinstance(node, ast.Call)]
    spoken = [call for call in calls if getattr(call.func, "id", "") in TRANSLATED]
    return [word.value for call in spoken for word in call.args if isinstance(word, ast.Constant)]


def shown_in(template: Path) -> list[str]:
    """What a template shows: its own text, and the quoted words inside its expressions."""
    words = template.read_text()
    quoted = [one or other for each in EXPRESSION.findall(words) for one, other in QUOTED.findall(each)]
    sentences = [word for word in quoted if " " in word or word[:1].isupper()]
    return [EXPRESSION.sub(" ", MARKUP.sub(" ", words)), *sentences]


def never_said(sentences: list[str]) -> list[str]:
    return [found for each in sentences for found in NEVER_SAID.findall(NAMES_OF_LAW.sub("", str(each)))]


def never_named(path: Path) -> set[str]:
    return NEVER_NAMED if name_of(path).startswith(SPEAK_OF_TIMES) else NEVER_NAMED | SEATS


@pytest.mark.parametrize("room", CODE)
def test_no_name_of_ours_is_a_junk_drawer_or_a_word_of_others(room):
    found = {
        f"{name_of(path)}: {name}"
        for path in python_files(room)
        for name in defined_names(path)
        if name == "common" or words_in(name) & never_named(path)
    }

    assert found == set()


def test_no_sentence_in_code_uses_a_word_of_others():
    found = {name_of(path): never_said(said_in(path)) for path in python_files("recruit")}

    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize("template", [*templates(), *templates("*.txt")], ids=name_of)
def test_no_template_uses_a_word_of_others(template):
    assert never_said(shown_in(template)) == []


def test_the_check_hears_a_word_in_text_and_in_an_expression(tmp_path):
    spoilt = tmp_path / "spoilt.html"
    spoilt.write_text(
        "{# user #}<p class='user'>Each user has {{ _('One vacancy') }} and {{ form.data }}.</p>"
    )

    assert never_said(shown_in(spoilt)) == ["user", "vacancy"]
