"""What somebody answered, in the words of the page it was asked on."""

import pytest

from recruit.web.interest.forms import STEPS
from recruit.web.interest.words import in_words


@pytest.mark.parametrize(
    ("step", "given", "lines"),
    [
        ("name", {"name": "Ada Obi"}, ["Ada Obi"]),
        ("name", {}, []),
        ("area", {"area": "brent"}, ["Brent"]),
        (
            "contact_way",
            {"contact_ways": ["email", "phone"], "email": "ada@example.org", "phone": "020 7946 0111"},
            ["Email: ada@example.org", "Phone: 020 7946 0111"],
        ),
        (
            "times",
            {"times": ["0-morning", "0-evening", "3-afternoon"], "term_time_only": True},
            ["Monday: morning, evening", "Thursday: afternoon", "Only in term time"],
        ),
        ("hours", {"hours": "9 to 12", "hours_per": "week"}, ["9 to 12 hours a week"]),
        ("hours", {"hours": "not sure", "hours_per": "month"}, ["I am not sure"]),
        ("hours", {}, []),
        ("where", {"where": ["online", "in person"]}, ["Online", "In person"]),
        (
            "dates",
            {"replies": {"a": "can", "b": "can", "c": "cannot", "d": ""}},
            ["I can: 2 dates", "I cannot: 1 date"],
        ),
    ],
)
def test_an_answer_reads_as_it_was_given(app, step, given, lines):
    with app.test_request_context():
        assert in_words(step, STEPS[step](formdata=None, data=given)) == lines
