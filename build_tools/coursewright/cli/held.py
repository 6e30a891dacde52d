"""Locks that end with the last process that holds them, whatever ends it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


def hold(descriptor: int) -> bool:
    """Lock an open file or folder for whoever has it open; False where somebody else holds it.

    Processes that are forked hold it too, until each has closed it or is gone. Raises OSError where the file system
    knows no locks.
    """
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def is_same(descriptor: int, path: Path) -> bool:
    """Whether a name still leads to what is open."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False
