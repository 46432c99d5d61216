"""How a state, a kind or a code from the lists reads on a page."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from recruit.models.reach import way_to
from recruit.reference import taxonomies
from recruit.reference.areas import area_name
from recruit.reference.taxonomies import tag_label

WORDS = {
    # Stages and decisions
    "registered": _("registered"),
    "invited": _("invited"),
    "attended": _("came to a workshop"),
    "interested": _("interested"),
    "shortlisted": _("shortlisted"),
    "chosen": _("chosen"),
    "next in line": _("next in line"),
    "not this time": _("not this time"),
    "paused": _("paused"),
    "withdrawn": _("withdrawn"),
    # Organisations
    "adult_social_care_director": _("council, social care"),
    "local_champion": _("local champion"),
    "gp_practice_ppg": _("GP practice"),
    "charity": _("charity"),
    "faith_or_community": _("faith or community group"),
    "commissioner": _("commissioner"),
    "nhs_provider": _("health care provider"),
    "research": _("research"),
    "education": _("education"),
    # What an organisation answers to a request for names
    "asked already": _("asked already"),
    "not us": _("said: not us"),
    "wrong person": _("wrong person"),
    "next year": _("ask next year"),
    "stop": _("asked us to stop"),
    # Ways to reach a person
    "email": _("email"),
    "text": _("text"),
    "phone": _("phone"),
    "post": _("post"),
    "through someone": _("through someone"),
    # Messages and work
    "held": _("held back"),
    "queued": _("on its way"),
    "sent": _("sent"),
    "failed": _("could not be sent"),
    "perhaps sent": _("perhaps sent"),
    "ready": _("waiting"),
    "running": _("being done"),
    "perhaps done": _("perhaps done"),
    "dead": _("given up"),
    # The ladder
    "told": _("Told"),
    "asked": _("Asked"),
    "involved": _("Involved"),
    "deciding together": _("Deciding together"),
    "in the lead": _("In the lead"),
    # What a role asks for
    "skills": _("Skills"),
    "lived": _("Lived experience"),
    "communities": _("Connections"),
    # From which side, and how
    "self": _("it happened to them"),
    "carer_family": _("carer or family"),
    "bereaved": _("lost someone"),
    "member": _("belongs"),
    "active": _("is active"),
    "leader": _("leads"),
    # What an account may do
    "coordinator": _("coordinator"),
    "reviewer": _("reviewer"),
    "host": _("host"),
    "administrator": _("administrator"),
    # Groups
    "workstream": _("workstream"),
    "advisory group": _("advisory group"),
    "forum": _("forum"),
    "governing body": _("governing body"),
    # Terms
    "planned": _("planned"),
    "serving": _("serving"),
    "on a break": _("on a break"),
    "ended": _("ended"),
    # Who did it
    "candidate": _("they themselves"),
    "nomination": _("the nominee"),
    "night shift": _("by itself"),
    # Parts of a day and weekdays
    "morning": _("morning"),
    "afternoon": _("afternoon"),
    "evening": _("evening"),
    # Paid to work in health or care
    "no": _("no"),
    "now": _("yes, now"),
    "in the past": _("yes, in the past"),
    "not sure": _("not sure"),
}

NEXT_STEPS = {
    "registered": _("Invite them to a workshop"),
    "invited": _("Note whether they came"),
    "attended": _("Ask: yes or no?"),
    "interested": _("Put them on a shortlist"),
    "shortlisted": _("Decide, with a reason"),
    "chosen": _("Find them a seat"),
    "next in line": _("Call them when a seat is free"),
    "not this time": _("Tell them why, and ask to keep in touch"),
    "paused": _("Wait until they are back"),
    "withdrawn": _("Nothing: they asked us to stop"),
}

TAG_KINDS = {
    "chosen": "is",
    "next in line": "is",
    "interested": "waits",
    "shortlisted": "waits",
    "serving": "is",
    "failed": "refused",
    "dead": "refused",
    "perhaps sent": "waits",
    "held": "waits",
    "sent": "done",
    "done": "done",
}


def install(app):
    """Give every template the filters below."""
    app.jinja_env.filters.update(
        words=words,
        address=address,
        next_step=next_step,
        stage_kind=stage_kind,
        area=area,
        tag_words=tag_words,
        tag_id_words=tag_label,
        reach_words=reach_words,
        asked_words=asked_words,
    )


def words(state):
    return str(WORDS.get(state, state))


def address(person):
    """Where to reach somebody in the way they chose."""
    return way_to(person)[1]


def next_step(stage):
    return str(NEXT_STEPS.get(stage, ""))


def stage_kind(state):
    """Which tag a state wears: clay for what waits for a person, teal for what is there."""
    return TAG_KINDS.get(state, "plain")


def area(code):
    return area_name(code) if code else str(_("not said"))


def tag_words(code, facet):
    """The words of a tag; a code that has left the lists still says what it was."""
    return taxonomies.label(facet, code) if taxonomies.has(facet, code) else code.replace("_", " ")


def asked_words(criterion):
    """What a role asks for, in its own words or as what such a person does."""
    if criterion.words:
        return criterion.words
    told = tag_words(criterion.code, criterion.facet)
    if criterion.facet == taxonomies.SKILLS:
        return gettext("Brings: %(what)s", what=told)
    if criterion.facet == taxonomies.LIVED:
        return gettext("Knows from their own life or someone close: %(what)s", what=told)
    return gettext("Is in touch with: %(what)s", what=told)


def reach_words(code):
    """The words of a community or an experience, whichever list it stands in."""
    facet = taxonomies.COMMUNITIES if taxonomies.has(taxonomies.COMMUNITIES, code) else taxonomies.LIVED
    return tag_words(code, facet)
