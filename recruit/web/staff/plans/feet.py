"""What stands at the foot of a pair card: a choice and its price, an answer, a risk, or who would be next best."""

from uuid import UUID

from flask_babel import gettext as _

from recruit.models.plans import ChoiceKind
from recruit.models.states import OfferState
from recruit.web.filters import day, score


def foot_of(facts, group, assignment, empty, seated):
    choices = [choice for choice in facts.plan.choices if choice.group_id == group.id]
    answers = [offer.state for offer in facts.plan.offers if offer.seat.group_id == group.id]
    if answers:
        return "", "", _answers_words(answers)
    overridden = [choice for choice in choices if choice.kind is ChoiceKind.OVERRIDE]
    if overridden:
        return "own", _("Your choice:"), _choice_words(overridden[0], choices)
    if any(choice.kind is ChoiceKind.LOCK for choice in choices):
        locked = next(choice for choice in choices if choice.kind is ChoiceKind.LOCK)
        return "locked", _("Locked"), _("by %(name)s, %(day)s", name=_by(locked), day=day(locked.at))
    if choices:
        return "own", _("Kept out:"), ", ".join(_kept_out_words(choice) for choice in choices)
    if seated == 1 and empty:
        return "risk", _("One lay partner alone."), _("At risk from %(day)s", day=day(facts.plan.starts_on))
    if empty:
        return "risk", _("Nobody sits here."), _("At risk from %(day)s", day=day(facts.plan.starts_on))
    return "", "", _next_best_words(facts, group, assignment)


def _answers_words(answers):
    """What came of the offers that this plan made here."""
    told = {
        OfferState.OPEN: _("no answer yet"),
        OfferState.ACCEPTED: _("yes"),
        OfferState.DECLINED: _("no"),
        OfferState.LAPSED: _("no answer in time"),
        OfferState.CANCELLED: _("taken back"),
    }
    return _("Asked, and the answer: %(answers)s", answers=", ".join(told[state] for state in answers))


def _choice_words(choice, choices):
    out = next((each for each in choices if each.kind is ChoiceKind.FORBID and each.at == choice.at), None)
    price = score(choice.price)
    if out is None:
        return _("%(name)s. Price %(price)s", name=choice.candidate.name, price=price)
    return _(
        "%(name)s, not %(other)s. Price %(price)s",
        name=choice.candidate.name,
        other=out.candidate.name,
        price=price,
    )


def _kept_out_words(choice):
    return _("%(name)s. Price %(price)s", name=choice.candidate.name, price=score(choice.price))


def _by(choice):
    return choice.by.name if choice.by else _("somebody who has left")


def _next_best_words(facts, group, assignment):
    standing = {each.candidate_id for each in facts.held if each.group_id == group.id}
    if standing and all(UUID(who) in standing for who in assignment["people"]):
        return _("A standing pair. It stays as it is.")
    prices = [each["price"] for each in assignment["alternates"]]
    if not prices:
        return _("Nobody else fits here.")
    return _("The next best person would cost %(price)s", price=score(min(prices)))
