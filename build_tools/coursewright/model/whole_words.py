"""Words and phrases found in running text, where they stand for themselves and not as part of another word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Phrase:
    """A phrase found in a text: in its plain form, and from where to where it stands."""

    plain: str
    start: int
    end: int


class Phrases:
    """Phrases to look for, all at once: small and capital letters are one, and so are blanks of any length.

    A hyphen joins words into another word: «progettazione» is not found in «co-progettazione». Where a phrase begins
    with another, the longer is found.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        """The phrases in any form."""
        forms = sorted({plain_form(phrase) for phrase in phrases} - {""}, key=lambda form: (-len(form), form))
        pattern = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
        # Looked for first: most texts hold none of them, and the pattern is slow.
        self._longest_words = tuple({max(form.split(), key=len) for form in forms})
        self._pattern = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE) if forms else None

    def may_be_in(self, text: str) -> bool:
        """Whether it is worth while to look for them in ``text``."""
        lowered = text.casefold()
        return any(word in lowered for word in self._longest_words)

    def found(self, text: str) -> Iterator[Phrase]:
        """Those that stand in ``text``, in order; none within another."""
        if self._pattern is not None and self.may_be_in(text):
            for match in self._pattern.finditer(text):
                yield Phrase(plain_form(match.group()), match.start(), match.end())


def plain_form(phrase: str) -> str:
    """The phrase in small letters, with one blank between its words."""
    return " ".join(phrase.casefold().split())
