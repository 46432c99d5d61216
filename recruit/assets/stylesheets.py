"""What is done to a stylesheet before a page may use it."""

import re
from collections.abc import Callable

REMOTE_FONT = re.compile(r"@font-face\s*\{[^}]*https?://[^}]*\}")
SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")
REMOTE_LINK = re.compile(r"""(?:https:|[("']\s*(?:http:)?)//\S{0,60}""")
LINK = re.compile(r"""url\(\s*["']?(?!data:|#)([^"')]+)["']?\s*\)""")
# A trade mark of others; where it is installed, it must not be picked up by chance.
BRAND_FONT = re.compile(r"""["']?Frutiger W01["']?\s*,\s*""")

# What all other sheets build upon comes first, what overrules them comes last, the rest follows by name.
FIRST = ("tokens.css", "base.css", "layout.css")
LAST = ("forced-colours.css", "print.css")


class RemoteLink(ValueError):
    """A stylesheet would fetch something from another host."""


def cleaned(css: str) -> str:
    for unwanted in (REMOTE_FONT, SOURCE_MAP, BRAND_FONT):
        css = unwanted.sub("", css)
    return css.strip() + "\n"


def relinked(css: str, link: Callable[[str], str]) -> str:
    """The stylesheet with the file name of each link replaced by what link() says of it."""
    return LINK.sub(lambda found: f"url({link(found[1].rsplit('/', 1)[-1])})", css)


def refuse_remote_links(css: str, *, of: str) -> None:
    if found := REMOTE_LINK.search(css):
        raise RemoteLink(f"{of} still points elsewhere: {found[0]}")


def in_order(names: list[str]) -> list[str]:
    return sorted(names, key=lambda name: (place(name), name))


def place(name: str) -> int:
    if name in FIRST:
        return FIRST.index(name) - len(FIRST)
    return LAST.index(name) + 1 if name in LAST else 0
