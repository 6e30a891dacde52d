"""Text of the interface, marked for translation where it is defined and put into a language where it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from coursewright.model.money import Amount

Scalar = str | int | date | Amount | None
"""What a sentence of the interface can name in braces."""


class Term(str):
    """A word of the interface (English) that is put into the reader's language when it is shown."""

    __slots__ = ()


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "mark, do not translate yet"
    """Mark ``text`` for the message catalogs; it is returned as it is."""
    return text


YES, NO, LOUD_NO = N_("yes"), N_("no"), N_("NO")
"""Answers; the loud one stands out among many that are yes."""


@dataclass(frozen=True)
class Sentence:
    """A marked message with the values of its names in braces: put into a language where it is shown."""

    message: str
    values: Mapping[str, Scalar] = field(default_factory=dict)
