"""Coming back to a form that is not finished, on any device."""

from flask import Blueprint, abort, redirect, url_for
from flask_babel import gettext as _

from recruit.actions.coming_back import opened_by_code, opened_by_phone_code, send_code, send_link
from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.queries.registrations import draft_with
from recruit.web.clock import now
from recruit.web.drafts import held_draft_id, hold_draft
from recruit.web.guards import this_browser
from recruit.web.interest.codes import AskForm, EmailedCodeForm, PhoneCodeForm
from recruit.web.interest.steps import next_step
from recruit.web.render import form_page, page

room = Blueprint("coming_back", __name__)


@room.post("/link/")
def ask_for_link():
    draft = draft_with(held_draft_id())
    if draft is None:
        return redirect(url_for("interest.start"), 303)
    send_link(draft, now=now())
    db.session.commit()
    return redirect(url_for("interest.coming_back.link_sent"), 303)


@room.get("/link/sent/")
def link_sent():
    draft = draft_with(held_draft_id())
    return page("interest/link_sent.html", onwards_url=next_step(draft) if draft else None)


@room.route("/back/<token>/", methods=["GET", "POST"])
def open_link(token):
    """The link is no key: it shows nothing, and can only have a code sent to where it was sent."""
    draft_id = _draft_id(token)
    form = AskForm()
    if not form.validate_on_submit():
        return form_page("interest/come_back.html", form=form, token=token)
    send_code(draft_id, browser=this_browser(), now=now())
    db.session.commit()
    return redirect(url_for("interest.coming_back.type_code", token=token), 303)


@room.route("/back/<token>/code/", methods=["GET", "POST"])
def type_code(token):
    draft_id = _draft_id(token)
    form = EmailedCodeForm()
    if not form.validate_on_submit():
        return form_page("interest/type_code.html", form=form, token=token)
    draft = opened_by_code(draft_id, form.code.data, browser=this_browser(), now=now())
    return _carry_on(draft) if draft else _wrong_code(form, token=token)


@room.route("/come-back/", methods=["GET", "POST"])
def type_phone_code():
    form = PhoneCodeForm()
    if not form.validate_on_submit():
        return form_page("interest/type_code.html", form=form, token=None)
    draft = opened_by_phone_code(form.code.data, browser=this_browser(), now=now())
    return _carry_on(draft) if draft else _wrong_code(form, token=None)


def _draft_id(token):
    return links.subject(Purpose.COME_BACK, token) or abort(404)


def _carry_on(draft):
    onwards = next_step(draft)
    hold_draft(draft.id)
    db.session.commit()
    return redirect(onwards, 303)


def _wrong_code(form, *, token):
    db.session.commit()
    form.code.errors = [_("That code is not right, or it is too old. Check it, or ask for a new one.")]
    return form_page("interest/type_code.html", form=form, token=token)
