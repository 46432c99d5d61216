"""Languages that pages can be read in; a draft has not been checked by a native speaker yet."""

from dataclasses import dataclass

ENGLISH = "en_GB"


@dataclass(frozen=True)
class Language:
    """A language by its code, under the name that its speakers give it."""

    code: str
    name: str
    is_checked: bool


LANGUAGES = {
    language.code: language
    for language in (
        Language(ENGLISH, "English", is_checked=True),
        Language("pl", "Polski", is_checked=False),
        Language("ar", "العربية", is_checked=False),
    )
}


def language(code: str) -> Language:
    """The language of a code; one that is not listed goes by its code, as a draft."""
    return LANGUAGES.get(code, Language(code, code, is_checked=False))
