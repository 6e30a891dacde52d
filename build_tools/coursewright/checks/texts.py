"""The entries that are texts in Markdown, and whether one is for trainers alone."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry
from coursewright.model.module import WithProse
from coursewright.model.page import Edition, Page


def prose_entries(curriculum: Curriculum) -> Iterator[WithProse]:
    """Every entry that is a Markdown file: modules, exercises, pages, and texts that these include."""
    yield from curriculum.modules.values()
    yield from curriculum.exercises.values()
    yield from curriculum.pages.values()
    yield from curriculum.included.values()


def is_for_trainers(entry: Entry) -> bool:
    """Whether only trainers get the page of an entry."""
    return isinstance(entry, Page) and entry.edition is Edition.TRAINERS
