"""Words and the shapes that carry meaning stand out from their ground, whoever looks."""

import re

import pytest

from tests.house.tree import ROOT

TOKENS = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6});", (ROOT / "static/css/tokens.css").read_text()))

# What is read must reach 4.5 (WCAG 2.2, 1.4.3); a line or shape that carries meaning 3 (1.4.11).
READ, SEEN = 4.5, 3.0
PAIRS = [
    ("ink", ("white", "paper", "sand-100", "teal-50", "clay-50", "red-50", "moss-50", "sun"), READ),
    ("ink-2", ("white", "paper", "sand-100", "sand-200", "teal-50", "clay-50"), READ),
    ("white", ("teal-900", "teal-800", "teal-700", "red-700"), READ),
    ("teal-200", ("teal-900",), READ),
    ("teal-800", ("white", "paper", "teal-100", "teal-50"), READ),
    ("teal-700", ("white", "paper", "sand-100", "clay-50", "teal-50", "red-50"), READ),
    ("teal-900", ("white", "paper"), READ),
    ("clay-800", ("clay-100",), READ),
    ("clay-700", ("white", "paper", "clay-50"), READ),
    ("red-700", ("white", "paper", "red-50"), READ),
    ("moss-700", ("white", "moss-50"), READ),
    ("visited", ("white", "paper"), READ),
    ("sand-500", ("white", "paper", "sand-100"), SEEN),
    ("teal-500", ("white", "sand-200"), SEEN),
    ("clay-600", ("white", "paper", "clay-50"), SEEN),
    ("chart-1", ("white",), SEEN),
    ("chart-2", ("white",), SEEN),
    ("chart-3", ("white",), SEEN),
    ("clay-200", ("teal-900",), SEEN),
]
EACH = [(front, ground, least) for front, grounds, least in PAIRS for ground in grounds]


def brightness(colour):
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_standard_does():
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize(("front", "ground", "least"), EACH)
def test_a_colour_stands_out_from_its_ground(front, ground, least):
    assert contrast(TOKENS[front], TOKENS[ground]) >= least


def test_no_stylesheet_but_the_tokens_names_a_colour():
    named = {
        f"{sheet.name}: {colour}"
        for sheet in (ROOT / "static/css").glob("*.css")
        if sheet.name not in {"tokens.css", "print.css"}
        for colour in re.findall(r"#[0-9a-f]{3,8}\b(?=[^{}]*;)", sheet.read_text())
    }

    assert named == set()
