"""A statement as a tagged PDF (PDF/UA-1), for the applicant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from coursewright.documents.tagged_pdf import tagged_pdf


@dataclass(frozen=True)
class AmountRow:
    """A row of the amounts: what it is, why, and how much, in words."""

    label: str
    amount: str
    why: str = ""
    strong: bool = False


@dataclass(frozen=True)
class StatementPage:
    """All the words of the page, in its language.

    ``facts`` are names with values, ``instalments`` rows of three, ``payers`` lines below them.
    """

    language: str
    title: str
    subtitle: str
    author: str
    organisers: str
    facts: Sequence[tuple[str, str]]
    amounts_title: str
    amounts_header: tuple[str, str]
    amounts: Sequence[AmountRow]
    tax: Sequence[str]
    instalments_title: str
    instalments_header: tuple[str, str, str]
    instalments: Sequence[tuple[str, str, str]]
    payers: Sequence[str]
    notes: Sequence[str]
    footer: str


def statement_pdf(page: StatementPage) -> bytes:
    """The page as PDF; equal pages give equal bytes."""
    return tagged_pdf("statement.typ", asdict(page))
