"""A form counts once."""

from recruit.actions.forms import first_time
from tests.makers import NOW


def test_a_form_key_is_new_only_once(app):
    first, second = (first_time("the same key", now=NOW) for _ in range(2))

    assert (first, second) == (True, False)
