"""The same words as a calm page: paragraphs, lines and links, made from the plain text and nothing else."""

import re
from dataclasses import dataclass

from flask import current_app

from recruit.models.messages import Message

LINK = re.compile(r"(https?://[^\s<>\"']+)")


@dataclass(frozen=True)
class Piece:
    """Words, or an address that may be followed."""

    words: str
    is_link: bool


Paragraph = list[list[Piece]]


def paragraphs_of(body: str) -> list[Paragraph]:
    """Paragraphs of lines of pieces: an empty line ends a paragraph."""
    blocks = [block for block in re.split(r"\n\s*\n", body.strip()) if block.strip()]
    return [[_pieces(line.strip()) for line in block.splitlines()] for block in blocks]


def as_page(message: Message) -> str:
    """The HTML part of an e-mail; every word of the text is in it, escaped, and no picture or style is fetched."""
    template = current_app.jinja_env.get_template("messages/letter.html")
    return template.render(
        subject=message.subject,
        paragraphs=paragraphs_of(message.body),
        service_name=current_app.config["SERVICE_NAME"],
    )


def _pieces(line: str) -> list[Piece]:
    parts = LINK.split(line)
    return [Piece(part, is_link=bool(place % 2)) for place, part in enumerate(parts) if part]
