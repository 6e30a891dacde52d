"""What is marked as illustrative exists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry
from coursewright.model.finding import Code, Finding
from coursewright.model.nearest import nearest


def check_illustrative(curriculum: Curriculum) -> Iterator[Finding]:
    """illustrative-unknown: a path of keys (list items by id) that leads to nothing the file gives."""
    for subject in curriculum.subjects():
        for index, path in enumerate(subject.illustrative):
            if path and not leads_somewhere(subject, path):
                values = {"found": path, "nearest": _nearest_path(subject, path)}
                yield Finding(Code.ILLUSTRATIVE_UNKNOWN, subject.place("illustrative", index), values)


def leads_somewhere(entry: Entry, path: str) -> bool:
    """Whether the file gives something at ``path`` below ``entry``."""
    here: Any = entry
    for name in path.split("."):
        below = _named(here)
        if name not in below:
            return False
        here = below[name]
    return True


def _nearest_path(entry: Entry, path: str) -> str | None:
    """The path with its first wrong name put right and the rest kept where that then leads somewhere."""
    here: Any = entry
    names = path.split(".")
    for index, name in enumerate(names):
        below = _named(here)
        if name in below:
            here = below[name]
            continue
        likely = nearest(name, below)
        if likely is None:
            return None
        mended = ".".join((*names[:index], likely, *names[index + 1 :]))
        return mended if leads_somewhere(entry, mended) else ".".join((*names[:index], likely))
    return None


def _named(value: Any) -> dict[str, Any]:
    """What lies right below a value, by the names that paths use."""
    if isinstance(value, Entry):
        return dict(value.written())
    if isinstance(value, dict):
        return {str(key): item for key, item in value.items()}
    if isinstance(value, tuple):
        return {identifier: item for item in value if (identifier := getattr(item, "id", None)) is not None}
    return {}
