"""How what is due is paid: items beside it, stamp duty, the plan's instalments, who pays, the VAT it contains.

Within this file amounts are whole cents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from coursewright.fees.instalments import split
from coursewright.fees.payers import shared, taken_over
from coursewright.fees.rule_set import RuleSet
from coursewright.fees.terms import PLAIN, Basis, Rest
from coursewright.model.fee_rules import EACH, Fees, Item, Payer, PayerKind, Vat
from coursewright.model.money import NO_MONEY, Share, amount_of, cents
from coursewright.model.statement import DueInstalment, ItemLine, PayerLine, PayerShare, VatContained, VatExemption

# Stamp duty on documents without VAT: 2.00 above 77.47 euros (d.P.R. 642/1972, tariff, article 13).
STAMP, STAMP_ABOVE = 200, 7747

Most = tuple[tuple[str, Decimal], ...]
"""Of an earlier holder of a place, how much each item may be at most, by its id; others there were none."""


@dataclass(frozen=True, slots=True)
class Payment:
    """What is due and how: the parts of a statement that depend on the amount and the terms alone."""

    due: Decimal | None
    items: tuple[ItemLine, ...]
    stamp: Decimal
    total: Decimal | None
    plan: str
    payers: tuple[PayerLine, ...]
    instalments: tuple[DueInstalment, ...]
    vat: VatContained | VatExemption | None


NOT_FOR_SALE = Payment(None, (), NO_MONEY, None, "", (), (), None)
"""What is paid where there is no price: refused, withdrawn, too early or too late."""


def payment_of(rules: RuleSet, due: int, basis: Basis = PLAIN, most: Most | None = None) -> Payment:
    """How ``due`` is paid by someone of this basis; an earlier holder of a place has items for ``most`` at most."""
    held, way = rules.terms.held(basis.cell), None if basis.way is None else rules.terms.ways[basis.way]
    items = held.items if most is None else tuple(_as_before(held.items, dict(most)))
    beside = sum(cents(each.amount) for each in items)
    debtors = _debtors(due + beside, held.payers, basis.rest)
    parts = split(due, beside, way.instalments if way is not None else (), rules.cohort, basis.received)
    # Without instalments there is one document for each payer.
    amounts = [amount for _, amount in parts] or [due + beside]
    shares = [list(row) for row in shared(amounts, [each.owes for each in debtors])] if debtors else []
    stamp = _stamped(rules.fees, held.vat, due + beside, shares)
    return Payment(
        due=amount_of(due),
        items=tuple(ItemLine(each.id, each.label, each.amount) for each in items),
        stamp=amount_of(stamp),
        total=amount_of(due + beside + stamp),
        plan=way.id if way is not None else "",
        payers=tuple(_payer_lines(debtors, shares)),
        instalments=tuple(
            DueInstalment(day, amount_of(sum(row)), tuple(_shares(debtors, row)))
            for (day, _), row in zip(parts, shares, strict=False)
        ),
        vat=vat_of(held.vat, due),
    )


def vat_of(vat: Vat | None, due: int) -> VatContained | VatExemption | None:
    """The VAT that what is due contains; None where the file says nothing of tax."""
    if vat is None:
        return None
    if vat.rate is None:
        return VatExemption(vat.exempt or "", vat.reference or "")
    return VatContained(vat.rate, amount_of(Share.of_hundred(vat.rate).contained_in(due)))


def _as_before(items: Iterable[Item], most: Mapping[str, Decimal]) -> Iterator[Item]:
    """The items of someone who had them for so much at most, without those that there were none of."""
    for each in items:
        amount = min(each.amount, most.get(each.id, NO_MONEY))
        if amount:
            yield each.model_copy(update={"amount": amount})


@dataclass(frozen=True, slots=True)
class _Debtor:
    """Somebody who owes a part of the whole; ``kind`` is None where an application names nobody that is known."""

    id: str
    kind: PayerKind | None
    label: str
    owes: int


def _debtors(whole: int, payers: Sequence[Payer], rest: Rest) -> list[_Debtor]:
    """All who owe something: the payers of the file in order, then whose the rest is."""
    *taken, left = taken_over(whole, payers)
    kind = None if rest is Rest.UNKNOWN else PayerKind(rest.value)
    # Who pays a part pays what is left to such, too: there is one person and one organisation.
    same = next((each for each in payers if each.kind is kind), None)
    found = [
        _Debtor(each.id, each.kind, each.label, owes + (left if each is same else 0))
        for each, owes in zip(payers, taken, strict=True)
    ]
    if same is None:
        found.append(_Debtor(rest.value, kind, "", left))
    return [each for each in found if each.owes]


def _stamped(fees: Fees, vat: Vat | None, whole: int, shares: Sequence[list[int]]) -> int:
    """Add stamp duty to the documents that carry it; all of it. Only an exemption from VAT asks for it."""
    if not fees.stamp or vat is None or vat.exempt is None or whole <= STAMP_ABOVE:
        return 0
    if fees.stamp == EACH:
        where = [(row, place) for row in shares for place, part in enumerate(row) if part > STAMP_ABOVE]
    else:
        # The first document: where several pay, that of whom the rest is left to.
        first = shares[0]
        where = [(first, max(place for place, part in enumerate(first) if part))]
    for row, place in where:
        row[place] += STAMP
    return STAMP * len(where)


def _payer_lines(debtors: Sequence[_Debtor], shares: Sequence[Sequence[int]]) -> Iterator[PayerLine]:
    for each, parts in zip(debtors, zip(*shares, strict=True), strict=True):
        if each.kind is not None:
            yield PayerLine(each.id, each.kind, each.label, amount_of(sum(parts)))


def _shares(debtors: Sequence[_Debtor], row: Sequence[int]) -> Iterator[PayerShare]:
    """Who pays an instalment, where it is not one alone who pays all."""
    if len(debtors) > 1:
        yield from (PayerShare(each.id, amount_of(part)) for each, part in zip(debtors, row, strict=True) if part)
