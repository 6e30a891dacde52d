"""The little LaTeX that bibliographies hold, as plain text."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "c": "\u0327",
    "k": "\u0328",
}
_LETTERS = {
    "aa": "å",
    "AA": "Å",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ss": "ß",
    "i": "ı",
    "j": "ȷ",
}
_ACCENT = re.compile(r"\\(?:([`'^~=.\"])\s*|([uvHckr])(?:\s+|(?=\{)))(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))")
_LETTER = re.compile(rf"\\({'|'.join(sorted(_LETTERS, key=len, reverse=True))})(?![A-Za-z])\s*")
_ESCAPED = re.compile(r"\\([&%$#_])")
_COMMAND = re.compile(r"\\[A-Za-z]+\s*|\\.?")


def plain_text(latex: str) -> str:
    """``latex`` with accents as letters, on one line; commands that mean nothing in plain text are left out."""
    if "\\" in latex:
        latex = _ACCENT.sub(_accented, latex)
        latex = _LETTER.sub(lambda match: _LETTERS[match.group(1)], latex)
        latex = _COMMAND.sub("", _ESCAPED.sub(r"\1", latex))
    dashed = latex.replace("---", "—").replace("--", "–").replace("~", " ")
    return " ".join(dashed.replace("{", "").replace("}", "").split())


def _accented(match: re.Match[str]) -> str:
    accent = _ACCENTS[match.group(1) or match.group(2)]
    return unicodedata.normalize("NFC", (match.group(3) or match.group(4)) + accent)
