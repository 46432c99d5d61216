"""The roles of a programme: what they say, what they ask for, and whether they are open."""

from uuid import UUID

from flask import Blueprint, abort, g, redirect, request, url_for
from flask_babel import gettext as _

from recruit.actions.forms import first_time
from recruit.actions.roles import begin_role, change_role, close_role, open_role, stamp_of
from recruit.actions.workshops import plan_workshop
from recruit.extensions import db
from recruit.queries.roles import group_of, groups_of, is_in_use, role_of, role_to_change, roles_of
from recruit.queries.workshops import workshops_ahead_of
from recruit.web.clock import now, today
from recruit.web.render import form_page, page
from recruit.web.staff.roles.criteria import tag_groups
from recruit.web.staff.roles.forms import NewRoleForm, OpenForm, RoleForm, WorkshopForm, differences

room = Blueprint("roles", __name__, url_prefix="/roles")


@room.get("/")
def index():
    return page("staff/roles/index.html", roles=roles_of(g.signed_in.programme), today=today())


@room.route("/new/", methods=["GET", "POST"])
def new():
    form = NewRoleForm()
    form.group.choices = [(str(group.id), group.name) for group in groups_of(g.signed_in.programme)]
    if not form.validate_on_submit():
        return form_page("staff/roles/new.html", form=form, tag_groups=tag_groups())
    if not first_time(form.form_key.data, now=now()):
        return redirect(url_for("staff.roles.index"), 303)
    role = begin_role(
        group_of(g.signed_in.programme, UUID(form.group.data)),
        form.role_words,
        weights=form.score_weights,
        criteria=form.criteria.data,
        by=g.signed_in.account,
        now=now(),
    )
    db.session.commit()
    return redirect(url_for("staff.roles.show", role_id=role.id), 303)


@room.get("/<uuid:role_id>/")
def show(role_id):
    role = _role(role_id)
    return _role_page(role, OpenForm(closes_on=role.closes_on))


@room.route("/<uuid:role_id>/edit/", methods=["GET", "POST"])
def edit(role_id):
    role = (role_of if request.method == "GET" else role_to_change)(g.signed_in.programme, role_id) or abort(
        404
    )
    version = role.versions[-1]
    form = RoleForm(obj=version, seen=stamp_of(version))
    if not form.validate_on_submit():
        return _edit_page(role, form)
    if form.seen.data != stamp_of(version):
        return _both_versions(role, form)
    change_role(
        role,
        form.role_words,
        weights=form.score_weights,
        criteria=form.criteria.data,
        by=g.signed_in.account,
        now=now(),
    )
    db.session.commit()
    return redirect(url_for("staff.roles.show", role_id=role.id), 303)


@room.post("/<uuid:role_id>/opening/")
def open_it(role_id):
    role = _role(role_id)
    form = OpenForm()
    if not form.validate_on_submit():
        return _role_page(role, form)
    open_role(role, closes_on=form.closes_on.data, by=g.signed_in.account, today=today(), now=now())
    db.session.commit()
    return redirect(url_for("staff.roles.show", role_id=role.id), 303)


@room.post("/<uuid:role_id>/closing/")
def close(role_id):
    role = _role(role_id)
    close_role(role, by=g.signed_in.account, now=now())
    db.session.commit()
    return redirect(url_for("staff.roles.show", role_id=role.id), 303)


@room.route("/<uuid:role_id>/workshops/new/", methods=["GET", "POST"])
def new_workshop(role_id):
    role = _role(role_id)
    form = WorkshopForm()
    if not form.validate_on_submit():
        return form_page("staff/roles/workshop.html", role=role, form=form)
    if first_time(form.form_key.data, now=now()):
        plan_workshop(
            role,
            starts_at=form.starts_at,
            minutes=form.minutes.data,
            place=form.place.data,
            by=g.signed_in.account,
            now=now(),
        )
        db.session.commit()
    return redirect(url_for("staff.roles.show", role_id=role.id), 303)


def _role(role_id):
    return role_of(g.signed_in.programme, role_id) or abort(404)


def _role_page(role, form):
    workshops = workshops_ahead_of(role, now=now())
    return form_page("staff/roles/show.html", form=form, role=role, workshops=workshops, today=today())


def _edit_page(role, form, **more):
    facts = {
        "role": role,
        "in_use": is_in_use(role.versions[-1]),
        "tag_groups": tag_groups(),
        "theirs": [],
    } | more
    return form_page("staff/roles/edit.html", form=form, **facts)


def _both_versions(role, form):
    """Somebody saved this role meanwhile: show both, and let the next save be made knowingly."""
    version = role.versions[-1]
    form.seen.data = stamp_of(version)
    form.form_errors = [_("Somebody saved this role while you had it open")]
    response = _edit_page(role, form, theirs=differences(form, version))
    response.status_code = 409
    return response
