"""Who may sign in, and whether the work that waits gets done."""

from datetime import timedelta
from uuid import UUID

from flask import Blueprint, abort, g, redirect, url_for

from recruit.actions.accounts import add_account, close_account
from recruit.actions.forms import first_time
from recruit.actions.jobs import try_again
from recruit.extensions import db
from recruit.models.groups import GroupKind
from recruit.models.states import JobState
from recruit.queries.accounts import account_of, accounts_of
from recruit.queries.jobs import job_with, jobs_by_state, jobs_in
from recruit.queries.roles import group_of, groups_of
from recruit.web.clock import now
from recruit.web.render import form_page, page
from recruit.web.settings.forms import AccountForm

room = Blueprint("settings", __name__, url_prefix="/settings")

# A worker looks every second: what is due for longer has nobody to do it.
A_WHILE = timedelta(minutes=5)


@room.get("/")
def show():
    states = jobs_by_state()
    return page(
        "settings/show.html",
        accounts=accounts_of(g.signed_in.programme),
        waits=states.get(JobState.READY, 0) + states.get(JobState.RUNNING, 0),
        waiting=jobs_in(JobState.READY, JobState.RUNNING, at_most=20),
        dead=jobs_in(JobState.DEAD, JobState.PERHAPS_DONE),
        overdue=now() - A_WHILE,
    )


@room.route("/accounts/new/", methods=["GET", "POST"])
def new_account():
    programme = g.signed_in.programme
    form = AccountForm(groups=[each for each in groups_of(programme) if each.kind is GroupKind.WORKSTREAM])
    if not form.validate_on_submit():
        return form_page("settings/new_account.html", form=form)
    if first_time(form.form_key.data, now=now()):
        add_account(
            name=form.name.data,
            email=form.email.data,
            power=form.power.data,
            programme=programme,
            group=group_of(programme, UUID(form.group.data)) if form.group.data else None,
            by=g.signed_in.account,
            now=now(),
        )
        db.session.commit()
    return redirect(url_for("settings.show"), 303)


@room.post("/accounts/<uuid:account_id>/closing/")
def close(account_id):
    programme = g.signed_in.programme
    account = account_of(programme, account_id) or abort(404)
    close_account(account, programme=programme, by=g.signed_in.account, now=now())
    db.session.commit()
    return redirect(url_for("settings.show"), 303)


@room.post("/work/<uuid:job_id>/another-try/")
def another_try(job_id):
    job = job_with(job_id) or abort(404)
    try_again(job, by=g.signed_in.account, now=now())
    db.session.commit()
    return redirect(url_for("settings.show"), 303)
