"""About you: one tight group of questions a page, each kept on Continue."""

from flask import Blueprint, g, redirect, request, url_for

from recruit.actions.about_you import (
    finish_about_you,
    keep_tags,
    tell_communities,
    tell_example,
    tell_lived_experience,
    tell_perspectives,
    tell_skills,
)
from recruit.extensions import db
from recruit.models.candidates import SeenBy
from recruit.queries.about_you import person_in_full, words_of
from recruit.reference.taxonomies import COMMUNITIES, LIVED, codes, plain_label
from recruit.web.clock import now
from recruit.web.me.about.forms import (
    LINK_WORDS,
    LIVED_CODES,
    SIDES,
    CommunitiesForm,
    ExampleForm,
    LivedForm,
    PerspectiveForm,
    SkillsForm,
)
from recruit.web.me.about.tags import AFTER, TagsForm, after_words, rows_for
from recruit.web.render import form_page

room = Blueprint("about", __name__, url_prefix="/about-you")


@room.get("/")
def start():
    return redirect(url_for("me.about.perspective"), 303)


@room.route("/perspective/", methods=["GET", "POST"])
def perspective():
    person = person_in_full(g.signed_in.candidate.id)
    form = PerspectiveForm(data={"perspective": _text(person, "perspective").split("; ")})
    if not form.validate_on_submit():
        return form_page("me/about/perspective.html", form=form)
    tell_perspectives(person, form.perspective.data, now=now())
    db.session.commit()
    return redirect(url_for("me.about.lived"), 303)


@room.route("/lived/", methods=["GET", "POST"])
def lived():
    person = person_in_full(g.signed_in.candidate.id)
    wrote = words_of(person, "lived_text")
    said = {
        "lived_text": _text(person, "lived_text"),
        "lived": [f"{row.code}:{row.perspective}" for row in person.lived_experience],
        "lived_privacy": wrote.seen_by if wrote else None,
    }
    form = LivedForm(data=said)
    if not form.validate_on_submit():
        tags = [(code, plain_label(LIVED, code)) for code in LIVED_CODES]
        return form_page("me/about/lived.html", form=form, tags=tags, sides=SIDES)
    seen_by = SeenBy(form.lived_privacy.data)
    tell_lived_experience(person, form.tags(), text=form.lived_text.data, seen_by=seen_by, now=now())
    db.session.commit()
    return redirect(after_words(person, "lived_text"), 303)


@room.route("/skills/", methods=["GET", "POST"])
def skills():
    person = person_in_full(g.signed_in.candidate.id)
    form = SkillsForm(data={"skills": [skill.code for skill in person.skills]})
    if not form.validate_on_submit():
        return form_page("me/about/skills.html", form=form)
    tell_skills(person, form.skills.data, now=now())
    db.session.commit()
    return redirect(url_for("me.about.example"), 303)


@room.route("/example/", methods=["GET", "POST"])
def example():
    person = person_in_full(g.signed_in.candidate.id)
    held = [skill.code for skill in person.skills]
    shown = [skill.code for skill in person.skills if skill.strength > 0.5]
    said = {"skills_text": _text(person, "skills_text"), "shows": shown}
    form = ExampleForm(held, data=said | {"contact_only": _is_private(person, "skills_text")})
    if not form.validate_on_submit():
        return form_page("me/about/example.html", form=form)
    readers = _readers(form)
    tell_example(person, form.skills_text.data, shows=form.shows.data, seen_by=readers, now=now())
    db.session.commit()
    return redirect(after_words(person, "skills_text"), 303)


@room.route("/communities/", methods=["GET", "POST"])
def communities():
    person = person_in_full(g.signed_in.candidate.id)
    links = {known.code: known.link for known in person.connections}
    said = {"communities": links, "community_text": _text(person, "community_text")}
    form = CommunitiesForm(data=said | {"contact_only": _is_private(person, "community_text")})
    if not form.validate_on_submit():
        groups = [(code, plain_label(COMMUNITIES, code)) for code in codes(COMMUNITIES)]
        return form_page("me/about/communities.html", form=form, groups=groups, link_words=LINK_WORDS)
    text, readers = form.community_text.data, _readers(form)
    tell_communities(person, form.links(), text=text, seen_by=readers, now=now())
    finish_about_you(person, now=now())
    db.session.commit()
    return redirect(after_words(person, "community_text"), 303)


@room.route("/tags/<field>/", methods=["GET", "POST"])
def tags(field):
    """What somebody's words suggest: they keep, leave or add, and only what they keep counts."""
    person = person_in_full(g.signed_in.candidate.id)
    if field not in AFTER or (text := _text(person, field)) == "":
        return redirect(url_for("me.questions.show"), 303)
    rows, parts = rows_for(person, text, request.form)
    form = TagsForm(rows)
    if "find_now" in request.form or not form.validate_on_submit():
        return form_page("me/about/tags.html", form=form, rows=rows, parts=parts, field_name=field)
    keep_tags(person, form.kept(), shown=[row.tag for row in rows], now=now())
    db.session.commit()
    return redirect(AFTER[field](), 303)


def _text(person, field):
    wrote = words_of(person, field)
    return wrote.text if wrote else ""


def _is_private(person, field):
    wrote = words_of(person, field)
    return wrote is not None and wrote.seen_by is SeenBy.CONTACT_ONLY


def _readers(form):
    return SeenBy.CONTACT_ONLY if form.contact_only.data else SeenBy.PANEL
