"""What people told us is wrong; an administrator reads none about a workstream that they host."""

from flask import Blueprint, abort, g, redirect, url_for

from recruit.actions.asks import answer_concern, note_about_concern
from recruit.extensions import db
from recruit.queries.asks import concern_for, concerns_for
from recruit.web.clock import now, today
from recruit.web.render import form_page, page
from recruit.web.settings.concerns.forms import ConcernForm, NotesForm

room = Blueprint("concerns", __name__, url_prefix="/concerns")


@room.get("/")
def index():
    concerns = concerns_for(g.signed_in.account, g.signed_in.programme)
    return page("settings/concerns/index.html", concerns=concerns, today=today())


@room.route("/<uuid:concern_id>/", methods=["GET", "POST"])
def show(concern_id):
    concern = _readable(concern_id)
    form = ConcernForm()
    if not form.validate_on_submit():
        return _shown(concern, form=form, noting=NotesForm(formdata=None, notes=concern.notes))
    answer_concern(concern, answer=form.answer.data, by=g.signed_in.account, now=now())
    db.session.commit()
    return redirect(url_for("settings.concerns.show", concern_id=concern.id), 303)


@room.post("/<uuid:concern_id>/notes/")
def note(concern_id):
    concern = _readable(concern_id)
    noting = NotesForm()
    if not noting.validate_on_submit():
        return form_page(
            "settings/concerns/show.html",
            form=noting,
            concern=concern,
            noting=noting,
            answering=ConcernForm(formdata=None),
        )
    note_about_concern(concern, notes=noting.notes.data or "", by=g.signed_in.account, now=now())
    db.session.commit()
    return redirect(url_for("settings.concerns.show", concern_id=concern.id), 303)


def _shown(concern, *, form, noting):
    return form_page("settings/concerns/show.html", form=form, concern=concern, noting=noting, answering=form)


def _readable(concern_id):
    return concern_for(g.signed_in.account, g.signed_in.programme, concern_id) or abort(404)
