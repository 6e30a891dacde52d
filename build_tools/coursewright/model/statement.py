"""Statements and settlements: what is due and everything that led to it. Amounts are Decimals with two decimals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from coursewright.model.column import WITHDRAWN
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.money import Amount, percentage_text
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.words import N_, Scalar, Sentence

STATUS_WORDS = {
    ApplicationStatus.OPEN: N_("open"),
    ApplicationStatus.CLOSED: N_("closed"),
    ApplicationStatus.NOT_OPEN: N_("not open yet"),
    ApplicationStatus.ACCEPTED: N_("accepted"),
    ApplicationStatus.SCHOLARSHIP: N_("scholarship"),
    ApplicationStatus.WAITING: N_("waiting list"),
    ApplicationStatus.WITHDRAWN: WITHDRAWN.label,
    ApplicationStatus.REFUSED: N_("refused"),
}
"""What becomes of an application, in words of the interface."""
RULES = N_("Rules: {hash}")
"""What names the rules that something was computed by."""


class ResultColumn(StrEnum):
    """A column of results; the value is its name in English, which the catalogs put into other languages."""

    ROW = N_("Row")
    STATUS = N_("Outcome")
    DUE = N_("Amount due")
    PRICE = N_("Full price")
    REDUCTION = N_("Reduction {rule}")
    STAMP = N_("Stamp duty")
    INSTALMENT = N_("Instalment {number}")
    INSTALMENT_DAY = N_("Instalment {number} by")
    REASON = N_("Why this outcome")
    REASONS = N_("Why this amount")
    NOTES = N_("To be checked")


@dataclass(frozen=True, slots=True)
class Line:
    """What one rule does: ``amount`` is negative for a reduction, ``0.00`` where the rule does not apply."""

    rule: str
    label: str
    amount: Decimal
    reason: Reason


@dataclass(frozen=True, slots=True)
class DueInstalment:
    """A part of what is due, stamp duty included in the first, and its day."""

    due_on: date
    amount: Decimal


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The price for one applicant: ``price`` plus the lines' amounts is ``due``; None where nothing can be due.

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
    stamp: Decimal
    instalments: tuple[DueInstalment, ...]
    rules_hash: str
    reason: Reason
    vat: VatContained | VatExemption | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledStatement(Statement):
    """The statement of one row of a settlement; ``email`` and ``name`` are as the row has them.

    ``column`` is the header at fault where there is one.
    """

    row: int
    column: str
    email: str
    name: str
    notes: tuple[Reason, ...]


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
class Totals:
    """How many statements there are of each status, and the sums over those with a place."""

    statuses: dict[ApplicationStatus, int]
    sums: Sums


@dataclass(frozen=True, slots=True)
class Settlement:
    """The outcome of all applications of a cohort: a statement for each row, in the order of the rows.

    ``warnings`` say what an earlier settlement and this one do not agree on.
    """

    cohort: str
    statements: tuple[SettledStatement, ...]
    ladders: tuple[Ladder, ...]
    totals: Totals
    warnings: tuple[Reason, ...] = ()

    @property
    def undecided(self) -> tuple[tuple[SettledStatement, Reason], ...]:
        """The words that nearly are those of rules, each with its statement: the office has to say what they mean."""
        return tuple((each, note) for each in self.statements for note in each.notes if note.code is ReasonCode.NEARLY)
