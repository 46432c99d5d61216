"""Coming in by an e-mailed link or a typed code, and going out."""

from flask import Blueprint, abort, g, redirect, session, url_for
from flask_babel import gettext as _

from recruit.actions.sign_in import end_session, request_sign_in, sign_in_with_code, sign_in_with_link
from recruit.extensions import db
from recruit.models.accounts import Power
from recruit.queries.people_who_sign_in import link_with_token
from recruit.web.clock import now
from recruit.web.guards import PROGRAMME, this_browser, welcome
from recruit.web.render import form_page
from recruit.web.sign_in.forms import CodeForm, EmailForm, OpenForm
from recruit.web.unsaved import UNSAVED

room = Blueprint("sign_in", __name__)

HOMES = (
    (Power.COORDINATOR, "staff.inbox.show"),
    (Power.ADMINISTRATOR, "settings.show"),
    (Power.REVIEWER, "review.show"),
    (Power.HOST, "host.show"),
)


@room.route("/sign-in/", methods=["GET", "POST"])
def request_link():
    form = EmailForm()
    if not form.validate_on_submit():
        return form_page("sign_in/request_link.html", form=form, has_unsaved=UNSAVED in session)
    request_sign_in(form.email.data, browser=this_browser(), now=now())
    db.session.commit()
    return redirect(url_for("sign_in.type_code"), 303)


@room.route("/sign-in/code/", methods=["GET", "POST"])
def type_code():
    form = CodeForm()
    if not form.validate_on_submit():
        return form_page("sign_in/type_code.html", form=form)
    secret = sign_in_with_code(form.code.data, browser=this_browser(), now=now())
    db.session.commit()
    return welcome(secret) if secret else _wrong_code("sign_in/type_code.html", form)


@room.route("/sign-in/<token>/", methods=["GET", "POST"])
def open_link(token):
    link = link_with_token(token) or abort(404)
    needs_code = not link.is_for(this_browser())
    form = CodeForm() if needs_code else OpenForm()
    if not form.validate_on_submit():
        return form_page("sign_in/open_link.html", form=form, needs_code=needs_code)
    code = form.code.data if needs_code else ""
    secret = sign_in_with_link(link, browser=this_browser(), code=code, now=now())
    db.session.commit()
    if secret:
        return welcome(secret)
    if needs_code:
        return _wrong_code("sign_in/open_link.html", form, needs_code=True)
    return redirect(url_for("sign_in.request_link"), 303)


@room.get("/home/")
def home():
    if g.signed_in is None:
        return redirect(url_for("public.home"), 303)
    powers = g.signed_in.powers
    endpoint = next((endpoint for power, endpoint in HOMES if power in powers), "me.show")
    return redirect(url_for(endpoint), 303)


@room.post("/home/<uuid:programme_id>/")
def work_in(programme_id):
    """Go from one programme to another: staff of two see one at a time."""
    theirs = g.signed_in.programmes if g.signed_in else ()
    if programme_id not in [programme.id for programme in theirs]:
        abort(404)
    session[PROGRAMME] = str(programme_id)
    return redirect(url_for("sign_in.home"), 303)


@room.post("/sign-out/")
def sign_out():
    if g.signed_in is not None:
        end_session(g.signed_in.session, now=now())
        db.session.commit()
    session.clear()
    return redirect(url_for("public.home"), 303)


def _wrong_code(template, form, **context):
    form.code.errors = [_("That code is not right, or it is too old. Check it, or ask for a new one.")]
    return form_page(template, form=form, **context)
