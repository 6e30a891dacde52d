"""Marks that a text is still to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursewright.checks.texts import prose_entries
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry_texts import written_texts
from coursewright.model.finding import Code, Finding
from coursewright.model.place import Place

# Ordinary words in running prose: marks of a gap where they fill brackets or stand in capitals, and some of
# them where they are all that is written.
_TO_DO = ("da completare", "da scrivere", "da fare", "to be completed", "to be written", "to do")
_WHOLE = re.compile(r"\W*(da completare|da scrivere|to be completed|to be written)\W*", re.IGNORECASE)
_WORDS = "|".join(words.replace(" ", r"\s") for words in _TO_DO)
_CAPITALS = "|".join(words.upper().replace(" ", r"\s") for words in _TO_DO)
_MARK = re.compile(
    rf"""
    \b(?: TODO | FIXME | X{{3,}} | TBD )\b
    | \b(?i: lorem\s+ipsum )\b
    | (?i: \[(?:{_WORDS})[.…\s]*\] | \((?:{_WORDS})[.…\s]*\) )
    | (?<![A-ZÀ-Ý’'][ ]) \b(?:{_CAPITALS})\b (?![ ][A-ZÀ-Ý])
    """,
    re.VERBOSE,
)
# Looked for first, since the patterns are slow and most texts hold none of these.
_IN_CAPITALS = ("TODO", "FIXME", "XXX", "TBD", *(words.upper() for words in _TO_DO))
_LONGEST_WHOLE = 40


def check_placeholders(curriculum: Curriculum) -> Iterator[Finding]:
    """placeholder-text, in Markdown texts and in every text of the data files."""
    for entry in prose_entries(curriculum):
        for passage in entry.prose.paragraphs:
            for mark in placeholders(passage.text):
                place = Place(entry.origin.path, passage.line, passage.column)
                yield Finding(Code.PLACEHOLDER_TEXT, place, {"found": mark})
    for file in curriculum.files():
        for way, text in written_texts(file):
            for mark in placeholders(text):
                yield Finding(Code.PLACEHOLDER_TEXT, file.place(*way), {"found": mark})


def placeholders(text: str) -> tuple[str, ...]:
    """The marks in ``text``, as written, each once."""
    whole = _WHOLE.fullmatch(text) if len(text) <= _LONGEST_WHOLE else None
    if whole is not None:
        return (whole.group(1),)
    return tuple(dict.fromkeys(mark.group() for mark in _MARK.finditer(text))) if _may_hold(text) else ()


def _may_hold(text: str) -> bool:
    if any(words in text for words in _IN_CAPITALS):
        return True
    lowered = text.lower()
    return "lorem" in lowered or any(
        bracket + words in lowered for words in _TO_DO for bracket in "[(" if bracket in text
    )
