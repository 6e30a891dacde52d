"""How far a long piece of work is, where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

from coursewright.cli.terminal import say, shows_progress
from coursewright.cli.translated import translated
from coursewright.locale import Wording
from coursewright.model.words import N_

ItemT = TypeVar("ItemT")
# Fewer are done before anybody could look.
_MANY = 2000
# Takes the line back to its beginning and wipes it.
_WIPED = "\r\x1b[K"


def progress(items: Iterable[ItemT], count: int, what: str) -> Iterable[ItemT]:
    """The items, ``count`` of them; on a terminal a bar shows how far one is, with ``what`` (a message) before it."""
    if count < _MANY or not shows_progress():
        return items
    return _with_bar(items, count, translated(what))


def tell_making(words: Wording) -> None:
    """Say, where somebody watches, that the site is being made."""
    if shows_progress():
        say(words.text(N_("Making the site…")), err=True)


def show_state(words: str) -> None:
    """Put words in the place of those that this showed before; nothing but a terminal is given any."""
    if shows_progress():
        sys.stderr.write(f"{_WIPED}{words}")
        sys.stderr.flush()


def _with_bar(items: Iterable[ItemT], count: int, what: str) -> Iterator[ItemT]:
    with click.progressbar(items, length=count, label=what, file=sys.stderr) as bar:
        yield from bar
    # The bar has done its work; its line is for what comes now.
    sys.stderr.write(f"\x1b[A{_WIPED}")
