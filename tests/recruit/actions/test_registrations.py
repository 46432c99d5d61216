"""What can happen to a registration."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from recruit.actions.refusals import Refused
from recruit.actions.registrations import begin, begin_as_nominee, forget_old_drafts, hand_in
from recruit.extensions import db
from recruit.models.candidates import ContactWay, Draft
from tests.makers import NOW, TODAY, a_call, a_group, a_nomination, a_role, an_organisation


def test_a_draft_nobody_touched_for_sixty_days_goes(app):
    begin(role=None, now=NOW)
    kept = begin(role=None, now=NOW + timedelta(days=1))

    assert forget_old_drafts(now=NOW + timedelta(days=60)) == 1
    assert db.session.scalars(select(Draft)).all() == [kept]


def test_nothing_is_handed_in_without_consent(app):
    draft = begin(role=None, now=NOW)

    with pytest.raises(Refused, match="if we may use your answers"):
        hand_in(draft, agreed=[], signed_in=None, today=TODAY, now=NOW)


def test_a_nominee_who_is_reached_through_somebody_says_how_themselves(programme):
    asked = a_call(a_role(a_group(programme)), an_organisation()).asked[0]
    nomination = a_nomination(asked, email=None, contact_way=ContactWay.THROUGH_SOMEONE)

    draft = begin_as_nominee(nomination, now=NOW)

    assert "contact_way" not in draft.answers
    assert draft.answers["name"]["given"] == {"name": "Grace Mensah"}
