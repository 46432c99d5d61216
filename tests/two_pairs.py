"""A programme for tests with two workstreams, a pair in each, and two people who are next in line."""

from datetime import timedelta

from sqlalchemy import select

from recruit.actions.candidates_leaving import withdraw_candidate
from recruit.actions.refreshes import PROPOSE, approve_refresh
from recruit.cli.night_shift import run
from recruit.extensions import db
from recruit.models.jobs import Job
from recruit.models.refreshes import RefreshProposal
from recruit.models.seats import Term
from recruit.models.states import JobState, ProposalState, Stage
from recruit.queries.refreshes import proposal_of
from tests.makers import NOW, TODAY, a_candidacy, a_candidate, a_group, a_role, a_term, an_organisation

LONG_AGO = TODAY - timedelta(days=400)


def work_out_refreshes():
    """What the worker does with the refreshes that were asked for."""
    asked = select(Job).where(Job.kind == PROPOSE, Job.state == JobState.READY)
    jobs = db.session.scalars(asked).all()
    for job in jobs:
        job.state = JobState.DONE
    payloads = [job.payload for job in jobs]
    db.session.commit()
    for payload in payloads:
        run(PROPOSE, payload)


class TwoPairs:
    """Everybody by first name; Peter and Amina share Informatics, Joan and Hemant GP networks."""

    def __init__(self, programme):
        self.programme = programme
        self.informatics = a_group(programme, name="Informatics", meetings=3)
        self.networks = a_group(programme, name="GP networks", meetings=0)
        self.role = a_role(self.informatics, skills=["digital"])
        a_role(self.networks, skills=["finance"])
        self.peter = self.seated("Peter Callaghan", self.informatics.seats[0])
        self.amina = self.seated("Amina Yusuf", self.informatics.seats[1])
        self.joan = self.seated("Joan Whitlock", self.networks.seats[0])
        self.hemant = self.seated("Hemant Desai", self.networks.seats[1])
        self.grace = self.waiting("Grace Mensah", skills={"digital": 1.0})
        self.tom = self.waiting("Tom Brennan", skills={"finance": 1.0})

    def seated(self, name, seat, **facts):
        person = a_candidate(
            name=name, email=f"{name.split()[0].lower()}@example.org", organisation=an_organisation()
        )
        a_candidacy(person, self.role, stage=Stage.CHOSEN)
        a_term(person, seat, starts_on=LONG_AGO, **facts)
        return person

    def waiting(self, name, **facts):
        person = a_candidate(
            name=name, email=f"{name.split()[0].lower()}@example.org", organisation=an_organisation(), **facts
        )
        a_candidacy(person, self.role, stage=Stage.NEXT_IN_LINE)
        return person

    def term_of(self, person):
        return db.session.scalars(select(Term).where(Term.candidate_id == person.id)).one()

    def ends_in(self, person, *, days):
        self.term_of(person).ends_on = TODAY + timedelta(days=days)

    def leave(self, person):
        withdraw_candidate(person, because="time", by=person, today=TODAY, now=NOW)
        work_out_refreshes()
        return self.open_proposal()

    def open_proposal(self):
        found = select(RefreshProposal.id).where(RefreshProposal.state == ProposalState.OPEN)
        proposal_id = db.session.scalars(found).one()
        return proposal_of(self.programme, proposal_id)

    def approve(self, proposal, by, changes=0):
        return approve_refresh(
            proposal, changes=changes, reason="The best for this seat.", by=by, today=TODAY, now=NOW
        )
