"""All workstreams as pairs, and one with its history."""

from flask import Blueprint, abort, g, redirect, url_for

from recruit.actions.attending import add_paper
from recruit.actions.forms import first_time
from recruit.actions.groups import begin_group
from recruit.extensions import db
from recruit.models.groups import GroupKind
from recruit.models.states import TermState
from recruit.queries.attending import papers_for
from recruit.queries.endings import offers_open_in, terms_not_over_in
from recruit.queries.groups import groups_beside_workstreams
from recruit.queries.meetings import next_meeting_of, series_of
from recruit.queries.pairs import empty_in_all, pairs_on, seats_in_all
from recruit.queries.plans import times_of
from recruit.queries.workstreams import meetings_ahead_of, terms_in, workstream_of
from recruit.web.clock import now, today
from recruit.web.render import form_page, page
from recruit.web.staff.workstreams.forms import NewGroupForm
from recruit.web.staff.workstreams.papers import PaperForm

room = Blueprint("workstreams", __name__, url_prefix="/workstreams")


@room.get("/")
def index():
    pairs = pairs_on(today(), programme_id=g.signed_in.programme.id)
    others = groups_beside_workstreams(g.signed_in.programme)
    return page(
        "staff/workstreams/index.html",
        pairs=pairs,
        seats=seats_in_all(pairs),
        empty=empty_in_all(pairs),
        others=others,
        times=times_of([group.id for group in others]),
        next_meetings=next_meeting_of(
            [*(pair.group_id for pair in pairs), *(group.id for group in others)], now()
        ),
    )


@room.route("/new/", methods=["GET", "POST"])
def new():
    form = NewGroupForm()
    if not form.validate_on_submit():
        return form_page("staff/workstreams/new.html", form=form)
    if not first_time(form.form_key.data, now=now()):
        return redirect(url_for("staff.workstreams.index"), 303)
    group = begin_group(
        g.signed_in.programme,
        form.kind.data,
        form.name.data,
        seats=form.seats.data,
        rhythm=form.rhythm,
        words=form.rhythm_words,
        by=g.signed_in.account,
        today=today(),
        now=now(),
    )
    db.session.commit()
    if group.kind is not GroupKind.WORKSTREAM:
        return redirect(url_for("staff.workstreams.index"), 303)
    return redirect(url_for("staff.workstreams.show", group_id=group.id), 303)


@room.get("/<uuid:group_id>/")
def show(group_id):
    workstream = workstream_of(g.signed_in.programme, group_id) or abort(404)
    pairs = pairs_on(today(), programme_id=g.signed_in.programme.id)
    terms = terms_in(workstream)
    meetings = meetings_ahead_of(workstream, now=now())
    return page(
        "staff/workstreams/show.html",
        workstream=workstream,
        pair=next(pair for pair in pairs if pair.group_id == workstream.id),
        series=series_of(workstream.id),
        to_come=[term for term in terms if term.state is TermState.PLANNED],
        past=[term for term in terms if term.state is TermState.ENDED],
        meetings=meetings,
        papers=papers_for([meeting.id for meeting in meetings]),
        offers=offers_open_in(workstream),
        held=terms_not_over_in(workstream),
    )


@room.route("/<uuid:group_id>/papers/new/", methods=["GET", "POST"])
def new_paper(group_id):
    workstream = workstream_of(g.signed_in.programme, group_id) or abort(404)
    meetings = meetings_ahead_of(workstream, now=now())
    form = PaperForm()
    form.offer(meetings)
    if not form.validate_on_submit():
        return form_page("staff/workstreams/paper.html", form=form, workstream=workstream)
    if first_time(form.form_key.data, now=now()):
        add_paper(
            next(each for each in meetings if str(each.id) == form.meeting.data),
            title=form.title.data,
            words=form.words.data or "",
            url=form.url.data or None,
            by=g.signed_in.account,
            now=now(),
        )
    db.session.commit()
    return redirect(url_for("staff.workstreams.show", group_id=group_id), 303)
