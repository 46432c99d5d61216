"""The programme, its organisations, its groups and when they meet."""

from recruit.models.accounts import Account, AccountPower, Power
from recruit.models.groups import Group, GroupKind, Meeting, MeetingSeries
from recruit.models.organisations import Contact, Organisation, OrganisationKind, Reach
from recruit.models.programmes import Programme, Target
from recruit.models.seats import Seat
from recruit.reference.personas import persona
from recruit.seed.groups import SEATS_EACH, WORKSTREAMS, GroupRecord, first_meeting, meetings_of, the_groups
from recruit.seed.organisations import OrganisationRecord
from recruit.seed.rows.ledger import Ledger, row_id
from recruit.seed.story_days import Calendar

PROGRAMME = row_id(Programme, "programme")
TARGETS = {
    "area": {"hounslow": 2, "hillingdon": 2, "harrow": 2, "brent": 2, "ealing": 2, "westminster": 2},
    "route": {"faith_or_community": 3, "charity": 4},
    "service": {"unpaid_carer": 4, "mental_health": 2, "learning_disability": 1, "social_care_user": 2},
    "experience": {"new": 3},
    "reach": {"somali_horn": 1, "young_people": 1, "gypsy_roma_traveller": 1, "deaf_bsl": 1, "carers": 2},
}
STAFF = {
    "coordinator": (Power.COORDINATOR, None),
    "reviewer": (Power.REVIEWER, None),
    "administrator": (Power.ADMINISTRATOR, None),
    "host": (Power.HOST, "W2"),
}
OTHER_STAFF = (
    ("Callum Frost", Power.COORDINATOR, None),
    ("Sushila Rao", Power.REVIEWER, None),
    ("Anthony Belgrave", Power.HOST, "W1"),
    ("Mairead Nolan", Power.HOST, "W3"),
    ("Jonathan Ekwueme", Power.HOST, "W4"),
    ("Catrin Bevan", Power.HOST, "W5"),
)


def account_id(key: str) -> object:
    return row_id(Account, key)


def write_programme(ledger: Ledger) -> None:
    who = persona("coordinator")
    ledger.add(
        Programme,
        "programme",
        parent_id=None,
        name="Integrated care",
        area="North West London",
        contact_name=who.name,
        contact_phone="020 7946 0123",
        contact_email=who.email,
    )
    for family, wanted in TARGETS.items():
        for code, people in wanted.items():
            ledger.add(
                Target,
                f"{family}:{code}",
                programme_id=PROGRAMME,
                family=family,
                code=code,
                wanted=people,
                weight=1.0,
            )


def write_staff(ledger: Ledger) -> None:
    people = [(key, persona(key).name, persona(key).email, *power) for key, power in STAFF.items()]
    people += [
        (name, name, f"{name.lower().replace(' ', '.')}@example.org", power, group)
        for name, power, group in OTHER_STAFF
    ]
    for key, name, email, power, group in people:
        account = ledger.add(Account, key, name=name, email=email, closed_at=None)
        ledger.add(
            AccountPower,
            f"{key}:{power}",
            account_id=account,
            power=power,
            programme_id=PROGRAMME,
            group_id=row_id(Group, group) if group else None,
        )


def write_organisations(ledger: Ledger, organisations: tuple[OrganisationRecord, ...]) -> None:
    for each in organisations:
        organisation = ledger.add(
            Organisation, each.key, name=each.name, kind=OrganisationKind(each.kind), area=each.area
        )
        ledger.add(
            Contact,
            each.key,
            organisation_id=organisation,
            name=each.contact_name,
            email=each.contact_email,
            phone=each.contact_phone,
        )
        for code in each.reach:
            ledger.add(Reach, f"{each.key}:{code}", organisation_id=organisation, code=code)


def write_groups(ledger: Ledger, calendar: Calendar) -> None:
    for position, each in enumerate(the_groups(), start=1):
        group = ledger.add(
            Group,
            each.key,
            programme_id=PROGRAMME,
            kind=GroupKind(each.kind),
            name=each.name,
            position=position,
        )
        if each.key in WORKSTREAMS:
            for number in range(1, SEATS_EACH + 1):
                ledger.add(Seat, f"{each.key}:{number}", group_id=group, number=number)
        _write_meetings(ledger, each, calendar)


def _write_meetings(ledger: Ledger, each: GroupRecord, calendar: Calendar) -> None:
    group = row_id(Group, each.key)
    shared = {"group_id": group, "minutes": each.minutes, "is_online": each.is_online, "place": each.place}
    series = ledger.add(
        MeetingSeries,
        each.key,
        rule=each.rule,
        first_at=first_meeting(each, calendar),
        words=each.words,
        **shared,
    )
    for number, starts_at in meetings_of(each, calendar):
        ledger.add(Meeting, f"{each.key}:{number}", series_id=series, starts_at=starts_at, **shared)
