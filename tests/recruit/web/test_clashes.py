"""What the database itself refuses is said in words: two at once, or something that it cannot hold."""

import pytest
from sqlalchemy.exc import DataError, IntegrityError

CLASH = IntegrityError("INSERT INTO candidate ...", {"email": "ada@example.org"}, Exception("UNIQUE"))
UNREADABLE = DataError("SELECT ...", {"words": "ada@example.org"}, Exception("out of range"))


@pytest.fixture
def answer(app, programme):
    """Answer for an error as the application does, wherever in a post it happened."""

    def answer_for(error, **headers):
        with app.test_request_context("/x/", method="POST", headers=headers):
            app.preprocess_request()
            response = app.handle_user_exception(error)
            return response.status_code, response.get_data(as_text=True)

    return answer_for


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (CLASH, 409, "Somebody did this at the same moment"),
        (UNREADABLE, 400, "We could not read that"),
    ],
)
def test_what_the_database_refuses_is_said_in_words_and_noted_without_names(
    answer, caplog, error, status, words
):
    given, text = answer(error)

    assert given == status
    assert words in text
    assert type(error).__name__ in caplog.text
    assert "ada@example.org" not in text + caplog.text


def test_a_clash_under_htmx_is_the_part_alone(answer):
    _status, text = answer(CLASH, **{"HX-Request": "true"})

    assert 'id="refusal"' in text
    assert "<html" not in text
