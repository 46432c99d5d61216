"""An e-mail goes out as plain text first, and as the same words on a calm page."""

from pathlib import Path

import pytest
from sqlalchemy import select

from recruit.extensions import db, mail
from recruit.messages.delivery import deliver
from recruit.messages.letter import Piece, as_page, paragraphs_of
from recruit.messages.tray import put
from recruit.models.messages import Message
from tests.makers import NOW, a_candidate
from tests.pages import parse

HOSTILE = '<script>alert(1)</script> & "quotes"'
KINDS = sorted(path.stem for path in (Path(__file__).parents[3] / "templates" / "messages").glob("*.txt"))


@pytest.fixture
def written(programme):
    person = a_candidate(name=HOSTILE, email="ada@example.org")
    return put(
        "withdrawal_noted",
        person,
        subject=f"You have withdrawn {HOSTILE}",
        programme_id=programme.id,
        now=NOW,
        programme=programme,
        groups=[],
    )


def test_an_empty_line_ends_a_paragraph_and_an_address_is_a_link():
    told = paragraphs_of("Hello,\n\nOpen this:\nhttps://example.org/a?b=1&c=2 now\n\n\n")

    assert told == [
        [[Piece("Hello,", False)]],
        [
            [Piece("Open this:", False)],
            [Piece("https://example.org/a?b=1&c=2", True), Piece(" now", False)],
        ],
    ]


def test_what_somebody_typed_is_never_markup(written):
    page = as_page(written)

    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert parse(page)[1] == []


def test_the_page_holds_every_word_of_the_text(written):
    tree, _errors = parse(as_page(written))

    page = " ".join("".join(tree.itertext()).split())
    assert all(" ".join(line.split()) in page for line in written.body.splitlines())


def test_plain_text_comes_first(written):
    db.session.commit()

    with mail.record_messages() as sent:
        deliver(written.id, now=NOW)

    parts = [part for part in sent[0]._message().walk() if not part.is_multipart()]
    assert [part.get_content_type() for part in parts] == ["text/plain", "text/html"]
    assert db.session.scalars(select(Message.state)).one() == "sent"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("sign_in_link", "concern_received")])
def test_every_message_says_whom_to_call_or_what_to_do_next(kind):
    words = (Path(__file__).parents[3] / "templates" / "messages" / f"{kind}.txt").read_text()

    assert "phone" in words or "url" in words or "nothing you need to do" in words
