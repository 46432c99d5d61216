"""How a role fits somebody: the five scores as words, with what counted and what would change it."""

from dataclasses import dataclass, field
from uuid import UUID

from flask_babel import gettext as _

from recruit.reference.areas import area_name
from recruit.reference.taxonomies import COMMUNITIES, facet_and_code, has, label, tag_label

STRONG_FROM = 60
NOT_ASKED, NOT_KNOWN, NOT_YET, SOME, STRONG = "not-asked", "not-known", "not-yet", "some", "strong"
ASKS = {
    "skills": ("skills",),
    "lived": ("lived",),
    "connections": ("communities",),
    "availability": ("meetings", "hours"),
    "gap": ("groups",),
}
CHANGES = {
    "skill": "skills",
    "lived": "lived",
    "community": "connections",
    "meetings": "availability",
    "hours": "availability",
}


# Where somebody tells us what we do not know yet.
TELL_AT = {
    "skills": "me.about.skills",
    "lived": "me.about.lived",
    "connections": "me.about.communities",
    "availability": "me.availability.change",
}


@dataclass(frozen=True)
class FitRow:
    """One of the five, always in one order; never a number."""

    name: str
    strength: str
    reasons: list[str]
    changes: list[str] = field(default_factory=list)
    tell_at: str = ""


def fit_rows(ranked, candidate_id):
    """The five rows of one person for one role; none before "About you" is done."""
    if candidate_id not in ranked.entries:
        return []
    told = ranked.explanation(candidate_id)
    names = {
        "skills": _("Skills"),
        "lived": _("Lived experience"),
        "connections": _("Connections"),
        "availability": _("Availability"),
        "gap": _("Gaps you would fill"),
    }
    person = ranked.people[candidate_id]
    return [
        _unknown(name, words) if _is_unknown(name, told.entry, person) else _known(name, words, told, ranked)
        for name, words in names.items()
    ]


def _is_unknown(name, entry, person):
    """Nothing told is nothing known: never a judgement."""
    told = {"skills": person.skills, "lived": person.lived, "connections": person.communities}
    strength = _strength(name, entry)
    return strength == NOT_KNOWN or (strength == NOT_YET and name in told and not told[name])


def _unknown(name, words):
    return FitRow(
        words, NOT_KNOWN, [_("We do not know yet. You have not told us.")], tell_at=TELL_AT.get(name, "")
    )


def _known(name, words, told, ranked):
    changes = [_change(each, told.entry) for each in told.counterfactuals if CHANGES.get(each.kind) == name]
    dates = ranked.dates_of(UUID(told.entry.id))
    return FitRow(words, _strength(name, told.entry), _reasons(name, told.entry, dates), changes[:1])


def essentials_to_talk_about(ranked, candidate_id):
    """What the role needs and the person did not tell us: a person looks, nobody is turned down for it."""
    entry = ranked.entries.get(candidate_id)
    return [tag_label(tag) for tag in entry.to_look_at] if entry else []


def _strength(name, entry):
    score = entry.scores[name]
    if score is None:
        return NOT_KNOWN if set(ASKS[name]) & set(entry.not_known) else NOT_ASKED
    if score == 0:
        return NOT_YET
    return STRONG if score >= STRONG_FROM else SOME


def _reasons(name, entry, dates):
    if name == "availability" and entry.scores[name] is not None:
        return [_("You can make %(can)s of %(all)s dates.", can=dates[0], all=dates[1])]
    if name == "gap" and entry.scores[name] == 0:
        return [_("We have people like you already, in what we count. That takes nothing from you.")]
    if entry.scores[name] is None:
        return [_("This role asks nothing here.")] if _strength(name, entry) == NOT_ASKED else []
    counted = [_part(tag) for tag in entry.parts[name] if tag != "text"]
    if not counted and "text" in entry.parts[name]:
        return [_("Your own words come close to what this role asks.")]
    if not counted:
        return [_("Nothing that you told us counts here yet.")]
    return [_("What counted: %(things)s.", things="; ".join(counted))]


def _part(tag):
    facet, code = facet_and_code(tag)
    if facet == "area":
        return _("people from %(area)s are few", area=area_name(code))
    if facet == "route":
        return _("few were named by groups like the one that named you")
    if facet == "experience":
        return _("you are new to this") if code == "new" else _("you have done this before")
    if facet in ("service", "reach"):
        facet, code = facet_and_code(f"{'lived' if facet == 'service' else COMMUNITIES}:{code}")
    if tag == "breadth":
        return _("you know several groups")
    return label(facet, code) if has(facet, code) else code


def _change(change, entry):
    """The role first: what it could do, then what the person could add."""
    if change.kind == "meetings":
        return _(
            "This role meets on %(when)s. At another time it would fit you better.", when=_(change.about)
        )
    if change.kind == "hours":
        return _("It needs %(hours)s, reading included.", hours=_(change.about))
    about = tag_label(change.about.split(" ")[0])
    if change.kind == "community":
        return _("If you do more with this group, tell us: %(about)s.", about=about)
    if change.about not in entry.parts.get(CHANGES[change.kind], {}):
        return _("This role also looks for: %(about)s. If you can, tell us.", about=about)
    return _("An example would make this stronger: %(about)s.", about=about)
