"""What people answered to the equality and balance questions; nobody has to."""

from random import Random

from recruit.reference.equality import NOT_SAID
from recruit.seed.people import PersonRecord
from recruit.seed.specification import chance, drawn, happens

SKIPPED, BLANK_GENDER_IDENTITY, FOR_BALANCE = 0.3, 0.15, 0.55
AGES = {"18-24": "18 to 24", "25-34": "25 to 34", "35-44": "35 to 44", "45-54": "45 to 54", "55-64": "55 to 64",
        "65-74": "65 to 74", "75-84": "75 to 84", "85+": "85 or over"}  # fmt: skip
ETHNIC_GROUPS = {
    "White": {
        "English, Welsh, Scottish, Northern Irish or British": 0.78,
        "Irish": 0.1,
        "Any other White background (write in)": 0.12,
    },
    "Asian": {"Indian": 0.55, "Pakistani": 0.2, "Bangladeshi": 0.08, "Any other Asian background (write in)": 0.17},
    "Black": {"Caribbean": 0.5, "African (write in)": 0.5},
    "Mixed": {"White and Black Caribbean": 0.5, "White and Asian": 0.5},
    "Other": {"Arab": 0.6, "Any other ethnic group (write in)": 0.4},
    "prefer not to say": {NOT_SAID: 1.0},
}  # fmt: skip
RELIGIONS = {"No religion": 0.27, "Christian (all denominations)": 0.4, "Hindu": 0.11, "Muslim": 0.15, "Sikh": 0.04,
             "Jewish": 0.02, "Buddhist": 0.01}  # fmt: skip
ORIENTATIONS = {"Straight or Heterosexual": 0.95, "Gay or Lesbian": 0.03, "Bisexual": 0.02}
OWN_CONDITIONS = frozenset({"unpaid_carer", "parent_carer", "bereavement_eol"})


def equality_answers(person: PersonRecord) -> tuple[dict[str, str], bool] | None:
    """The answers, and whether they may be used to choose balanced groups; None for who skipped the form."""
    luck = chance("equality", person.key)
    if person.about_done is None or happens(luck, SKIPPED):
        return None
    answers = {
        "ethnic_group": drawn(luck, ETHNIC_GROUPS[person.ethnic_group]),
        "age_band": AGES[person.age],
        "sex": person.sex.capitalize(),
        "gender_identity": "Yes",
        "sexual_orientation": drawn(luck, ORIENTATIONS),
        "religion": drawn(luck, RELIGIONS),
        "condition": "Yes" if _has_a_condition(person) else "No",
        "carer": _hours_of_care(luck, person),
    }
    unsaid = luck.uniform(0.06, 0.12)
    answers = {code: NOT_SAID if happens(luck, unsaid) else answer for code, answer in answers.items()}
    if happens(luck, BLANK_GENDER_IDENTITY):
        del answers["gender_identity"]
    return answers, happens(luck, FOR_BALANCE)


def _has_a_condition(person: PersonRecord) -> bool:
    return any(side == "self" and code not in OWN_CONDITIONS for code, side, _ in person.lived)


def _hours_of_care(luck: Random, person: PersonRecord) -> str:
    if "unpaid_carer" not in person.lived_codes:
        return "No"
    return luck.choice(
        ("Yes, 9 hours a week or less", "Yes, 20 to 34 hours a week", "Yes, 50 or more hours a week")
    )
