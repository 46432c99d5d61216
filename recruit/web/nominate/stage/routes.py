"""A link and an e-mailed code show the nominees who agreed to it, and how far they are."""

from flask import Blueprint, abort, redirect, session, url_for
from flask_babel import gettext as _

from recruit.actions.stage_codes import is_stage_code, send_stage_code
from recruit.extensions import db
from recruit.queries.nominations import call_asked_with
from recruit.queries.nominees import nominees_who_agreed
from recruit.web.clock import now
from recruit.web.guards import this_browser
from recruit.web.nominate.stage.forms import AskForm, StageCodeForm
from recruit.web.render import form_page, page

room = Blueprint("stage", __name__, url_prefix="/<token>/stage")

MAY_SEE = "sees nominees of"
SECONDS = 2 * 60 * 60


@room.route("/", methods=["GET", "POST"])
def ask(token):
    asked = _asked(token)
    form = AskForm()
    if not form.validate_on_submit():
        return form_page("nominate/stage/ask.html", form=form, asked=asked, token=token)
    send_stage_code(asked, browser=this_browser(), now=now())
    db.session.commit()
    return redirect(url_for("nominate.stage.type_code", token=token), 303)


@room.route("/code/", methods=["GET", "POST"])
def type_code(token):
    asked = _asked(token)
    form = StageCodeForm()
    if not form.validate_on_submit():
        return form_page("nominate/stage/type_code.html", form=form, token=token)
    is_right = is_stage_code(asked, form.code.data, browser=this_browser(), now=now())
    db.session.commit()
    if not is_right:
        form.code.errors = [_("That code is not right, or it is too old. Check it, or ask for a new one.")]
        return form_page("nominate/stage/type_code.html", form=form, token=token)
    session[MAY_SEE] = {"asked": asked.id.hex, "until": now().timestamp() + SECONDS}
    return redirect(url_for("nominate.stage.show", token=token), 303)


@room.get("/people/")
def show(token):
    asked = _asked(token)
    seen = session.get(MAY_SEE, {})
    if seen.get("asked") != asked.id.hex or seen["until"] < now().timestamp():
        return redirect(url_for("nominate.stage.ask", token=token), 303)
    people = nominees_who_agreed(asked.organisation, asked.call.role_version.role_profile_id)
    return page("nominate/stage/show.html", asked=asked, token=token, people=people)


def _asked(token):
    return call_asked_with(token) or abort(404)
