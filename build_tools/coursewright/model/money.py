"""Money: amounts as whole cents, and shares of them, each rounded once, half up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

# A percentage has at most six decimals: as a whole number of millionths of a per cent it is exact.
_PER_CENT = 10**6
_WHOLE = 100 * _PER_CENT

NO_MONEY = Decimal("0.00")
"""Nothing to pay, as an amount with two decimals."""


def cents(amount: Decimal) -> int:
    """An amount of two decimals as whole cents."""
    return int(amount * 100)


def amount_of(whole_cents: int) -> Decimal:
    """Whole cents as an amount with two decimals."""
    return Decimal(whole_cents).scaleb(-2)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in its currency, as sentences name it."""

    value: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Share:
    """So much per cent of an amount, exactly."""

    _millionths: int = 0

    @classmethod
    def of_hundred(cls, percentage: Decimal) -> Share:
        """The share that a percentage of at most six decimals gives."""
        return cls(int(percentage * _PER_CENT))

    def __add__(self, other: Share) -> Share:
        return Share(self._millionths + other._millionths)

    def of(self, whole_cents: int) -> int:
        """How many cents it is of so many."""
        return _rounded(whole_cents * self._millionths, _WHOLE)

    def contained_in(self, whole_cents: int) -> int:
        """How many cents of an amount are it, where it was added to what is left: as VAT is in a price."""
        return _rounded(whole_cents * self._millionths, _WHOLE + self._millionths)


def percentage_text(percentage: Decimal) -> str:
    """A percentage without zeros that say nothing: of what is equal always the same text."""
    return f"{percentage.normalize():f}"


def _rounded(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)
