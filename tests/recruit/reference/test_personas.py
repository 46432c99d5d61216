"""What is true of the list: personas."""

from recruit.reference.personas import PERSONAS, PersonaKind, persona


def test_every_persona_has_a_key_and_an_address_of_their_own():
    keys, addresses = {each.key for each in PERSONAS}, {each.email for each in PERSONAS}

    assert len(keys) == len(addresses) == len(PERSONAS)


def test_the_story_has_its_people():
    kinds = {each.key: each.kind for each in PERSONAS}

    assert kinds == {
        "coordinator": PersonaKind.ACCOUNT,
        "reviewer": PersonaKind.ACCOUNT,
        "host": PersonaKind.ACCOUNT,
        "administrator": PersonaKind.ACCOUNT,
        "nominator": PersonaKind.ORGANISATION,
        "partner": PersonaKind.CANDIDATE,
        "newcomer": PersonaKind.CANDIDATE,
    }


def test_a_persona_is_found_by_key():
    name = persona("coordinator").name

    assert name == "Ruth Adeyemi"
