import pytest
from sqlalchemy import select

from recruit.actions.vault import erase_answers, opened_answers, seal_answers
from recruit.extensions import db
from recruit.models.vault import BalanceUse, SealedAnswers
from recruit.seals import SealBroken
from tests.makers import a_candidate

ANSWERS = {"religion": "Sikh", "sex": "Female"}


@pytest.fixture
def candidate(app):
    return a_candidate()


def test_sealed_answers_can_be_opened_and_cannot_be_read(candidate):
    row = seal_answers(candidate, ANSWERS, BalanceUse.COUNT_ONLY)

    opened = opened_answers(candidate)

    assert (opened, b"Sikh" in row.sealed) == (ANSWERS, False)


def test_answers_given_again_take_the_place_of_those_before(candidate):
    seal_answers(candidate, ANSWERS, BalanceUse.COUNT_ONLY)
    seal_answers(candidate, {"sex": "Male"}, BalanceUse.COUNT_AND_BALANCE)

    rows = db.session.scalars(select(SealedAnswers)).all()

    assert ([row.use for row in rows], opened_answers(candidate)) == (
        [BalanceUse.COUNT_AND_BALANCE],
        {"sex": "Male"},
    )


def test_answers_moved_to_another_row_are_refused(candidate):
    other = a_candidate(name="Ada Obi")
    mine = seal_answers(candidate, ANSWERS, BalanceUse.COUNT_ONLY)
    theirs = seal_answers(other, {"sex": "Male"}, BalanceUse.COUNT_ONLY)

    theirs.sealed, theirs.nonce = mine.sealed, mine.nonce
    db.session.flush()

    with pytest.raises(SealBroken):
        opened_answers(other)


def test_answers_that_were_tampered_with_are_refused(candidate):
    row = seal_answers(candidate, ANSWERS, BalanceUse.COUNT_ONLY)

    row.sealed = bytes([row.sealed[0] ^ 1]) + row.sealed[1:]
    db.session.flush()

    with pytest.raises(SealBroken):
        opened_answers(candidate)


def test_erased_answers_are_gone(candidate):
    seal_answers(candidate, ANSWERS, BalanceUse.COUNT_ONLY)

    erase_answers(candidate)

    assert opened_answers(candidate) is None
