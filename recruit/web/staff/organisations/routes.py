"""The organisations we know, whom they reach, and what came of asking them."""

from flask import Blueprint, abort, g, redirect, request, url_for

from recruit.actions.forms import first_time
from recruit.actions.organisations import add_organisation, change_organisation
from recruit.extensions import db
from recruit.models.organisations import OrganisationKind
from recruit.queries.organisations import (
    Which,
    Yield,
    organisation_with,
    organisations,
    people_named_by,
    reaches_known,
    yields_in,
)
from recruit.reference.areas import AREAS, area_name
from recruit.web.clock import now
from recruit.web.render import form_page, page
from recruit.web.staff.organisations.forms import OrganisationForm, form_of

room = Blueprint("organisations", __name__, url_prefix="/organisations")


@room.get("/")
def index():
    kind, area = request.args.get("kind", ""), request.args.get("area", "")
    which = Which(
        kind=OrganisationKind(kind) if kind in set(OrganisationKind) else None,
        area=area if area in AREAS else None,
        reach=request.args.get("reach", "")[:60] or None,
    )
    return page(
        "staff/organisations/index.html",
        which=which,
        found=organisations(which),
        yields=yields_in(g.signed_in.programme),
        nothing_yet=Yield(),
        kinds=list(OrganisationKind),
        areas=[(code, area_name(code)) for code in AREAS],
        reaches=reaches_known(),
    )


@room.route("/new/", methods=["GET", "POST"])
def new():
    form = OrganisationForm()
    if not form.validate_on_submit():
        return form_page("staff/organisations/new.html", form=form)
    if not first_time(form.form_key.data, now=now()):
        return redirect(url_for("staff.organisations.index"), 303)
    organisation = add_organisation(form.told, by=g.signed_in.account, now=now())
    db.session.commit()
    return redirect(url_for("staff.organisations.show", organisation_id=organisation.id), 303)


@room.get("/<uuid:organisation_id>/")
def show(organisation_id):
    organisation = organisation_with(organisation_id) or abort(404)
    return page(
        "staff/organisations/show.html",
        organisation=organisation,
        came_of_it=yields_in(g.signed_in.programme).get(organisation.id, Yield()),
        people=people_named_by(organisation, g.signed_in.programme),
    )


@room.route("/<uuid:organisation_id>/edit/", methods=["GET", "POST"])
def edit(organisation_id):
    organisation = organisation_with(organisation_id) or abort(404)
    form = form_of(organisation)
    if not form.validate_on_submit():
        return form_page("staff/organisations/edit.html", form=form, organisation=organisation)
    change_organisation(organisation, form.told, by=g.signed_in.account, now=now())
    db.session.commit()
    return redirect(url_for("staff.organisations.show", organisation_id=organisation.id), 303)
