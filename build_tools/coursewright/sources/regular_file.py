"""Regular files opened without waiting: a pipe that nobody writes to, a device or a folder is told at once."""

from __future__ import annotations

import os
from io import FileIO
from pathlib import Path
from stat import S_ISREG

from coursewright.model.finding import Code


class FileRefusedError(Exception):
    """A path that leads to no file that can be read, with the code that says why."""

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code = code


def open_regular(file: Path) -> FileIO:
    """The file, open for reading; FileRefusedError for anything else.

    What was opened is looked at, not what the path led to a moment before.
    """
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise FileRefusedError(Code.FILE_MISSING_HERE) from None
    # ValueError: a path with a NUL in it.
    except (OSError, ValueError):
        raise FileRefusedError(_why_unopened(file)) from None
    if not S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise FileRefusedError(Code.NOT_A_FILE)
    return FileIO(descriptor, "rb")


def _why_unopened(file: Path) -> Code:
    """Sockets and some devices cannot even be opened."""
    try:
        return Code.FILE_UNREADABLE if S_ISREG(file.stat().st_mode) else Code.NOT_A_FILE
    except (OSError, ValueError):
        return Code.FILE_UNREADABLE
