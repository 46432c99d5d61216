"""The out-tray: what leaves by itself, what waits for a hand, what failed."""

from flask import Blueprint, abort, g, redirect, request, url_for
from flask_babel import gettext as _

from recruit.actions.messages import hold_message, note_done_by_hand, release_message, send_again
from recruit.extensions import db
from recruit.models.candidates import ContactWay
from recruit.models.states import MessageState
from recruit.queries.messages import Pile, message_of, messages_in, piles_of
from recruit.web.clock import now
from recruit.web.render import page

room = Blueprint("messages", __name__, url_prefix="/messages")

AT_ONCE = 50


@room.get("/")
def index():
    piles = piles_of(g.signed_in.programme)
    asked = request.args.get("pile", "")
    pile = Pile(asked) if asked in set(Pile) else next((each for each in Pile if piles[each][0]), Pile.SENT)
    after = request.args.get("after", "")
    after = int(after) if after.isdecimal() and len(after) < 7 else 0
    return page(
        "staff/messages/index.html",
        pile=pile,
        total=piles[pile][0],
        choices=_choices(piles, pile),
        messages=messages_in(g.signed_in.programme, pile, after=after, at_most=AT_ONCE),
        after=after,
        at_once=AT_ONCE,
    )


@room.get("/<uuid:message_id>/")
def show(message_id):
    message = _message(message_id)
    return page("staff/messages/show.html", message=message, deeds=_deeds(message))


@room.post("/<uuid:message_id>/hold/")
def hold(message_id):
    return _done(hold_message, _message(message_id))


@room.post("/<uuid:message_id>/release/")
def release(message_id):
    return _done(release_message, _message(message_id))


@room.post("/<uuid:message_id>/another-try/")
def try_again(message_id):
    return _done(send_again, _message(message_id))


@room.post("/<uuid:message_id>/done/")
def done(message_id):
    return _done(note_done_by_hand, _message(message_id))


def _message(message_id):
    return message_of(g.signed_in.programme, message_id) or abort(404)


def _done(action, message):
    action(message, by=g.signed_in.account, now=now())
    db.session.commit()
    return redirect(url_for("staff.messages.show", message_id=message.id), 303)


def _choices(piles, current):
    words = {
        Pile.BY_HAND: _("To do by hand"),
        Pile.FAILED: _("Could not be sent"),
        Pile.WAITING: _("On their way"),
        Pile.HELD: _("Held back"),
        Pile.SENT: _("Sent"),
    }
    return [
        {
            "label": _("%(pile)s (%(number)s)", pile=words[pile], number=piles[pile][0]),
            "url": url_for("staff.messages.index", pile=pile),
            "is_current": pile is current,
        }
        for pile in Pile
    ]


def _deeds(message):
    """What can be done with a message now: words, address, and whether it is the main thing."""
    by_hand = {
        ContactWay.PHONE: _("I phoned"),
        ContactWay.TEXT: _("I sent the text"),
        ContactWay.POST: _("I posted it"),
        ContactWay.THROUGH_SOMEONE: _("I passed it on"),
        ContactWay.EMAIL: _("It did arrive"),
    }
    is_task = message.state is MessageState.QUEUED and message.way is not ContactWay.EMAIL
    may = {
        "staff.messages.done": is_task or message.state is MessageState.PERHAPS_SENT,
        "staff.messages.try_again": message.state in {MessageState.FAILED, MessageState.PERHAPS_SENT},
        "staff.messages.release": message.state is MessageState.HELD,
        "staff.messages.hold": message.state is MessageState.QUEUED,
    }
    words = {
        "staff.messages.done": by_hand[message.way],
        "staff.messages.try_again": _("Send it again"),
        "staff.messages.release": _("Let it go"),
        "staff.messages.hold": _("Hold it back"),
    }
    return [(words[each], url_for(each, message_id=message.id)) for each, is_open in may.items() if is_open]
