"""Everything we hold about a person as a page reads: headings, and under each what is held."""

from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import format_date
from flask_babel import gettext as _

from recruit.reference.areas import area_name
from recruit.reference.questions import candidate_questions
from recruit.reference.taxonomies import COMMUNITIES, LIVED, SKILLS, has, label
from recruit.web.filters import day, in_words, pounds
from recruit.web.me.questions.steps import BEING_THERE, NEEDS, lines_of, title_of
from recruit.web.words import words


@dataclass(frozen=True)
class Fact:
    """One thing that is held: its name, the words, and the day it is from."""

    name: str
    words: str
    on: str = ""


def sections_of(told, later):
    """The headings that have something below them; `later` are the answers given once somebody is in."""
    told = told | {"later": later}
    sections = (
        (_("Who you are"), _of_person),
        (_("What you told us"), _of_answers),
        (_("When you are free"), _of_times),
        (_("Being there, needs and money"), _of_later),
        (_("Who named you, and what they said"), _of_nominations),
        (_("Roles, and what was decided"), _of_roles),
        (_("Where you serve"), _of_seats),
        (_("Meetings, hours and expenses"), _of_meetings),
        (_("What you asked us"), _of_asks),
        (_("When you signed in"), _of_sessions),
    )
    found = [(heading, list(facts(told))) for heading, facts in sections]
    return [(heading, facts) for heading, facts in found if facts]


def messages_of(told):
    """What we wrote to them, the newest first."""
    return sorted(told["message"], key=lambda row: row["written_at"], reverse=True)


def on(text):
    """A stored moment or day as it reads."""
    return day(datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text))


def _of_person(told):
    me = told["candidate"][0]
    names = {
        "name": _("Name"),
        "number": _("Your number, where names are hidden"),
        "email": _("Email"),
        "phone": _("Phone"),
        "post_address": _("Post"),
        "through_whom": _("We reach you through"),
        "contact_way": _("How you like to hear from us"),
        "area": _("Where you live or use services"),
        "lay_status": _("Paid in health or care"),
        "registered_at": _("Registered"),
        "nominated_by": _("Named by"),
        "declared_interest": _("An interest you declared"),
        "paused_until": _("A break until"),
    }
    for column, name in names.items():
        if column in me:
            yield Fact(name, _worded(column, me[column]))


def _worded(column, value):
    if column in ("registered_at", "paused_until"):
        return on(value)
    if column == "area":
        return area_name(value)
    return words(value) if column in ("contact_way", "lay_status") else str(value)


def _of_answers(told):
    asked = {each.field: each.question for each in candidate_questions()}
    for table, facet, name in (
        ("skill", SKILLS, _("Skills")),
        ("lived_experience", LIVED, _("Lived experience")),
        ("connection", COMMUNITIES, _("Connections")),
    ):
        if told[table]:
            yield Fact(name, "\n".join(_tag(row, facet) for row in told[table]))
    for row in told["statement"]:
        yield Fact(asked.get(row["field"], row["field"]), row["text"])


def _tag(row, facet):
    side = row.get("perspective") or row.get("link")
    tag = label(facet, row["code"]) if has(facet, row["code"]) else row["code"]
    return f"{tag}, {words(side)}" if side else tag


def _of_times(told):
    if told["free_time"]:
        parts = sorted((row["weekday"], str(words(row["part"]))) for row in told["free_time"])
        yield Fact(_("Parts of the week"), "\n".join(f"{_weekday(number)}: {part}" for number, part in parts))
    for row in told["weeks_away"]:
        yield Fact(_("Away"), _("%(first)s to %(last)s", first=on(row["from_on"]), last=on(row["to_on"])))
    for row in told["meeting_reply"]:
        yield Fact(row["meeting"], words(row["reply"]))


def _of_later(told):
    for step in (*BEING_THERE, *NEEDS):
        if lines := lines_of(told["later"], step):
            yield Fact(title_of(step), "\n".join(lines))


def _weekday(number):
    """Any Monday will do: the days after it lend the weekdays their names."""
    return format_date(date(2027, 1, 4 + number), "EEEE")


def _of_nominations(told):
    for row in told["nomination"]:
        said = [row["how_known"], row["seen_do_well"]]
        yield Fact(
            _("%(name)s, %(group)s", name=row["nominator_name"], group=row["call_asked"]), " ".join(said)
        )
    for row in told["endorsement"]:
        tag = label(row["facet"], row["code"]) if has(row["facet"], row["code"]) else row["code"]
        yield Fact(_("They vouch for: %(tag)s", tag=tag), row["example"] or str(words(row["link"])))


def _of_roles(told):
    for row in told["candidacy"]:
        yield Fact(row["role_profile"], words(row["stage"]), on(row["stage_since"]))
    for row in told["shortlist_entry"]:
        if "decision" in row:
            by = row.get("decided_by", "")
            heard = [str(words(row["decision"])).capitalize(), row.get("reason", "")]
            yield Fact(_("Decided by %(name)s", name=by), ". ".join(heard), on(row["decided_at"]))
    for row in told["waiver"]:
        yield Fact(_("Looked past something missing, by %(name)s", name=row.get("by", "")), row["reason"])
    for row in told["attendance"]:
        yield Fact(_("Workshop"), row["workshop"], on(row["invited_at"]))


def _of_seats(told):
    for row in told["term"]:
        dates = _("%(first)s to %(last)s", first=on(row["starts_on"]), last=on(row["ends_on"]))
        yield Fact(row["seat"], dates)
    for row in told["membership"]:
        yield Fact(row["group"], _("Member"), on(row["joined_on"]))
    for row in told["offer"]:
        answer = row.get("declined_because", "")
        yield Fact(
            _("Offer: %(group)s", group=row["seat"]), f"{words(row['state'])} {answer}", on(row["made_at"])
        )


def _of_meetings(told):
    for row in told["apology"]:
        yield Fact(row["meeting"], _("You said that you cannot come"), on(row["said_at"]))
    for row in told["hours_spent"]:
        minutes = in_words([row["in_meeting"], row["reading"], row["travelling"]])
        yield Fact(row["meeting"], _("%(minutes)s minutes", minutes=minutes), on(row["noted_at"]))
    for row in told["expense"]:
        yield Fact(row["what"], pounds(row["pence"]), on(row["spent_on"]))


def _of_asks(told):
    for table, column in (("second_look", "asked_at"), ("concern", "told_at")):
        for row in told[table]:
            yield Fact(row["words"], row.get("answer", _("No answer yet")), on(row[column]))


def _of_sessions(told):
    for row in told["signed_in"]:
        yield Fact(_("Signed in"), "", on(row["started_at"]))
