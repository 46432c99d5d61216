"""The words of every page gathered for translators: recruit languages gather, and what each language still lacks."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from recruit.assets.translations import FOLDER, compile_translations
from recruit.config import ROOT
from recruit.reference.languages import ENGLISH, LANGUAGES
from recruit.reference.questions import choices_in

SOURCES = [
    ("recruit/reference/*.json", "recruit.cli.languages:words_of_lists"),
    ("recruit/**.py", "python"),
    ("templates/**.html", "jinja2"),
    ("templates/**.txt", "jinja2"),
]
OPTIONS = {"templates/**": {"trim_blocks": "true", "lstrip_blocks": "true"}}
# What a person reads of the lists; the rest of them is for matching and for us.
READ = {"question", "hint", "label", "plain_question_label", "plain", "term", "group", "options"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")


@click.group()
def languages() -> None:
    """Gather the words of the pages for translators, and see what is missing."""


@languages.command()
def gather() -> None:
    """Bring every language's file up to date with the pages; what was translated stays."""
    found = gathered()
    for code in LANGUAGES:
        if code != ENGLISH:
            _update(FOLDER / code / "LC_MESSAGES" / "messages.po", found, code)
    compile_translations()
    missing()


@languages.command(name="missing")
def say_missing() -> None:
    """Say how many sentences each language still lacks, and whose placeholders are wrong."""
    missing()


def missing() -> None:
    for code in LANGUAGES:
        path = FOLDER / code / "LC_MESSAGES" / "messages.po"
        if path.exists():
            catalog = _read(path, code)
            lacking = [message for message in catalog if message.id and not message.string]
            click.echo(f"{code}: {len(catalog) - len(lacking)} of {len(catalog)} sentences")
            for message in wrong_placeholders(catalog):
                click.echo(f"  placeholders differ: {message.id}")


def gathered() -> Catalog:
    """Every sentence that a page, a message or a list shows, with where it stands."""
    catalog = Catalog(project="Alongside", charset="utf-8", fuzzy=False)
    for name, line, sentence, _comments, context in extract_from_dir(
        ROOT, method_map=SOURCES, options_map=OPTIONS, directory_filter=_is_ours
    ):
        catalog.add(sentence, locations=[(name, line)], context=context)
    return catalog


def wrong_placeholders(catalog: Iterable[Message]) -> list[Message]:
    """Sentences whose translation names other placeholders than the English one."""
    return [
        each
        for each in catalog
        if each.id and any(_placeholders(each) ^ set(PLACEHOLDER.findall(one)) for one in _strings(each))
    ]


def _placeholders(message: Message) -> set[str]:
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    return {found for one in ids for found in PLACEHOLDER.findall(one)}


def _strings(message: Message) -> list[str]:
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return [one for one in strings if one]


def words_of_lists(
    file: IO[bytes], keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[int, str, str, list[str]]]:
    """Extract what a person reads of a list in JSON; for Babel."""
    for sentence in dict.fromkeys(_read_words(json.load(file))):
        yield 1, "gettext", sentence, []


def _read_words(value: Any, *, is_read: bool = False) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _read_words(each, is_read=key in READ)
        yield from choices_in(str(value.get("type", "")).partition(":")[2])
    elif isinstance(value, list):
        for each in value:
            yield from _read_words(each, is_read=is_read)
    elif is_read and isinstance(value, str) and value.strip():
        yield value


def _is_ours(folder: str) -> bool:
    return not Path(folder).name.startswith((".", "_")) and Path(folder).name not in {
        "node_modules",
        "static",
        "tests",
    }


def _read(path: Path, code: str) -> Catalog:
    with path.open("rb") as words:
        return read_po(words, locale=code)


def _update(path: Path, found: Catalog, code: str) -> None:
    catalog = _read(path, code) if path.exists() else Catalog(locale=code, fuzzy=False)
    catalog.update(found, no_fuzzy_matching=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as words:
        write_po(words, catalog, width=0, ignore_obsolete=True, sort_output=True, omit_header=False)
