"""About you: one tight group of questions a page, each kept on Continue."""

from flask import Blueprint, g, redirect, url_for

from recruit.actions.about_you import (
    finish_about_you,
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
    return redirect(url_for("me.about.skills"), 303)


@room.route("/skills/", methods=["GET", "POST"])
def skills():
    person = person_in_full(g.signed_in.candidate.id)
    form = SkillsForm(data={"skills": [skill.code for skill in person.skills]})
    if not form.validate_on_submit():
        return form_page("me/about/skills.html", form=form)
    tell_skills(person, form.skills.data, now=now())
    db.session.commit()
    return redirect(url_for("me.about.example" if form.skills.data else "me.about.communities"), 303)


@room.route("/example/", methods=["GET", "POST"])
def example():
    person = person_in_full(g.signed_in.candidate.id)
    held = [skill.code for skill in person.skills]
    shown = [skill.code for skill in person.skills if skill.strength > 0.5]
    form = ExampleForm(held, data={"skills_text": _text(person, "skills_text"), "shows": shown})
    if not form.validate_on_submit():
        return form_page("me/about/example.html", form=form)
    tell_example(person, form.skills_text.data, shows=form.shows.data, now=now())
    db.session.commit()
    return redirect(url_for("me.about.communities"), 303)


@room.route("/communities/", methods=["GET", "POST"])
def communities():
    person = person_in_full(g.signed_in.candidate.id)
    links = {known.code: known.link for known in person.connections}
    form = CommunitiesForm(data={"communities": links, "community_text": _text(person, "community_text")})
    if not form.validate_on_submit():
        groups = [(code, plain_label(COMMUNITIES, code)) for code in codes(COMMUNITIES)]
        return form_page("me/about/communities.html", form=form, groups=groups, link_words=LINK_WORDS)
    tell_communities(person, form.links(), text=form.community_text.data, now=now())
    finish_about_you(person, now=now())
    db.session.commit()
    return redirect(url_for("me.show"), 303)


def _text(person, field):
    wrote = words_of(person, field)
    return wrote.text if wrote else ""
