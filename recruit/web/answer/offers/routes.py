"""The question put to a person: would you take this seat? Opening it changes nothing."""

from flask import Blueprint, redirect, url_for

from recruit.actions.offers import accept_offer, decline_offer
from recruit.actions.refreshes import ask_where_refused
from recruit.extensions import db
from recruit.models.states import OfferState
from recruit.queries.matches import meetings_ahead, time_fit_of
from recruit.queries.plans import offer_with, role_of_seat, times_of
from recruit.web.answer.offers.forms import OfferForm
from recruit.web.clock import first_moment, now, today
from recruit.web.render import form_page, page

room = Blueprint("offers", __name__, url_prefix="/offers")


@room.route("/<token>/", methods=["GET", "POST"])
def show(token):
    offer = offer_with(token)
    if offer is None:
        return page("answer/offers/gone.html", status=404)
    form = OfferForm()
    if offer.state is not OfferState.OPEN or offer.lapses_at <= now():
        return page("answer/offers/answered.html", offer=offer, is_over=offer.state is OfferState.OPEN)
    if not form.validate_on_submit():
        return form_page("answer/offers/show.html", form=form, **_what_it_is(offer))
    if form.says_yes:
        accept_offer(offer, today=today(), now=now())
    else:
        decline_offer(offer, because=form.because.data, now=now())
        ask_where_refused(offer.seat.group.programme, today=today(), now=now())
    db.session.commit()
    return redirect(url_for("answer.offers.show", token=token), 303)


def _what_it_is(offer):
    group_id = offer.seat.group_id
    role = role_of_seat(offer.seat)
    begins = max(offer.starts_on, today())
    meetings = meetings_ahead([group_id], max(now(), first_moment(begins)))
    return {
        "offer": offer,
        "begins": begins,
        "role": role,
        "times": times_of([group_id]).get(group_id, ""),
        "dates": meetings[:6],
        "fit": time_fit_of(offer.candidate_id, meetings),
    }
