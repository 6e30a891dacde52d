"""The columns of a settlement that say how it is paid, as far as a cohort's file has such things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coursewright.documents.sheet import Heading, Kind
from coursewright.locale import Wording
from coursewright.model.fee_rules import EACH, Fees, PayerKind
from coursewright.model.result_column import ResultColumn
from coursewright.model.statement import SettledStatement, Settlement
from coursewright.model.table import Cell

# Who pays without a name in the file.
_NAMELESS = {
    PayerKind.PERSON.value: ResultColumn.PERSON_PAYS,
    PayerKind.ORGANISATION.value: ResultColumn.ORGANISATION_PAYS,
}


@dataclass(frozen=True)
class PaymentColumns:
    """What there is to say: ids of items and payers in their order, and whether there is a choice, a total and more."""

    items: Sequence[str]
    payers: Sequence[str]
    plans: bool
    total: bool
    due_back: bool

    def headings(self, words: Wording) -> Iterator[Heading]:
        """The columns' headings."""
        name = words.text
        for item in self.items:
            yield Heading(name(ResultColumn.ITEM, item=item), Kind.MONEY, 14)
        if self.total:
            yield Heading(name(ResultColumn.TOTAL), Kind.MONEY, 12)
        if self.plans:
            yield Heading(name(ResultColumn.PLAN), width=14)
        for payer in self.payers:
            yield Heading(self.paid_by(payer, words), Kind.MONEY, 14)
        if self.due_back:
            yield Heading(name(ResultColumn.BACK), Kind.MONEY, 12)
            yield Heading(name(ResultColumn.BACK_REASON), width=44)

    def paid_by(self, payer: str, words: Wording) -> str:
        """What is said of the sum that somebody pays."""
        column = _NAMELESS.get(payer)
        return words.text(ResultColumn.PAYER, payer=payer) if column is None else words.text(column)

    def cells(self, statement: SettledStatement, words: Wording) -> Iterator[Cell]:
        """The cells of one statement."""
        items = {each.item: each.amount for each in statement.items}
        yield from (items.get(item) for item in self.items)
        if self.total:
            yield statement.total
        if self.plans:
            yield statement.plan
        payers = {each.payer: each.amount for each in statement.payers}
        yield from (payers.get(payer) for payer in self.payers)
        if self.due_back:
            back = statement.due_back
            yield None if back is None else back.amount
            yield "" if back is None else words.reason(back.reason)


def payment_columns(fees: Fees, settlement: Settlement) -> PaymentColumns:
    """What a settlement by these fees has to say; nothing beside what it always said where the file is plain."""
    paying = settlement.totals.payments.payers
    named = [each.id for each in fees.payers]
    others = [payer for payer in paying if payer not in named]
    return PaymentColumns(
        items=[each.id for each in fees.items],
        payers=[*named, *others] if named or any(payer != PayerKind.PERSON for payer in others) else [],
        plans=bool(fees.plans),
        total=bool(fees.items or fees.payers or fees.stamp == EACH),
        due_back=fees.withdrawal is not None,
    )
