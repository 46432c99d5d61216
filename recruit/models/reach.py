"""How a person can be reached, and how they would rather be."""

from typing import Any

from recruit.models.candidates import ContactWay


def way_to(person: Any, wanted: ContactWay | None = None) -> tuple[ContactWay, str]:
    """How this person wants to hear from us; what they cannot be reached by is never chosen."""
    addresses = {
        ContactWay.EMAIL: person.email,
        ContactWay.PHONE: getattr(person, "phone", None),
        ContactWay.TEXT: getattr(person, "phone", None),
        ContactWay.POST: getattr(person, "post_address", None),
        ContactWay.THROUGH_SOMEONE: getattr(person, "through_whom", None),
    }
    preferred = getattr(person, "contact_way", ContactWay.EMAIL)
    wanted = wanted or preferred
    ways = [wanted, preferred, *addresses]
    way = next((way for way in ways if addresses[way]), wanted)
    return way, addresses[way] or ""
