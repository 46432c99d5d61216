"""The fifteen whom the story follows: what makes five pairs possible, and the fifth one hard."""

from recruit.seed.people import PersonRecord
from recruit.seed.specification import seed_list

PLANTED_PAIRS = {
    "W1": ("C01", "C02"),
    "W2": ("C03", "C04"),
    "W3": ("C05", "C06"),
    "W4": ("C07", "C08"),
    "W5": ("C09", "C10"),
}
RESERVES = ("C11", "C12", "C13", "C14", "C15")
SUITABLE_FOR_W5 = ("C09", "C11")
PARTNER = "C03"
LEFT_W3 = "C06"
LEFT_W5 = "C10"
COVERED_THREE = "C07"
TOOK_OVER_W3 = "C12"
ONLY_ESSENTIAL = "skills:digital_data"


def the_core() -> tuple[PersonRecord, ...]:
    return tuple(_person(raw) for raw in seed_list("cast")["core"])


def _person(raw: dict) -> PersonRecord:
    return PersonRecord(
        key=raw["key"],
        wave=1,
        name=raw["name"],
        sex=raw["sex"],
        age=raw["age"],
        ethnic_group=raw["ethnic_group"],
        employment=raw["employment"],
        strategic=raw["strategic"],
        area=raw["area"],
        named_by=raw["named_by"],
        heard="named",
        email=raw.get("email", f"{raw['name'].lower().replace(' ', '.')}@example.org"),
        phone=raw["phone"],
        contact_way=raw.get("contact_way", "email"),
        lay_status=raw.get("lay_status", "no"),
        skills=tuple((code, strength) for code, strength in raw["skills"].items()),
        lived=tuple(tuple(each) for each in raw["lived"]),
        communities=tuple(tuple(each) for each in raw["communities"]),
        free=tuple((day, part) for day, part in raw["free"]),
        hours=raw["hours"],
        hours_per=raw["hours_per"],
        meets_online=raw.get("meets_online", True),
        meets_in_person=raw.get("meets_in_person", True),
        statements=tuple((field, text) for field, text in raw["statements"].items()),
        registered=raw["registered"],
        about_done=raw["registered"] + 3,
    )
