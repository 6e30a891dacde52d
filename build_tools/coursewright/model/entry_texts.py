"""The texts of an entry that say something: found, and put into another language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from coursewright.model.entry import Entry
from coursewright.model.module import WithProse
from coursewright.model.place import Keys
from coursewright.model.written import IsTranslated

EntryT = TypeVar("EntryT", bound=Entry)

TRAINERS_KEY = "cue"
"""The key under which data is for trainers alone."""


def written_texts(entry: Entry) -> Iterator[tuple[Keys, str]]:
    """Every text below ``entry`` with the keys that lead to it from there.

    Ids are texts too; words of a fixed list are not.
    """
    return _written(entry, ())


def texts_of(entry: Entry) -> Iterator[tuple[Keys, str]]:
    """Every text of ``entry`` and of those below it that says something, with the keys that lead to it from there.

    Ids, names, codes and words of a fixed list are not among them.
    """
    return _texts(entry, False, ())


def texts_of_file(entry: Entry) -> Iterator[tuple[Keys, str]]:
    """Every text of a file's entry, and for Markdown (without keys) of what stands below it; what translators get."""
    yield from texts_of(entry)
    if isinstance(entry, WithProse):
        yield from (((), message) for message in entry.prose.messages)


def with_texts(entry: EntryT, say: Callable[[str], str]) -> EntryT:
    """The entry, with those below it, as it is where each of its texts is what ``say`` makes of it.

    It stands where it stood in its file.
    """
    saying = _says(type(entry))
    values = {name: getattr(entry, name) for name in saying}
    said = {name: _said(value, saying[name], say) for name, value in values.items()}
    changed = {name: value for name, value in said.items() if value is not values[name]}
    return entry.model_copy(update=changed) if changed else entry


def _texts(value: Any, says: bool, way: Keys) -> Iterator[tuple[Keys, str]]:
    if isinstance(value, Entry):
        fields = type(value).model_fields
        for name, field_says in _says(type(value)).items():
            yield from _texts(getattr(value, name), field_says, (*way, fields[name].alias or name))
    elif isinstance(value, str):
        if says and value:
            yield way, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, says, (*way, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, says, (*way, key))


def _said(value: Any, says: bool, say: Callable[[str], str]) -> Any:
    """The value with its texts said; the very same one where nothing of it is."""
    if isinstance(value, Entry):
        return with_texts(value, say)
    if isinstance(value, str):
        return say(value) if says and value else value
    if isinstance(value, tuple):
        items = tuple(_said(item, says, say) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    if isinstance(value, dict):
        said = {key: _said(item, says, say) for key, item in value.items()}
        return said if any(said[key] is not value[key] for key in value) else value
    return value


@cache
def _says(kind: type[Entry]) -> Mapping[str, bool]:
    """For each field of an entry that holds texts or entries, whether its texts say something."""
    hints = get_type_hints(kind, include_extras=True)
    fields = {name: _within(hints[name]) for name in kind.model_fields}
    return {name: IsTranslated in found for name, found in fields.items() if found}


def _within(annotation: Any) -> frozenset[type]:
    """Which of the two is somewhere in an annotation: the mark of a text that says something, or an entry."""
    if get_origin(annotation) is Annotated:
        kind, *marks = get_args(annotation)
        own = {IsTranslated} if any(isinstance(mark, IsTranslated) for mark in marks) else set()
        return frozenset(own) | _within(kind)
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return frozenset({Entry})
    return frozenset().union(*map(_within, get_args(annotation)))


def _written(value: object, way: Keys) -> Iterator[tuple[Keys, str]]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield way, value
    elif isinstance(value, Entry):
        for key, item in value.written():
            yield from _written(item, (*way, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _written(item, (*way, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _written(item, (*way, key))
