"""What a new thing is called: its title as typed, and the id that the title makes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from coursewright.cli.terminal import plain
from coursewright.door.errors import RefusalError
from coursewright.model.nearest import as_identifier
from coursewright.model.words import N_

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 64
# Control characters, halves of surrogate pairs and what is no character: no file of a course may hold them.
_NOT_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff\ufeff]")


@dataclass(frozen=True)
class Name:
    """An id and a title."""

    id: str
    title: str


def name_of(typed: str, title: str | None = None) -> Name:
    """The name that someone typed: a title, or an id with the title apart; refused where no id can be made of it."""
    words = on_one_line(typed)
    if title is None:
        title = as_title(words) if _is_id(words) else words
    identifier = words if _is_id(words) else as_identifier(words)
    shown = on_one_line(title)
    if not shown:
        raise RefusalError(N_("The title is empty."))
    if identifier is None:
        raise RefusalError(
            N_("No id can be made of “{title}”: it has no letter from a to z and no digit."),
            N_("Give an id, and the title with --title."),
            title=plain(words),
        )
    return Name(identifier, shown)


def as_title(identifier: str) -> str:
    """The title that an id suggests: its words, the first with a capital."""
    words = identifier.replace("-", " ")
    return words[:1].upper() + words[1:]


def on_one_line(text: str) -> str:
    """The text without line breaks and without characters that no file of a course may hold."""
    return " ".join(_NOT_TEXT.sub(" ", text).split())


def free_id(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """The first id that is free: the one wanted, else with a number from 2 on."""
    number, identifier = 1, wanted
    while is_taken(identifier):
        number += 1
        ending = f"-{number}"
        identifier = wanted[: _LONGEST_ID - len(ending)].rstrip("-") + ending
    return identifier


def _is_id(words: str) -> bool:
    return len(words) <= _LONGEST_ID and _ID.fullmatch(words) is not None
