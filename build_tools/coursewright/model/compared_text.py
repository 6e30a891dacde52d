"""Texts that people type as they please, in the form in which they are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

_APOSTROPHES = re.compile("['`\u00b4\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u2032\uff07]")


_NEGATIONS = {"non", "no", "senza", "not", "without", "ex", "nessun", "nessuna"}
# So alike are two words of which one has a letter too many, too few or wrong.
_LIKE = 0.8
# No name of a category is longer, and comparing takes the square of it.
_LONGEST = 200


# Very many rows have the same few.
@lru_cache(maxsize=4096)
def compared(text: str) -> str:
    """The form in which organisations, categories and codes are compared.

    Capitals, spaces, accents and apostrophes make no difference: who types `Societa'` means `Società`.
    """
    bare = _APOSTROPHES.sub("", text)
    if not bare.isascii():
        parts = unicodedata.normalize("NFKD", bare)
        bare = "".join(each for each in parts if not unicodedata.combining(each))
    return " ".join(bare.casefold().split())


def nearly(written: str, known: Iterable[str]) -> str | None:
    """The known text that another may well mean without being it: a plural, a slip of the pen, a remark in brackets.

    None where none is near, or where one of the two says no: who is `non socio` is no `socio`.
    """
    said = _stems(written)
    if not said:
        return None
    near = [each for each in dict.fromkeys(known) if _is_near(said, _stems(each))]
    return max(near, key=lambda each: _likeness(compared(written), compared(each)), default=None)


def _is_near(said: Sequence[str], meant: Sequence[str]) -> bool:
    first, second = set(said), set(meant)
    if not second or first & _NEGATIONS != second & _NEGATIONS:
        return False
    return first <= second or second <= first or _likeness(" ".join(said), " ".join(meant)) >= _LIKE


def _stems(text: str) -> Sequence[str]:
    """The words without the vowels that they end with, which in Italian say how many and of what gender."""
    words = re.findall(r"\w+", compared(text))
    return [word if word in _NEGATIONS or len(word) < 3 else word.rstrip("aeiou") or word for word in words]


def _likeness(first: str, second: str) -> float:
    return SequenceMatcher(None, first[:_LONGEST], second[:_LONGEST], autojunk=False).ratio()


def composed(text: str) -> str:
    """The text with one sign for a letter and its accent, which some systems write as two."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
