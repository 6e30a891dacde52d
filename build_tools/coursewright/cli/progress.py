"""How far a long piece of work is, where somebody watches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from rich.console import Console
from rich.progress import track

from coursewright.cli.terminal import shows_progress
from coursewright.cli.translated import translated

ItemT = TypeVar("ItemT")
# Fewer are done before anybody could look.
_MANY = 2000


def progress(items: Iterable[ItemT], count: int, what: str) -> Iterable[ItemT]:
    """The items, ``count`` of them; on a terminal a bar shows how far one is, with ``what`` (a message) before it."""
    if count < _MANY or not shows_progress():
        return items
    return track(items, translated(what), total=count, console=Console(stderr=True), transient=True)
