"""What a person can do, lived through and reaches, with the ties between them."""

from random import Random

from recruit.reference.taxonomies import codes
from recruit.seed.marginals import Sketch
from recruit.seed.specification import drawn, happens

BACKED, TICKED = 0.8, 0.5
DEGREE_TYPE = ("finance", "legal_policy", "research")
COMMON_SKILLS = {
    "challenge": 5, "consensus": 5, "peer_support": 4, "advocacy": 4, "organising": 4, "writing": 3, "speaking": 3,
    "languages": 3, "reading_papers": 3, "codesign": 2, "digital_data": 2, "training": 2, "edi": 2, "chairing": 1.5,
    "project_mgmt": 1.5, "comms_media": 1.5, "governance": 1, "finance": 1, "research": 1, "commissioning": 0.5,
    "legal_policy": 0.7,
}  # fmt: skip
OF_STRATEGY = ("governance", "chairing", "project_mgmt", "commissioning")
CONDITIONS = {
    "ltc_multiple": 5, "diabetes": 5, "heart_stroke": 5, "mental_health": 5, "msk_pain": 5, "cancer": 4,
    "respiratory": 3, "physical_disability": 3, "neuro": 2, "sight_loss": 2, "hearing_loss": 2, "kidney": 1.5,
    "urgent_hospital": 4, "autism_nd": 1, "blood_disorder": 1, "learning_disability": 1,
}  # fmt: skip
OF_AGE = {"frailty_ageing": 4, "dementia": 1, "social_care_user": 2, "care_home": 1, "bereavement_eol": 2}
CARED_FOR = {
    "dementia": 5,
    "frailty_ageing": 4,
    "heart_stroke": 3,
    "mental_health": 3,
    "cancer": 2,
    "neuro": 2,
}
OF_A_CHILD = {"autism_nd": 5, "learning_disability": 3, "respiratory": 1, "mental_health": 2}
OF_AREA = {
    "brent": ("indian_gujarati", "somali_horn", "black_caribbean", "tamil_sri_lankan"),
    "ealing": ("punjabi", "eastern_european", "faith_sikh", "arab_mena"),
    "hammersmith-and-fulham": ("black_caribbean", "tenants_residents", "latin_portuguese", "irish"),
    "harrow": ("indian_gujarati", "tamil_sri_lankan", "faith_hindu_jain", "eastern_european"),
    "hillingdon": ("punjabi", "pakistani_bangladeshi", "young_people", "chinese_se_asian"),
    "hounslow": ("punjabi", "eastern_european", "faith_sikh", "pakistani_bangladeshi"),
    "kensington-and-chelsea": ("arab_mena", "latin_portuguese", "tenants_residents", "faith_muslim"),
    "westminster": ("arab_mena", "homeless", "lgbtq", "chinese_se_asian"),
}
EVERYWHERE = (
    "older_people",
    "tenants_residents",
    "parents_families",
    "patient_group",
    "carers",
    "recovery_mh",
)
KEEPS_W5_SCARCE = ("digital_data", "legal_policy")


def skills_of(luck: Random, who: Sketch) -> tuple[tuple[str, float], ...]:
    """One to six skills; strong strategic evidence brings the degree-type ones two and a half times as often."""
    weights = dict(COMMON_SKILLS)
    if who.strategic == "strong":
        weights |= {code: weights[code] * 2.5 for code in DEGREE_TYPE}
        weights |= {code: weights[code] * 2 for code in OF_STRATEGY}
    held = {"strategic": BACKED if who.strategic == "strong" else TICKED} if who.strategic != "none" else {}
    for _ in range(luck.randint(2, 5) if who.strategic == "strong" else luck.randint(1, 4)):
        held[drawn(luck, weights)] = BACKED if happens(luck, 0.35) else TICKED
    if set(KEEPS_W5_SCARCE) <= set(held):
        del held["legal_policy"]
    return tuple(sorted(held.items()))


def lived_by(luck: Random, who: Sketch) -> tuple[tuple[str, str, float], ...]:
    """Conditions of one's own, of somebody cared for, and of somebody lost; each with its side."""
    held: dict[tuple[str, str], float] = {}
    for code in _of_the_organisation(luck, who):
        own = code in ("unpaid_carer", "parent_carer") or happens(luck, 0.8)
        held[code, "self" if own else "carer_family"] = BACKED
    if happens(luck, 0.7 if who.is_older else 0.42):
        held[drawn(luck, CONDITIONS | (OF_AGE if who.is_older else {})), "self"] = _strength(luck)
    if len([code for code, side in held if side == "self"]) >= 2 and happens(luck, 0.5):
        held["ltc_multiple", "self"] = TICKED
    if who.employment == "carer full time" or happens(luck, 0.3):
        held["unpaid_carer", "self"] = _strength(luck)
        held[drawn(luck, CARED_FOR), "carer_family"] = _strength(luck)
    if not who.is_older and happens(luck, 0.1):
        held["parent_carer", "self"] = _strength(luck)
        held[drawn(luck, OF_A_CHILD), "carer_family"] = TICKED
    if happens(luck, 0.08):
        held["bereavement_eol", "bereaved"] = _strength(luck)
    return tuple((code, side, strength) for (code, side), strength in sorted(held.items()))


def communities_of(luck: Random, who: Sketch) -> tuple[tuple[str, str, bool], ...]:
    """Strategic and well connected is rare in one person: strong evidence often comes with a single link."""
    near = OF_AREA.get(who.area, EVERYWHERE)
    held: dict[str, str] = {}
    if who.organisation:
        for code in who.organisation.reach:
            if code in codes("communities") and happens(luck, 0.8):
                held[code] = _link_through(luck, who.kind)
    few = who.strategic == "strong" and happens(luck, 0.5)
    for _ in range(1 if few else luck.choice((0, 1, 1, 2))):
        code = luck.choice(near if happens(luck, 0.55) else EVERYWHERE)
        held.setdefault(code, drawn(luck, {"member": 0.5, "active": 0.35, "leader": 0.15}))
    if few:
        held = dict(list(held.items())[:1])
    return tuple((code, link, link != "member" or happens(luck, 0.4)) for code, link in held.items())


def _of_the_organisation(luck: Random, who: Sketch) -> list[str]:
    if who.organisation is None:
        return []
    share = 0.85 if who.kind == "charity" else 0.6
    return [code for code in who.organisation.reach if code in codes("lived") and happens(luck, share)]


def _link_through(luck: Random, kind: str) -> str:
    if kind == "faith_or_community":
        return "leader" if happens(luck, 0.8) else "active"
    return drawn(luck, {"member": 0.35, "active": 0.45, "leader": 0.2})


def _strength(luck: Random) -> float:
    return BACKED if happens(luck, 0.45) else TICKED
