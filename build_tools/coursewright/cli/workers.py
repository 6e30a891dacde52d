"""Processes that work for this one end with it, whatever ends it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from coursewright.cli.system_calls import kill_with_parent


@dataclass
class _Bond:
    """What ties forked processes to the one that forks them: its number, and a pipe that it alone can write to."""

    parent: int
    reads: int
    writes: int

    def tie(self) -> None:
        """In a process that was just forked: let it end as soon as its parent has."""
        os.close(self.writes)
        if not kill_with_parent():
            threading.Thread(target=self._watch, daemon=True).start()
        # It may have ended before the system was asked.
        elif os.getppid() != self.parent:
            os.kill(os.getpid(), signal.SIGKILL)

    def _watch(self) -> None:
        """Wait until the pipe has no writer any more: the parent writes nothing, and its end closes it."""
        os.read(self.reads, 1)
        os.kill(os.getpid(), signal.SIGKILL)


class _Bonds:
    """The bond in force; what runs after a fork cannot be taken back, so it looks here whether there is one."""

    def __init__(self) -> None:
        self.current: _Bond | None = None
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._tie)

    def _tie(self) -> None:
        bond, self.current = self.current, None
        if bond is not None:
            bond.tie()


_BONDS = _Bonds()


@contextmanager
def workers_end_with_us() -> Iterator[None]:
    """Processes that are forked meanwhile end when this one does, and are gone when the context ends.

    It must be entered by the thread that forks: Linux kills with the thread.
    """
    reads, writes = os.pipe()
    _BONDS.current = _Bond(os.getpid(), reads, writes)
    try:
        yield
    finally:
        _BONDS.current = None
        for worker in multiprocessing.active_children():
            worker.kill()
            worker.join()
        os.close(reads)
        os.close(writes)
