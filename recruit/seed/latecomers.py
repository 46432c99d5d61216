"""Three who come in late: one just registered, one chosen lately, and one on whom the fifth pair may rest."""

from recruit.reference.personas import persona
from recruit.seed.people import PersonRecord
from recruit.seed.story_days import SECOND_WAVE, THIRD_WAVE

NEWCOMER = "P999"
HOPE_FOR_W5 = "T901"
FRESH_STRENGTH = "S901"


def the_newcomer() -> PersonRecord:
    """Registered this week: the first stage is done, "About you" is not."""
    who = persona("newcomer")
    return PersonRecord(
        key=NEWCOMER,
        wave=1,
        name=who.name,
        sex="male",
        age="35-44",
        ethnic_group="White",
        employment="in work",
        strategic="none",
        area="ealing",
        named_by=None,
        heard="poster",
        email=who.email,
        phone="07700 900177",
        contact_way="email",
        registered=0,
        joined_days_ago=3,
    )


def the_hope_for_w5() -> PersonRecord:
    """Waits for a decision: chosen, she could sit on the fifth workstream beside its lonely partner."""
    return PersonRecord(
        key=HOPE_FOR_W5,
        wave=3,
        name="Ifrah Warsame",
        sex="female",
        age="25-34",
        ethnic_group="Black",
        employment="in work",
        strategic="some",
        area="brent",
        named_by="ORG53",
        email="ifrah.warsame@example.org",
        phone="07700 900188",
        contact_way="text",
        registered=THIRD_WAVE + 6,
        about_done=THIRD_WAVE + 8,
        skills=(("challenge", 0.8), ("consensus", 0.5), ("digital_data", 0.8), ("strategic", 0.5)),
        lived=(("hearing_loss", "carer_family", 0.8), ("parent_carer", "self", 0.8)),
        communities=(("parents_families", "leader", True), ("somali_horn", "leader", True)),
        free=((3, "evening"), (4, "morning")),
        hours="13 to 16",
        hours_per="month",
        meets_online=True,
        meets_in_person=True,
        statements=(
            ("lived_text", "My son is deaf. I book, I sign, I explain, and I do it again at the next desk."),
            (
                "skills_text",
                "I work with data for a bus company, and I made the rota for our mothers' circle: forty women, "
                "one phone each. When the first rota was unfair they told me, and we made the second one together.",
            ),
        ),
    )


def the_fresh_strength() -> PersonRecord:
    """Chosen in the second round: new, and stronger for the fourth workstream than whoever leaves it soonest."""
    return PersonRecord(
        key=FRESH_STRENGTH,
        wave=2,
        name="Rukhsana Malik",
        sex="female",
        age="35-44",
        ethnic_group="Asian",
        employment="in work",
        strategic="strong",
        area="hounslow",
        named_by="ORG49",
        heard="named",
        email="rukhsana.malik@example.org",
        phone="07700 900189",
        contact_way="email",
        registered=SECOND_WAVE + 9,
        about_done=SECOND_WAVE + 12,
        skills=(
            ("challenge", 0.8),
            ("commissioning", 0.8),
            ("finance", 0.8),
            ("reading_papers", 0.8),
            ("strategic", 0.8),
        ),
        lived=(("maternity", "self", 0.8), ("diabetes", "carer_family", 0.5)),
        communities=(("faith_muslim", "leader", True), ("pakistani_bangladeshi", "active", True)),
        free=((0, "afternoon"), (3, "evening")),
        hours="13 to 16",
        hours_per="month",
        meets_online=True,
        meets_in_person=True,
        statements=(
            (
                "lived_text",
                "My second baby came at 29 weeks. I learnt the names of every machine on the unit.",
            ),
            (
                "skills_text",
                "I buy home care for a London council. When two families told me what fifteen minutes means, "
                "I put the contract on hold and we wrote the visits anew, with them at the table.",
            ),
        ),
    )
