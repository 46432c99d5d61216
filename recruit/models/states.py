"""Every status, and the steps that are allowed between them."""

from enum import StrEnum


class NominationState(StrEnum):
    WAITING = "waiting"
    ACCEPTED = "accepted"


class Stage(StrEnum):
    REGISTERED = "registered"
    INVITED = "invited"
    ATTENDED = "attended"
    INTERESTED = "interested"
    SHORTLISTED = "shortlisted"
    CHOSEN = "chosen"
    NEXT_IN_LINE = "next in line"
    NOT_THIS_TIME = "not this time"
    PAUSED = "paused"
    WITHDRAWN = "withdrawn"


class Decision(StrEnum):
    CHOSEN = "chosen"
    NEXT_IN_LINE = "next in line"
    NOT_THIS_TIME = "not this time"


class PlanState(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    DISCARDED = "discarded"


class OfferState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"
    CANCELLED = "cancelled"


class TermState(StrEnum):
    PLANNED = "planned"
    SERVING = "serving"
    ON_A_BREAK = "on a break"
    ENDED = "ended"


class ProposalState(StrEnum):
    OPEN = "open"
    APPROVED = "approved"
    DISMISSED = "dismissed"
    OVERTAKEN = "overtaken"


class MessageState(StrEnum):
    HELD = "held"
    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    PERHAPS_SENT = "perhaps sent"


class JobState(StrEnum):
    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    PERHAPS_DONE = "perhaps done"
    DEAD = "dead"


_IN_PROCESS = {
    Stage.REGISTERED: {Stage.INVITED, Stage.SHORTLISTED},
    Stage.INVITED: {Stage.ATTENDED, Stage.SHORTLISTED},
    Stage.ATTENDED: {Stage.INTERESTED, Stage.SHORTLISTED},
    Stage.INTERESTED: {Stage.SHORTLISTED},
    Stage.SHORTLISTED: {Stage.CHOSEN, Stage.NEXT_IN_LINE, Stage.NOT_THIS_TIME},
    Stage.CHOSEN: {Stage.NEXT_IN_LINE, Stage.NOT_THIS_TIME},
    Stage.NEXT_IN_LINE: {Stage.CHOSEN, Stage.NOT_THIS_TIME},
    Stage.NOT_THIS_TIME: {Stage.CHOSEN, Stage.NEXT_IN_LINE, Stage.SHORTLISTED},
}

# By kind first: an open offer and an open proposal are one word, and two lives.
ALLOWED: dict[type[StrEnum], dict[StrEnum, set[StrEnum]]] = {
    Stage: {
        **{stage: steps | {Stage.PAUSED, Stage.WITHDRAWN} for stage, steps in _IN_PROCESS.items()},
        Stage.PAUSED: set(_IN_PROCESS) | {Stage.WITHDRAWN},
        Stage.WITHDRAWN: {Stage.REGISTERED},
    },
    NominationState: {
        NominationState.WAITING: {NominationState.ACCEPTED},
        NominationState.ACCEPTED: set(),
    },
    PlanState: {
        PlanState.DRAFT: {PlanState.PUBLISHED, PlanState.DISCARDED},
        PlanState.PUBLISHED: set(),
        PlanState.DISCARDED: set(),
    },
    OfferState: {
        OfferState.OPEN: {
            OfferState.ACCEPTED,
            OfferState.DECLINED,
            OfferState.LAPSED,
            OfferState.CANCELLED,
        },
        OfferState.ACCEPTED: set(),
        OfferState.DECLINED: set(),
        OfferState.LAPSED: set(),
        OfferState.CANCELLED: set(),
    },
    TermState: {
        TermState.PLANNED: {TermState.SERVING, TermState.ENDED},
        TermState.SERVING: {TermState.ON_A_BREAK, TermState.ENDED},
        TermState.ON_A_BREAK: {TermState.SERVING, TermState.ENDED},
        TermState.ENDED: set(),
    },
    ProposalState: {
        ProposalState.OPEN: {ProposalState.APPROVED, ProposalState.DISMISSED, ProposalState.OVERTAKEN},
        ProposalState.APPROVED: set(),
        ProposalState.DISMISSED: set(),
        ProposalState.OVERTAKEN: set(),
    },
    MessageState: {
        MessageState.HELD: {MessageState.QUEUED},
        MessageState.QUEUED: {
            MessageState.HELD,
            MessageState.SENT,
            MessageState.FAILED,
            MessageState.PERHAPS_SENT,
        },
        MessageState.SENT: set(),
        MessageState.FAILED: {MessageState.QUEUED},
        MessageState.PERHAPS_SENT: {MessageState.QUEUED, MessageState.SENT},
    },
    JobState: {
        JobState.READY: {JobState.RUNNING},
        JobState.RUNNING: {JobState.DONE, JobState.READY, JobState.PERHAPS_DONE, JobState.DEAD},
        JobState.DONE: set(),
        JobState.PERHAPS_DONE: {JobState.READY},
        JobState.DEAD: {JobState.READY},
    },
}


def may_become(now: StrEnum, then: StrEnum) -> bool:
    return then in ALLOWED[type(now)][now]
