"""What is true of the list: equality."""

from recruit.reference.equality import NOT_SAID, equality_question, equality_questions


def test_every_question_may_be_left_unsaid():
    last = {question.options[-1] for question in equality_questions()}

    assert last == {NOT_SAID}


def test_ethnic_group_offers_the_19_groups():
    question = equality_question("ethnic_group")

    assert len(question.options) == 19 + 1


def test_marriage_and_pregnancy_are_not_asked():
    codes = {question.code for question in equality_questions()}

    assert codes.isdisjoint({"marriage_civil_partnership", "pregnancy_maternity"})
