"""Candidacies with their stages, the workshop, the shortlists and who belongs to which group."""

from datetime import date, timedelta
from uuid import UUID

from recruit.models.accounts import Account
from recruit.models.candidacies import Candidacy, Waiver
from recruit.models.groups import Group, Membership
from recruit.models.shortlists import Shortlist, ShortlistEntry
from recruit.models.states import Decision, Stage
from recruit.models.workshops import Attendance, Workshop
from recruit.seed.funnel import ADVISORY, CORE, Decided, Funnel, Step
from recruit.seed.rows.asking import role_id, version_id
from recruit.seed.rows.ledger import Ledger, row_id
from recruit.seed.rows.people import candidate_id
from recruit.seed.story_days import (
    CORE_BEGINS,
    FORUM_BEGINS,
    SECOND_SHORTLIST_OPENS,
    SHORTLIST_OPENS,
    WORKSHOP,
    WORKSHOP_INVITATIONS,
    Calendar,
    in_london,
    next_weekday,
)

REASONS = {
    "chosen": (
        "Brings what we lack, and both readers agreed.",
        "A clear example of changing a decision, and reach that we do not have.",
        "Listens first. The conversation showed it more than the form.",
        "Has done this before in another field, and has the time.",
    ),
    "next in line": (
        "We would gladly work together. Somebody with the same experience was a little stronger this time.",
        "Strong, but cannot start before the spring.",
        "Good examples; two others reach the same community.",
    ),
    "not this time": (
        "The hours do not fit at the moment. We offered the Forum instead, and it was welcome.",
        "Wants to work on one condition only. We have passed the name on, with a yes.",
    ),
}
SHORTLIST_DAYS = {1: SHORTLIST_OPENS, 2: SECOND_SHORTLIST_OPENS}
SEATS = {1: 15, 2: 3}
DAYS_TO_NEXT_WORKSHOP = timedelta(days=16)


def candidacy_id(person: str, role: str) -> UUID:
    return row_id(Candidacy, f"{person}:{role}")


def steps_so_far(steps: tuple[Step, ...], calendar: Calendar) -> list[Step]:
    return [step for step in steps if calendar.has_come(step.day)]


def write_candidacies(ledger: Ledger, funnel: Funnel, registered: dict[str, int], calendar: Calendar) -> None:
    """Where everybody here stands; nobody stood anywhere before the day they registered."""
    for (person, role), steps in funnel.steps.items():
        if person not in registered:
            continue
        last = steps_so_far(steps, calendar)[-1]
        ledger.add(
            Candidacy,
            f"{person}:{role}",
            candidate_id=candidate_id(person),
            role_profile_id=role_id(role),
            stage=Stage(last.stage),
            stage_since=calendar.at(max(last.day, registered[person]), 16),
            withdrew_because=last.because,
        )


def write_workshops(ledger: Ledger, funnel: Funnel, present: set[str], calendar: Calendar) -> None:
    """The first, on the Saturday before its day in the story, and one that is still to come."""
    held = next_weekday(calendar.on(WORKSHOP), 5) - timedelta(days=7)
    workshop = _write_workshop(ledger, "first", held)
    _write_workshop(ledger, "next", next_weekday(calendar.today + DAYS_TO_NEXT_WORKSHOP, 5))
    for person in funnel.invited:
        if person in present:
            ledger.add(
                Attendance,
                f"first:{person}",
                workshop_id=workshop,
                candidacy_id=candidacy_id(person, ADVISORY),
                invited_at=calendar.at(WORKSHOP_INVITATIONS, 14),
                came=person in funnel.attended,
            )


def _write_workshop(ledger: Ledger, key: str, day: date) -> UUID:
    return ledger.add(
        Workshop,
        key,
        role_profile_id=role_id(ADVISORY),
        starts_at=in_london(day, 10, 30),
        minutes=180,
        place="Paddock Hall, Marylebone",
    )


def write_waivers(ledger: Ledger, missing: list[str], calendar: Calendar) -> None:
    """An essential that a person lacks on paper, and that a named person looked past."""
    for person in missing:
        ledger.add(
            Waiver,
            person,
            candidate_id=candidate_id(person),
            role_profile_id=role_id(ADVISORY),
            tag="skills:challenge",
            reason="Did not tick it, but told us in the conversation how it was done. One of us had seen it.",
            by_id=row_id(Account, "coordinator"),
            at=calendar.at(SHORTLIST_OPENS + 2),
        )


def write_shortlists(ledger: Ledger, funnel: Funnel, calendar: Calendar) -> None:
    _write_shortlist(ledger, funnel, calendar, 1, funnel.interested, version=1)
    if calendar.has_come(SECOND_SHORTLIST_OPENS):
        _write_shortlist(ledger, funnel, calendar, 2, funnel.second_round, version=2)


def _write_shortlist(
    ledger: Ledger, funnel: Funnel, calendar: Calendar, number: int, people: tuple[str, ...], *, version: int
) -> None:
    shortlist = ledger.add(
        Shortlist,
        number,
        role_version_id=version_id(ADVISORY, version),
        opened_at=calendar.at(SHORTLIST_DAYS[number], 9, 30),
        opened_by_id=row_id(Account, "coordinator"),
        reference_gain=None,
        seats=SEATS[number],
    )
    decided = {each.person: (place, each) for place, each in enumerate(funnel.decisions(number))}
    for person in people:
        place, decision = decided.get(person, (0, None))
        if decision is not None and not calendar.has_come(decision.day):
            decision = None
        ledger.add(
            ShortlistEntry,
            f"{number}:{person}",
            shortlist_id=shortlist,
            candidacy_id=candidacy_id(person, ADVISORY),
            **_decision(decision, place, calendar),
        )


def _decision(decided: Decided | None, place: int, calendar: Calendar) -> dict[str, object]:
    nothing = {"total": None, "scores": None, "went_against_score": None}
    if decided is None:
        return nothing | dict.fromkeys(("decision", "reason", "decided_at", "decided_by_id"))
    reasons = REASONS[decided.decision]
    return nothing | {
        "decision": Decision(decided.decision),
        "reason": reasons[place % len(reasons)],
        "decided_at": calendar.at(decided.day, 15, place),
        "decided_by_id": row_id(Account, "coordinator" if place % 3 else "Callum Frost"),
    }


def write_memberships(ledger: Ledger, funnel: Funnel, present: set[str], calendar: Calendar) -> None:
    for person in (key for key in funnel.steps if key[1] == ADVISORY and key[0] in present):
        _write_advisory(ledger, person[0], funnel.steps[person], calendar)
    for person in funnel.forum:
        if person in present:
            joined = max(FORUM_BEGINS, funnel.steps[_first_candidacy(funnel, person)][0].day + 11)
            if calendar.has_come(joined):
                _write_membership(ledger, "FORUM", person, joined, None, calendar)


def _write_advisory(ledger: Ledger, person: str, steps: tuple[Step, ...], calendar: Calendar) -> None:
    """From the day after the choice, or the group's first day, until somebody withdraws."""
    chosen = next((step.day for step in steps if step.stage == "chosen"), None)
    if chosen is None:
        return
    joined = CORE_BEGINS if person in CORE else chosen + 1
    left = next((step.day for step in steps if step.stage == "withdrawn"), None)
    if calendar.has_come(joined):
        _write_membership(ledger, "AG", person, joined, left, calendar)


def _write_membership(
    ledger: Ledger, group: str, person: str, joined: int, left: int | None, calendar: Calendar
) -> None:
    ledger.add(
        Membership,
        f"{group}:{person}",
        group_id=row_id(Group, group),
        candidate_id=candidate_id(person),
        joined_on=calendar.on(joined),
        left_on=calendar.on(left) if left is not None and calendar.has_come(left) else None,
    )


def _first_candidacy(funnel: Funnel, person: str) -> tuple[str, str]:
    return next(key for key in funnel.steps if key[0] == person)
