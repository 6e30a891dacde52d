"""The file that a result goes to: whole or not at all, and people's data never where it might be published."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from coursewright.cli.terminal import shown_path
from coursewright.cli.whole_file import write_whole
from coursewright.door.errors import RefusalError
from coursewright.model.words import N_

_PRIVATE = "private"


def refuse_public(root: Path, output: Path) -> None:
    """Refuse a file inside the course, but for its folder ``private``, which nothing publishes."""
    root, target = Path(os.path.realpath(root)), Path(os.path.realpath(output))
    if target.is_relative_to(root) and not target.is_relative_to(root / _PRIVATE):
        raise RefusalError(
            N_("“{file}” is inside the course, and people's data could be published from there."),
            N_("Write it into the folder “private”, such as {proposal}, or outside of the course."),
            file=shown_path(output),
            proposal=f"{_PRIVATE}/{output.name}",
        )


def refuse_suffix(output: Path, known: Iterable[str]) -> None:
    """Refuse a file whose ending says of no format that can be written."""
    if output.suffix.lower() not in known:
        raise RefusalError(
            N_("The ending of “{file}” does not say how to write it."),
            N_("Let it end in one of: {known}."),
            file=shown_path(output),
            known=", ".join(known),
        )


def refuse_same(output: Path, inputs: Iterable[Path | None]) -> None:
    """Refuse to write over a file that is read."""
    for given in inputs:
        if given is not None and os.path.realpath(output) == os.path.realpath(given):
            raise RefusalError(
                N_("“{file}” is what is read: the result would be written over it."),
                N_("Give the result another name."),
                file=shown_path(output),
            )


def write_output(output: Path, pieces: Iterable[bytes]) -> None:
    """Write the file whole or not at all; wherever it is, only its owner reads it.

    A folder ``private`` is made where there is none; another folder that is missing is refused.
    """
    folder = output.parent
    if folder.name == _PRIVATE:
        folder.mkdir(mode=0o700, exist_ok=True)
    if not folder.is_dir():
        raise RefusalError(
            N_("There is no folder “{folder}”."), N_("Make it first, or choose another."), folder=shown_path(folder)
        )
    write_whole(output, pieces, 0o600)
