"""Files of one folder that are new all together, in a folder that may hold other people's files too."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from coursewright.cli.aside import asides, clear_files, is_aside, remove
from coursewright.cli.whole_file import made_whole
from coursewright.cli.whole_folder import (
    FixedFolderError,
    exchange_or_none,
    folder_beside,
    given_to_owner,
    is_worked_in,
    new_tree,
    sync_tree,
)

_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True)
class FileSet:
    """Files by their names: ``private`` ones only their owner reads, and of ``former`` ones none stays.

    ``former`` is a pattern for whole names.
    """

    contents: Mapping[str, bytes]
    private: Collection[str] = ()
    former: str = "(?!)"

    def mode(self, name: str) -> int:
        """The most that people may do with a file."""
        return 0o600 if name in self.private else 0o644

    def is_ours(self, name: str) -> bool:
        """Whether a name is that of one of the files, or of a former one."""
        return name in self.contents or self.is_former(name)

    def is_former(self, name: str) -> bool:
        """Whether a file of this name belongs to an earlier set and not to this one."""
        return name not in self.contents and re.fullmatch(self.former, name) is not None


def write_together(folder: Path, files: FileSet) -> None:
    """Write files into a folder that is made if it is missing; other people's files in it stay.

    Whatever ends the process, the old files are there or the new ones: the folder takes its name when it is whole, in
    exchange for the old one if there is one. A folder that has to stay (it holds other folders, somebody works in it,
    it is mounted, the file system exchanges none) gets whole files one after the other, and a process that is killed
    while they take their names leaves new ones beside old ones until the next run.
    """
    folder = Path(os.path.realpath(folder))
    if not os.path.lexists(folder):
        with new_tree(folder) as new:
            _write(new, files)
        return
    _bring_back(folder, files)
    clear_files(folder)
    if not (_may_move(folder) and _exchanged(folder, files)):
        _replace_one_after_the_other(folder, files)


def _exchanged(folder: Path, files: FileSet) -> bool:
    """Whether the folder could be exchanged; otherwise nothing has happened."""
    with suppress(FixedFolderError), folder_beside(folder) as new:
        if not given_to_owner(new, folder):
            return False
        _write(new, files)
        sync_tree(new)
        if not _shared(folder, new, files):
            return False
        if exchange_or_none(new, folder):
            _give_back(new, folder, files)
            return True
    return False


def _shared(folder: Path, new: Path, files: FileSet) -> bool:
    """Give the new folder what the old one holds besides, as the same files; False where that cannot be.

    Of ours it takes over that fewer people may read them.
    """
    for each in folder.iterdir():
        if each.name in files.contents:
            (new / each.name).chmod((new / each.name).stat().st_mode & each.stat().st_mode & 0o777)
        if files.is_ours(each.name):
            continue
        try:
            os.link(each, new / each.name)
        except OSError:
            return False
    return True


def _replace_one_after_the_other(folder: Path, files: FileSet) -> None:
    """All are whole before the first one takes its name; then the former ones go."""
    with ExitStack() as made:
        whole = [
            made.enter_context(made_whole(folder / name, [content], files.mode(name)))
            for name, content in files.contents.items()
        ]
        for each in whole:
            each.take_name()
    for former in [each for each in folder.iterdir() if files.is_former(each.name)]:
        former.unlink()


def _write(folder: Path, files: FileSet) -> None:
    for name, content in files.contents.items():
        descriptor = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, files.mode(name))
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)


def _bring_back(folder: Path, files: FileSet) -> None:
    """Clear what a killed run left beside the folder, after giving back what is not ours and nowhere else."""
    for each in asides(folder.parent, folder.name):
        if each.is_abandoned:
            _give_back(each.path, folder, files)
            remove(each.path)


def _give_back(old: Path, folder: Path, files: FileSet) -> None:
    """Move into the folder what somebody saved in the old one while they were exchanged.

    The folders share the files that are not ours: one that they do not share is given back where it is missing, or is
    the newer one.
    """
    for each in old.iterdir():
        there = folder / each.name
        if files.is_ours(each.name) or is_aside(each.name) or (there.exists() and there.samefile(each)):
            continue
        if not there.exists() or there.stat().st_mtime_ns < each.stat().st_mtime_ns:
            each.replace(there)


def _may_move(folder: Path) -> bool:
    """Whether another folder may stand in for this one: only files are in it, and nobody works in it."""
    if os.name == "nt" or is_worked_in(folder):
        return False
    return all(each.is_file() and not each.is_symlink() for each in folder.iterdir())
