"""The scores of a large pool as one array, read like the mapping of mappings that it stands for."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from .reading import BadInput

Scores = NDArray[np.float32] | NDArray[np.float64]


class ScoreTable(Mapping[str, Mapping[str, float]]):
    """Scores by workstream and person, as ``values`` (workstreams, people); NaN where there is no score.

    For :class:`matching.Problem` in place of dictionaries where there are millions of scores. Half the memory goes
    to an array of float32. People and workstreams sorted by the SHA-256 of their id are not copied again.

    >>> table = ScoreTable(["W1"], ["p1", "p2"], np.array([[70.0, np.nan]]))
    >>> table["W1"]["p1"], "p2" in table["W1"]
    (70.0, False)

    :raises BadInput: the shape is another one, or a score is negative or infinite.
    """

    def __init__(self, workstreams: Sequence[str], people: Sequence[str], values: Scores) -> None:
        if values.shape != (len(workstreams), len(people)):
            raise BadInput(f"scores: must be {len(workstreams)} by {len(people)}, not {values.shape}")
        for row in values:
            known = row[~np.isnan(row)]
            if known.size and not (known.min() >= 0 and np.isfinite(known.max())):
                raise BadInput("scores: must be numbers of at least 0")
        self.values_ = values
        self._row = {name: place for place, name in enumerate(workstreams)}
        self._column = {name: place for place, name in enumerate(people)}

    def __getitem__(self, workstream: str) -> "ScoreRow":
        return ScoreRow(self._column, self.values_[self._row[workstream]])

    def __iter__(self) -> Iterator[str]:
        return iter(self._row)

    def __len__(self) -> int:
        return len(self._row)

    def arranged(self, workstreams: Sequence[str], people: Sequence[str]) -> Scores:
        """The values in another order, or as they are where the order is the same; nobody may write into them."""
        rows = np.array([self._row[name] for name in workstreams], dtype=int)
        columns = np.array([self._column[name] for name in people], dtype=int)
        same = len(rows) == len(self._row) and len(columns) == len(self._column)
        if same and (rows == np.arange(len(rows))).all() and (columns == np.arange(len(columns))).all():
            return self.values_
        return self.values_[np.ix_(rows, columns)]


class ScoreRow(Mapping[str, float]):
    """The scores of one workstream by person."""

    def __init__(self, column: Mapping[str, int], values: Scores) -> None:
        self._column = column
        self._values = values

    def __getitem__(self, person: str) -> float:
        score = float(self._values[self._column[person]])
        if np.isnan(score):
            raise KeyError(person)
        return score

    def __iter__(self) -> Iterator[str]:
        return (name for name, place in self._column.items() if not np.isnan(self._values[place]))

    def __len__(self) -> int:
        return int((~np.isnan(self._values)).sum())
