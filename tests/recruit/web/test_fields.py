"""Every kind of question: its label, hint and error belong to it, and what was typed stays."""

from datetime import date

import pytest
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    EmailField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TelField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from recruit.web.fields import DayField, error_summary, field
from tests.pages import parse

HOSTILE = """Ada "<script>alert('x')</script>" & Sons"""
WAYS = [
    SelectChoice("online", "Online"),
    SelectChoice("room", "In the <b>room</b>", render_kw={"hint": "Fares"}),
]
EMPTY = [SelectChoice("", "Choose one"), *WAYS]


class EveryForm(FlaskForm):
    class Meta:
        csrf = False

    name = StringField("Your <name>", [InputRequired("Enter your name")], description="As you like it")
    email = EmailField("Email", [InputRequired("Enter an email address")], description="If any")
    phone = TelField("Phone", [InputRequired("Enter a number")], description="Any")
    secret = PasswordField("Password", [InputRequired("Enter a password")], description="Long")
    hours = IntegerField("Hours", [InputRequired("Enter the hours")], description="A month")
    story = TextAreaField("Story", [InputRequired("Tell us")], description="In your words")
    short = TextAreaField("Short", [InputRequired("Tell us"), Length(max=20)], description="Briefly")
    area = SelectField("Area", [InputRequired("Choose an area")], choices=EMPTY, description="Yours")
    way = RadioField("Way", [InputRequired("Choose a way")], choices=WAYS, description="One")
    needs = SelectMultipleField("Needs", [InputRequired("Choose one")], choices=WAYS, description="All")
    start = DayField("Start", [InputRequired("Enter a day")], description="Like 3 4 2027")
    agree = BooleanField("I agree", [InputRequired("Tick the box")], description="You may change it")
    other = StringField("Other need")
    maybe = DayField("Maybe", [Optional()])


TYPED_IN = ["name", "email", "phone", "secret", "hours", "story", "short", "area"]
IN_A_GROUP = ["way", "needs", "start"]


@pytest.fixture
def posted(app):
    def post(**typed):
        with app.test_request_context("/", method="POST", data=typed):
            form = EveryForm()
            form.validate()
            return form

    return post


@pytest.fixture
def drawn(app):
    """The field as a browser reads it."""

    def draw(bound, **options):
        with app.test_request_context("/"):
            return parse(f"<!DOCTYPE html><title>x</title>{field(bound, **options)}")[0]

    return draw


def words(element):
    return " ".join("".join(element.itertext()).split())


def described(tree, element):
    """What a reader hears after the name of a control."""
    ids = (element.get("aria-describedby") or "").split()
    return [words(tree.find(f".//*[@id='{name}']")) for name in ids]


def control(tree):
    return next(element for element in tree.iter() if element.tag in {"input", "textarea", "select"})


@pytest.mark.parametrize("name", TYPED_IN)
def test_a_label_belongs_to_its_box(name, posted, drawn):
    bound = posted()[name]

    tree = drawn(bound)

    label = tree.find(".//label")
    assert (label.get("for"), words(label)) == (control(tree).get("id"), bound.label.text)


@pytest.mark.parametrize("name", TYPED_IN)
def test_a_box_is_described_by_its_hint_and_its_error(name, posted, drawn):
    bound = posted()[name]

    tree = drawn(bound)

    heard = [text for text in described(tree, control(tree)) if not text.startswith("You can write")]
    assert heard == [bound.description, f"Error: {bound.errors[0]}"]


@pytest.mark.parametrize("name", IN_A_GROUP)
def test_a_group_has_its_question_hint_and_error_around_it(name, posted, drawn):
    bound = posted()[name]

    tree = drawn(bound)

    group = tree.find(".//fieldset")
    assert words(group.find("legend")) == bound.label.text
    assert described(tree, group) == [bound.description, f"Error: {bound.errors[0]}"]


@pytest.mark.parametrize("name", ["way", "needs"])
def test_each_choice_has_its_own_label_and_hint(name, posted, drawn):
    tree = drawn(posted(way="online", needs="online")[name])

    labels = {label.get("for"): words(label) for label in tree.iter("label")}
    choices = [(labels[box.get("id")], described(tree, box)) for box in tree.iter("input")]
    assert choices == [("Online", []), ("In the <b>room</b>", ["Fares"])]


@pytest.mark.parametrize(
    ("name", "kind"), [("name", "text"), ("email", "email"), ("phone", "tel"), ("secret", "password")]
)
def test_a_box_opens_the_keyboard_it_needs(name, kind, posted, drawn):
    tree = drawn(posted()[name])

    assert control(tree).get("type") == kind


@pytest.mark.parametrize("name", ["name", "email", "phone", "hours"])
def test_what_was_typed_stays_and_is_only_text(name, posted, drawn):
    tree = drawn(posted(**{name: HOSTILE})[name])

    assert control(tree).get("value") == HOSTILE
    assert tree.find(".//script") is None


@pytest.mark.parametrize("name", ["story", "short"])
def test_a_long_answer_keeps_its_lines_and_is_only_text(name, posted, drawn):
    tree = drawn(posted(**{name: f"one\n  two\n\n{HOSTILE}"})[name])

    assert tree.find(".//textarea").text == f"one\n  two\n\n{HOSTILE}"
    assert tree.find(".//script") is None


def test_a_password_never_comes_back(posted, drawn):
    tree = drawn(posted(secret="correct horse")["secret"])

    assert control(tree).get("value") == ""


def test_an_answer_with_a_limit_says_how_long_it_may_be(posted, drawn):
    tree = drawn(posted()["short"])

    assert tree.find(".//*[@data-module='nhsuk-character-count']").get("data-maxlength") == "20"
    assert "You can write up to 20 characters" in described(tree, tree.find(".//textarea"))


@pytest.mark.parametrize(("name", "mark"), [("area", "selected"), ("way", "checked"), ("needs", "checked")])
def test_a_choice_made_stays_made(name, mark, posted, drawn):
    tree = drawn(posted(**{name: "room"})[name])

    assert [each.get("value") for each in tree.iter() if each.get(mark) is not None] == ["room"]


def test_a_day_that_is_none_keeps_its_three_boxes(posted, drawn):
    bound = posted(**{"start-day": "31", "start-month": "2", "start-year": "2027"})["start"]

    tree = drawn(bound)

    typed = {box.get("name"): box.get("value") for box in tree.iter("input")}
    assert typed == {"start-day": "31", "start-month": "2", "start-year": "2027"}
    assert bound.errors[0] == "Enter a real day, like 3 4 2027"


def test_three_boxes_make_a_day(posted):
    form = posted(**{"start-day": " 3", "start-month": "04", "start-year": "2027"})

    assert (form.start.data, list(form.start.errors)) == (date(2027, 4, 3), [])


@pytest.mark.parametrize("year", ["0", "-1", "10000", "9" * 12, "9" * 5000, "2027-1", "\N{ROCKET}"])
def test_a_year_that_is_none_is_no_day(posted, year):
    bound = posted(**{"start-day": "3", "start-month": "4", "start-year": year})["start"]

    assert (bound.data, bound.errors[0]) == (None, "Enter a real day, like 3 4 2027")


@pytest.mark.parametrize(
    ("typed", "is_right"),
    [
        ({}, True),
        ({"maybe-month": "4"}, False),
        ({"maybe-day": "3", "maybe-month": "-4", "maybe-year": "2027"}, False),
    ],
)
def test_a_day_that_may_be_left_out_is_whole_or_not_there(typed, is_right, posted):
    form = posted(**typed)

    assert (form.maybe.data, not form.maybe.errors) == (None, is_right)


def test_a_day_that_is_known_fills_its_boxes(app, drawn):
    with app.test_request_context("/"):
        form = EveryForm(start=date(2027, 4, 3))

    tree = drawn(form.start)

    assert [box.get("value") for box in tree.iter("input")] == ["3", "4", "2027"]


def test_one_box_to_tick_carries_its_label_hint_and_error(posted, drawn):
    tree = drawn(posted()["agree"])

    box = control(tree)
    assert words(tree.find(".//label")) == "I agree"
    assert described(tree, box) == ["Error: Tick the box", "You may change it"]


@pytest.mark.parametrize(("name", "tag"), [("name", "label"), ("way", "legend")])
def test_a_question_page_has_its_question_as_the_heading(name, tag, posted, drawn):
    bound = posted()[name]

    tree = drawn(bound, heading=True)

    heading = tree.find(".//h1")
    assert words(heading) == bound.label.text
    assert tree.find(f".//{tag}") in [*heading.iter(), *tree.iter("legend")]


def test_a_tick_uncovers_a_further_question(posted, drawn):
    form = posted(needs="room", other=HOSTILE)

    tree = drawn(form.needs, reveal={"room": form.other})

    box = tree.find(".//input[@value='room']")
    uncovered = tree.find(f".//*[@id='{box.get('data-aria-controls')}']")
    assert uncovered.find(".//input").get("value") == HOSTILE


def test_further_attributes_reach_the_box_as_text(posted, drawn):
    tree = drawn(posted()["name"], data_hx_get=HOSTILE, autocomplete="name")

    box = control(tree)
    assert (box.get("data-hx-get"), box.get("autocomplete")) == (HOSTILE, "name")


def test_the_summary_leads_to_each_field_and_says_what_belongs_to_none(posted, app):
    form = posted(
        story="x", short="x", name="Ada", email="a", phone="1", secret="s", hours="1", area="online"
    )
    form.form_errors = [HOSTILE]

    with app.test_request_context("/"):
        tree = parse(f"<!DOCTYPE html><title>x</title>{error_summary(form)}")[0]

    lines = [(words(line), getattr(line.find("a"), "attrib", {}).get("href")) for line in tree.iter("li")]
    assert lines == [
        (HOSTILE, None),
        ("Choose a way", "#way"),
        ("Choose one", "#needs"),
        ("Enter a day", "#start-day"),
        ("Tick the box", "#agree"),
    ]


@pytest.mark.parametrize(
    ("name", "goal"), [("way", "way"), ("needs", "needs"), ("start", "start-day"), ("agree", "agree")]
)
def test_the_summary_leads_to_a_box_that_is_there(name, goal, posted, drawn):
    tree = drawn(posted()[name])

    assert tree.find(f".//input[@id='{goal}']") is not None


def test_a_form_with_nothing_to_mend_has_no_summary(app):
    with app.test_request_context("/"):
        form = EveryForm()

        assert error_summary(form) == ""


def test_a_day_typed_over_a_first_day_stays_typed(app):
    class Beginning(FlaskForm):
        starts_on = DayField("From which day?")

    with app.test_request_context(
        "/", method="POST", data={"starts_on-day": "1", "starts_on-month": "1", "starts_on-year": "2000"}
    ):
        form = Beginning(starts_on=date(2026, 12, 1), meta={"csrf": False})

    assert form.starts_on.typed == {"day": "1", "month": "1", "year": "2000"}
