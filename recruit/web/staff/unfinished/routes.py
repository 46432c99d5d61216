"""A code for somebody on the phone, that opens the form they began, once and within a day."""

from uuid import UUID

from flask import Blueprint, g, redirect, session, url_for
from flask_babel import gettext as _

from recruit.actions.coming_back import give_phone_code, phone_code
from recruit.extensions import db, links
from recruit.queries.coming_back import draft_of_caller, drafts_with_phone_code
from recruit.web.clock import now
from recruit.web.render import form_page, page
from recruit.web.staff.unfinished.forms import CallerForm

room = Blueprint("unfinished", __name__, url_prefix="/unfinished")

GIVEN = "code given for"


@room.route("/", methods=["GET", "POST"])
def find():
    form = CallerForm()
    if not form.validate_on_submit():
        return form_page("staff/unfinished/find.html", form=form)
    me = g.signed_in.account
    draft = draft_of_caller(form.name.data, reach=form.reach.data or "", asked_by=me, now=now())
    if draft is None:
        form.name.errors = [
            _("We found no unfinished form with this name and address. Check both, or begin a new one.")
        ]
        return form_page("staff/unfinished/find.html", form=form)
    give_phone_code(draft, by=me, now=now())
    db.session.commit()
    session[GIVEN] = draft.id.hex
    return redirect(url_for("staff.unfinished.show"), 303)


@room.get("/code/")
def show():
    """The code that was given last in this browser, until it was used."""
    given = UUID(session[GIVEN]) if GIVEN in session else None
    draft = next((each for each in drafts_with_phone_code(now=now()) if each.id == given), None)
    if draft is None:
        return redirect(url_for("staff.unfinished.find"), 303)
    url = links.url(url_for("interest.coming_back.type_phone_code"))
    return page("staff/unfinished/show.html", draft=draft, code=phone_code(draft), url=url)
