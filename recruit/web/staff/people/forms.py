"""What a list of people can be narrowed to."""

from dataclasses import dataclass
from uuid import UUID

from recruit.models.states import Stage
from recruit.queries.people import Sought
from recruit.reference.areas import AREAS

AT_ONCE = 50


@dataclass(frozen=True)
class Search:
    """What was asked for in the address of the page; what nobody could mean is left out."""

    sought: Sought
    after: int

    def with_after(self, after):
        """The same search from another place in the list, as arguments of an address."""
        asked = {
            "stage": self.sought.stage,
            "role": self.sought.role_id,
            "area": self.sought.area,
            "words": self.sought.words,
            "after": after,
        }
        return {name: value for name, value in asked.items() if value}


def search_from(args):
    stage = args.get("stage", "")
    area = args.get("area", "")
    after = args.get("after", "")
    return Search(
        Sought(
            stage=Stage(stage) if stage in set(Stage) else None,
            role_id=_id(args.get("role", "")),
            area=area if area in AREAS else None,
            words=args.get("words", "").strip()[:100],
        ),
        int(after) if after.isdecimal() and len(after) < 7 else 0,
    )


def _id(text):
    try:
        return UUID(text)
    except ValueError:
        return None
