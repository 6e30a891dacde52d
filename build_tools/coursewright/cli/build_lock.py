"""One build of an edition at a time: a lock file that says which process holds it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from coursewright.cli.refusal import RefusalError
from coursewright.model.words import N_

_PAUSE = 0.2
_BUSY = N_("Another build of this edition is running.")
# A lock without a number is being written at this moment, unless it is older than this.
_WRITING_TIME = 10.0


@contextmanager
def build_lock(file: Path, patience: float, on_wait: Callable[[], None], busy: str = _BUSY) -> Iterator[None]:
    """Hold the lock; another build is waited for ``patience`` seconds, ``on_wait`` being told once.

    Refused with the sentence ``busy`` where it takes longer.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = _take(file)
    deadline = time.monotonic() + patience
    if handle is None:
        on_wait()
    while handle is None:
        if time.monotonic() > deadline:
            raise RefusalError(
                busy,
                N_("Wait until it ends. If there is none, remove the file {file}."),
                file=str(file),
            )
        time.sleep(_PAUSE)
        handle = _take(file)
    try:
        yield
    finally:
        os.close(handle)
        file.unlink(missing_ok=True)


def _take(file: Path) -> int | None:
    """The lock's open file, or None while another process holds it; an abandoned one is cleared."""
    try:
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except FileExistsError:
        if _is_abandoned(file):
            _clear(file)
        return None
    os.write(handle, str(os.getpid()).encode())
    return handle


def _is_abandoned(file: Path) -> bool:
    if os.name == "nt":
        # Windows lets no one remove a file that its holder has open, so trying is asking.
        return True
    try:
        holder, age = file.read_text(), time.time() - file.stat().st_mtime
    except OSError:
        return False
    if not holder.isdigit():
        return age > _WRITING_TIME
    try:
        os.kill(int(holder), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _clear(file: Path) -> None:
    """Take an abandoned lock away; should another process have done so and taken it anew, give it back."""
    aside = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.rename(aside)
        if os.name != "nt" and not _is_abandoned(aside):
            os.link(aside, file)
        aside.unlink()
