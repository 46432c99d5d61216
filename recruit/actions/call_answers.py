"""What an organisation can say instead of a name, and to whom it can pass the request."""

from datetime import date, datetime, timedelta

from flask_babel import gettext as _

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.actions.sign_in import limit
from recruit.extensions import db
from recruit.messages.calls import call_passed_on
from recruit.models.organisations import Contact
from recruit.models.roles import Answer, CallAnswer, CallAsked
from recruit.queries.calls import answer_to, contact_at

A_YEAR = timedelta(days=365)
MOST_PASSED_ON = 5


def answer_call(asked: CallAsked, answer: Answer, *, today: date, now: datetime) -> None:
    """Keep what they say and do it: later calls honour it. Another answer takes the first one back."""
    before = answer_to(asked)
    if before is not None:
        _undo(asked, before.answer)
        before.answer, before.answered_at = answer, now
    else:
        db.session.add(CallAnswer(call_asked_id=asked.id, answer=answer, answered_at=now))
    organisation = asked.organisation
    if answer is Answer.NEXT_YEAR:
        organisation.asks_from = today + A_YEAR
    if answer is Answer.STOP:
        organisation.stopped_on = today
    if answer is Answer.WRONG_PERSON and asked.contact:
        asked.contact.left_on = today
    record(f"call answered: {answer}", asked, by=organisation, now=now)


def pass_call_on(
    asked: CallAsked, *, name: str, email: str, passed_on_by: str, today: date, now: datetime
) -> None:
    """Send the same request to a colleague there, who comes second in the directory.

    Whoever told us that they are the wrong person is not written to, and nobody learns that from here.
    """
    if not asked.call.is_open_on(today):
        raise Refused(_("This request for names has closed. Call us if you know someone: we will listen."))
    limit(f"pass on {asked.id}", at_most=MOST_PASSED_ON, within=timedelta(days=1), now=now)
    colleague = contact_at(asked.organisation, email)
    if colleague is None:
        colleague = Contact(organisation_id=asked.organisation_id, name=name, email=email, comes_second=True)
        db.session.add(colleague)
        db.session.flush()
    if colleague.left_on is None:
        call_passed_on(asked, colleague, passed_on_by=passed_on_by, now=now)
    record("call passed on", asked, by=asked.organisation, now=now)


def _undo(asked: CallAsked, answer: Answer) -> None:
    if answer is Answer.NEXT_YEAR:
        asked.organisation.asks_from = None
    if answer is Answer.STOP:
        asked.organisation.stopped_on = None
    if answer is Answer.WRONG_PERSON and asked.contact:
        asked.contact.left_on = None
