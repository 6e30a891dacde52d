"""Lines that were meant to open a block for trainers and do not, in whatever way they miss it.

Such a line would hand the trainers' words to everyone, so it is looked for in the written lines, whatever a parser
makes of them: in code, in HTML, in a list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_WORD, _ROOT = "facilitation", "acilit"
# What Italian and English writers call such a block; compared without spaces, hyphens and capitals.
_MEANT = (
    _WORD,
    *("facilitazione", "facilitatore", "facilitatrice", "facilitatori", "facilitatrici", "facilitator", "facilitators"),
    *("perchifacilita", "perchiconduce", "perchiforma", "noteperchiconduce", "noteperchifacilita", "noteperchiforma"),
    *("formatori", "performatori", "soloformatori", "noteperformatori", "conduzione", "notediconduzione"),
    *("trainer", "trainers", "trainersonly", "fortrainers", "facilitationnote", "facilitationnotes"),
)
# From this likeness on a word of some length is taken for one that was meant.
_LIKE, _LONG = 0.84, 10
# Letters of other scripts that look like those of the word.
_LOOKALIKES = str.maketrans("асеіотпɑӏ", "aceiotnal")
_QUOTES = str.maketrans("´‘’“”＂", '```"""')
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# Quotations and list items stand before what begins in them.
_BEFORE = re.compile(r"[\s>]*(?:(?:[-*+]|\d+[.)])\s+[\s>]*)*")
# What opens blocks, here or in other dialects: colons, fences, braces, ``..``, ``!!!``, ``[!``, tags.
_OPENING = re.compile(
    r"(?::\s*){2,}|[`´']{3,}|\"{3,}|~{2,}|;{2,}|%%|\{%|:?\s*\{|\.\.\s|!{2,}|\[!|#\+begin_|<(?=[a-z][\w-]*[\s/>])"
)
_NAME = re.compile(r"[\W_]*([^\W\d_]+(?:[ _-]+[^\W\d_]+){0,3})")
# As a class of a tag, of a directive or of MyST's attributes.
# Bounded, so that no line takes long to look through.
_CLASS = re.compile(
    r"""(?:class\s{0,9}=\s{0,9}["']?[^"'>]{0,300}|:[\w-]{0,30}class[\w-]{0,30}:.{0,300}|\{[^}]{0,300}\.)\bfacilitation\b"""
)
# In the middle of a line, after what opens a block at its beginning.
_BRACED = re.compile(r"(?::|``)\s{0,9}\{\s{0,9}(?:course:)?facilitation\s{0,9}\}(?!`)")


def facilitation_slips(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The numbers (from 0) of the lines that open, or nearly open, a block for trainers, with what was written.

    Those that do open one are among them: only who has parsed the text knows which do.
    """
    for number, line in enumerate(lines):
        if _is_opening(line):
            yield number, line.strip()[:60]


def _is_opening(line: str) -> bool:
    if line.lstrip(" \t>*+-")[:1].isalpha() and _ROOT not in line.casefold():
        return False  # nearly every line there is: it begins with a word
    folded = _folded(line)
    if _CLASS.search(folded) or _BRACED.search(folded):
        return True
    begun = _BEFORE.match(folded)
    rest = folded[begun.end() :] if begun else folded
    opening = _OPENING.match(rest)
    named = _NAME.match(rest[opening.end() :]) if opening is not None else None
    return named is not None and _is_meant(named[1])


def _folded(line: str) -> str:
    plain = _UNSEEN.sub("", line).translate(_QUOTES)
    return unicodedata.normalize("NFKC", plain).casefold().translate(_LOOKALIKES)


def _is_meant(name: str) -> bool:
    words = re.split("[ _-]+", name)
    return any(_is_like("".join(words[:end])) for end in range(1, len(words) + 1))


def _is_like(word: str) -> bool:
    if word in _MEANT:
        return True
    return len(word) >= _LONG and any(
        SequenceMatcher(None, word, meant).ratio() >= _LIKE for meant in _MEANT if abs(len(meant) - len(word)) <= 3
    )
