"""New files written all or not at all, and never over anything."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from coursewright.cli.refusal import RefusalError
from coursewright.cli.scaffold.list_entry import with_addition
from coursewright.cli.scaffold.scaffold import Addition, Scaffold
from coursewright.cli.whole_file import write_whole
from coursewright.model.words import N_


def write_into(root: Path, scaffold: Scaffold) -> bool:
    """Write what is new into a course that is there; False where the addition is left to the person.

    Refused where a file of that name is there. Where anything fails nothing stays.
    """
    changed = _changed(root, scaffold.addition)
    with _written(root, scaffold.files):
        if scaffold.addition is not None and changed is not None:
            _replace((root / scaffold.addition.path).resolve(), changed)
    return scaffold.addition is None or changed is not None


def write_course(folder: Path, files: Mapping[str, str]) -> None:
    """Write a new course into a folder that is not there yet or is empty, but for a repository's own ``.git``."""
    refuse_full(folder)
    with _written(folder, files):
        pass


def refuse_full(folder: Path) -> None:
    """Refuse a folder in which something lies, or something that is no folder."""
    if folder.is_symlink() and not folder.exists():
        raise RefusalError(N_("“{folder}” is a link that leads nowhere."), folder=str(folder))
    if folder.exists() and not folder.is_dir():
        raise RefusalError(N_("“{folder}” is a file, and a folder is needed for the course."), folder=str(folder))
    if folder.is_dir() and any(entry.name != ".git" for entry in folder.iterdir()):
        raise RefusalError(
            N_("“{folder}” is not empty, and nothing is written over."),
            N_("Choose another name, or an empty folder."),
            folder=str(folder),
        )


def _changed(root: Path, addition: Addition | None) -> bytes | None:
    return with_addition((root / addition.path).read_bytes(), addition) if addition is not None else None


@contextmanager
def _written(root: Path, files: Mapping[str, str]) -> Iterator[None]:
    """Files written below a folder; taken away again where this, or what is done with them there, fails."""
    made: list[Path] = []
    try:
        for path, text in files.items():
            file = root / path
            made.extend(_made_folders(file.parent))
            with _created(file) as stream:
                made.append(file)
                stream.write(text.encode("utf-8"))
        yield
    # An interruption too takes them away; it is passed on as it came.
    except BaseException:
        _remove(reversed(made))
        raise


@contextmanager
def _created(file: Path) -> Iterator[IO[bytes]]:
    try:
        stream = file.open("xb")
    except FileExistsError:
        raise RefusalError(N_("“{file}” is there already, and nothing is written over."), file=str(file)) from None
    with stream:
        yield stream


def _made_folders(folder: Path) -> list[Path]:
    """Make a folder with those above it; the ones that were not there, outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _remove(made: Iterable[Path]) -> None:
    for path in made:
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()


def _replace(file: Path, content: bytes) -> None:
    """Exchange a file's content in one step; who may read it stays as it was."""
    write_whole(file, [content], stat.S_IMODE(file.stat().st_mode))
