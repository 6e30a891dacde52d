"""Files that take their name when they are whole and on the disk; until then they have none, where systems allow it.

Whatever ends the process, the name leads to the old file or to the new one. Linux lets a file have no name at all
(``O_TMPFILE``), so that a kill leaves nothing; it can be given a name that is free, but not one that is taken: to
replace a file it has a hidden name for the time of one step. Elsewhere it has a hidden name while it is written. What a
kill leaves under such a name goes with the next file that is written in that folder.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from coursewright.cli.aside import clear_files, unused_name
from coursewright.cli.held import hold, is_same
from coursewright.cli.system_calls import sync_folder

_NO_NAMELESS = {errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL}


def write_whole(file: Path, pieces: Iterable[bytes], mode: int = 0o644) -> None:
    """Write a file in a folder that is there; whatever happens meanwhile, it is the old one or the new one.

    ``mode`` is the most that people may do with it: less by the process's mask, or where the old one allowed less.
    """
    with made_whole(file, pieces, mode) as made:
        made.take_name()


@dataclass
class WholeFile:
    """A file that is whole and on the disk; ``hidden`` is its name until it takes its own, if it has one."""

    file: Path
    descriptor: int
    hidden: Path | None

    def take_name(self) -> None:
        """Take the name in the place of the file that has it, if there is one."""
        with _told_of(self.file):
            if self.hidden is None and not os.path.lexists(self.file):
                with suppress(FileExistsError):
                    self._link(self.file)
                    sync_folder(self.file.parent)
                    return
            hidden = self.hidden = self.hidden or self._hidden_name()
            hidden.replace(self.file)
            self.hidden = None
            sync_folder(self.file.parent)

    def take_free_name(self) -> None:
        """Take the name if it is free; raises FileExistsError where it is not."""
        with _told_of(self.file):
            if self.hidden is None:
                self._link(self.file)
            else:
                _rename_without_replacing(self.hidden, self.file)
                self.hidden = None
            sync_folder(self.file.parent)

    def _hidden_name(self) -> Path:
        name = unused_name(self.file.parent, self.file.name, "new")
        self._link(name)
        return name

    def _link(self, name: Path) -> None:
        """Give a file without name one; the folder's descriptor makes Python follow the link in ``/proc``."""
        folder = os.open(name.parent, os.O_RDONLY)
        try:
            os.link(f"/proc/self/fd/{self.descriptor}", name.name, dst_dir_fd=folder)
        finally:
            os.close(folder)


@contextmanager
def made_whole(file: Path, pieces: Iterable[bytes], mode: int = 0o644) -> Iterator[WholeFile]:
    """The file written and on the disk, to take its name within the context or never."""
    clear_files(file.parent)
    with _told_of(file):
        descriptor, hidden = _opened(file, mode)
    made = WholeFile(file, descriptor, hidden)
    try:
        with _told_of(file):
            _write(descriptor, pieces, _narrowed(file, mode))
        if os.name == "nt":
            # Windows renames nothing that is open.
            os.close(descriptor)
            made.descriptor = -1
        yield made
    # An interruption too leaves nothing behind; it is passed on as it came.
    finally:
        if made.hidden is not None:
            made.hidden.unlink(missing_ok=True)
        if made.descriptor >= 0:
            os.close(made.descriptor)


def _opened(file: Path, mode: int) -> tuple[int, Path | None]:
    """A new file without name, else with a hidden one; either is locked."""
    descriptor = _nameless(file.parent, mode)
    if descriptor is not None:
        _hold(descriptor)
        return descriptor, None
    while True:
        hidden = unused_name(file.parent, file.name, "new")
        descriptor = os.open(hidden, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        _hold(descriptor)
        if is_same(descriptor, hidden):
            return descriptor, hidden
        # Another process took it away in the instant before it was locked.
        os.close(descriptor)


def _hold(descriptor: int) -> None:
    # Without locks the number of the process in the hidden name has to do.
    with suppress(OSError):
        hold(descriptor)


def _nameless(folder: Path, mode: int) -> int | None:
    """A file without name in ``folder``, or None where there is no such thing."""
    flag = getattr(os, "O_TMPFILE", None)
    if flag is None or not Path("/proc/self/fd").is_dir():
        return None
    try:
        return os.open(folder, flag | os.O_RDWR, mode)
    except OSError as error:
        # The file system has none, or the kernel has never heard of it and wants to write a folder.
        if isinstance(error, IsADirectoryError) or error.errno in _NO_NAMELESS:
            return None
        raise


def _write(descriptor: int, pieces: Iterable[bytes], mode: int | None) -> None:
    with os.fdopen(descriptor, "wb", closefd=False) as stream:
        stream.writelines(pieces)
    if mode is not None and os.name != "nt":
        os.fchmod(descriptor, mode)
    os.fsync(descriptor)


def _narrowed(file: Path, mode: int) -> int | None:
    """What the file that is replaced allows, if that is less; None where there is none."""
    try:
        facts = file.lstat()
    except FileNotFoundError:
        return None
    return mode & stat.S_IMODE(facts.st_mode) if stat.S_ISREG(facts.st_mode) else None


def _rename_without_replacing(hidden: Path, file: Path) -> None:
    if os.name == "nt":
        hidden.rename(file)
        return
    try:
        os.link(hidden, file)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links.
        if os.path.lexists(file):
            raise FileExistsError(str(file)) from None
        hidden.rename(file)
    else:
        hidden.unlink()


@contextmanager
def _told_of(file: Path) -> Iterator[None]:
    """What the system refuses is told of the file that was wanted, not of one that nobody has heard of."""
    try:
        yield
    except OSError as error:
        if error.errno is not None and (error.filename is None or _is_near(str(error.filename), file)):
            error.filename, error.filename2 = str(file), None
        raise


def _is_near(path: str, file: Path) -> bool:
    """Whether a path is the file's folder, lies in it, or is the file's way into it."""
    return Path(path) == file.parent or Path(path).parent == file.parent or path.startswith("/proc/")
