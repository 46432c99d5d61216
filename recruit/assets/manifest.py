"""Which built file stands behind a name such as alongside.css."""

import json
from functools import lru_cache
from pathlib import Path

BUILT = Path(__file__).resolve().parents[2] / "static" / "vendor"


def built_file(name: str) -> str:
    """The path of a built file below static/; its name changes whenever its content does."""
    return f"vendor/{manifest(BUILT)[name]}"


@lru_cache
def manifest(built: Path) -> dict[str, str]:
    path = built / "manifest.json"
    if not path.exists():
        raise FileNotFoundError("The assets are not built yet: run python3 -m recruit.assets.build")
    return json.loads(path.read_text())
