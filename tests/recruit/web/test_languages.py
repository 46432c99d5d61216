"""Pages in another language: chosen by a person, complete, and the right way round."""

import re

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from recruit.cli.languages import PLACEHOLDER, gathered, wrong_placeholders
from recruit.extensions import db
from recruit.reference.areas import BOROUGHS
from recruit.web.interest.forms import STEPS
from tests.conftest import made_app
from tests.makers import a_programme
from tests.pages import parse

# A language that nobody here speaks stands for all: each sentence is its English between brackets.
PSEUDO = "eo"
QUIET = {"script", "style", "title"}
PUBLIC = (
    "/",
    "/roles/",
    "/how-we-choose/",
    "/privacy/",
    "/accessibility/",
    "/contact/",
    "/glossary/",
    "/interest/",
    "/interest/for-groups/",
    "/interest/under-18/",
    "/sign-in/",
)
# What stands on a page in every language: names of people and places, addresses, and languages in their own words.
OWN = (
    "Alongside",
    "North West London",
    "Integrated care",
    "Ruth Adeyemi",
    "hello@example.org",
    "English",
    "العربية",
    PSEUDO,
    *BOROUGHS.values(),
)
NAMES = re.compile("|".join(map(re.escape, OWN)) + r"|\W|\d")


def bracketed(catalog):
    found = Catalog(locale=PSEUDO, fuzzy=False)
    for message in catalog:
        if message.id:
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            strings = tuple(f"⟦{one}⟧" for one in ids)
            found.add(message.id, strings if len(strings) > 1 else strings[0])
    return found


@pytest.fixture(scope="module")
def foreign(tmp_path_factory):
    """Alongside with the pseudo-language and Arabic switched on."""
    folder = tmp_path_factory.mktemp("translations")
    (folder / PSEUDO / "LC_MESSAGES").mkdir(parents=True)
    with (folder / PSEUDO / "LC_MESSAGES" / "messages.mo").open("wb") as compiled:
        write_mo(compiled, bracketed(gathered()))
    app = made_app(
        f"sqlite:///{folder / 'rows.sqlite'}",
        LANGUAGES=["en_GB", PSEUDO, "ar"],
        BABEL_TRANSLATION_DIRECTORIES=str(folder),
    )
    with app.app_context():
        db.create_all()
        a_programme()
        db.session.commit()
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def reader(foreign):
    client = foreign.test_client()
    client.post("/language/", data={"language": PSEUDO, "back": "/"})
    return client


def spoken(text):
    """The words of a page that a person reads."""
    tree, _ = parse(text)
    body = tree.find(".//body")
    for element in body.iter():
        if element.tag not in QUIET and element.text and element.text.strip():
            yield element.text.strip()
        if element.tail and element.tail.strip():
            yield element.tail.strip()


def in_english(text):
    whole = " ".join(spoken(text))
    outside = re.sub(r"⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧", " ", whole)
    return sorted(set(NAMES.sub(" ", outside).split()))


@pytest.mark.parametrize("path", PUBLIC)
def test_no_word_of_a_public_page_is_left_untranslated(reader, path):
    page = reader.get(path)

    assert page.status_code == 200
    assert in_english(page.text) == []


@pytest.mark.parametrize("step", STEPS)
def test_no_word_of_a_question_is_left_untranslated(reader, step):
    reader.post("/interest/", data={})

    assert in_english(reader.get(f"/interest/{step}/").text) == []


def test_a_person_chooses_the_language_and_stays_on_the_page(foreign):
    client = foreign.test_client()

    answer = client.post("/language/", data={"language": "ar", "back": "/contact/"})

    assert (answer.status_code, answer.headers["Location"]) == (303, "/contact/")
    page = client.get("/contact/").text
    assert 'lang="ar" dir="rtl"' in page
    assert "not been checked by a native speaker" in page


@pytest.mark.parametrize(
    "back", ["https://example.org/", "//example.org/", "/\\example.org", "/\t/example.org", ""]
)
def test_the_choice_of_a_language_leads_nowhere_else(client, back):
    answer = client.post("/language/", data={"language": "en_GB", "back": back})

    assert answer.headers["Location"] == "/"


def test_a_language_that_is_switched_off_cannot_be_chosen(client):
    client.post("/language/", data={"language": "ar", "back": "/"})

    page = client.get("/contact/").text
    assert 'lang="en-GB" dir="ltr"' in page
    assert 'action="/language/"' not in page


def test_a_translation_that_loses_a_placeholder_is_found():
    catalog = Catalog(locale=PSEUDO)
    catalog.add("Call %(phone)s", "Ring us")
    catalog.add("Write to %(email)s", "%(email)s")

    assert [each.id for each in wrong_placeholders(catalog)] == ["Call %(phone)s"]


def test_sentences_of_pages_messages_and_lists_are_gathered():
    sentences = {message.id for message in gathered()}

    assert {"Open roles", "What is your name?", "Your link to sign in"} <= sentences
    assert any(PLACEHOLDER.search(str(sentence)) for sentence in sentences)
