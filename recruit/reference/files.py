"""Where the lists lie, and how one is read."""

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def list_from(name: str) -> dict[str, Any]:
    """One list, read once; nobody changes what it holds."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
