"""Who a person is: an e-mail address and a name, however they were typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Self

_APOSTROPHES = dict.fromkeys(
    map(ord, "`\u00b4\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2032\ua78c\uff07"), "'"
)
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
_KINDS = _APOSTROPHES | _HYPHENS
# Letters whose accent is a stroke or a missing dot: no table of Unicode takes them apart.
_STROKED = str.maketrans("øłđħŧı", "oldhti")
# Signs that no one sees, such as the spaces of no width that are copied along, and marks that stand above a letter.
_UNSEEN = ("Mn", "Me", "Cf", "Cc", "Zs", "Zl", "Zp")
_ASCII_SIGNS = {code: None for code in range(128) if not chr(code).isalnum()}
_BETWEEN_WORDS = re.compile(r"[\s\-\u00ad\u200b]+")
# Of so many letters one may be wrong, and never more than two: "Ada" and "Ida" are two people.
_LETTERS_A_SLIP = 4
_MOST_SLIPS = 2
# No name is longer, and comparing takes the square of it.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Person:
    """A person: two are one where e-mail and name are the same when spaces, capitals and accents are put aside.

    The kind of an apostrophe or a hyphen makes no difference in an address; of a name only letters and digits count, so
    that `Nicolo'` is `Nicolò`. Made by :meth:`of`; either part may be empty where nothing was said.
    """

    email: str
    name: str

    @classmethod
    def of(cls, email: str, name: str) -> Self:
        """The person whose e-mail and name were typed so."""
        return cls(_bare(email), _letters(name))


def name_words(name: str) -> frozenset[str]:
    """The words of a name, in no order, each as :class:`Person` compares it."""
    words = map(_letters, _BETWEEN_WORDS.split(name.translate(_HYPHENS)))
    return frozenset(word for word in words if word)


def _letters(text: str) -> str:
    if text.isascii():
        return text.casefold().translate(_ASCII_SIGNS)
    return "".join(sign for sign in _bare(text) if sign.isalnum())


def _bare(text: str) -> str:
    """The text without spaces, capitals, accents and signs unseen; of apostrophes and hyphens one kind is left."""
    if text.isascii():
        return "".join(text.casefold().translate(_KINDS).split())
    # Some signs that look alike are one only after capitals are gone, and the other way round.
    small = unicodedata.normalize("NFKD", text.translate(_KINDS)).casefold().translate(_STROKED)
    seen = (sign for sign in unicodedata.normalize("NFKD", small) if unicodedata.category(sign) not in _UNSEEN)
    return "".join(seen).translate(_KINDS)


def may_be_one_name(first: str, second: str) -> bool:
    """Whether one name may be the other: mistyped, in another order, or with a word more; a missing name may be any."""
    words, others = name_words(first), name_words(second)
    if words <= others or others <= words:
        return True
    if _digits(words) != _digits(others):
        return False
    one, other = " ".join(sorted(words)), " ".join(sorted(others))
    slips = min(_MOST_SLIPS, max(len(one), len(other)) // _LETTERS_A_SLIP)
    return _is_within(one, other, slips) or _is_within(_plain(first), _plain(second), slips)


def share_a_word(first: str, second: str) -> bool:
    """Whether the names have a word in common, as before and after a marriage; initials are none."""
    words, others = name_words(first), name_words(second)
    return _digits(words) == _digits(others) and any(len(word) > 1 for word in words & others)


def _plain(name: str) -> str:
    return " ".join("".join(name_words(word)) for word in name.split())


def _digits(words: frozenset[str]) -> list[str]:
    """Names that are told apart by a number only, such as "Classe 1" and "Classe 2", are two."""
    return sorted(sign for word in words for sign in word if sign.isdigit())


def _is_within(first: str, second: str, slips: int) -> bool:
    """Whether so many letters left out, put in, changed or exchanged with the next one make one of the other."""
    if abs(len(first) - len(second)) > slips or len(first) > _LONGEST:
        return False
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, start=1):
        before, last, row = row, before, [i]
        for j, other in enumerate(second, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > slips + 1:
            return False
    return row[-1] <= slips
