"""Amounts by currency: exact sums, never across currencies."""

from __future__ import annotations

from decimal import Decimal

import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.rules import Question
from data.overview.lanes import SHOWN_SUPPORT
from data.support.shapes import Money

_SUPPORT = schema.support.c
_UNITS = 10_000
"""Amounts are recorded to a ten-thousandth."""


def read_money(question: Question) -> tuple[Money, ...]:
    """Add up the selected support that was not declined, by currency and status.

    Whole numbers are added, as one of the databases keeps fractions as binary ones.
    """
    units = sa.cast(sa.func.round(_SUPPORT.amount * sa.literal_column(str(_UNITS))), sa.BigInteger)
    currency = sa.case((_SUPPORT.amount.is_not(None), _SUPPORT.currency)).label("currency")
    query = pick.selected(
        pick.SUPPORT,
        question.filters,
        currency,
        _SUPPORT.status,
        sa.func.count(),
        sa.func.coalesce(sa.func.sum(units // _UNITS), 0),
        sa.func.coalesce(sa.func.sum(units % _UNITS), 0),
        statuses=SHOWN_SUPPORT,
    )
    found = question.connection.execute(query.group_by(currency, _SUPPORT.status))
    sums = (
        Money(code, status, records, Decimal(int(whole)) + Decimal(int(rest)) / _UNITS)
        for code, status, records, whole, rest in found
    )
    return tuple(sorted(sums, key=_order))


def _order(item: Money) -> tuple[bool, str, int]:
    """Currencies by their code, what has no amount last; from request to delivery."""
    return item.currency is None, item.currency or "", SHOWN_SUPPORT.index(item.status)
