"""Rows for tests: say only what the test is about, the rest is made up sensibly."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from recruit.extensions import db
from recruit.models.accounts import Account, AccountPower
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import (
    Candidate,
    Connection,
    Consent,
    ContactWay,
    FreeTime,
    HoursBand,
    HoursPer,
    LayStatus,
    LivedExperience,
    PartOfDay,
    Purpose,
    Skill,
)
from recruit.models.groups import Group, GroupKind, Meeting
from recruit.models.nominations import Endorsement, Nomination, Relation
from recruit.models.organisations import Contact, Organisation, OrganisationKind
from recruit.models.programmes import Programme
from recruit.models.roles import Call, CallAsked, Criterion, Facet, RoleProfile, RoleVersion, Rung
from recruit.models.seats import Seat, Term
from recruit.models.states import NominationState, Stage, TermState

TODAY = date(2027, 1, 11)
NOW = datetime(2027, 1, 11, 9, tzinfo=UTC)
_numbers = count(1)


def kept(row):
    db.session.add(row)
    db.session.flush()
    return row


def a_programme(name="Integrated care", **facts):
    facts = {
        "area": "North West London",
        "contact_name": "Ruth Adeyemi",
        "contact_phone": "020 7946 0123",
        "contact_email": "hello@example.org",
    } | facts
    return kept(Programme(name=name, **facts))


def an_account(*powers, programme, name="Sam Reed", email=None, group=None):
    account = kept(Account(name=name, email=email or f"account{next(_numbers)}@example.org"))
    for power in powers:
        an_account_power(account, power, programme, group=group)
    return account


def an_account_power(account, power, programme, group=None):
    return kept(AccountPower(account_id=account.id, power=power, programme=programme, group=group))


def an_organisation(name="Halfway Carers' Centre", kind=OrganisationKind.CHARITY, area="brent"):
    organisation = kept(Organisation(name=name, kind=kind, area=area))
    kept(Contact(organisation_id=organisation.id, name="Bo Lind", email=f"org{next(_numbers)}@example.org"))
    return organisation


def a_group(programme, kind=GroupKind.WORKSTREAM, name="Informatics", seats=2, meetings=0):
    """A group with numbered seats and a meeting each fortnight from tomorrow, Tuesdays at 10."""
    group = Group(programme=programme, kind=kind, name=name, position=next(_numbers), seats=[], meetings=[])
    kept(group)
    for number in range(1, seats + 1):
        kept(Seat(group=group, number=number))
    for fortnight in range(meetings):
        starts_at = NOW.replace(day=12, hour=10) + timedelta(weeks=2 * fortnight)
        kept(Meeting(group=group, starts_at=starts_at, minutes=120, is_online=False, place="Town hall"))
    return group


def a_role(group, title=None, skills=(), lived=(), communities=(), essential=(), is_open=True, **facts):
    """An open role of a group; each criterion named weighs 1."""
    role = kept(
        RoleProfile(
            programme=group.programme,
            group=group,
            slug=f"role-{next(_numbers)}",
            is_open=is_open,
            versions=[],
        )
    )
    version = a_version(role, title=title or f"Lay partner, {group.name}", **facts)
    asked = [(Facet.SKILLS, skills), (Facet.LIVED, lived), (Facet.COMMUNITIES, communities)]
    for facet, codes in asked:
        for code in codes:
            kept(
                Criterion(
                    role_version=version,
                    position=next(_numbers),
                    facet=facet,
                    code=code,
                    weight=1,
                    is_essential=code in essential,
                    perspectives=[],
                    words="",
                )
            )
    return role


def a_version(role, number=1, title="Lay partner", **facts):
    facts = {
        "lead": "You help decide how care works.",
        "decides": "The group agrees how care is planned.",
        "rung": Rung.DECIDING_TOGETHER,
        "hours_meetings": 6,
        "hours_reading": 2,
        "term_months": 24,
        "notice": "2 weeks",
        "payment": "No payment.",
        "expenses": "We pay fares and cover for carers.",
        "support": "A named contact.",
        "choosing": "Two people read your answers.",
        "breadth": 0,
        "weight_skills": 25,
        "weight_lived": 25,
        "weight_connections": 25,
        "weight_availability": 10,
        "weight_gap": 15,
    } | facts
    return kept(RoleVersion(role_profile=role, number=number, title=title, criteria=[], **facts))


def a_call(role, *organisations, closes_on=None):
    call = kept(Call(role_version=role.versions[-1], opened_at=NOW, closes_on=closes_on, asked=[]))
    for organisation in organisations:
        kept(CallAsked(call=call, organisation=organisation, asked_at=NOW))
    return call


def a_nomination(asked, name="Grace Mensah", email="grace@example.org", named_at=NOW, **facts):
    facts = {
        "contact_way": ContactWay.EMAIL if email else ContactWay.PHONE,
        "phone": None if email else "020 7946 0999",
        "nominator_name": "Bo Lind",
        "how_known": "Three years at our lunch club",
        "relation": Relation.NONE,
        "seen_do_well": "She asked the council why the bus was cut.",
        "endorsements": [],
    } | facts
    return kept(
        Nomination(
            call_asked=asked,
            state=NominationState.WAITING,
            named_at=named_at,
            lapses_at=named_at + timedelta(days=28),
            name=name,
            email=email,
            **facts,
        )
    )


def an_endorsement(nomination, code="consensus", example="She let each side speak.", link=None):
    facet = Facet.COMMUNITIES if link else Facet.SKILLS
    return kept(Endorsement(nomination_id=nomination.id, facet=facet, code=code, example=example, link=link))


def a_candidate(
    name="Grace Mensah",
    email=None,
    skills=None,
    lived=None,
    connections=None,
    about_done=True,
    always_free=True,
    organisation=None,
    **facts,
):
    """Somebody who registered, told us about themselves, and can come at any time."""
    number = next(_numbers)
    facts = {
        "area": "brent",
        "contact_way": ContactWay.EMAIL if email else ContactWay.PHONE,
        "phone": None if email else "020 7946 0999",
        "is_adult": True,
        "lay_status": LayStatus.NO,
        "registered_at": NOW,
        "about_done_at": NOW if about_done else None,
        "hours": HoursBand.FROM_9_TO_12,
        "hours_per": HoursPer.MONTH,
        "meets_online": True,
        "meets_in_person": True,
        "nominated_by": organisation,
    } | facts
    candidate = Candidate(name=name, number=number, email=email, **facts)
    candidate.skills = [Skill(code=code, strength=strength) for code, strength in (skills or {}).items()]
    candidate.lived_experience = [
        LivedExperience(code=code, perspective=perspective, strength=0.5)
        for code, perspective in (lived or {}).items()
    ]
    candidate.connections = [
        Connection(code=code, link=link, would_ask=False) for code, link in (connections or {}).items()
    ]
    candidate.free_times = [
        FreeTime(weekday=weekday, part=part) for weekday in range(7) for part in PartOfDay if always_free
    ]
    candidate.consents = [Consent(purpose=Purpose.FIND_A_ROLE, given_at=NOW)]
    return kept(candidate)


def a_candidacy(candidate, role, stage=Stage.REGISTERED, since=NOW):
    return kept(Candidacy(candidate=candidate, role_profile=role, stage=stage, stage_since=since))


def a_term(candidate, seat, state=TermState.SERVING, starts_on=TODAY - timedelta(days=100), ends_on=None):
    ends_on = ends_on or TODAY + timedelta(days=600)
    return kept(Term(candidate=candidate, seat=seat, state=state, starts_on=starts_on, ends_on=ends_on))
