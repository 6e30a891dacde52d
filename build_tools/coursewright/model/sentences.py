"""Where sentences end, and what counts as a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
"""A word: letters and digits, parts joined by hyphens; what stands before an apostrophe is a word of its own."""

# Begun only where a run of signs begins: else a long one takes time that grows with the square of its length.
_MARK = re.compile(r"""(?<![.!?…])([.!?…]+)[»”’"')\]]*\s+""")
_BEFORE = re.compile(r"[^\W\d_]+$")
_OPENING = "«“‘\"'(["
# Shortened words that something follows; those that may also end a sentence (ecc.) do so before a capital letter.
_SHORTENED = frozenset(
    [
        *("es", "n", "nn", "nr", "art", "artt", "lett", "p", "pp", "pag", "pagg", "cap", "vol", "voll", "fig", "figg"),
        *("tab", "cfr", "tel", "min", "max", "ca", "lgs", "dpr", "dott", "dottssa", "ssa", "prof", "sig", "sigg"),
        *("avv", "ing", "arch", "geom", "rag", "eg", "vs", "mr", "mrs", "ms", "dr"),
    ]
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of one block, blanks around it left out; one that has no word is none.

    A point ends one unless it follows a shortened word or an initial, or what comes next begins with a small letter;
    so do «…», «!» and «?». Where the block ends, so does its last sentence.
    """
    start = 0
    for mark in _MARK.finditer(text):
        if _ends(text, mark):
            yield from _with_words(text, start, mark.end())
            start = mark.end()
    yield from _with_words(text, start, len(text))


def _ends(text: str, mark: re.Match[str]) -> bool:
    following = text[mark.end() :].lstrip(_OPENING)[:1]
    if following.islower():
        return False
    if mark[1] != ".":
        return True
    before = _BEFORE.search(text, max(mark.start() - 20, 0), mark.start())
    if before is None:
        return True
    word = before.group()
    return word.lower() not in _SHORTENED and not (len(word) == 1 and word.isupper())


def _with_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = WORD.search(text, start, end)
    if first is not None:
        while text[start].isspace():
            start += 1
        while text[end - 1].isspace():
            end -= 1
        yield start, end
