"""The square that a phone reads: the dark runs of a QR code as one path, so that no style is needed."""

from dataclasses import dataclass

import segno

QUIET = 4


@dataclass(frozen=True)
class Square:
    """The path of the dark modules, and how many modules the whole is wide with its quiet edge."""

    path: str
    width: int


def square_of(url: str) -> Square:
    """Error correction M: a poster that is creased or wet can still be read."""
    rows = [bytes(row) for row in segno.make(url, error="m", micro=False).matrix]
    runs = (
        f"M{start + QUIET} {line + QUIET}h{length}v1h-{length}z"
        for line, row in enumerate(rows)
        for start, length in _dark_runs(row)
    )
    return Square("".join(runs), len(rows) + 2 * QUIET)


def _dark_runs(row):
    start = None
    for place, is_dark in enumerate((*row, 0)):
        if is_dark and start is None:
            start = place
        if not is_dark and start is not None:
            yield start, place - start
            start = None
