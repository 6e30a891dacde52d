"""Who pays what: the whole shared among payers, and each instalment among those who still owe. Amounts are cents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from coursewright.model.fee_rules import Payer
from coursewright.model.money import Share, cents


def taken_over(whole: int, payers: Sequence[Payer]) -> tuple[int, ...]:
    """What each of the payers takes of the whole, in order, and at the end what nobody takes.

    The first k shares are together as much of the whole as the shares so far, rounded half up; nobody takes more than
    what is left.
    """
    share, of_shares, left, taken = Share(), 0, whole, []
    for payer in payers:
        if payer.share is not None:
            share += Share.of_hundred(payer.share)
            wanted, of_shares = share.of(whole) - of_shares, share.of(whole)
        else:
            assert payer.amount is not None
            wanted = cents(payer.amount)
        taken.append(min(left, wanted))
        left -= taken[-1]
    return (*taken, left)


def shared(instalments: Sequence[int], owed: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """For each instalment what each payer pays of it: together the instalment, and over all of them what each owes.

    An instalment is shared as what is still owed is, the first p together rounded half up. So a part is less than a
    cent from its exact value, and never more than what is owed.
    """
    rest = list(owed)
    for instalment in instalments:
        whole = sum(rest)
        sums = [0, *(_rounded(instalment * so_far, whole) for so_far in accumulate(rest))]
        parts = tuple(last - first for first, last in pairwise(sums))
        rest = [each - part for each, part in zip(rest, parts, strict=True)]
        yield parts


def _rounded(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)
