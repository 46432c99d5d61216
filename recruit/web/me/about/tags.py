"""Suggested tags: a row for each, with the words it came from and the one thing to ask about it."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import SelectMultipleField, StringField, ValidationError
from wtforms.validators import Length

from recruit.actions.about_you import SAYS, TICKED, WITH_EXAMPLE, Kept
from recruit.queries.about_you import words_of
from recruit.queries.matches import suggested_tags
from recruit.reference.taxonomies import (
    COMMUNITIES,
    LINKS,
    LIVED,
    PERSPECTIVES,
    SKILLS,
    facet_and_code,
    found,
    has,
    plain_label,
    tag_id,
)
from recruit.web.forms import Form

# What follows each text, once its tags are looked at.
AFTER = {
    "lived_text": lambda: url_for("me.about.skills"),
    "skills_text": lambda: url_for("me.questions.ask", step="challenge_text"),
    "challenge_text": lambda: url_for("me.questions.ask", step="vision_text"),
    "vision_text": lambda: url_for("me.about.communities"),
    "community_text": lambda: url_for("me.questions.show"),
}
MOST_SKILLS, MOST_FOUND = 6, 12
SIDES = {LIVED: PERSPECTIVES, COMMUNITIES: LINKS, SKILLS: {}}
# The words of these tags say the side themselves.
SETTLED = {(LIVED, code): str(side) for code, side in SAYS.values()}
ASKED = {LIVED: _("Who did it happen to?"), COMMUNITIES: _("How do you belong to it?")}


@dataclass(frozen=True)
class TagRow:
    """One tag on the page; `number` is 0 for one that no words led to."""

    facet: str
    code: str
    side: str
    words: str = ""
    number: int = 0
    is_kept: bool = False

    @property
    def tag(self):
        return self.facet, self.code

    @property
    def value(self):
        return tag_id(self.facet, self.code)

    @property
    def label(self):
        return plain_label(self.facet, self.code)

    @property
    def asked(self):
        return ASKED.get(self.facet, "")

    @property
    def sides(self):
        if self.tag in SETTLED:
            return []
        return [(side, gettext(words)) for side, words in SIDES[self.facet].items()]


def after_words(person, field):
    """The page of suggestions where the words lead to any, else the question that follows."""
    wrote = words_of(person, field)
    if wrote is not None and suggested_tags(wrote.text)[0]:
        return url_for("me.about.tags", field=field)
    return AFTER[field]()


def rows_for(person, text, posted):
    """The rows of the page, and the text in parts; what was posted is shown again as it was."""
    suggested, parts = suggested_tags(text)
    held = _held(person)
    rows = {
        (each.facet, each.code): TagRow(each.facet, each.code, each.side, each.words, each.number)
        for each in suggested
    }
    shown = [facet_and_code(value) for value in posted.getlist("shown")]
    searched = found(posted.get("find", ""))[:MOST_FOUND] if "find_now" in posted else []
    for facet, code in [*shown, *searched]:
        if has(facet, code):
            rows.setdefault((facet, code), TagRow(facet, code, ""))
    apart = {tag for tag, sides in held.items() if len(sides) > 1}
    return [_as_it_stands(row, held, posted) for tag, row in rows.items() if tag not in apart], parts


def _as_it_stands(row, held, posted):
    """Unticked, unless the person holds the tag already or ticked it just now."""
    sides = held.get(row.tag, [])
    is_kept = row.value in posted.getlist("keep") if _was_shown(row, posted) else bool(sides)
    side = SETTLED.get(row.tag) or posted.get(f"side-{row.value}", sides[0] if sides else row.side)
    return TagRow(row.facet, row.code, side, row.words, row.number, is_kept)


def _was_shown(row, posted):
    return row.value in posted.getlist("shown")


def _held(person):
    held = {(SKILLS, skill.code): [""] for skill in person.skills}
    held |= {(COMMUNITIES, known.code): [str(known.link)] for known in person.connections}
    for lived in person.lived_experience:
        held.setdefault((LIVED, lived.code), []).append(str(lived.perspective))
    return held


class TagsForm(Form):
    """What is kept of the rows; a kept row answers the one thing that is asked about it."""

    keep = SelectMultipleField(_("Do any of these fit?"), validate_choice=False)
    find = StringField(
        _("Add something we missed"),
        description=_("Type a word, such as “diabetes” or “mosque”"),
        validators=[Length(max=60, message=_("Type a word of at most 60 letters"))],
    )

    def __init__(self, rows, **kwargs):
        super().__init__(**kwargs)
        self.rows = [row for row in rows if row.is_kept]
        self.known = {row.value for row in rows}

    def validate_keep(self, field):
        if set(field.data or ()) - self.known:
            raise ValidationError(_("Tick from the list"))
        for row in self.rows:
            if row.sides and row.side not in dict(row.sides):
                raise ValidationError(
                    gettext("%(tag)s: %(asked)s Choose one", tag=row.label, asked=row.asked)
                )
        if sum(row.facet == SKILLS for row in self.rows) > MOST_SKILLS:
            raise ValidationError(_("Choose at most six skills: the ones you would most like to use"))

    def kept(self):
        return {row.tag: Kept(row.side, WITH_EXAMPLE if row.number else TICKED) for row in self.rows}
