"""Sums of what very many people pay: in all, by item, by payer, by the day it is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from coursewright.model.money import amount_of, cents
from coursewright.model.statement import DueInstalment, ItemLine, PayerLine, PaymentSums, Statement

_Key = TypeVar("_Key")
_Parts = tuple[ItemLine, ...] | tuple[PayerLine, ...] | tuple[DueInstalment, ...]


class Payments:
    """Statements are added one after the other. Very many share their parts, which are summed up once, at the end."""

    def __init__(self) -> None:
        # As long as the parts are kept no others have their id.
        self._parts: dict[int, _Parts] = {}
        self._times: dict[int, int] = {}

    def add(self, statement: Statement) -> None:
        """Count what a statement with a price says."""
        times = self._times
        for parts in (statement.items, statement.payers, statement.instalments):
            if parts:
                key = id(parts)
                if key in times:
                    times[key] += 1
                else:
                    self._parts[key], times[key] = parts, 1

    def sums(self, beside: int) -> PaymentSums:
        """All that was added; days in their order, the others in that of the statements.

        ``beside`` are the cents of what is due and of stamp duty, which are in the total with the items.
        """
        items, payers, instalments = Counter[str](), Counter[str](), Counter[date]()
        for key, parts in self._parts.items():
            for part in parts:
                amount = cents(part.amount) * self._times[key]
                match part:
                    case ItemLine():
                        items[part.item] += amount
                    case PayerLine():
                        payers[part.payer] += amount
                    case DueInstalment():
                        instalments[part.due_on] += amount
        return PaymentSums(
            total=amount_of(beside + items.total()),
            items=_amounts(items),
            payers=_amounts(payers),
            instalments=_amounts({day: instalments[day] for day in sorted(instalments)}),
        )


def _amounts(whole_cents: Mapping[_Key, int]) -> dict[_Key, Decimal]:
    return {key: amount_of(amount) for key, amount in whole_cents.items()}
