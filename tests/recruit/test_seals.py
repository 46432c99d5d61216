import pytest
from flask import Flask

from recruit.seals import SealBroken, Seals

WORDS = b"what nobody else should read"


def seals_with(**keys):
    app, seals = Flask(__name__), Seals()
    app.config["VAULT_KEYS"] = keys
    seals.init_app(app)
    return seals


def test_what_was_sealed_can_be_opened_again_in_its_place():
    seals = seals_with(new="11" * 32)

    sealed = seals.seal(WORDS, place="here")

    assert (WORDS in sealed.sealed, seals.open(sealed, place="here")) == (False, WORDS)


def test_the_newest_key_seals_and_an_older_one_still_opens():
    old = seals_with(old="11" * 32).seal(WORDS, place="here")
    seals = seals_with(new="22" * 32, old="11" * 32)

    names = (old.key_name, seals.seal(WORDS, place="here").key_name)

    assert (names, seals.open(old, place="here")) == (("old", "new"), WORDS)


def test_the_same_words_never_look_the_same_twice():
    seals = seals_with(new="11" * 32)

    one, other = (seals.seal(WORDS, place="here") for _ in range(2))

    assert one.sealed != other.sealed


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"sealed": b"\0" * 44}, "here"),
        ({"nonce": b"\0" * 12}, "here"),
        ({"key_name": "lost"}, "here"),
        ({}, "another row"),
    ],
)
def test_what_was_changed_or_moved_stays_shut(change, place):
    seals = seals_with(new="11" * 32)
    sealed = seals.seal(WORDS, place="here")._replace(**change)

    with pytest.raises(SealBroken):
        seals.open(sealed, place=place)


def test_another_key_of_the_same_name_opens_nothing():
    sealed = seals_with(new="11" * 32).seal(WORDS, place="here")

    with pytest.raises(SealBroken):
        seals_with(new="22" * 32).open(sealed, place="here")


def test_without_a_key_nothing_is_sealed():
    seals = seals_with()

    with pytest.raises(SealBroken, match="RECRUIT_VAULT_KEYS"):
        seals.seal(WORDS, place="here")
