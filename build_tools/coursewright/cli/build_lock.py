"""One build of an edition at a time: a lock that all its processes hold, and that ends with the last of them."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from coursewright.cli.held import hold, is_same
from coursewright.door.errors import RefusalError
from coursewright.model.words import N_

_PAUSE = 0.2
# What flock(2) answers where a file system knows no locks.
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.EBADF}
_BUSY = N_("Another build of this edition is running.")


@contextmanager
def build_lock(file: Path, patience: float, on_wait: Callable[[], None], busy: str = _BUSY) -> Iterator[None]:
    """Hold the lock; another build is waited for ``patience`` seconds, ``on_wait`` being told once.

    Processes forked meanwhile hold it too: whoever gets it knows that nobody writes for an earlier build any more, also
    where that was killed and its workers were not. Refused with the sentence ``busy`` where it takes longer.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = _take(file)
    deadline = time.monotonic() + patience
    if handle is None:
        on_wait()
    while handle is None:
        if time.monotonic() > deadline:
            raise RefusalError(
                busy, N_("Wait until it ends. Its process has the number {number}."), number=_holder(file)
            )
        time.sleep(_PAUSE)
        handle = _take(file)
    try:
        yield
    finally:
        _give_back(handle, file)


def _take(file: Path) -> int | None:
    """The lock's open file, which says who holds it; None while another process does."""
    try:
        return _locked(file)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
    # A file system without locks, such as some in a network: one of this machine knows them.
    file.unlink(missing_ok=True)
    return _locked(_elsewhere(file))


def _locked(file: Path) -> int | None:
    handle = os.open(file, os.O_CREAT | os.O_RDWR, 0o644)
    try:
        # Whoever gives it back takes the file away: what is locked may have no name any more.
        is_ours = hold(handle) and is_same(handle, file)
    except OSError:
        os.close(handle)
        raise
    if not is_ours:
        os.close(handle)
        return None
    os.truncate(handle, 0)
    os.write(handle, str(os.getpid()).encode())
    return handle


def _give_back(handle: int, file: Path) -> None:
    if os.name == "nt":
        os.close(handle)  # Windows removes nothing that is open
        file.unlink(missing_ok=True)
        return
    # While it is held: of two that find the file gone one makes it anew.
    for each in (file, _elsewhere(file)):
        if is_same(handle, each):
            each.unlink()
    os.close(handle)


def _elsewhere(file: Path) -> Path:
    digest = hashlib.sha256(os.fsencode(os.path.realpath(file))).hexdigest()
    return Path(tempfile.gettempdir(), f"coursewright-{digest[:16]}.lock")


def _holder(file: Path) -> str:
    """The number of the process that holds the lock, as far as it says so."""
    try:
        return file.read_text("ascii", "replace").strip() or "?"
    except OSError:
        return "?"
