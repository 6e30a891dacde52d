"""Files of one folder that are new all together, in a folder that may hold other people's files too."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from contextlib import ExitStack, suppress
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


def write_together(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files, given by their names, into a folder that is made if it is missing; other files in it stay.

    Whatever ends the process, the old files are there or the new ones: the folder takes its name when it is whole, in
    exchange for the old one if there is one. A folder that has to stay (it holds other folders, somebody works in it,
    it is mounted, the file system exchanges none) gets whole files one after the other, and a process that is killed
    while they take their names leaves new ones beside old ones until the next run.
    """
    folder = Path(os.path.realpath(folder))
    if not os.path.lexists(folder):
        with new_tree(folder) as new:
            _write(new, contents)
        return
    _bring_back(folder, contents.keys())
    clear_files(folder)
    if not (_may_move(folder) and _exchanged(folder, contents)):
        _replace_one_after_the_other(folder, contents)


def _exchanged(folder: Path, contents: Mapping[str, bytes]) -> bool:
    """Whether the folder could be exchanged; otherwise nothing has happened."""
    with suppress(FixedFolderError), folder_beside(folder) as new:
        if not given_to_owner(new, folder):
            return False
        _write(new, contents)
        sync_tree(new)
        if not _shared(folder, new, contents.keys()):
            return False
        if exchange_or_none(new, folder):
            _give_back(new, folder, contents.keys())
            return True
    return False


def _shared(folder: Path, new: Path, ours: Collection[str]) -> bool:
    """Give the new folder what the old one holds besides, as the same files; False where that cannot be.

    Of ours it takes over that fewer people may read them.
    """
    for each in folder.iterdir():
        if each.name in ours:
            (new / each.name).chmod((new / each.name).stat().st_mode & each.stat().st_mode & 0o777)
            continue
        try:
            os.link(each, new / each.name)
        except OSError:
            return False
    return True


def _replace_one_after_the_other(folder: Path, contents: Mapping[str, bytes]) -> None:
    """All are whole before the first one takes its name."""
    with ExitStack() as made:
        for each in [made.enter_context(made_whole(folder / name, [content])) for name, content in contents.items()]:
            each.take_name()


def _write(folder: Path, contents: Mapping[str, bytes]) -> None:
    for name, content in contents.items():
        (folder / name).write_bytes(content)


def _bring_back(folder: Path, ours: Collection[str]) -> None:
    """Clear what a killed run left beside the folder, after giving back what is not ours and nowhere else."""
    for each in asides(folder.parent, folder.name):
        if each.is_abandoned:
            _give_back(each.path, folder, ours)
            remove(each.path)


def _give_back(old: Path, folder: Path, ours: Collection[str]) -> None:
    """Move into the folder what somebody saved in the old one while they were exchanged.

    The folders share the files that are not ours: one that they do not share is given back where it is missing, or is
    the newer one.
    """
    for each in old.iterdir():
        there = folder / each.name
        if each.name in ours or is_aside(each.name) or (there.exists() and there.samefile(each)):
            continue
        if not there.exists() or there.stat().st_mtime_ns < each.stat().st_mtime_ns:
            each.replace(there)


def _may_move(folder: Path) -> bool:
    """Whether another folder may stand in for this one: only files are in it, and nobody works in it."""
    if os.name == "nt" or is_worked_in(folder):
        return False
    return all(each.is_file() and not each.is_symlink() for each in folder.iterdir())
