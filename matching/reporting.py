"""From chosen seats to a plan that says what it brings and what it lacks."""

from .arrays import Arrays, Seats
from .plan import Changes, Pairing
from .unfilled import why_unfilled


def pairings(arrays: Arrays, seats: Seats) -> tuple[Pairing, ...]:
    """Each workstream with its people and what they cover, sorted by id."""
    found = [_pairing(arrays, seats, w) for w in range(arrays.m)]
    return tuple(sorted(found, key=lambda each: each.workstream))


def _pairing(arrays: Arrays, seats: Seats, w: int) -> Pairing:
    workstream, members = arrays.workstreams[w], seats[w]
    people = sorted((arrays.people[i] for i in members), key=lambda person: person.id)
    covers = {tag: tuple(each.id for each in people if tag in each.tags) for tag in sorted(workstream.wants)}
    individual = float(sum(arrays.score[w, i] for i in members))
    return Pairing(
        workstream=workstream.id,
        people=tuple(each.id for each in people),
        individual=individual,
        coverage=arrays.own_value(w, members) - individual,
        covers={tag: holders for tag, holders in covers.items() if holders},
        uncovered=tuple(tag for tag, holders in covers.items() if not holders),
        why_unfilled=why_unfilled(arrays, seats, w) if len(members) < arrays.seats[w] else None,
    )


def alone(seats: Seats) -> int:
    """How many workstreams have exactly one person."""
    return sum(len(members) == 1 for members in seats)


def filled(seats: Seats) -> int:
    """How many seats are taken."""
    return sum(len(members) for members in seats)


def changes(arrays: Arrays, seats: Seats) -> Changes:
    """What the plan does to the incumbents."""
    now = {
        (arrays.people[i].id, arrays.workstreams[w].id) for w, members in enumerate(seats) for i in members
    }
    tenable = {(arrays.people[i].id, arrays.workstreams[w].id) for w, i in arrays.tenable}
    standing = arrays.problem.incumbents
    return Changes(
        removed=tuple(sorted(tenable - now)),
        added=tuple(sorted(now - standing)),
        untenable=tuple(sorted(standing - tenable)),
    )
