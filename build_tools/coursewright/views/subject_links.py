"""Where any entry of the course is shown: a page, and the entry's name on it where it has no link of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coursewright.model.card import BY_KIND, INNER, MENTIONED
from coursewright.model.course import Course
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry, Subject
from coursewright.model.finding import Kind
from coursewright.model.page import Edition, Page
from coursewright.views.links import Link, docname_of, link

_LINKED: Mapping[type[Entry], Kind] = {
    **{card.model: kind for kind, card in BY_KIND.items() if kind in MENTIONED},
    **{inner.model: kind for kind, inner in INNER.items() if kind in MENTIONED},
}
_NAMES = ("term", "avoid", "label", "title", "id")


@dataclass(frozen=True)
class Seat:
    """Where an entry is shown; ``name`` is empty where the link is to the entry itself."""

    page: Link
    name: str = ""


class Seats:
    """Finds where entries of one curriculum are shown on the site that everyone reads."""

    def __init__(self, curriculum: Curriculum) -> None:
        """The pages of ``curriculum``."""
        self._curriculum = curriculum
        self._files = {docname_of(file): file for file in curriculum.files()}

    def of(self, subject: Subject) -> Seat | None:
        """Where the entry is shown; None where only trainers see it."""
        itself = self._link(subject)
        if itself is not None:
            return Seat(itself)
        file = self._files[docname_of(subject)]
        if isinstance(file, Page) and file.edition is Edition.TRAINERS:
            return None
        page = self._link(file) or Link(Kind.PAGE, "", "", docname_of(file))
        return Seat(page, "" if subject is file else _name(subject))

    def subjects(self) -> Iterator[tuple[Seat, Subject]]:
        """Every entry that everyone can see, with where that is."""
        for subject in self._curriculum.subjects():
            if subject.illustrative or subject.ignore:
                seat = self.of(subject)
                if seat is not None:
                    yield seat, subject

    def _link(self, entry: Entry) -> Link | None:
        if isinstance(entry, Course):
            return Link(Kind.COURSE, entry.id, entry.title, docname_of(entry))
        kind = _LINKED.get(type(entry))
        return link(self._curriculum, kind, str(getattr(entry, "id", ""))) if kind is not None else None


def _name(subject: Subject) -> str:
    return next((str(getattr(subject, name)) for name in _NAMES if getattr(subject, name, None)), "")
