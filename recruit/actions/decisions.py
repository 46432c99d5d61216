"""How people hear what was decided, and join the group that they were chosen for."""

from datetime import date, datetime

from flask_babel import gettext as _

from recruit.actions.journal import record
from recruit.actions.memberships import join_group
from recruit.actions.outcomes import tell_nominators
from recruit.actions.refusals import Refused
from recruit.messages.shortlists import decision_told
from recruit.models.accounts import Account
from recruit.models.groups import GroupKind
from recruit.models.shortlists import Shortlist, ShortlistEntry
from recruit.models.states import Decision
from recruit.queries.seats import belongs_to
from recruit.queries.shortlists import entries_to_tell

# Groups that people belong to without a seat of their own; into a workstream leads an offer.
JOINED_AT_ONCE = (GroupKind.ADVISORY_GROUP, GroupKind.FORUM)


def tell_decisions(shortlist: Shortlist, *, by: Account, today: date, now: datetime) -> int:
    """Write to everybody about whom something was decided since they last heard; say to how many."""
    entries = entries_to_tell(shortlist)
    if not entries:
        raise Refused(_("Everybody who is decided has heard. Somebody may have told them a moment ago."))
    for entry in entries:
        decision_told(entry, role=shortlist.role_version, now=now)
        if entry.decision is not None:
            tell_nominators(entry.candidacy, entry.decision, now=now)
        if entry.decision is Decision.CHOSEN:
            _join(shortlist, entry, today=today)
    record("decisions told", shortlist, by=by, now=now, people=len(entries))
    return len(entries)


def _join(shortlist: Shortlist, entry: ShortlistEntry, *, today: date) -> None:
    group = shortlist.role_version.role_profile.group
    who = entry.candidacy.candidate_id
    if group.kind in JOINED_AT_ONCE and not belongs_to(group.id, who, on=today):
        join_group(group.id, who, on=today)
