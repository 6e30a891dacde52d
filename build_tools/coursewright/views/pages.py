"""Which page shows what: for each file of the curriculum the view that its page is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coursewright.model.card import CARDS
from coursewright.model.curriculum import Curriculum
from coursewright.model.module import WithProse
from coursewright.views.links import docname_of
from coursewright.views.registry import ViewName


def data_pages(curriculum: Curriculum) -> Mapping[str, ViewName]:
    """For the name of each page that is made of a data file, its view."""
    pages: dict[str, ViewName] = {}
    for card in CARDS:
        found = getattr(curriculum, card.entries) if card.page else None
        if isinstance(found, Mapping):
            pages |= {docname_of(entry): ViewName(card.page, (identifier,)) for identifier, entry in found.items()}
        elif found is not None:
            pages[docname_of(found)] = ViewName(card.page)
    return pages


@dataclass(frozen=True)
class Frame:
    """What goes around a text written in Markdown: a view after its title, another at its end.

    ``title_line`` is the title's line in the file, from 1; 0 where the text has none.
    """

    title_line: int
    card: ViewName | None = None
    doors: ViewName | None = None


def framed_pages(curriculum: Curriculum) -> Mapping[str, Frame]:
    """The frame of each page written in Markdown, by the page's name."""
    frames: dict[str, Frame] = {}
    for module in curriculum.modules.values():
        card, doors = ViewName("module_card", (module.id,)), ViewName("module_doors", (module.id,))
        frames[docname_of(module)] = Frame(_title_line(module), card, doors)
    for exercise in curriculum.exercises.values():
        frames[docname_of(exercise)] = Frame(_title_line(exercise), ViewName("exercise_card", (exercise.id,)))
    for page in curriculum.pages.values():
        frames[docname_of(page)] = Frame(_title_line(page))
    return frames


def _title_line(entry: WithProse) -> int:
    return next((heading.line for heading in entry.prose.headings if heading.level == 1), 0)
