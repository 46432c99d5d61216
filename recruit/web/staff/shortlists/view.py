"""How somebody looks at a shortlist: all of it is in the address, so it can be kept and shared."""

from dataclasses import dataclass, replace

from flask import url_for

from recruit.web.staff.shortlists.forms import SCORES, WeightingForm

SORTS = ("total", "number", "undecided")
SHOWN = "shown"


@dataclass(frozen=True)
class View:
    """Names hidden or shown, in which order, which row is open, whom to compare, and weights on trial."""

    shortlist_id: object
    names_shown: bool = False
    sort: str = SORTS[0]
    opened: int | None = None
    compared: tuple[int, ...] = ()
    trial: tuple[tuple[str, float], ...] = ()

    def arguments(self, **changes):
        """This view, but for the changes, as arguments of an address."""
        view = replace(self, **changes)
        asked = {
            "names": SHOWN if view.names_shown else None,
            "sort": view.sort if view.sort != SORTS[0] else None,
            "open": view.opened,
            "compare": list(view.compared) or None,
            **dict(view.trial),
        }
        return {name: _plain(value) for name, value in asked.items() if value is not None}

    def url(self, **changes):
        anchor = f"candidate-{changes['opened']}" if changes.get("opened") else None
        arguments = self.arguments(**changes)
        return url_for("staff.shortlists.show", shortlist_id=self.shortlist_id, _anchor=anchor, **arguments)

    def kept(self, *names):
        """What a form on the page must carry along beside its own fields, as (name, value)."""
        arguments = {name: value for name, value in self.arguments().items() if name not in names}
        pairs = ((name, value) for name, value in arguments.items())
        return [
            (name, each) for name, value in pairs for each in (value if isinstance(value, list) else [value])
        ]


def view_of(shortlist, published, args):
    """The view an address asks for, and the form of its weights; what nobody could mean is left out."""
    form = WeightingForm(args)
    asks = any(args.get(name) for name in SCORES)
    is_sound = form.validate() if asks else True
    weights = form.weights_beside(published) if asks and is_sound else None
    view = View(
        shortlist.id,
        names_shown=args.get("names") == SHOWN,
        sort=args.get("sort") if args.get("sort") in SORTS else SORTS[0],
        opened=_number(args.get("open")),
        compared=tuple(number for number in map(_number, args.getlist("compare")) if number is not None)[:2],
        trial=tuple(weights.items()) if weights and weights != published else (),
    )
    return view, form


def _number(text):
    return int(text) if text and text.isdecimal() and len(text) < 7 else None


def _plain(value):
    return f"{value:g}" if isinstance(value, float) else value
