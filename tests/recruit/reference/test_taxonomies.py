"""What is true of the list: taxonomies."""

from recruit.reference.taxonomies import (
    FACETS,
    codes,
    facet_and_code,
    has,
    label,
    plain_choices,
    plain_label,
    tag_id,
    tag_label,
    version,
)


def test_the_taxonomies_hold_every_tag_of_their_version():
    counts = {facet: len(codes(facet)) for facet in FACETS}

    assert (version(), counts) == ("2026-11-22", {"skills": 23, "lived": 29, "communities": 32})


def test_a_tag_has_a_label_for_staff_and_a_plain_one_for_everybody():
    words = label("lived", "neuro"), plain_label("lived", "neuro")

    assert words == ("Neurological conditions", "MS, Parkinson's, epilepsy or similar")


def test_choices_pair_each_code_with_its_plain_words():
    choices = dict(plain_choices("skills"))

    assert choices["finance"] == "I can work with budgets or accounts"


def test_a_tag_id_can_be_taken_apart_again():
    tag = tag_id("skills", "finance")

    assert (tag, facet_and_code(tag)) == ("skills:finance", ("skills", "finance"))


def test_a_bare_word_is_its_own_label():
    words = [tag_label(tag) for tag in ("communities:carers", "experienced")]

    assert words == ["Carers' groups", "experienced"]


def test_an_unknown_facet_or_code_is_not_held():
    known = [has("skills", "finance"), has("skills", "juggling"), has("hobbies", "finance")]

    assert known == [True, False, False]
