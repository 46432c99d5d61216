"""The people of the demo: whom you can be, and what you can try as them."""

from dataclasses import dataclass
from enum import StrEnum


class PersonaKind(StrEnum):
    """How a persona comes in: as an account, as a candidate, or by an organisation's link."""

    ACCOUNT = "account"
    CANDIDATE = "candidate"
    ORGANISATION = "organisation"


@dataclass(frozen=True)
class Persona:
    key: str
    name: str
    email: str
    kind: PersonaKind
    role: str
    words: str


NOMINATING_ORGANISATION = "Halfway Carers' Centre"

PERSONAS = (
    Persona(
        "coordinator",
        "Ruth Adeyemi",
        "ruth.adeyemi@example.org",
        PersonaKind.ACCOUNT,
        "Coordinator",
        "See what needs you today. Decide the shortlist, plan the pairs, and fill a seat that falls empty.",
    ),
    Persona(
        "nominator",
        "Bernadette Quill",
        "bernadette.quill@example.org",
        PersonaKind.ORGANISATION,
        NOMINATING_ORGANISATION,
        "Open the request for names that was sent to your charity, and put somebody forward.",
    ),
    Persona(
        "newcomer",
        "Tomasz Wilk",
        "tomasz.wilk@example.org",
        PersonaKind.CANDIDATE,
        "New candidate",
        "You registered this week. Tell us about yourself, and see what happens next.",
    ),
    Persona(
        "partner",
        "Joan Whitlock",
        "joan.whitlock@example.org",
        PersonaKind.CANDIDATE,
        "Lay partner",
        "You serve in a pair. See your meetings, say when you are away, or step down.",
    ),
    Persona(
        "reviewer",
        "Priyanka Bose",
        "priyanka.bose@example.org",
        PersonaKind.ACCOUNT,
        "Reviewer",
        "Read what people wrote, with their names hidden.",
    ),
    Persona(
        "host",
        "Farida Rahmani",
        "farida.rahmani@example.org",
        PersonaKind.ACCOUNT,
        "Workstream host",
        "See the pair that you look after: what each brings, and when you meet.",
    ),
    Persona(
        "administrator",
        "Owen Llewellyn",
        "owen.llewellyn@example.org",
        PersonaKind.ACCOUNT,
        "Administrator",
        "See who may sign in and what they may do, and whether everything runs.",
    ),
)


def persona(key: str) -> Persona:
    return next(each for each in PERSONAS if each.key == key)
