"""Texts in which somebody could be found: e-mail addresses, telephone numbers, Italian tax codes.

Dates, times, years, amounts and ids are none of these, though they are made of the same digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursewright.model.words import N_, Term
from coursewright.model.written import EMAIL_ADDRESS

EMAIL, TELEPHONE, TAX_CODE = Term(EMAIL_ADDRESS), Term(N_("a telephone number")), Term(N_("an Italian tax code"))
"""What a text can seem to hold."""

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
# Surname, name, year, month, day, municipality, control; digits may be replaced by the letters of omocodia.
_DIGIT = "[0-9LMNPQRSTUV]"
_TAX_CODE = re.compile(
    rf"\b(?=\w*\ ?\w*\ ?\w*[0-9])[A-Z]{{3}}\ ?[A-Z]{{3}}\ ?{_DIGIT}{{2}}[ABCDEHLMPRST]{_DIGIT}{{2}}\ ?"
    rf"[A-Z]{_DIGIT}{{3}}[A-Z]\b",
    re.IGNORECASE,
)
_INTERNATIONAL = re.compile(r"(?<![\w+])(?:\+|00(?=39))\(?\d{1,3}\)?(?:[ ./()-]{0,2}\d){6,13}(?!\d)")
_NOT_A_NUMBER_TO_CALL = re.compile(
    r"""
    (?<!\d) \d{4}-\d{2}-\d{2} (?!\d)                                   # 2023-02-18
    | (?<![\d./-]) \d{1,2}([./-])\d{1,2}\1\d{2}(?:\d{2})? (?![./-]?\d)   # 18/02/2023
    | (?<!\d) \d{1,2}\ \d{1,2}\ (?:19|20)\d{2} (?!\d)                  # 18 02 2023
    | (?<!\d) (?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2} (?!\d)
    | (?<!\d) (?:19|20)\d{2}[-/–](?:(?:19|20)\d{2}|\d{2}) (?!\d)         # 2022/2023
    | (?<![\d.:]) (?:[01]?\d|2[0-4])[.:][0-5]\d(?:[.:][0-5]\d)? (?![.:]?\d)  # 09.30, 09:30:00
    | (?<![\d.,]) (?<!\d[ ]) [1-9]\d{0,2}(?:[ .'’]\d{3})+ (?![ .'’]?\d)             # 1.450, 300 000 000
    """,
    re.VERBOSE,
)
_ITALIAN = re.compile(
    r"""
    (?<!\w) (?<!\w[-_/]) (?<!\d[.,])
    (?:
        3[2-9]\d [ ./-]{0,3}
        (?: \d{7} | \d{3}[ .-]\d{4} | \d{4}[ .-]\d{3}
          | \d{3}[ .-]\d{2}[ .-]\d{2} | \d{2}[ .-]\d{2}[ .-]\d{3} )
      | 0[1-9]\d{6,9}
      | 0[1-9]\d{0,2} [ ./-]{1,3} (?: \d{5,8} | (?=(?:\d[ .-]?){5,8}(?!\d)) \d{2,4}(?:[ .-]\d{2,4}){1,3} )
    )
    (?! \w | [./-]\d )
    """,
    re.VERBOSE,
)


def personal_data(text: str) -> Iterator[Term]:
    """What ``text`` seems to hold, in words of the interface, each once."""
    if "@" in text and _EMAIL.search(text):
        yield EMAIL
    if not any(character.isdigit() for character in text):
        return
    if _INTERNATIONAL.search(text) or _ITALIAN.search(_NOT_A_NUMBER_TO_CALL.sub("…", text)):
        yield TELEPHONE
    if _TAX_CODE.search(text):
        yield TAX_CODE
