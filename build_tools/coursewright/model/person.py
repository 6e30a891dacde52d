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
