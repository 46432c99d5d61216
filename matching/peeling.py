"""Takes shared seats apart into whole panels.

Panel after panel is peeled off: each keeps every limit that the rest keeps with nothing to spare, and takes as large a
share as leaves the rest within all limits. Where no such panel is left, the last ones are put back and mixed anew by
column generation.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array, vstack

from .compositions import Counts
from .program import Floats, Program

# Below this, nothing is left of a limit or of the seats.
NOTHING = 1e-10
# How far from whole a mix may stay.
CLOSE = 1e-9
# How many panels are put back first.
PUT_BACK = 32
# Any panel that helps will do while there is one; the last search is exact.
ROUGHLY, EXACTLY = 0.3, 0.0


@dataclass(frozen=True)
class Mix:
    """Panels by kinds, shape (panels, kinds), and the share of each."""

    counts: Counts
    shares: Floats


def taken_apart(program: Program, seats: Floats) -> Mix | None:
    """A mix of panels that gives exactly these seats, to a billionth; None where there is none.

    :param program: the limits of a panel.
    :param seats: seats of each kind, within the limits.
    """
    panels, shares = _peeled(program, seats)
    if 1.0 - sum(shares) <= CLOSE:
        return _mix(panels, shares)
    for back in sorted({min(PUT_BACK, len(panels)), len(panels)}):
        kept = len(panels) - back
        rest, share = _left(seats, panels[:kept], shares[:kept])
        found = _mixed(program, rest, share, panels[kept:])
        if found is not None:
            return _mix([*panels[:kept], *found[0]], [*shares[:kept], *found[1]])
    return None


def _mix(panels: Sequence[Counts], shares: Sequence[float]) -> Mix:
    mix = np.array(shares)
    return Mix(np.array(panels)[mix > 0], mix[mix > 0] / mix.sum())


def _left(seats: Floats, panels: Sequence[Counts], shares: Sequence[float]) -> tuple[Floats, float]:
    taken = sum((share * panel for panel, share in zip(panels, shares, strict=True)), np.zeros(len(seats)))
    return seats - taken, 1.0 - sum(shares)


def _peeled(program: Program, seats: Floats) -> tuple[list[Counts], list[float]]:
    panels: list[Counts] = []
    shares: list[float] = []
    rest, share = seats, 1.0
    while share > CLOSE:
        found = _face(program, rest, share, rest / program.most).solve(max_gap=0.05).x
        if found is None:
            break
        panel = np.rint(found).astype(np.int64)
        spare, needed = _room(program, rest, share), _room(program, panel, 1.0)
        step = min(share, float((spare[needed > 0.5] / needed[needed > 0.5]).min(initial=share)))
        if step <= NOTHING:
            break
        panels.append(panel)
        shares.append(step)
        rest, share = _left(seats, panels, shares)
    return panels, shares


def _room(program: Program, seats: Floats | Counts, share: float) -> Floats:
    """What the seats leave of each limit, of the people of each kind, and down to nobody."""
    return np.concatenate(
        [program.limits * share - program.rows @ seats, program.most * share - seats, seats]
    )


def _face(program: Program, rest: Floats, share: float, worth: Floats) -> Program:
    """Panels that use up every limit that the rest uses up."""
    used = _room(program, rest, share) <= NOTHING
    rows, full, none = np.split(used, [len(program.limits), len(program.limits) + len(rest)])
    return replace(
        program,
        worth=worth,
        rows=vstack([program.rows, -program.rows[rows]], format="csr"),
        limits=np.concatenate([program.limits, -program.limits[rows]]),
        least=np.where(full, program.most, 0.0),
        most=np.where(none, 0.0, program.most),
    )


def _mixed(
    program: Program, rest: Floats, share: float, begun: Sequence[Counts]
) -> tuple[list[Counts], list[float]] | None:
    """Panels and shares that make up the rest, or None where panels cannot."""
    if not begun:
        return None
    face = _face(program, rest, share, np.zeros(len(rest)))
    moving = face.most > face.least
    wanted = rest / share
    panels = {panel.tobytes(): panel for panel in begun}
    while True:
        found = _covering(np.array(list(panels.values()))[:, moving], wanted[moving]).relax()
        if found is None:
            return None
        if found.x[-1] >= 1.0 - CLOSE:
            return list(panels.values()), [float(each) * share for each in found.x[:-1]]
        prices = np.zeros(len(rest))
        prices[moving] = found.duals[:-1]
        panel = _helpful(replace(face, worth=prices), found.duals[-1])
        if panel is None or panel.tobytes() in panels:
            return None
        panels[panel.tobytes()] = panel


def _covering(panels: Counts, wanted: Floats) -> Program:
    """Mix the panels to reach as much of what is wanted as can be; the last variable is how much."""
    number = len(panels)
    rows = np.zeros((len(wanted) + 1, number + 1))
    rows[:-1, :number] = -panels.T
    rows[:-1, number] = wanted
    rows[-1, :number] = 1.0
    unit = np.zeros(number + 1)
    unit[-1] = 1.0
    return Program(
        worth=unit,
        rows=csr_array(rows),
        limits=np.append(np.zeros(len(wanted)), 1.0),
        least=np.zeros(number + 1),
        most=np.full(number + 1, np.inf),
        whole=np.zeros(number + 1, dtype=bool),
    )


def _helpful(face: Program, price: float) -> Counts | None:
    """A panel worth more than its price."""
    for gap in (ROUGHLY, EXACTLY):
        found = face.solve(max_gap=gap).x
        if found is not None and face.worth @ np.rint(found) > price + CLOSE:
            return np.rint(found).astype(np.int64)
    return None
