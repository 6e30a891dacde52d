"""A data file read without the parts that nobody asks for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from coursewright.model.entry import Entry
from coursewright.model.place import Keys
from coursewright.sources.text_files import read_text
from coursewright.sources.validation import validate
from coursewright.sources.yaml_tree import read_yaml

EntryT = TypeVar("EntryT", bound=Entry)


def read_without(kind: type[EntryT], file: Path, root: Path, parts: Collection[Keys]) -> EntryT | None:
    """The entry of a file as if what lies under ``parts`` were not there; None where it cannot be read even so."""
    text = read_text(file, root)
    if text.finding is not None:
        return None
    tree = read_yaml(text.text, text.path)
    if not tree.is_sound:
        return None
    data = tree.data
    for way in parts:
        data = _without(data, way)
    return validate(kind, replace(tree, data=data)).entry


def _without(data: Any, way: Keys) -> Any:
    if not isinstance(data, dict) or way[0] not in data:
        return data
    if len(way) == 1:
        return {key: value for key, value in data.items() if key != way[0]}
    return {**data, way[0]: _without(data[way[0]], way[1:])}
