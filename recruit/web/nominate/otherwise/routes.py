"""Passing a request on, answering it otherwise, and the kit that lets people come by themselves."""

from flask import Blueprint, abort, redirect, url_for

from recruit.actions.call_answers import answer_call, pass_call_on
from recruit.actions.forms import first_time
from recruit.extensions import db, links
from recruit.models.roles import Answer
from recruit.queries.calls import answer_to
from recruit.queries.nominations import call_asked_with
from recruit.web.clock import now, today
from recruit.web.nominate.otherwise.forms import CallAnswerForm, PassOnForm
from recruit.web.render import form_page, page

room = Blueprint("otherwise", __name__, url_prefix="/<token>")


@room.get("/kit/")
def kit(token):
    """Words to copy, a link of their own and a poster: nobody is named to us."""
    asked = _asked(token)
    role = asked.call.role_version
    where = {"slug": role.role_profile.slug, "organisation_id": asked.organisation_id}
    return page(
        "nominate/otherwise/kit.html",
        asked=asked,
        token=token,
        role=role,
        share_url=links.url(url_for("public.arrive", **where)),
        poster_url=url_for("public.poster", **where),
    )


@room.route("/colleague/", methods=["GET", "POST"])
def pass_on(token):
    asked = _asked(token)
    form = PassOnForm(data={"passed_on_by": asked.contact.name if asked.contact else ""})
    if not form.validate_on_submit():
        return form_page("nominate/otherwise/pass_on.html", form=form, asked=asked, token=token)
    if first_time(form.form_key.data, now=now()):
        pass_call_on(
            asked,
            name=form.name.data,
            email=form.email.data,
            passed_on_by=form.passed_on_by.data,
            today=today(),
            now=now(),
        )
        db.session.commit()
    return redirect(url_for("nominate.otherwise.passed_on", token=token), 303)


@room.get("/colleague/sent/")
def passed_on(token):
    return page("nominate/otherwise/passed_on.html", asked=_asked(token), token=token)


@room.route("/answer/", methods=["GET", "POST"])
def answer(token):
    asked = _asked(token)
    before = answer_to(asked)
    form = CallAnswerForm(data={"answer": before.answer if before else None})
    if not form.validate_on_submit():
        return form_page("nominate/otherwise/answer.html", form=form, asked=asked, token=token, last=before)
    answer_call(asked, Answer(form.answer.data), today=today(), now=now())
    db.session.commit()
    return redirect(url_for("nominate.otherwise.answered", token=token), 303)


@room.get("/answer/kept/")
def answered(token):
    asked = _asked(token)
    before = answer_to(asked)
    if before is None:
        return redirect(url_for("nominate.otherwise.answer", token=token), 303)
    return page("nominate/otherwise/answered.html", asked=asked, token=token, answer=before.answer)


def _asked(token):
    return call_asked_with(token) or abort(404)
