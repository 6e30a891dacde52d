"""A register of attendance as a tagged PDF (PDF/UA-1): a sheet for each session, to sign by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from coursewright.documents.tagged_pdf import tagged_pdf


@dataclass(frozen=True)
class AttendanceSheet:
    """The sheet of a session: its number, what it is about, ``facts`` as names with values, who leads it."""

    title: str
    subject: str
    facts: Sequence[tuple[str, str]]
    trainers: Sequence[str]


@dataclass(frozen=True)
class AttendanceRegister:
    """All the words of a register, in its language; each sheet has ``lines`` to sign, below ``header``.

    ``empty`` is what the register says without a sheet.
    """

    language: str
    title: str
    subtitle: str
    author: str
    header: tuple[str, str, str, str]
    lines: int
    signatures: str
    empty: str
    sheets: Sequence[AttendanceSheet]


def attendance_pdf(register: AttendanceRegister) -> bytes:
    """The register as PDF; equal registers give equal bytes."""
    return tagged_pdf("attendance.typ", asdict(register))
