"""Texts that a spreadsheet would run, made harmless so that they can be had back.

A cell that begins with ``= + - @``, a tab or a line end (full-width forms too) is a formula or a command to some
spreadsheets; so is what comes after a separator, to one that splits the line there. An apostrophe before it makes it a
text. One apostrophe is added and one is taken away, so that whatever was written comes back, apostrophes included.
"""

from __future__ import annotations

import re

_RUN = "=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20"
_NUMBER = re.compile(r"-?\d{1,15}(?:[.,]\d{1,9})?", re.ASCII)
_HARMLESS = re.compile(r"[^\W_][^;,|\t\r\n]*")
_SPACE = r"[\s\u200b-\u200f\u2060\ufeff\"]*"
_DANGEROUS = re.compile(rf"(^|[;,|\t\r\n])(?='*{_SPACE}[{_RUN}])")
_NEUTRAL = re.compile(rf"(^|[;,|\t\r\n])'(?='*{_SPACE}[{_RUN}])")


def neutral(text: str) -> str:
    """``text`` as it can stand in a cell without being run; negative numbers stay as they are."""
    # Most texts begin with a letter or digit and have no separator in them: they are told quickly.
    if not text or _HARMLESS.fullmatch(text) or _NUMBER.fullmatch(text):
        return text
    return _DANGEROUS.sub(r"\1'", text)


def restored(text: str) -> str:
    """What :func:`neutral` was given."""
    return _NEUTRAL.sub(r"\1", text) if "'" in text else text
