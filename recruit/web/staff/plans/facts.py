"""What a plan's page needs to know, read in the same number of statements however many people."""

from uuid import UUID

from recruit.queries.matches import dates_of, newest_versions
from recruit.queries.plans import (
    held_on,
    people_by_id,
    placements_of,
    term_months_of,
    times_of,
    workstreams_of,
)
from recruit.web.clock import first_moment
from recruit.web.staff.plans.cards import Facts


def facts_of(plan):
    groups = workstreams_of(plan.programme_id)
    ids = [group.id for group in groups]
    seated = {UUID(who) for each in plan.solved["assignments"] for who in each["people"]}
    held = held_on(plan.starts_on, ids)
    versions = newest_versions(ids)
    return Facts(
        plan=plan,
        groups=[group for group in groups if group.id in versions],
        people=people_by_id(seated | {each.candidate_id for each in held}),
        times=times_of(ids),
        dates=dates_of(ids, seated, start=first_moment(plan.starts_on)),
        held=held,
        placements=placements_of(
            plan.solved, groups=groups, held=held, months=term_months_of(ids), on=plan.starts_on
        ),
        versions=versions,
    )
