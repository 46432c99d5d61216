"""The page of a call: who we lack, and the form that puts somebody forward."""

from flask import Blueprint, abort, redirect, url_for

from recruit.actions.forms import first_time
from recruit.actions.nominations import submit_nomination
from recruit.extensions import db, links
from recruit.queries.gaps import open_gaps
from recruit.queries.nominations import call_asked_with
from recruit.web.clock import now, today
from recruit.web.nominate.forms import NominationForm
from recruit.web.nominate.lacking import lacks_in_words
from recruit.web.render import form_page, page

room = Blueprint("nominate", __name__, url_prefix="/nominate")


@room.route("/<token>/", methods=["GET", "POST"])
def new(token):
    asked = call_asked_with(token) or abort(404)
    form = NominationForm(data={"nominator_name": asked.contact.name if asked.contact else ""})
    if not form.validate_on_submit():
        return _page_of(asked, token, form)
    if form.says_not_yet:
        return redirect(url_for("nominate.not_yet", token=token), 303)
    if first_time(form.form_key.data, now=now()):
        submit_nomination(asked, form.nominee(), said=form.endorsement(), today=today(), now=now())
        db.session.commit()
    return redirect(url_for("nominate.thanks", token=token), 303)


@room.get("/<token>/not-yet/")
def not_yet(token):
    asked = call_asked_with(token) or abort(404)
    return page(
        "nominate/not_yet.html",
        asked=asked,
        token=token,
        role=asked.call.role_version,
        register_url=links.url(url_for("interest.start")),
    )


@room.get("/<token>/thanks/")
def thanks(token):
    asked = call_asked_with(token) or abort(404)
    return page("nominate/thanks.html", asked=asked, token=token)


def _page_of(asked, token, form):
    role = asked.call.role_version
    if not asked.call.is_open_on(today()):
        return page(
            "nominate/closed.html", status=409 if form.is_submitted() else 200, asked=asked, role=role
        )
    gaps = open_gaps(role.role_profile.programme_id, on=today())
    lacking = lacks_in_words(gaps, asked.organisation.kind)
    return form_page("nominate/new.html", form=form, asked=asked, token=token, role=role, lacking=lacking)
