"""Texts that people type as they please, in the form in which they are compared."""

from __future__ import annotations

import unicodedata


def compared(text: str) -> str:
    """The form in which organisations and categories are compared: capitals and spaces make no difference."""
    return " ".join(composed(text).casefold().split())


def composed(text: str) -> str:
    """The text with one sign for a letter and its accent, which some systems write as two."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
