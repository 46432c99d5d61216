"""My page: where I stand, what waits for me, and how a role fits me."""

from datetime import timedelta

from flask import Blueprint, abort, g, redirect, url_for

from recruit.actions.asks import DECIDED
from recruit.actions.bad_weeks import begin_bad_week, end_bad_week
from recruit.actions.candidacies import record_interest
from recruit.actions.pauses import come_back, pause_until
from recruit.actions.registrations import forget_draft, hand_in_after_all, roles_asked_for
from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.models.groups import GroupKind
from recruit.models.states import Stage
from recruit.queries.asks import looks_of
from recruit.queries.attending import apologies_of, meetings_of_person, papers_for
from recruit.queries.bad_weeks import bad_week_of
from recruit.queries.matches import ranked_for
from recruit.queries.my_page import (
    attendance_of,
    candidacies_of_person,
    candidacy_of_person,
    groups_of_person,
    offers_waiting_for,
    pairs_of_person,
)
from recruit.queries.registrations import WAITS, draft_waiting_for
from recruit.web.clock import now, today
from recruit.web.me.fit import essentials_to_talk_about, fit_rows
from recruit.web.me.forms import PauseForm, SayYesForm, WasItYouForm
from recruit.web.me.stages import line_of, next_step_of
from recruit.web.render import form_page, page

room = Blueprint("me", __name__, url_prefix="/me")

DATES_SHOWN = timedelta(weeks=13)


@room.get("/")
def show():
    me = g.signed_in.candidate
    candidacies = candidacies_of_person(me)
    groups = groups_of_person(me, on=today())
    meetings = meetings_of_person(me, start=now(), end=now() + DATES_SHOWN, on=today())
    waiting = offers_waiting_for(me, now=now())
    return page(
        "me/show.html",
        me=me,
        today=today(),
        pairs=pairs_of_person(me, on=today()),
        meetings=meetings,
        apologies=apologies_of(me),
        papers=papers_for([meeting.id for meeting in meetings]),
        bad_week=bad_week_of(me.id, now=now()),
        offers=[(offer, links.token(Purpose.OFFER, offer.id)) for offer in waiting],
        form=SayYesForm(),
        candidacies=candidacies,
        may_ask=DECIDED,
        looks=looks_of(me),
        **_first(me, candidacies, groups),
    )


@room.post("/yes/<uuid:candidacy_id>/")
def say_yes(candidacy_id):
    candidacy = candidacy_of_person(g.signed_in.candidate, candidacy_id) or abort(404)
    record_interest(candidacy, by=g.signed_in.candidate, now=now())
    db.session.commit()
    return redirect(url_for("me.show"), 303)


@room.route("/pause/", methods=["GET", "POST"])
def pause():
    me = g.signed_in.candidate
    form = PauseForm(data={"until": me.paused_until if me.is_paused_on(today()) else None})
    if not form.validate_on_submit():
        return form_page("me/pause.html", form=form)
    if form.until.data:
        pause_until(me, form.until.data, now=now())
    else:
        come_back(me, now=now())
    db.session.commit()
    return redirect(url_for("me.show"), 303)


@room.post("/bad-week/")
def bad_week():
    begin_bad_week(g.signed_in.candidate, today=today(), now=now())
    db.session.commit()
    return redirect(url_for("me.show"), 303)


@room.post("/bad-week/over/")
def bad_week_over():
    end_bad_week(g.signed_in.candidate, now=now())
    db.session.commit()
    return redirect(url_for("me.show"), 303)


@room.route("/answers/<token>/", methods=["GET", "POST"])
def answers(token):
    """What somebody answered in my name: I hand it in, or it is deleted; opening it changes nothing."""
    me = g.signed_in.candidate
    draft = draft_waiting_for(me, links.subject(Purpose.RESUME, token))
    if draft is None:
        return redirect(url_for("me.show"), 303)
    form = WasItYouForm()
    if not form.validate_on_submit():
        roles = roles_asked_for(draft, today=today())
        return form_page("me/answers.html", form=form, draft=draft, waits=WAITS, roles=roles)
    if form.says_yes:
        hand_in_after_all(draft, by=me, today=today(), now=now())
    else:
        forget_draft(draft)
    db.session.commit()
    return redirect(url_for("me.show"), 303)


def _first(me, candidacies, groups):
    """What the page says about the role that moved last; nothing for somebody who stands for none."""
    standing = [each for each in candidacies if each.stage is not Stage.WITHDRAWN]
    if not candidacies:
        return {"candidacy": None}
    candidacy = (standing or candidacies)[0]
    attendance = attendance_of(candidacy)
    serves_on = [group.name for group in groups if group.kind is not GroupKind.FORUM]
    step = next_step_of(me, candidacy, attendance, serves_on=serves_on, today=today())
    told = {"candidacy": candidacy, "step": step, "serves_on": serves_on}
    return told | (_way_and_fit(me, candidacy, attendance) if standing else {"line": [], "fit": []})


def _way_and_fit(me, candidacy, attendance):
    role = candidacy.role_profile.versions[-1]
    ranked = ranked_for(role, [me.id], today=today(), now=now())
    return {
        "role": role,
        "line": line_of(me, candidacy, attendance),
        "fit": fit_rows(ranked, me.id),
        "essentials": essentials_to_talk_about(ranked, me.id),
    }
