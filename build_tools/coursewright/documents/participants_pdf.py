"""A calendar for participants as a tagged PDF (PDF/UA-1), with the addresses of online sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from coursewright.documents.tagged_pdf import tagged_pdf


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
