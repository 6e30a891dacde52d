"""Folders that take their name when they are whole: new, or in exchange for the one that has it."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from enum import Enum
from pathlib import Path

from coursewright.cli.aside import asides, clear, held, new_folder, remove, unused_name
from coursewright.cli.system_calls import CANNOT_EXCHANGE, exchange, sync_folder

# What a system answers where a folder has to stay: a mount point, a layer of a container, a parent of somebody else.
_FIXED = {errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES, errno.EROFS}


class FixedFolderError(Exception):
    """A folder that cannot change its name, so that only what is in it can be exchanged."""


class Way(Enum):
    """How a folder took its name: in one step, or in two with an instant between in which nothing had it."""

    ONE_STEP = 1
    TWO_STEPS = 2


@contextmanager
def folder_beside(target: Path) -> Iterator[Path]:
    """A new folder beside ``target``, whose folder must be there, to be filled; at the end what has its name goes.

    Raises :class:`FixedFolderError` where ``target`` is there and nothing can be put beside it.
    """
    if target.is_dir() and os.path.ismount(target):
        raise FixedFolderError
    with ExitStack() as end:
        try:
            new = end.enter_context(new_folder(target.parent, target.name))
        except OSError as error:
            if target.is_dir() and error.errno in _FIXED:
                raise FixedFolderError from None
            # Nobody has heard of the hidden name.
            error.filename = str(target)
            raise
        yield new


@contextmanager
def new_tree(folder: Path) -> Iterator[Path]:
    """A folder to fill, that is called ``folder`` when the context ends well, with the folders above that are missing.

    ``folder`` must not be there, or be empty. Raises :class:`FixedFolderError` where it is there and has to stay.
    """
    top = _outermost_missing(folder)
    if top.is_dir() and is_worked_in(top):
        raise FixedFolderError
    clear(top.parent, top.name)
    with folder_beside(top) as aside:
        if top.is_dir() and not given_to_owner(aside, top):
            raise FixedFolderError
        inside = aside / folder.relative_to(top)
        inside.mkdir(parents=True, exist_ok=True)
        yield inside
        sync_tree(aside)
        take_name(aside, top)


def take_name(new: Path, target: Path) -> Way:
    """Let ``new``, made by :func:`folder_beside`, be called ``target``; what was there goes.

    At every instant the whole old folder or the whole new one is there, but for :attr:`Way.TWO_STEPS`, where a kill
    between the two leaves nothing until :func:`recover`. Raises :class:`FixedFolderError` where ``target`` has to stay.
    """
    try:
        way = _replaced(new, target)
    except OSError as error:
        if target.is_dir() and error.errno in _FIXED:
            raise FixedFolderError from None
        raise
    sync_folder(target.parent)
    return way


def exchange_or_none(new: Path, target: Path) -> bool:
    """Exchange two folders in one step; False, and nothing done, where the system has none or one has to stay."""
    try:
        exchange(new, target)
    except OSError as error:
        if error.errno in CANNOT_EXCHANGE | _FIXED:
            return False
        raise
    sync_folder(target.parent)
    return True


def recover(target: Path) -> None:
    """Undo what was interrupted: a folder that had the name gets it back, what was to take it goes."""
    for each in asides(target.parent, target.name):
        if each.word == "old" and not os.path.lexists(target) and each.is_abandoned:
            each.path.rename(target)
    clear(target.parent, target.name)


def is_worked_in(folder: Path) -> bool:
    """Whether this process, and hence who started it, stands in a folder: it would be left in the old one."""
    return Path.cwd().is_relative_to(os.path.realpath(folder))


def given_to_owner(new: Path, old: Path) -> bool:
    """Let people do with a new folder what they may do with the old one; False where it belongs to somebody else."""
    one, other = new.stat(), old.stat()
    if (one.st_uid, one.st_gid) != (other.st_uid, other.st_gid):
        return False
    new.chmod(stat.S_IMODE(other.st_mode))
    return True


def sync_tree(folder: Path) -> None:
    """Bring a folder to the disk, file by file: for few files, where other people's need not be waited for."""
    for place, _, names in os.walk(folder):
        for name in names:
            descriptor = os.open(Path(place, name), os.O_RDWR if os.name == "nt" else os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        sync_folder(Path(place))


def _replaced(new: Path, target: Path) -> Way:
    if os.path.lexists(target):
        shutil.copymode(target, new)
    # POSIX renames over a folder that is empty.
    if not os.path.lexists(target) or (os.name != "nt" and target.is_dir() and not any(target.iterdir())):
        new.rename(target)
        return Way.ONE_STEP
    try:
        exchange(new, target)
    except OSError as error:
        if error.errno not in CANNOT_EXCHANGE:
            raise
        return _replaced_in_two_steps(new, target)
    return Way.ONE_STEP


def _replaced_in_two_steps(new: Path, target: Path) -> Way:
    """Rename twice; where the second step fails, the first is undone."""
    old = unused_name(target.parent, target.name, "old")
    with held(target):
        target.rename(old)
        try:
            new.rename(target)
        except OSError:
            old.rename(target)
            raise
    remove(old)
    return Way.TWO_STEPS


def _outermost_missing(folder: Path) -> Path:
    """The first folder on the way that is not there; the folder itself where all are."""
    missing = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
    return missing[-1] if missing else folder
