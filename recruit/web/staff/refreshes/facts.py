"""What the page of a proposal needs to know, read in the same number of statements however many people."""

from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from recruit.queries.matches import newest_versions
from recruit.queries.pairs import experienced_on
from recruit.queries.plans import people_by_id, times_of, workstreams_of
from recruit.reference import taxonomies


@dataclass(frozen=True)
class Around:
    """What the plans speak of, as rows: workstreams in their order, people by id, and why we looked."""

    groups: list
    people: dict
    experienced: set
    because_term: object
    asked: dict
    times: dict

    def name(self, who):
        person = self.people.get(who)
        return person.name if person else _("somebody who has left")

    def group(self, where):
        return next((group.name for group in self.groups if group.id == where), "")


def around(proposal):
    groups = workstreams_of(proposal.programme_id)
    ids = [group.id for group in groups]
    people = _people_spoken_of(proposal.points)
    versions = newest_versions(ids)
    return Around(
        groups=[group for group in groups if group.id in versions],
        people=people_by_id(people),
        experienced=experienced_on(proposal.starts_on, people),
        because_term=proposal.because_term,
        asked={group_id: _asked(version) for group_id, version in versions.items()},
        times=times_of(ids),
    )


def _people_spoken_of(points):
    """Everybody who sits somewhere in any of the plans, or would leave."""
    seated = {who for point in points for each in point["plan"]["assignments"] for who in each["people"]}
    gone = {
        who
        for point in points
        for kind in ("removed", "untenable")
        for who, _where in point["plan"]["changes"][kind]
    }
    return {UUID(who) for who in seated | gone}


def _asked(version):
    """What a role asks for, the weightiest first, each as (tag, label)."""
    by_weight = sorted(version.criteria, key=lambda each: each.weight, reverse=True)
    tags = (taxonomies.tag_id(str(each.facet), each.code) for each in by_weight)
    return [(tag, taxonomies.tag_label(tag)) for tag in tags]
