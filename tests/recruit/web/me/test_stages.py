"""Where a person is, what comes next, and by when we promised it."""

from datetime import timedelta

import pytest

from recruit.models.states import Stage
from recruit.web.me.stages import line_of, next_step_of
from tests.makers import NOW, TODAY, a_candidacy, a_candidate, a_group, a_role


@pytest.fixture
def candidacy(programme):
    return a_candidacy(a_candidate(), a_role(a_group(programme)))


def states(app, candidacy):
    with app.test_request_context():
        return [step.state for step in line_of(candidacy.candidate, candidacy, None)]


@pytest.mark.parametrize(
    ("stage", "done"),
    [
        (Stage.REGISTERED, 2),
        (Stage.INVITED, 2),
        (Stage.ATTENDED, 3),
        (Stage.INTERESTED, 4),
        (Stage.SHORTLISTED, 4),
        (Stage.CHOSEN, 6),
        (Stage.NOT_THIS_TIME, 6),
    ],
)
def test_what_is_behind_a_person_is_done_and_one_step_is_now(app, candidacy, stage, done):
    candidacy.stage = stage

    line = states(app, candidacy)

    assert line == (["done"] * done + ["now"] + ["to-come"] * 6)[:6]


def test_without_about_you_that_is_the_next_step(app, candidacy):
    candidacy.candidate.about_done_at = None

    assert states(app, candidacy)[:2] == ["done", "now"]


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_says_what_happens_next(app, candidacy, stage):
    candidacy.stage = stage

    with app.test_request_context():
        step = next_step_of(candidacy.candidate, candidacy, None, serves_on=[], today=TODAY)

    assert step.words


def test_a_promised_day_that_is_over_is_late(app, candidacy):
    candidacy.stage = Stage.SHORTLISTED

    with app.test_request_context():
        soon = next_step_of(candidacy.candidate, candidacy, None, serves_on=[], today=TODAY)
        late = next_step_of(
            candidacy.candidate, candidacy, None, serves_on=[], today=(NOW + timedelta(days=29)).date()
        )

    assert (soon.promise, soon.is_late, late.is_late) == ("8 February 2027", False, True)
