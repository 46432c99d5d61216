"""Plans are proposed, laid side by side, changed by people's choices and published."""

from dataclasses import dataclass
from uuid import UUID

from dateutil.relativedelta import relativedelta
from flask import Blueprint, abort, g, redirect, request, url_for

from recruit.actions.forms import first_time
from recruit.actions.plans import (
    discard_plan,
    forbid_seat,
    lock_pair,
    override_seat,
    price_of_choices,
    propose_again,
    propose_plan,
    publish_plan,
    undo_choices,
)
from recruit.extensions import db
from recruit.models.states import PlanState
from recruit.queries.plans import people_by_id, plan_of, plans_of, workstreams_of
from recruit.web.clock import now, today
from recruit.web.forms import ChangeForm
from recruit.web.render import form_page, page
from recruit.web.staff.plans.cards import cards_of, deeds_of, new_people
from recruit.web.staff.plans.choosing import choosing_of
from recruit.web.staff.plans.facts import facts_of
from recruit.web.staff.plans.forms import NewPlanForm, ReasonForm
from recruit.web.staff.plans.reasons import price_words, proof_words
from recruit.web.staff.plans.side_by_side import compared, worst_of

room = Blueprint("plans", __name__, url_prefix="/plans")


@room.get("/")
def index():
    programme = g.signed_in.programme
    plans = plans_of(programme)
    drafts = [plan for plan in plans if plan.state is PlanState.DRAFT]
    groups = workstreams_of(programme.id)
    return page(
        "staff/plans/index.html",
        plans=plans,
        drafts=drafts,
        compared=compared(drafts, groups, people_by_id) if len(drafts) > 1 else [],
        worst_of=lambda plan: worst_of(plan, groups),
        price_of_choices=price_of_choices,
    )


@room.route("/new/", methods=["GET", "POST"])
def new():
    first_of_next_month = today() + relativedelta(months=1, day=1)
    form = NewPlanForm(starts_on=first_of_next_month)
    if not form.validate_on_submit():
        return form_page("staff/plans/new.html", form=form)
    if not first_time(form.form_key.data, now=now()):
        return redirect(url_for("staff.plans.index"), 303)
    plan = propose_plan(
        g.signed_in.programme,
        name=form.name.data,
        starts_on=form.starts_on.data,
        by=g.signed_in.account,
        now=now(),
    )
    db.session.commit()
    return _to(plan)


@room.get("/<uuid:plan_id>/")
def show(plan_id):
    plan = _plan(plan_id)
    facts = facts_of(plan)
    return page(
        "staff/plans/show.html",
        plan=plan,
        cards=cards_of(facts),
        proof=proof_words(plan.solved),
        worst=worst_of(plan, facts.groups),
        price=price_of_choices(plan),
        deeds=deeds_of(plan),
        seats=sum(len(group.seats) for group in facts.groups),
        new_people=new_people(facts),
        siblings=[each for each in plans_of(g.signed_in.programme) if each.state is PlanState.DRAFT],
        offers_to_make=len(facts.placements),
        change=ChangeForm(version=plan.version),
    )


@room.post("/<uuid:plan_id>/proposal/")
def propose(plan_id):
    return _change(plan_id, propose_again)


@room.route("/<uuid:plan_id>/workstreams/<uuid:group_id>/", methods=["GET", "POST"])
def choose(plan_id, group_id):
    plan = _plan(plan_id)
    groups = workstreams_of(plan.programme_id)
    group = next((each for each in groups if each.id == group_id), None) or abort(404)
    if plan.state is not PlanState.DRAFT:
        return _to(plan)
    form = ReasonForm(version=plan.version)
    choosing = choosing_of(plan, group, groups, request.values)
    if not (choosing.tried.is_whole and form.validate_on_submit()):
        words = price_words(choosing.price) if choosing.price else ""
        return form_page(
            "staff/plans/choose.html", form=form, plan=plan, group=group, choosing=choosing, price_words=words
        )
    _keep(plan, group_id, choosing.tried, form)
    db.session.commit()
    return _to(plan, anchor=f"workstream-{group_id}")


@room.post("/<uuid:plan_id>/workstreams/<uuid:group_id>/lock/")
def lock(plan_id, group_id):
    return _change(plan_id, lock_pair, group_id)


@room.post("/<uuid:plan_id>/workstreams/<uuid:group_id>/undo/")
def undo(plan_id, group_id):
    return _change(plan_id, undo_choices, group_id)


@room.post("/<uuid:plan_id>/discard/")
def discard(plan_id):
    _change(plan_id, discard_plan)
    return redirect(url_for("staff.plans.index"), 303)


@room.route("/<uuid:plan_id>/publish/", methods=["GET", "POST"])
def publish(plan_id):
    plan = _plan(plan_id)
    form = ChangeForm(version=plan.version)
    if not form.validate_on_submit():
        facts = facts_of(plan)
        return form_page(
            "staff/plans/publish.html",
            form=form,
            plan=plan,
            questions=questions_of(facts),
            cards=cards_of(facts),
            now=now(),
        )
    publish_plan(plan, version=form.seen_version, by=g.signed_in.account, today=today(), now=now())
    db.session.commit()
    return _to(plan)


@dataclass(frozen=True)
class Question:
    """What will be asked of one person, and how they will hear."""

    name: str
    group: str
    starts_on: object
    ends_on: object
    way: str


def questions_of(facts):
    names = {group.id: group.name for group in facts.groups}
    return [
        Question(
            name=facts.people[each.candidate_id].name,
            group=names[each.group_id],
            starts_on=each.starts_on,
            ends_on=each.ends_on,
            way=facts.people[each.candidate_id].contact_way,
        )
        for each in facts.placements
    ]


def _plan(plan_id):
    return plan_of(g.signed_in.programme, plan_id) or abort(404)


def _change(plan_id, verb, *args):
    plan = _plan(plan_id)
    form = ChangeForm()
    if not form.validate_on_submit():
        abort(400)
    verb(plan, *args, version=form.seen_version, by=g.signed_in.account, now=now())
    db.session.commit()
    return _to(plan, anchor=f"workstream-{args[0]}" if args else None)


def _keep(plan, group_id, tried, form):
    reason, version = form.reason.data, form.seen_version
    override = tried.override(group_id, reason)
    if override is not None:
        override_seat(plan, override, version=version, by=g.signed_in.account, now=now())
    else:
        out = UUID(tried.out)
        forbid_seat(plan, group_id, out, reason=reason, version=version, by=g.signed_in.account, now=now())


def _to(plan, anchor=None):
    return redirect(url_for("staff.plans.show", plan_id=plan.id, _anchor=anchor), 303)
