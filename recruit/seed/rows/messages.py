"""The messages of the story: sent ones, and those that wait for somebody to ring or post them."""

from datetime import datetime, timedelta
from uuid import UUID

from recruit.extensions import links
from recruit.links import Purpose
from recruit.models.candidates import Candidate, ContactWay
from recruit.models.messages import Message
from recruit.models.nominations import Nomination
from recruit.models.organisations import Contact
from recruit.models.roles import CallAsked
from recruit.models.states import MessageState
from recruit.seed.funnel import the_funnel
from recruit.seed.groups import the_groups
from recruit.seed.history import the_terms
from recruit.seed.nominations import NominationRecord
from recruit.seed.population import the_population
from recruit.seed.roles import the_roles
from recruit.seed.rows.asking import asked_later, open_call
from recruit.seed.rows.ledger import Ledger, row_id
from recruit.seed.rows.naming import OPENED, named_at
from recruit.seed.rows.people import day_of_registering
from recruit.seed.rows.places import PROGRAMME
from recruit.seed.specification import seed_list
from recruit.seed.story_days import WORKSHOP_INVITATIONS, Calendar

TITLE = the_roles()[0].texts["title"]
GROUP_NAMES = {group.key: group.name for group in the_groups()}
STILL_A_TASK = timedelta(days=10)
REGISTERED_LATELY = 90


class OutTray:
    """An e-mail has gone; what must be rung, posted or texted waits ten days at most for somebody to do it."""

    def __init__(self, ledger: Ledger, calendar: Calendar) -> None:
        self._ledger, self._calendar, self._number = ledger, calendar, 0

    def put(
        self,
        kind: str,
        at: datetime,
        *,
        to: dict[str, UUID],
        name: str,
        way: str = "email",
        address: str | None,
        **words: object,
    ) -> None:
        self._number += 1
        written = seed_list("messages")["messages"][kind]
        waits = way != "email" and at > self._calendar.now - STILL_A_TASK
        words = {"name": name, "title": TITLE, **words}
        self._ledger.add(
            Message,
            self._number,
            programme_id=PROGRAMME,
            **({"candidate_id": None, "nomination_id": None, "contact_id": None, "account_id": None} | to),
            kind=kind.replace(" ", "_"),
            way=ContactWay(way),
            to_name=name,
            address=address or "",
            subject=written["subject"].format(**words),
            body=written["body"].format(**words) + seed_list("messages")["end"],
            state=MessageState.QUEUED if waits else MessageState.SENT,
            written_at=at,
            sent_at=None if waits else min(at + timedelta(minutes=2), self._calendar.now),
        )


def write_messages(ledger: Ledger, present: set[str], calendar: Calendar) -> None:
    tray = OutTray(ledger, calendar)
    _tell_organisations(tray, calendar)
    for record in the_population().nominations:
        if record.days_ago is not None:
            _tell_nominee(tray, record, calendar)
    _tell_candidates(tray, present, calendar)
    _tell_partners(tray, calendar)


def _tell_organisations(tray: OutTray, calendar: Calendar) -> None:
    number, everyone = open_call(calendar), the_population().organisations
    for each in asked_later(the_population(), number) if number > 1 else everyone:
        token = links.token(Purpose.CALL, row_id(CallAsked, f"{number}:{each.key}"))
        tray.put(
            "call_sent",
            calendar.at(OPENED[number], 10, 5),
            to={"contact_id": row_id(Contact, each.key)},
            name=each.contact_name,
            address=each.contact_email,
            url=links.url(f"/nominate/{token}/"),
        )


def _tell_nominee(tray: OutTray, record: NominationRecord, calendar: Calendar) -> None:
    organisation = next(each for each in the_population().organisations if each.key == record.organisation)
    token = links.token(Purpose.NOMINATION, row_id(Nomination, record.key))
    at = named_at(record, calendar, open_call(calendar))
    tray.put(
        "nominee_named",
        at,
        to={"nomination_id": row_id(Nomination, record.key)},
        name=record.name,
        way=record.contact_way,
        address=_address(record.contact_way, record.email, record.phone, record.post_address),
        nominator=organisation.contact_name,
        organisation=organisation.name,
        how_known=record.how_known,
        seen_do_well=record.seen_do_well,
        url=links.url(f"/answer/nominations/{token}/"),
    )
    tray.put(
        "nominator_thanked",
        at,
        to={"contact_id": row_id(Contact, organisation.key)},
        name=organisation.contact_name,
        address=organisation.contact_email,
    )


def _tell_candidates(tray: OutTray, present: set[str], calendar: Calendar) -> None:
    funnel = the_funnel()
    for person in the_population().people:
        day = day_of_registering(person, calendar)
        if person.key in present and day >= calendar.day - REGISTERED_LATELY:
            _tell(tray, "registered", person.key, calendar.at(day, 11, 59))
    for key in funnel.invited:
        if key in present:
            _tell(tray, "workshop_invitation", key, calendar.at(WORKSHOP_INVITATIONS, 14))
    for each in funnel.decided:
        if calendar.has_come(each.day):
            _tell(tray, each.decision, each.person, calendar.at(each.day, 17))


def _tell_partners(tray: OutTray, calendar: Calendar) -> None:
    for term in the_terms():
        group = GROUP_NAMES[term.workstream]
        if calendar.has_come(term.offered):
            _tell(tray, "seat_offered", term.person, calendar.at(term.offered, 15), group=group)
        if term.stopped is not None and calendar.has_come(term.stopped):
            _tell(tray, "thank_you", term.person, calendar.at(term.stopped, 12), group=group)


def _tell(tray: OutTray, kind: str, key: str, at: datetime, **words: object) -> None:
    person = the_population().person(key)
    way = person.contact_way
    tray.put(
        kind,
        at,
        to={"candidate_id": row_id(Candidate, key)},
        name=person.name,
        way=way,
        address=person.through_whom
        if way == "through someone"
        else _address(way, person.email, person.phone, person.post_address),
        **words,
    )


def _address(way: str, email: str | None, phone: str | None, post_address: str | None) -> str | None:
    return {"email": email, "post": post_address}.get(way, phone)
