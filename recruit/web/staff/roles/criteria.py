"""The things a role asks for, as rows of a table in a form."""

from dataclasses import dataclass

from flask_babel import gettext as _
from wtforms import Field
from wtforms.utils import unset_value
from wtforms.validators import ValidationError

from recruit.actions.roles import AskedFor
from recruit.models.roles import Facet
from recruit.reference import taxonomies

BLANK_ROWS = 3
MOST = 10


@dataclass(frozen=True)
class Row:
    """One row as it was typed."""

    tag: str = ""
    weight: str = ""
    is_essential: bool = False


class CriteriaField(Field):
    """Rows of a tag, a weight and a tick; a row without a weight asks for nothing."""

    rows = ()

    def process(self, formdata, data=unset_value, extra_filters=None):
        self.process_errors = []
        self.data = list(self.default or []) if data is unset_value else data
        self.rows = [_row_of(criterion) for criterion in self.data]
        if formdata is not None and f"{self.name}-tag" in formdata:
            essential = set(formdata.getlist(f"{self.name}-essential"))
            typed = zip(
                formdata.getlist(f"{self.name}-tag"), formdata.getlist(f"{self.name}-weight"), strict=False
            )
            self.rows = [
                Row(tag, weight.strip(), str(number) in essential)
                for number, (tag, weight) in enumerate(typed)
                if tag
            ]

    def pre_validate(self, form):
        asked_for = [row for row in self.rows if row.weight not in {"", "0"}]
        if len({row.tag for row in asked_for}) < len(asked_for):
            raise ValidationError(_("Ask for each thing once"))
        self.data = [_asked_for(row) for row in asked_for]

    @property
    def blanks(self):
        return [Row()] * BLANK_ROWS


def tag_groups():
    """Every tag that can be asked for, by what it is."""
    return [
        (
            facet,
            [
                (taxonomies.tag_id(facet, code), taxonomies.label(facet, code))
                for code in taxonomies.codes(facet)
            ],
        )
        for facet in taxonomies.FACETS
    ]


def _row_of(criterion):
    return Row(
        taxonomies.tag_id(criterion.facet, criterion.code), f"{criterion.weight:g}", criterion.is_essential
    )


def _asked_for(row):
    facet, code = taxonomies.facet_and_code(row.tag)
    if not taxonomies.has(facet, code):
        raise ValidationError(_("Choose each thing from the list"))
    try:
        weight = float(row.weight)
    except ValueError:
        raise ValidationError(
            _("Enter how much each thing counts, as a number up to %(most)s", most=MOST)
        ) from None
    if not 0 < weight <= MOST:
        raise ValidationError(_("Enter how much each thing counts, as a number up to %(most)s", most=MOST))
    return AskedFor(Facet(facet), code, weight, row.is_essential)
