"""The questions about time, which people answer when they register and again on their own page."""

from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, Field, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.utils import unset_value

from recruit.actions.availability import EITHER, IN_PERSON, ONLINE
from recruit.models.candidates import DateReply, HoursBand, HoursPer, PartOfDay
from recruit.queries.matches import SaidAboutTime, time_fit
from recruit.reference.questions import candidate_question
from recruit.web.asking import asks, one_of, some_of, worded
from recruit.web.filters import hours

DAYS = (
    ("0", _("Monday")),
    ("1", _("Tuesday")),
    ("2", _("Wednesday")),
    ("3", _("Thursday")),
    ("4", _("Friday")),
    ("5", _("Saturday")),
    ("6", _("Sunday")),
)
TIMES = (
    (PartOfDay.MORNING, _("Morning")),
    (PartOfDay.AFTERNOON, _("Afternoon")),
    (PartOfDay.EVENING, _("Evening")),
)
CELLS = [
    SelectChoice(f"{day}-{part}", _("%(day)s %(part)s", day=day_words, part=part_words))
    for day, day_words in DAYS
    for part, part_words in TIMES
]
KNOWN_CELLS = {cell.value for cell in CELLS}
REPLIES = (
    (DateReply.CAN, _("I can")),
    (DateReply.WITH_HELP, _("I can with help")),
    (DateReply.CANNOT, _("I cannot")),
)
REPLY = "reply-"
BANDS = [
    SelectChoice(HoursBand.UNDER_4, _("Under 4 hours")),
    SelectChoice(HoursBand.FROM_4_TO_8, _("4 to 8 hours")),
    SelectChoice(HoursBand.FROM_9_TO_12, _("9 to 12 hours")),
    SelectChoice(HoursBand.FROM_13_TO_16, _("13 to 16 hours")),
    SelectChoice(HoursBand.MORE, _("More than 16 hours")),
    SelectChoice(HoursBand.NOT_SURE, _("I am not sure")),
]


class DateReplies(Field):
    """What was said about each dated meeting: `reply-<id>` holds can, with help, cannot or nothing."""

    def process(self, formdata, data=unset_value, extra_filters=None):
        self.process_errors, self.data = [], {} if data is unset_value else dict(data or {})
        if formdata is not None:
            said = {
                name.removeprefix(REPLY): formdata.get(name) for name in formdata if name.startswith(REPLY)
            }
            self.data = {**self.data, **said}

    def pre_validate(self, form):
        for meeting, reply in self.data.items():
            if not _is_id(meeting) or reply not in {"", *DateReply}:
                raise ValidationError(gettext("For each date, choose I can, I can with help, or I cannot"))


class TimesAsked:
    """The week as a grid: seven days, three parts each."""

    times = some_of(CELLS, wrong=_("Tick times that are in the table"), **asks(candidate_question("times")))
    school_hours_only = BooleanField(_("Only in school hours"))
    term_time_only = BooleanField(
        _("Only in term time"),
        description=_(
            "We do not know the holidays of your school. A person asks you before we count on a date."
        ),
    )


class HoursAsked:
    hours = one_of(
        BANDS,
        missing=_("Choose how many hours you could give"),
        label=_("How much time could you give?"),
        description=_("Count reading and travel as well as meetings."),
    )
    hours_per = one_of(
        [SelectChoice(HoursPer.MONTH, _("A month")), SelectChoice(HoursPer.WEEK, _("A week"))],
        missing=_("Say whether that is a week or a month"),
        label=_("Is that a week or a month?"),
    )


class WhereAsked:
    where = some_of(
        worded((ONLINE, IN_PERSON, EITHER), candidate_question("where").choices),
        wrong=_("Choose online, in person or either"),
        **asks(candidate_question("where")),
    )


class DatesAsked:
    replies = DateReplies(_("Can you come on these dates?"))


@dataclass(frozen=True)
class AskedDate:
    """One true meeting, and what was said about it."""

    name: str
    group: str
    starts_at: object
    is_online: bool
    place: str
    reply: str


def asked_dates(meetings, replies):
    """The meetings as rows of the form, with what was said before."""
    return [
        AskedDate(
            name=f"{REPLY}{meeting.id}",
            group=meeting.group.name,
            starts_at=meeting.starts_at,
            is_online=meeting.is_online,
            place=meeting.place,
            reply=replies.get(str(meeting.id), ""),
        )
        for meeting in meetings
    ]


def _is_id(text):
    try:
        UUID(text)
    except ValueError:
        return False
    return True


@dataclass(frozen=True)
class RoleFit:
    """How one role lies with somebody's time, in words."""

    name: str
    fit: str
    words: str


def said_about_time(given):
    """What was answered about time, wherever it is kept; it may not be checked yet."""
    times, hours = given.get("times", {}), given.get("hours", {})
    where = given.get("where", {}).get("where") or ()
    cells = (cell.split("-") for cell in times.get("times") or () if cell in KNOWN_CELLS)
    replies = given.get("dates", {}).get("replies", {})
    return SaidAboutTime(
        grid=frozenset((int(day), part) for day, part in cells),
        school_hours=bool(times.get("school_hours_only")),
        term_time_only=bool(times.get("term_time_only")),
        replies={meeting: reply for meeting, reply in replies.items() if reply in set(DateReply)},
        hours=_known(hours.get("hours"), HoursBand),
        hours_per=_known(hours.get("hours_per"), HoursPer) or HoursPer.MONTH,
        online=bool({ONLINE, EITHER} & set(where)) if where else None,
        in_person=bool({IN_PERSON, EITHER} & set(where)) if where else None,
    )


def _known(value, kind):
    """The answer when it is one of its kind, else none."""
    return value if value in set(kind) else None


def time_fits(roles, meetings, said):
    """Fits, tight or does not fit for each role that has dates, with the dates and hours in words."""
    by_group = {
        role.group_id: [each for each in meetings if each.group_id == role.group_id] for role in roles
    }
    return [_fit_of(role, by_group[role.group_id], said) for role in roles if by_group[role.group_id]]


def _dates_made(fit):
    """How many of the dates of a role somebody can make."""
    return ngettext(
        "You can make %(can)s of %(num)s date.", "You can make %(can)s of %(num)s dates.", fit.of, can=fit.can
    )


def _fit_of(role, meetings, said):
    version = role.versions[-1]
    needed = version.hours_meetings + version.hours_reading
    fit = time_fit(meetings, hours_needed=needed, said=said)
    words = [gettext("It needs %(hours)s a month.", hours=hours(needed))]
    if said.is_known:
        words.insert(0, _dates_made(fit))
    return RoleFit(version.title, fit.fit.replace(" ", "-"), " ".join(words))
