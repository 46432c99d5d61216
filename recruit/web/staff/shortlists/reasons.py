"""Why a score is what it is, in words with the person's own underlined, and what would change it."""

import re
from dataclasses import dataclass

from flask_babel import gettext as _

from recruit.reference import taxonomies
from recruit.reference.areas import area_name
from recruit.web.filters import hours, in_words, score
from recruit.web.words import tag_words, words

LONGEST_QUOTE = 220
MOST_QUOTES = 2
FACET_OF = {"skills": "skills", "lived": "lived", "connections": "communities"}


@dataclass(frozen=True)
class Why:
    """One score's part of the total: points, what counted, and the person's own words as (words, number)."""

    name: str
    points: str
    counted: str
    quotes: tuple[tuple[tuple[str, int | None], ...], ...]


def score_names():
    return {
        "skills": _("Skills"),
        "lived": _("Lived experience"),
        "connections": _("Connections"),
        "availability": _("Availability"),
        "gap": _("Diversity gap"),
    }


def why_rows(entry, ranked, candidate, criteria, *, names_shown):
    """The five scores in their order; quotes are numbered through, so that the reader can point at one."""
    counter = iter(range(1, 100))
    rows = []
    for name, title in score_names().items():
        points = entry.contributions.get(name)
        rows.append(
            Why(
                name=title,
                points="" if points is None else f"+{score(points)}",
                counted=_counted(name, entry, ranked, candidate),
                quotes=_quotes(name, entry, criteria, candidate, counter, names_shown=names_shown),
            )
        )
    return rows


def short_reason(name, entry, ranked, candidate):
    """The same in a few words: the two parts that count most."""
    if name == "availability":
        return _dates(ranked, candidate)
    parts = sorted(entry.parts.get(name, {}).items(), key=lambda part: -part[1])[:2]
    told = [part_words(name, tag, candidate) for tag, _points in parts if tag != "text"]
    return ", ".join(told) or _nothing(name, entry)


def part_words(name, tag, candidate):
    """What one tag of a score means for this person."""
    facet, code = taxonomies.facet_and_code(tag)
    if name == "skills":
        return _skill(code, candidate)
    if name == "lived":
        sides = [words(each.perspective) for each in candidate.lived_experience if each.code == code]
        return f"{tag_words(code, facet)} ({in_words(sides)})"
    if name == "connections":
        return _connection(code, candidate) if facet else _("reaches several communities")
    return gap_words(facet, code)


def gap_words(family, code):
    """A family that is not protected, and which part of it is lacking."""
    if family == "area":
        return _("lives in %(area)s", area=area_name(code))
    if family == "route":
        return _("came through: %(route)s", route=words(code))
    if family == "service":
        return _("knows: %(service)s", service=tag_words(code, "lived"))
    if family == "reach":
        return _("reaches: %(community)s", community=tag_words(code, "communities"))
    return _("is new to this") if code == "new" else _("has done this before")


def change_words(change):
    """One change and what it would come to: the role's times and examples first, never an illness."""
    what = {
        "skill": lambda: _("an example of: %(what)s", what=taxonomies.tag_label(change.about)),
        "lived": lambda: _("an example of: %(what)s", what=taxonomies.tag_label(change.about)),
        "community": lambda: _(
            "a step nearer to: %(what)s", what=taxonomies.tag_label(change.about.split(" (")[0])
        ),
        "meetings": lambda: _("another time than %(time)s", time=change.about),
        "hours": lambda: _("more hours a month"),
        "waive": lambda: _(
            "waiving: %(what)s", what=taxonomies.tag_label(change.about.removeprefix("waiving "))
        ),
    }[change.kind]()
    if change.opens and change.gain and round(change.gain, 1):
        return _("%(what)s would make it fit and add %(points)s", what=what, points=score(change.gain))
    if change.opens:
        return _("%(what)s would make it fit", what=what)
    return _("%(what)s would add %(points)s", what=what, points=score(change.gain))


def is_worth_telling(change):
    return change.opens or round(change.gain or 0.0, 1) > 0


def _counted(name, entry, ranked, candidate):
    if name == "availability":
        return _availability(entry, ranked, candidate)
    parts = sorted(entry.parts.get(name, {}).items(), key=lambda part: -part[1])
    told = [part_words(name, tag, candidate) for tag, _points in parts if tag != "text"]
    if any(tag == "text" for tag, _points in parts):
        told.append(_("their own words are close to what is asked"))
    return f"{_capital('; '.join(told))}." if told else _nothing(name, entry)


def _nothing(name, entry):
    if entry.scores[name] is None:
        return _("Not known yet.") if name in _unknown(entry) else _("Not asked for here.")
    return _("Nothing of what is asked.")


def _unknown(entry):
    names = {
        "communities": "connections",
        "groups": "gap",
        "meetings": "availability",
        "hours": "availability",
    }
    return {names.get(each, each) for each in entry.not_known}


def _availability(entry, ranked, candidate):
    person = ranked.people[candidate.id]
    told = [_dates(ranked, candidate)]
    if person.hours is None:
        told.append(_("Hours not known yet."))
    else:
        told.append(
            _(
                "Offers %(offers)s, needs %(needs)s.",
                offers=hours(person.hours),
                needs=hours(ranked.role.hours),
            )
        )
    fits = {"fits": _("Fits."), "tight": _("Tight."), "does not fit": _("Does not fit."), "not known": ""}
    return " ".join([*told, fits[entry.fit]]).strip()


def _dates(ranked, candidate):
    if ranked.people[candidate.id].meetings is None:
        return _("Times not known yet.")
    can, total = ranked.dates_of(candidate.id)
    return _("%(can)s of %(total)s dates.", can=can, total=total)


def _skill(code, candidate):
    strength = next((skill.strength for skill in candidate.skills if skill.code == code), 0)
    label = tag_words(code, "skills")
    if strength >= 1:
        return _("%(skill)s, confirmed by reviewers", skill=label)
    return _("%(skill)s, with an example", skill=label) if strength >= 0.8 else label


def _connection(code, candidate):
    known = next((each for each in candidate.connections if each.code == code), None)
    label = tag_words(code, "communities")
    if known is None:
        return label
    told = {
        "leader": _("leads: %(community)s", community=label),
        "active": _("is active in: %(community)s", community=label),
        "member": _("would ask others in: %(community)s", community=label),
    }
    return told[str(known.link)]


def _quotes(name, entry, criteria, candidate, counter, *, names_shown):
    """The lines nearest to a tag that counted in this score, with the words in common underlined."""
    tags = [(each, f"{each.facet}:{each.code}") for each in criteria if each.facet == FACET_OF.get(name)]
    supported = {
        each.words or taxonomies.tag_label(tag) for each, tag in tags if tag in entry.parts.get(name, {})
    }
    lines = [line for line in entry.evidence if line.terms and line.criterion in supported]
    hidden = () if names_shown else candidate.name.split()
    return tuple(_quote(line, counter, hidden) for line in lines[:MOST_QUOTES])


def _quote(line, counter, hidden):
    """The line, or the part of it around what counted; with names hidden the person's own is left out."""
    spans = _merged([(term.start, term.end) for term in line.terms])
    first, last = _window(line.line, spans)
    parts, place = [], first
    for start, end in spans:
        if first <= start and end <= last:
            parts += [(_without(line.line[place:start], hidden), None), (line.line[start:end], next(counter))]
            place = end
    parts.append((_without(line.line[place:last], hidden), None))
    opening, closing = "…" if first else "", "…" if last < len(line.line) else ""
    return tuple(part for part in [(f"“{opening}", None), *parts, (f"{closing}”", None)] if part[0])


def _merged(spans):
    found = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _window(text, spans):
    """At most so many letters around the first words that counted, between whole words."""
    if len(text) <= LONGEST_QUOTE:
        return 0, len(text)
    start = max(0, min(spans[0][0] - LONGEST_QUOTE // 3, len(text) - LONGEST_QUOTE))
    first = 0 if start == 0 else text.find(" ", start) + 1
    end = first + LONGEST_QUOTE
    last = len(text) if end >= len(text) else max(text.rfind(" ", first, end), spans[0][1])
    return first, last


def _without(text, hidden):
    for name in hidden:
        text = re.sub(rf"\b{re.escape(name)}\b", "…", text)
    return text


def _capital(text):
    return text[:1].upper() + text[1:]
