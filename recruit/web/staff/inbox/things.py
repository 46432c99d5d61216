"""What needs a person, worded and ordered by the day it is due."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from recruit.models.candidates import ContactWay
from recruit.models.states import OfferState
from recruit.queries.inbox import CONTACT_AT_MOST, LAPSES_SOON, STILL_NEWS
from recruit.queries.messages import Pile
from recruit.web.clock import LONDON
from recruit.web.filters import day, weekday_day

CHOOSE_WITHIN = timedelta(days=7)
DECIDE_WITHIN = timedelta(days=14)
PAY_WITHIN = timedelta(days=14)
BY_HAND_WITHIN = timedelta(days=5)
MEND_WITHIN = timedelta(days=1)


@dataclass(frozen=True)
class Thing:
    """One line of the inbox: due when, what, why, and the words on its button."""

    due_on: date
    title: str
    why: str
    act: str
    url: str

    def as_task(self, today):
        days_late = (today - self.due_on).days
        if days_late > 0:
            when = ngettext("%(num)s day late", "%(num)s days late", days_late)
        else:
            when = _("Today") if days_late == 0 else weekday_day(self.due_on)
        return {
            "when": when,
            "is_late": days_late > 0,
            "title": self.title,
            "why": self.why,
            "act": self.act,
            "url": self.url,
        }


def on(instant):
    return instant.astimezone(LONDON).date()


def of_proposals(proposals, *, today):
    for proposal in proposals:
        yield Thing(
            on(proposal.made_at) + CHOOSE_WITHIN,
            _why_proposed(proposal, today),
            _("See who could follow. Everyone else stays, and nothing is sent before you choose."),
            _("Choose"),
            url_for("staff.refreshes.show", proposal_id=proposal.id),
        )


def _why_proposed(proposal, today):
    if proposal.name is None:
        return _("A proposal waits for your choice")
    if proposal.ends_on > today:
        told = {"name": proposal.name, "group": proposal.group, "day": day(proposal.ends_on)}
        return _("%(name)s’s time in %(group)s ends on %(day)s", **told)
    return _("%(name)s has left %(group)s", name=proposal.name, group=proposal.group)


def of_offers(offers, *, empty_seats, now):
    offered = {offer.seat_id for offer in offers if offer.state is OfferState.OPEN}
    for offer in offers:
        if offer.state is OfferState.OPEN and offer.lapses_at < now + LAPSES_SOON:
            yield _lapsing(offer)
        elif _came_to_nothing(offer, now) and offer.seat_id in empty_seats - offered:
            yield _declined(offer)


def _came_to_nothing(offer, now):
    return offer.state is not OfferState.OPEN and (offer.answered_at or offer.lapses_at) > now - STILL_NEWS


def _lapsing(offer):
    calls = offer.contact_way is ContactWay.PHONE
    prefers = _("They prefer a call.") if calls else _("The next in line is ready if it lapses.")
    return Thing(
        on(offer.lapses_at),
        _("Offer to %(name)s lapses on %(day)s", name=offer.name, day=day(offer.lapses_at)),
        _("%(group)s. %(prefers)s", group=offer.group, prefers=prefers),
        _("See the person"),
        url_for("staff.people.show", candidate_id=offer.candidate_id),
    )


def _declined(offer):
    is_no = offer.state is OfferState.DECLINED
    words = (
        _("%(name)s said no to %(group)s") if is_no else _("%(name)s did not answer the offer for %(group)s")
    )
    return Thing(
        on(offer.answered_at or offer.lapses_at) + CHOOSE_WITHIN,
        words % {"name": offer.name, "group": offer.group},
        _("The seat is still empty. Ask the next in line."),
        _("Find the next"),
        url_for("staff.people.funnel", stage="next in line"),
    )


def of_nominees(silent):
    for call in silent:
        yield Thing(
            on(call.first_lapses_at),
            ngettext(
                "%(num)s nominee has not answered for 21 days",
                "%(num)s nominees have not answered for 21 days",
                call.people,
            ),
            _("%(role)s. They are deleted on day 28. A call may help.", role=call.title),
            _("See the request"),
            url_for("staff.calls.show", call_id=call.call_id),
        )


def of_first_contacts(waiting):
    for nominee in waiting:
        calls = nominee.contact_way is ContactWay.PHONE
        yield Thing(
            on(nominee.named_at + CONTACT_AT_MOST),
            _("Call %(name)s for the first time", name=nominee.name)
            if calls
            else _("Reach %(name)s for the first time", name=nominee.name),
            _(
                "Put forward on %(day)s. We promise to be in touch within 7 days.",
                day=day(on(nominee.named_at)),
            ),
            _("See what to say"),
            url_for("staff.messages.show", message_id=nominee.id),
        )


def of_wrong_contacts(found):
    for each in found:
        yield Thing(
            each.left_on + CHOOSE_WITHIN,
            _("Find out whom to ask at %(name)s", name=each.name),
            _("%(contact)s says that they are the wrong person.", contact=each.contact),
            _("See them"),
            url_for("staff.organisations.show", organisation_id=each.id),
        )


def of_shortlists(shortlists):
    for shortlist in shortlists:
        against = ngettext(
            "%(num)s of %(decided)s decisions went against the score.",
            "%(num)s of %(decided)s decisions went against the score.",
            shortlist.against,
            decided=shortlist.decided,
        )
        yield Thing(
            on(shortlist.opened_at) + DECIDE_WITHIN,
            ngettext(
                "%(num)s person waits for a decision",
                "%(num)s people wait for a decision",
                shortlist.undecided,
            ),
            _(
                "Shortlist: %(role)s. %(against)s",
                role=shortlist.title,
                against=against if shortlist.decided else "",
            ),
            _("Decide"),
            url_for("staff.shortlists.show", shortlist_id=shortlist.id),
        )


def of_looks(looks):
    for look in looks:
        yield Thing(
            look.promised_on,
            _("%(name)s asks for a second look", name=look.candidacy.candidate.name),
            _(
                "%(role)s. Somebody who did not decide it should answer.",
                role=look.candidacy.role_profile.versions[-1].title,
            ),
            _("Look again"),
            url_for("staff.looks.show", look_id=look.id),
        )


def of_expenses(count, since):
    if count:
        yield Thing(
            on(since) + PAY_WITHIN,
            ngettext("%(num)s expense waits to be paid", "%(num)s expenses wait to be paid", count),
            _("We told people that we aim for 14 days."),
            _("See them"),
            url_for("staff.expenses.index"),
        )


def of_messages(piles):
    by_hand, since = piles[Pile.BY_HAND]
    if by_hand:
        yield Thing(
            on(since) + BY_HAND_WITHIN,
            ngettext("%(num)s message waits for a hand", "%(num)s messages wait for a hand", by_hand),
            _("To be phoned, texted or posted. The first contact should be within 5 days."),
            _("See them"),
            url_for("staff.messages.index", pile=Pile.BY_HAND),
        )
    failed, since = piles[Pile.FAILED]
    if failed:
        yield Thing(
            on(since) + MEND_WITHIN,
            ngettext("%(num)s message could not be sent", "%(num)s messages could not be sent", failed),
            _("Look at the address, then send it again or call."),
            _("Look"),
            url_for("staff.messages.index", pile=Pile.FAILED),
        )


def of_empty_seats(pairs, *, spoken_for, since, today):
    """Seats that nobody is asked about: no offer is out and no proposal is open."""
    for pair in pairs:
        lonely = [seat for seat in pair.seats if seat.kind == "empty" and seat.seat_id not in spoken_for]
        if not lonely:
            continue
        days = max(since.get(seat.seat_id, 0) for seat in lonely)
        yield Thing(
            today - timedelta(days=days) + CHOOSE_WITHIN,
            ngettext(
                "%(group)s has an empty seat",
                "%(group)s has %(num)s empty seats",
                len(lonely),
                group=pair.name,
            ),
            _("Nobody has been asked yet. Plan the pairs, or ask for names."),
            _("Plan"),
            url_for("staff.plans.index"),
        )
