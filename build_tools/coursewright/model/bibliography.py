"""The works that the course draws on, as the bibliography gives them."""

from __future__ import annotations

from dataclasses import dataclass, field

from coursewright.model.place import Place
from coursewright.model.words import N_

SOURCE = N_("Source:")
"""What a page writes before the work that something comes from."""


@dataclass(frozen=True)
class Work:
    """One entry of ``curriculum/references.bib``: only what a source gives of it; ``texts`` are all its fields."""

    id: str
    authors: tuple[str, ...]
    title: str
    year: str
    place: Place
    texts: tuple[str, ...] = field(default=(), repr=False, compare=False)

    @property
    def citation(self) -> str:
        """How the work is named in a sentence: authors and year, else the title."""
        names = (
            self.authors[0]
            if len(self.authors) == 1
            else ", ".join(self.authors[:-1]) + " e " + self.authors[-1]
            if self.authors
            else ""
        )
        if len(self.authors) > 3:
            names = f"{self.authors[0]} et al."
        return " ".join(part for part in (names or self.title, self.year) if part)
