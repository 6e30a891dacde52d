"""The texts of an entry: everything written in words, wherever it stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry
from coursewright.model.module import WithProse
from coursewright.model.page import Edition, Page
from coursewright.model.place import Keys


def written_texts(entry: Entry) -> Iterator[tuple[Keys, str]]:
    """Every text below ``entry`` with the keys that lead to it from there.

    Ids are texts too; words of a fixed list are not.
    """
    return _texts(entry, ())


def prose_entries(curriculum: Curriculum) -> Iterator[WithProse]:
    """Every entry that is a Markdown file: modules, exercises, pages, and texts that these include."""
    yield from curriculum.modules.values()
    yield from curriculum.exercises.values()
    yield from curriculum.pages.values()
    yield from curriculum.included.values()


def is_for_trainers(entry: Entry) -> bool:
    """Whether only trainers get the page of an entry."""
    return isinstance(entry, Page) and entry.edition is Edition.TRAINERS


def _texts(value: object, way: Keys) -> Iterator[tuple[Keys, str]]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield way, value
    elif isinstance(value, Entry):
        for key, item in value.written():
            yield from _texts(item, (*way, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*way, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*way, key))
