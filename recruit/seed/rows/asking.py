"""The role profiles in their versions, and the calls that carried them out."""

from recruit.models.groups import Group
from recruit.models.organisations import Contact, Organisation
from recruit.models.roles import Call, CallAsked, Criterion, Facet, RoleProfile, RoleVersion, Rung
from recruit.reference.personas import NOMINATING_ORGANISATION
from recruit.seed.organisations import OrganisationRecord
from recruit.seed.population import Population
from recruit.seed.roles import EARLIER_LEADS, RoleRecord, the_roles
from recruit.seed.rows.ledger import Ledger, row_id
from recruit.seed.rows.places import PROGRAMME
from recruit.seed.story_days import (
    FIRST_CALL,
    FIRST_CALL_CLOSES,
    SECOND_CALL,
    SECOND_CALL_CLOSES,
    SECOND_VERSION,
    THIRD_CALL,
    Calendar,
)

WEIGHTS = {"skills": 25.0, "lived": 25.0, "connections": 25.0, "availability": 10.0, "gap": 15.0}


def newest_version(slug: str, calendar: Calendar) -> int:
    """The advisory group's role was worded again before the third call; the others stand as they were."""
    return 2 if slug in EARLIER_LEADS and calendar.has_come(SECOND_VERSION) else 1


def version_id(slug: str, number: int) -> object:
    return row_id(RoleVersion, f"{slug}:{number}")


def role_id(slug: str) -> object:
    return row_id(RoleProfile, slug)


def write_roles(ledger: Ledger, calendar: Calendar) -> None:
    for role in the_roles():
        profile = ledger.add(
            RoleProfile,
            role.slug,
            programme_id=PROGRAMME,
            group_id=row_id(Group, role.group),
            slug=role.slug,
            is_open=True,
            closes_on=None,
        )
        for number in range(1, newest_version(role.slug, calendar) + 1):
            _write_version(ledger, profile, role, number)


def _write_version(ledger: Ledger, profile: object, role: RoleRecord, number: int) -> None:
    texts = role.texts | {"rung": Rung(role.texts["rung"])}
    if number == 1 and role.slug in EARLIER_LEADS:
        texts["lead"] = EARLIER_LEADS[role.slug]
    version = ledger.add(
        RoleVersion,
        f"{role.slug}:{number}",
        role_profile_id=profile,
        number=number,
        **{f"weight_{score}": weight for score, weight in WEIGHTS.items()},
        **texts,
    )
    for position, each in enumerate(role.criteria, start=1):
        ledger.add(
            Criterion,
            f"{role.slug}:{number}:{each.facet}:{each.code}",
            role_version_id=version,
            position=position,
            facet=Facet(each.facet),
            code=each.code,
            weight=each.weight,
            is_essential=each.is_essential,
            perspectives=list(each.perspectives),
            words=each.words,
        )


def write_calls(ledger: Ledger, population: Population, calendar: Calendar) -> None:
    _write_call(
        ledger, calendar, 1, "advisory-group", FIRST_CALL, FIRST_CALL_CLOSES, population.organisations
    )
    if calendar.has_come(SECOND_CALL):
        asked = asked_later(population, 2)
        _write_call(ledger, calendar, 2, "forum", SECOND_CALL, SECOND_CALL_CLOSES, asked)
    if calendar.has_come(THIRD_CALL):
        _write_call(ledger, calendar, 3, "advisory-group", THIRD_CALL, None, asked_later(population, 3))


def open_call(calendar: Calendar) -> int:
    return 3 if calendar.has_come(THIRD_CALL) else 1


def asked_later(population: Population, wave: int) -> tuple[OrganisationRecord, ...]:
    """Whoever put people forward in a later wave or may still be answered, and the charity of the story."""
    waves = {person.key: person.wave for person in population.people}
    named = {
        each.organisation
        for each in population.nominations
        if each.days_ago is not None or waves.get(each.candidate) == wave
    }
    return tuple(
        each for each in population.organisations if each.key in named or each.name == NOMINATING_ORGANISATION
    )


def _write_call(
    ledger: Ledger,
    calendar: Calendar,
    number: int,
    slug: str,
    opens: int,
    closes: int | None,
    organisations: tuple[OrganisationRecord, ...],
) -> None:
    version = version_id(slug, newest_version(slug, calendar) if number > 1 else 1)
    call = ledger.add(
        Call,
        number,
        role_version_id=version,
        opened_at=calendar.at(opens),
        closes_on=calendar.on(closes) if closes is not None else None,
    )
    for each in organisations:
        ledger.add(
            CallAsked,
            f"{number}:{each.key}",
            call_id=call,
            organisation_id=row_id(Organisation, each.key),
            contact_id=row_id(Contact, each.key),
            asked_at=calendar.at(opens, 10, 5),
        )
