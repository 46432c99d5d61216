"""What we write about money we paid back."""

from datetime import datetime
from decimal import Decimal

from flask_babel import format_currency
from flask_babel import gettext as _

from recruit.messages.tray import put
from recruit.models.costs import Expense
from recruit.models.messages import Message
from recruit.models.programmes import Programme


def expense_paid(expense: Expense, programme: Programme, *, now: datetime) -> Message:
    """When and how much; what it was for stays on their page."""
    return put(
        "expense_paid",
        expense.candidate,
        subject=_("We paid you back"),
        programme_id=programme.id,
        now=now,
        expense=expense,
        amount=format_currency(Decimal(expense.pence) / 100, "GBP"),
        programme=programme,
    )
