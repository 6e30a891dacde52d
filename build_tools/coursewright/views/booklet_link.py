"""The booklets that a site offers to print."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coursewright.model.curriculum import Curriculum


class BookletName(StrEnum):
    """A booklet by the word that a text asks for it with."""

    EXERCISES = "exercises"
    WORKBOOK = "workbook"


@dataclass(frozen=True)
class BookletLink:
    """Which booklet, and where it is, from the site's home."""

    name: BookletName
    path: str


def booklet_link(curriculum: Curriculum, name: str) -> BookletLink | None:
    """The link to a booklet; None where there is nothing to put in it. KeyError where there is none of that name."""
    if name not in set(BookletName):
        raise KeyError(name)
    booklet = BookletName(name)
    is_there = bool(curriculum.exercises if booklet is BookletName.EXERCISES else curriculum.path)
    return BookletLink(booklet, booklet_path(curriculum, booklet)) if is_there else None


def booklet_path(curriculum: Curriculum, name: BookletName) -> str:
    """The path of a booklet in the site, with ``/``."""
    return f"booklets/{curriculum.course.id}-{name.value}.pdf"
