"""How a gap reads to an organisation."""

import pytest

from recruit.models.organisations import OrganisationKind
from recruit.queries.gaps import Gap
from recruit.web.nominate.lacking import Lack, lacks_in_words

CHARITY = OrganisationKind.CHARITY


@pytest.mark.parametrize(
    ("gap", "lack"),
    [
        (Gap("area", "harrow"), Lack("People from Harrow", "fewer than we need")),
        (Gap("service", "dementia"), Lack("Dementia", "people who know this from their own life")),
        (Gap("reach", "carers"), Lack("Carers' groups", "people who are active there")),
        (
            Gap("experience", "new"),
            Lack("People who are new to this", "they need no experience of groups like ours"),
        ),
        (
            Gap("experience", "experienced"),
            Lack("People who have done this before", "to sit beside someone new"),
        ),
        (
            Gap("skills", "digital_data", seat_of="Informatics"),
            Lack("Technology and data", "for the empty seat on Informatics"),
        ),
        (Gap("route", "charity"), Lack("People named by groups like yours", "fewer than we need")),
    ],
)
def test_a_gap_is_one_family_in_words_without_a_figure(app, gap, lack):
    with app.test_request_context():
        assert lacks_in_words([gap], CHARITY) == [lack]


def test_nobody_is_asked_for_what_another_kind_of_organisation_brings(app):
    with app.test_request_context():
        assert lacks_in_words([Gap("route", "gp_practice_ppg")], CHARITY) == []
