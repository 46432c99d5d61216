"""Real roles that others have published: facts in our own words, each with where it was seen."""

from typing import Any

from recruit.reference.files import list_from


def published_role(key: str) -> dict[str, Any]:
    """One published role; a field that is empty was not seen, which never means it is absent."""
    return next(each for each in list_from("role_profiles")["profiles"] if each["id"] == key)
