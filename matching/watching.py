"""How long the search may take, who looks on, and who may end it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic


@dataclass(frozen=True)
class Progress:
    """Where the search is: the best value so far and what no plan exceeds, in points; None is not known yet.

    ``stage`` is one of preview, seats, worst, bound, plan; ``seconds`` run from the beginning.
    """

    stage: str
    value: float
    bound: float | None
    seconds: float


@dataclass
class Watch:
    """Says what was reached, and counts the seconds that are left: none once somebody said stop."""

    time_limit: float
    progress: Callable[[Progress], object] | None = None
    stop: Callable[[], bool] | None = None
    began: float = field(default_factory=monotonic)

    @property
    def left(self) -> float:
        """Seconds until the time is up; the solver is asked between its steps, never inside one."""
        if self.stop is not None and self.stop():
            return 0.0
        return self.began + self.time_limit - monotonic()

    def say(self, stage: str, value: float, bound: float | None) -> None:
        """Tell whoever looks on."""
        if self.progress is not None:
            self.progress(Progress(stage, value, bound, monotonic() - self.began))
