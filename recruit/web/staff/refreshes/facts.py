"""What the page of a proposal needs to know, read in the same number of statements however many people."""

from recruit.queries.matches import newest_versions
from recruit.queries.pairs import experienced_on
from recruit.queries.plans import people_by_id, times_of, workstreams_of
from recruit.reference import taxonomies
from recruit.web.staff.refreshes.points import Around, people_spoken_of


def around(proposal):
    groups = workstreams_of(proposal.programme_id)
    ids = [group.id for group in groups]
    people = people_spoken_of(proposal.points)
    versions = newest_versions(ids)
    return Around(
        groups=[group for group in groups if group.id in versions],
        people=people_by_id(people),
        experienced=experienced_on(proposal.starts_on, people),
        because_term=proposal.because_term,
        asked={group_id: _asked(version) for group_id, version in versions.items()},
        times=times_of(ids),
    )


def _asked(version):
    """What a role asks for, the weightiest first, each as (tag, label)."""
    by_weight = sorted(version.criteria, key=lambda each: each.weight, reverse=True)
    tags = (taxonomies.tag_id(str(each.facet), each.code) for each in by_weight)
    return [(tag, taxonomies.tag_label(tag)) for tag in tags]
