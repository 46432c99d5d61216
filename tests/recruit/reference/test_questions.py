"""What is true of the list: questions."""

from recruit.reference.questions import (
    candidate_question,
    candidate_questions,
    first_stage,
    glossary,
    nominator_question,
    nominator_questions,
)


def test_candidates_are_asked_33_questions_and_nominators_16():
    orders = [[each.order for each in asked] for asked in (candidate_questions(), nominator_questions())]

    assert orders == [list(range(1, 34)), list(range(1, 17))]


def test_the_first_stage_is_nine_questions():
    fields = [each.field for each in first_stage()]

    assert fields == [
        "start", "who_is_filling", "name", "contact_way", "area", "adult", "lay_status", "roles", "heard",
    ]  # fmt: skip


def test_a_question_lists_its_own_answers():
    question = candidate_question("lay_status")

    assert question.choices == ("No", "Yes, now", "Yes, in the past", "I am not sure")


def test_a_note_to_ourselves_is_no_answer():
    question = candidate_question("hours")

    assert question.choices[-1] == "not sure"


def test_a_question_without_a_list_has_no_choices():
    question = nominator_question("good_at")

    assert (question.kind, question.choices) == ("textarea", ())


def test_the_glossary_says_what_a_pair_is():
    words = glossary()["Pair"]

    assert words == "Two lay partners who serve on one workstream together"
