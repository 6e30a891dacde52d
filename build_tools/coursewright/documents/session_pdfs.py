"""Sessions as tagged PDF (PDF/UA-1): a register of attendance to sign by hand, and a calendar for participants.

The calendar for participants has the addresses of online sessions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

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


@dataclass(frozen=True)
class SheetSession:
    """A session: ``facts`` as names with values, and the address to follow, empty where there is none."""

    title: str
    facts: Sequence[tuple[str, str]]
    address_label: str
    address: str = field(default="", repr=False)


@dataclass(frozen=True)
class ParticipantsSheet:
    """All the words of the sheet, in its language; ``warning`` says whom it is for.

    ``empty`` is what it says without a session.
    """

    language: str
    title: str
    subtitle: str
    author: str
    warning: str
    notes: Sequence[str]
    empty: str
    sessions: Sequence[SheetSession]


def participants_pdf(sheet: ParticipantsSheet) -> bytes:
    """The sheet as PDF; equal sheets give equal bytes."""
    return tagged_pdf("participants.typ", asdict(sheet))
