"""What the operating system can do and Python has no name for."""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import sys
from pathlib import Path
from typing import Any

# Numbers of errors by which a system or a file system says that it has no such step. Some containers answer with EPERM
# for every call that they do not know.
CANNOT_EXCHANGE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM})
# From <fcntl.h>, <linux/fs.h>, <sys/stdio.h> of macOS, and <linux/prctl.h>.
_HERE, _EXCHANGE, _SWAP, _SET_DEATH_SIGNAL = -100, 2, 2, 1
# The number of renameat2 by machine, for C libraries that do not name it.
_RENAMEAT2 = {
    "x86_64": 316,
    "i686": 353,
    "aarch64": 276,
    "riscv64": 276,
    "armv7l": 382,
    "ppc64le": 357,
    "s390x": 347,
}
# Loaded here, for nothing is to be loaded in a process that was just forked.
_LIBC: Any = None if sys.platform == "win32" else ctypes.CDLL(None, use_errno=True)


def exchange(one: Path, other: Path) -> None:
    """Let two files or folders change names in one step, so that at every instant both names are taken.

    Raises the audit event ``coursewright.exchange`` with both names, as Python does for what it names itself. Raises
    OSError, with a number of :data:`CANNOT_EXCHANGE` where there is no such step.
    """
    sys.audit("coursewright.exchange", str(one), str(other))
    _checked(_exchange(os.fsencode(one), os.fsencode(other)), one, other)


def sync_file_system(folder: Path) -> None:
    """Bring all that was written to the file system of ``folder`` to the disk: one call, however many files."""
    sys.audit("coursewright.sync", str(folder))
    if sys.platform == "linux":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            _checked(0 if _LIBC.syncfs(descriptor) == 0 else ctypes.get_errno(), folder)
        finally:
            os.close(descriptor)
    elif sys.platform != "win32":
        os.sync()


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system has a way to say so."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def kill_with_parent() -> bool:
    """Let the system kill this process as soon as the one that made it is gone; False where it has no such service."""
    return sys.platform == "linux" and bool(_LIBC.prctl(_SET_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0) == 0)


def _exchange(one: bytes, other: bytes) -> int:
    """The number of the error, or 0."""
    if sys.platform == "linux":
        number = _exchange_on_linux(one, other)
    elif sys.platform == "darwin":
        number = 0 if _LIBC.renamex_np(one, other, _SWAP) == 0 else ctypes.get_errno()
    else:
        number = errno.ENOSYS
    return number


def _exchange_on_linux(one: bytes, other: bytes) -> int:
    names = (_HERE, one, _HERE, other, _EXCHANGE)
    if hasattr(_LIBC, "renameat2"):
        return 0 if _LIBC.renameat2(*names) == 0 else ctypes.get_errno()
    number = _RENAMEAT2.get(os.uname().machine)
    if number is None:
        return errno.ENOSYS
    return 0 if _LIBC.syscall(number, *names) == 0 else ctypes.get_errno()


def _checked(number: int, one: Path, other: Path | None = None) -> None:
    if number != 0:
        raise OSError(number, os.strerror(number), str(one), None, None if other is None else str(other))
