"""Statements and settlements: what is due and everything that led to it. Amounts are Decimals with two decimals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from coursewright.model.fee_rules import ApplicationStatus, PayerKind
from coursewright.model.money import Amount, percentage_text
from coursewright.model.reason import TO_ASK, Reason, ReasonCode
from coursewright.model.words import N_, Scalar, Sentence, Term

RULES = N_("Rules: {hash}")
"""What names the rules that something was computed by."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one rule does: ``amount`` is negative for a reduction, ``0.00`` where the rule does not apply."""

    rule: str
    label: str
    amount: Decimal
    reason: Reason


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A fixed amount beside what is due, which no reduction touches."""

    item: str
    label: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class PayerLine:
    """What somebody pays of the total, stamp duty on own documents included.

    ``label`` is empty for the applicant or the organisation to whom the rest is left.
    """

    payer: str
    kind: PayerKind
    label: str
    amount: Decimal

    @property
    def called(self) -> str:
        """What people call it: the file's own word, or a word of the interface."""
        return self.label or Term(PAYER_WORDS[self.kind])


PAYER_WORDS = {
    PayerKind.PERSON: N_("the applicant"),
    PayerKind.ORGANISATION: N_("the organisation"),
    PayerKind.FUND: N_("the fund"),
}
"""Who pays, where a file has no name for it."""


@dataclass(frozen=True, slots=True)
class PayerShare:
    """What somebody pays of one instalment."""

    payer: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class DueInstalment:
    """A part of the total and its day: items and stamp duty are in the first, or each has the duty of its documents.

    ``payers`` say who pays it where there are several.
    """

    due_on: date
    amount: Decimal
    payers: tuple[PayerShare, ...] = ()


@dataclass(frozen=True, slots=True)
class VatContained:
    """The VAT that is in what is due: its rate in per cent and its amount."""

    rate: Decimal
    contained: Decimal

    def sentence(self, currency: str) -> Sentence:
        """What is said of it."""
        values: dict[str, Scalar] = {
            "rate": percentage_text(self.rate),
            "amount": Amount(self.contained, currency),
        }
        return Sentence(N_("VAT at {rate}% contained: {amount}."), values)


@dataclass(frozen=True, slots=True)
class VatExemption:
    """That there is no VAT in what is due: why, and the article of the law."""

    exempt: str
    reference: str

    def sentence(self, currency: str = "") -> Sentence:  # noqa: ARG002 - as for VAT that is contained
        """What is said of it, whatever the currency."""
        values = {"why": self.exempt, "reference": self.reference}
        return Sentence(N_("Exempt from VAT: {why} ({reference})."), values)


@dataclass(frozen=True, slots=True)
class DueBack:
    """What is due back to someone who withdrew, at most what was paid; both None where the day is not written."""

    day: date | None
    amount: Decimal | None
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The price for one applicant: ``price`` plus the lines' amounts is ``due``; None where nothing can be due.

    ``total`` is ``due`` with the items and stamp duty: instalments add up to it where there are any, and payers do.
    ``plan`` is the id of the payment plan, empty where there is one alone, or none of the name that was given.
    ``received`` is in the cohort's zone, None where it cannot be read.
    """

    application: str
    cohort: str
    received: datetime | None
    status: ApplicationStatus
    currency: str
    price: Decimal
    lines: tuple[Line, ...]
    due: Decimal | None
    items: tuple[ItemLine, ...]
    stamp: Decimal
    total: Decimal | None
    plan: str
    payers: tuple[PayerLine, ...]
    instalments: tuple[DueInstalment, ...]
    rules_hash: str
    reason: Reason
    vat: VatContained | VatExemption | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledStatement(Statement):
    """The statement of one row of a settlement; ``email`` and ``name`` are as the row has them.

    ``column`` is the header at fault where there is one. ``due_back`` is told of a row that was withdrawn, where the
    file says what is due back.
    """

    row: int
    column: str
    email: str
    name: str
    notes: tuple[Reason, ...]
    due_back: DueBack | None = None


@dataclass(frozen=True, slots=True)
class Rung:
    """One competitor's place in the ranking for a rule; ``draw`` is the SHA-256 where the rule draws."""

    rank: int
    row: int
    application: str
    score: Decimal | None
    received: datetime
    draw: str
    won: bool


@dataclass(frozen=True, slots=True)
class Ladder:
    """Who competed for a limited rule, best first; ``places`` is None where it has no limit."""

    rule: str
    label: str
    places: int | None
    rungs: tuple[Rung, ...]


@dataclass(frozen=True, slots=True)
class Sums:
    """What those with a place pay together."""

    price: Decimal
    reductions: Decimal
    due: Decimal
    stamp: Decimal


@dataclass(frozen=True, slots=True)
class PaymentSums:
    """Sums of what is paid by those with a place: in all, of each item and payer by its id, by the day it is due."""

    total: Decimal
    items: dict[str, Decimal]
    payers: dict[str, Decimal]
    instalments: dict[date, Decimal]


@dataclass(frozen=True, slots=True)
class Totals:
    """How many statements there are of each status, and the sums over those with a place."""

    statuses: dict[ApplicationStatus, int]
    sums: Sums
    payments: PaymentSums


@dataclass(frozen=True, slots=True)
class Settlement:
    """The outcome of all applications of a cohort: a statement for each row, in the order of the rows.

    ``warnings`` say what an earlier settlement and this one do not agree on, ``minimum`` whether there are enough
    people to start, where the file says how many are needed.
    """

    cohort: str
    statements: tuple[SettledStatement, ...]
    ladders: tuple[Ladder, ...]
    totals: Totals
    warnings: tuple[Reason, ...] = ()
    minimum: Reason | None = None

    @property
    def undecided(self) -> tuple[tuple[SettledStatement, Reason], ...]:
        """The words that nearly are those of rules, each with its statement: the office has to say what they mean."""
        return tuple((each, note) for each in self.statements for note in each.notes if note.code is ReasonCode.NEARLY)

    @property
    def to_ask(self) -> tuple[SettledStatement, ...]:
        """The statements that leave something to ask before they are sent."""
        return tuple(each for each in self.statements if any(note.code in TO_ASK for note in each.notes))
