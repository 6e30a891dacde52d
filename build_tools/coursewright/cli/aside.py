"""Files and folders on their way to their name: they lie beside it, under a hidden name by which they are known again.

Who makes one holds its lock, so that a later run knows what a killed one has left, and takes it away.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from coursewright.cli.held import hold, is_same

# A name in full would make the hidden one longer than file systems take.
_LONGEST = 180
# Neither following links nor waiting for what is no file, where the system can be told so.
_CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_NAME = re.compile(r"\.(?P<name>.+)\.coursewright-(?P<word>new|old)(?:-(?P<process>[0-9]+)-[0-9a-f]{8})?", re.DOTALL)


@dataclass(frozen=True)
class Aside:
    """What lies beside a name: ``word`` is *new* for what is to take it, *old* for what had it."""

    path: Path
    name: str
    word: str
    process: int | None

    @property
    def is_abandoned(self) -> bool:
        """Whether nobody is at work with it any more."""
        try:
            descriptor = os.open(self.path, os.O_RDONLY | _CAREFULLY)
        except FileNotFoundError:
            return False
        except OSError:
            return self._has_no_process()
        try:
            return hold(descriptor)
        except OSError:
            # A file system without locks: the number of the process has to do.
            return self._has_no_process()
        finally:
            os.close(descriptor)

    def _has_no_process(self) -> bool:
        if self.process is None:
            return True
        try:
            os.kill(self.process, 0)
        except ProcessLookupError:
            return True
        except OSError:
            return False
        return False


def is_aside(name: str) -> bool:
    """Whether a file is called as something of ours that is on its way."""
    return _NAME.fullmatch(name) is not None


def asides(folder: Path, name: str | None = None) -> list[Aside]:
    """What lies aside in a folder, for one name or for all."""
    found = []
    with suppress(FileNotFoundError, NotADirectoryError):
        for each in sorted(folder.iterdir()):
            match = _NAME.fullmatch(each.name)
            if match and (name is None or match["name"] == _short(name)):
                process = int(match["process"]) if match["process"] else None
                found.append(Aside(each, match["name"], match["word"], process))
    return found


def clear(folder: Path, name: str) -> None:
    """Take away what killed runs have left for one name."""
    for each in asides(folder, name):
        if each.is_abandoned:
            remove(each.path)


def clear_files(folder: Path) -> None:
    """Take away the files, for whatever name, that killed runs have left in a folder."""
    for each in asides(folder):
        if _is_own_file(each.path) and each.is_abandoned:
            each.path.unlink(missing_ok=True)


def remove(path: Path) -> None:
    """Delete a file, or a folder with all that is in it; another process may be doing the same."""
    while os.path.lexists(path):
        with suppress(FileNotFoundError):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()


def unused_name(folder: Path, name: str, word: str) -> Path:
    """A hidden name in ``folder`` that nothing has."""
    return folder / f".{_short(name)}.coursewright-{word}-{os.getpid()}-{secrets.token_hex(4)}"


@contextmanager
def new_folder(folder: Path, name: str) -> Iterator[Path]:
    """An empty folder in ``folder`` for what is to be called ``name``; at the end whatever has its hidden name goes."""
    with ExitStack() as end:
        path = unused_name(folder, name, "new")
        end.callback(remove, path)
        path.mkdir()
        while not _is_held(path, end):
            path.mkdir(exist_ok=True)
        yield path


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Nobody takes this folder for abandoned while the context lasts, whatever it is called meanwhile."""
    with ExitStack() as end:
        _is_held(folder, end)
        yield


def _is_held(path: Path, end: ExitStack) -> bool:
    """Lock a folder until the end; False where another process took it away before it was."""
    if os.name == "nt":
        return True  # folders cannot be opened; what is abandoned is known by its process
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return False
    end.callback(os.close, descriptor)
    # Without locks the number of the process has to do.
    with suppress(OSError):
        hold(descriptor)
    return is_same(descriptor, path)


def _is_own_file(path: Path) -> bool:
    try:
        facts = path.lstat()
    except FileNotFoundError:
        return False
    return stat.S_ISREG(facts.st_mode) and (os.name == "nt" or facts.st_uid == os.geteuid())


def _short(name: str) -> str:
    written = os.fsencode(name)
    return name if len(written) <= _LONGEST else hashlib.sha256(written).hexdigest()
