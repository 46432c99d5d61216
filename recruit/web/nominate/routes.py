"""The page of a call: who we lack, and the form that puts people forward, one after another."""

from flask import Blueprint, abort, redirect, request, url_for

from recruit.actions.forms import first_time
from recruit.actions.nominations import submit_nomination
from recruit.extensions import db, links
from recruit.models.organisations import OrganisationKind
from recruit.queries.gaps import open_gaps
from recruit.queries.nominations import call_asked_with, named_in
from recruit.web.clock import now, today
from recruit.web.nominate.forms import NominationForm, OnePersonForm, TwoPeopleForm
from recruit.web.nominate.lacking import lacks_in_words
from recruit.web.nominate.sitting import add_to_sitting, named_here
from recruit.web.render import form_page, page

room = Blueprint("nominate", __name__, url_prefix="/nominate")

# To name a patient of a practice would itself tell of their health: there the message to pass on comes first.
PASSES_ON_FIRST = {OrganisationKind.GP_PRACTICE_PPG}

# What was said to "are these two people?" stands in the form that comes back.
FORMS = {"one_person": OnePersonForm, "two_people": TwoPeopleForm}


@room.route("/<token>/", methods=["GET", "POST"])
def new(token):
    asked = call_asked_with(token) or abort(404)
    named = named_in(asked, named_here(asked.id))
    form = _form(asked, named)
    if not form.validate_on_submit():
        return _page_of(asked, token, form, named)
    if form.says_not_yet:
        return redirect(url_for("nominate.not_yet", token=token), 303)
    if len(form.people) > 1 and type(form) is NominationForm:
        return _two_people(asked, token, form)
    if first_time(form.form_key.data, now=now()):
        _put_forward(asked, form)
    return redirect(url_for("nominate.new", token=token, _anchor="named"), 303)


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
    return page("nominate/thanks.html", asked=asked, token=token, named=named_in(asked, named_here(asked.id)))


def _form(asked, named):
    """The form with the nominator's own name: as they gave it last, or as we know it."""
    known = asked.contact.name if asked.contact else ""
    before = {"nominator_name": named[-1].nominator_name if named else known}
    kind = next((FORMS[sign] for sign in FORMS if sign in request.form), NominationForm)
    return kind(data=before)


def _put_forward(asked, form):
    said = form.endorsement()
    named = [
        submit_nomination(asked, nominee, said=said, today=today(), now=now()) for nominee in form.nominees()
    ]
    db.session.commit()
    add_to_sitting(asked.id, [each.id for each in named])


def _two_people(asked, token, form):
    """Nothing is kept yet: each of the two is asked for with a way of their own."""
    first, second = form.people
    both = TwoPeopleForm(
        formdata=None,
        data={
            **form.data,
            "name": first,
            "second_name": second,
            "two_people": "yes",
            "whole_name": form.name.data,
        },
    )
    return _page_of_two(asked, token, both)


def _page_of_two(asked, token, form):
    return form_page(
        "nominate/two_people.html", form=form, asked=asked, token=token, role=asked.call.role_version
    )


def _page_of(asked, token, form, named):
    role = asked.call.role_version
    if not asked.call.is_open_on(today()):
        status = 409 if form.is_submitted() else 200
        return page("nominate/closed.html", status=status, asked=asked, role=role)
    if isinstance(form, TwoPeopleForm):
        return _page_of_two(asked, token, form)
    gaps = open_gaps(role.role_profile.programme_id, on=today())
    return form_page(
        "nominate/new.html",
        form=form,
        asked=asked,
        token=token,
        role=role,
        lacking=lacks_in_words(gaps, asked.organisation.kind),
        named=named,
        passes_on_first=asked.organisation.kind in PASSES_ON_FIRST and not form.is_submitted(),
    )
