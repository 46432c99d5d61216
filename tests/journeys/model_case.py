"""The model case as a story: a call, a nominee who says yes, a shortlist, five pairs, one who leaves, a refresh.

North West London, told in Chromium with and without JavaScript. Fifteen are chosen when it begins, and nobody sits.
"""

import re
from contextlib import contextmanager

import sqlalchemy as sa

from recruit.extensions import db
from recruit.models.candidates import Candidate
from recruit.models.messages import Message
from recruit.models.seats import Term
from recruit.models.states import TermState
from recruit.web.clock import today
from tests.journeys.conftest import Visitor, running

SEATS, WORKSTREAMS = 10, 5
LINK = re.compile(r"https?://\S+")
STORY = (
    "somebody_is_put_forward",
    "the_nominee_says_yes_and_registers",
    "the_nominee_tells_us_about_herself",
    "the_funnel_says_where_everyone_is",
    "a_shortlist_is_read_and_decided",
    "five_pairs_are_planned_and_published",
    "everyone_asked_says_yes",
    "one_of_a_pair_leaves",
    "the_pair_is_refreshed",
)

TICKS = {
    "who_is_filling": {"who_is_filling": "me"},
    "area": {"area": "brent"},
    "adult": {"adult": "yes"},
    "lay_status": {"lay_status": "no"},
    "heard": {"heard": "named"},
    "hours": {"hours": "9 to 12", "hours_per": "month"},
    "where": {"where": "either"},
}


class Story:
    """The site, and whoever is in the scene."""

    def __init__(self, site, visit, javascript):
        self.site, self.visit, self.javascript = site, visit, javascript

    def somebody(self, key=None, width="desk"):
        visitor = self.visit(self.site, javascript=self.javascript, width=width)
        return visitor.become(key) if key else visitor

    def letters(self, kind, **where):
        """What the out-tray holds of a kind, the newest first."""
        with self.site.app.app_context():
            found = sa.select(Message.body).where(Message.kind == kind).filter_by(**where)
            return list(db.session.scalars(found.order_by(Message.written_at.desc())))

    def link_in(self, kind, **where):
        return LINK.search(self.letters(kind, **where)[0])[0]

    def count(self, model, *conditions):
        with self.site.app.app_context():
            return db.session.scalar(sa.select(sa.func.count()).select_from(model).where(*conditions))

    def somebody_is_put_forward(self):
        charity = self.somebody("nominator", width="phone").check("call")
        page = charity.page
        charity.press("Put this person forward")
        assert page.get_by_text("There is a problem").is_visible()
        charity.check("call-error")
        page.get_by_label("Yes, they said yes").check()
        page.get_by_label("What is the person's name?").fill("Grace Mensah-Quaye")
        page.get_by_label("Email", exact=True).check()
        page.get_by_label("Their email address").fill("grace.quaye@example.org")
        page.get_by_label("How long have you known them, and how?").fill("Four years, at our carers' group")
        page.get_by_label("No", exact=True).check()
        page.get_by_label("What have you seen them do well?").fill(
            "She chaired our evening when nobody agreed."
        )
        page.get_by_label("I wrote nothing about health").check()
        page.get_by_label("What is your own name?").fill("Bernadette Quill")
        # Nobody types all that in less than a second, and who does is asked again.
        page.wait_for_timeout(1_000)
        charity.press("Put this person forward")
        charity.check("call-named")
        assert "Grace Mensah-Quaye is put forward." in page.inner_text("main")

    def the_nominee_says_yes_and_registers(self):
        self.site.deliver()
        grace = self.somebody(width="phone").go(self.link_in("nominee_named", to_name="Grace Mensah-Quaye"))
        grace.check("consent")
        assert "Bernadette Quill" in grace.page.inner_text("main")
        grace.press("Yes, tell me more")
        for _question in range(20):
            if grace.page.get_by_role("button", name="Agree and hand in").is_visible():
                break
            self._answer(grace)
        grace.check("check-answers")
        grace.page.get_by_label("Use my answers to find a role for me").check()
        grace.page.get_by_label("Tell the group that named me how it went").check()
        grace.press("Agree and hand in")
        grace.check("registered")
        assert "We have your answers" in grace.page.inner_text("h1")

    def _answer(self, grace):
        page = grace.page
        step = page.url.split("?")[0].rstrip("/").rsplit("/", 1)[-1]
        if page.get_by_role("button", name="Start now").is_visible():
            grace.press("Start now")
            return
        grace.check(f"question-{step}")
        for name, value in TICKS.get(step, {}).items():
            page.locator(f"input[name={name}][value='{value}']").check()
        if step == "roles":
            page.locator("input[name=roles]").first.check()
        if step == "times":
            for box in page.locator("input[type=checkbox]").all()[:15]:
                box.check()
        if step == "dates":
            for box in page.locator("input[type=radio][value=can]").all():
                box.check()
        grace.press("Save and continue")

    def the_nominee_tells_us_about_herself(self):
        grace = self.somebody(width="phone").sign_in("grace.quaye@example.org")
        page = grace.page
        grace.check("my-page-new")
        grace.press("Tell us about yourself", role="link")
        grace.check("about-1")
        page.get_by_label("I look after someone (not paid)").check()
        grace.press("Save and continue")
        grace.check("about-2")
        page.locator("textarea").first.fill(
            "I look after my brother, who has diabetes and sees four clinics."
        )
        page.locator("input[name=lived][value='diabetes:carer_family']").check()
        page.get_by_label("The panel").check()
        grace.press("Save and continue")
        grace.check("about-2-tags")
        grace.press("Save and continue")
        grace.check("about-3")
        page.locator("input[name=skills][value=challenge]").check()
        page.locator("input[name=skills][value=consensus]").check()
        grace.press("Save and continue")
        grace.check("about-4")
        page.locator("textarea").first.fill(
            "Our estate was split about the garden. I let each side speak first."
        )
        page.locator("input[name=shows][value=consensus]").check()
        grace.press("Save and continue")
        for _text in ("the tags", "a challenge", "a vision"):
            if page.get_by_role("link", name="Skip").is_visible():
                grace.press("Skip", role="link")
            elif "/tags/" in page.url:
                grace.press("Save and continue")
        grace.check("about-5")
        page.locator("select[name=link-carers]").select_option("leader")
        grace.press("Save and continue")
        grace.go("/me/").check("my-page")
        assert "How this role fits you" in page.inner_text("main")

    def the_funnel_says_where_everyone_is(self):
        ruth = self.somebody("coordinator").check("inbox")
        page = ruth.page
        assert {"40", "25", "15"} <= set(page.locator(".strip").inner_text().split())
        ruth.go("/staff/people/").check("funnel")
        page.get_by_label("Name, number, organisation or area").fill("Mensah-Quaye")
        ruth.press("Find")
        ruth.press("Grace Mensah-Quaye", role="link")
        ruth.check("person")
        assert "Put forward by Halfway Carers' Centre".lower() in page.inner_text("main").lower()

    def a_shortlist_is_read_and_decided(self):
        ruth = self.somebody("coordinator").go("/staff/shortlists/").check("shortlists")
        page = ruth.page
        ruth.press("Advisory Group", role="link")
        ruth.check("shortlist")
        page.get_by_label("Skills", exact=False).first.fill("60")
        ruth.press("Try these weights")
        page.get_by_text("trial", exact=False).first.wait_for()
        ruth.check("shortlist-trial")
        assert "skills=60" in page.url

    def five_pairs_are_planned_and_published(self):
        ruth = self.somebody("coordinator").go("/staff/plans/").check("plans")
        page = ruth.page
        ruth.press("Propose pairs", role="link")
        ruth.check("plan-new")
        page.get_by_label("What do you call it?").fill("First pairs")
        for box, number in zip(("Day", "Month", "Year"), _today(), strict=True):
            page.get_by_label(box, exact=True).fill(str(number))
        ruth.press("Propose pairs")
        ruth.check("plan")
        assert page.locator(".pairs > *").count() == WORKSTREAMS
        assert "10 of 10" in page.inner_text("main")
        ruth.press("Lock Population and outcomes")
        ruth.check("plan-locked")
        assert "Locked" in page.inner_text("main")
        ruth.press("Review and publish", role="link")
        ruth.check("plan-publish")
        assert self.letters("offer_made") == []
        ruth.press("Publish and ask 10 people")
        ruth.check("plan-published")
        assert len(self.letters("offer_made")) == SEATS

    def everyone_asked_says_yes(self):
        self.site.deliver()
        for number, letter in enumerate(self.letters("offer_made")):
            partner = self.somebody(width="phone").go(LINK.search(letter)[0])
            if number == 0:
                partner.check("offer")
            partner.press("Yes, I will take it")
            if number == 0:
                partner.check("offer-accepted")
            partner.close()
        assert self.count(Term, Term.state == TermState.SERVING) == SEATS

    def one_of_a_pair_leaves(self):
        leaver = self.somebody().sign_in(self.one_who_serves())
        leaver.go("/me/").check("my-page-serving")
        leaver.press("Withdraw", role="link")
        leaver.check("withdraw")
        leaver.page.get_by_label("I do not have the time").check()
        leaver.press("Withdraw from every role")
        leaver.check("withdrawn")
        assert self.count(Term, Term.state == TermState.SERVING) == SEATS - 1
        assert self.count(Term, Term.state == TermState.ENDED) == 1

    def the_pair_is_refreshed(self):
        self.site.deliver()
        ruth = self.somebody("coordinator").check("inbox-empty-seat")
        page = ruth.page
        ruth.press("Choose", role="link")
        ruth.check("refresh")
        page.locator("textarea").first.fill("Keeps the other nine where they are.")
        page.locator("main form[method=post] button[type=submit]").first.click()
        page.wait_for_load_state()
        ruth.check("refresh-approved")
        self.site.deliver()
        newest = self.letters("offer_made")[0]
        self.somebody(width="phone").go(LINK.search(newest)[0]).press("Yes, I will take it")
        assert self.count(Term, Term.state == TermState.SERVING) == SEATS - 1
        assert self.count(Term, Term.state == TermState.PLANNED) == 1
        assert self.count(Term) == SEATS + 1

    def one_who_serves(self):
        """The address of a partner with e-mail who sits in a pair."""
        with self.site.app.app_context():
            serving = (
                sa.select(Candidate.email)
                .join(Term, Term.candidate_id == Candidate.id)
                .where(Term.state == TermState.SERVING, Candidate.email.is_not(None))
                .order_by(Candidate.number)
            )
            return db.session.scalars(serving).first()


def _today():
    day = today()
    return day.day, day.month, day.year


@contextmanager
def told(folder, chromium, *, javascript):
    """One site for the whole story, told chapter by chapter."""
    made = []

    def visit(site, **wishes):
        made.append(Visitor(chromium, site, **wishes))
        return made[-1]

    with running(folder, at="before pairs") as site:
        yield Story(site, visit, javascript)
        for visitor in made:
            visitor.close()
