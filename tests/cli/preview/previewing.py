"""``coursewright serve`` run as people run it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.cli.running import environment
from tests.cli.warm_process import WarmProcess, started

# Seconds within which something has to be said, on a machine that does other things too.
PATIENCE = 120.0


@dataclass(frozen=True)
class RunningPreview:
    """A preview at work: its process, and where it serves."""

    process: WarmProcess
    address: str = ""

    @property
    def said(self) -> list[str]:
        """The lines that it has said so far, those of its standard error last."""
        return [line for file in (self.process.out, self.process.err) for line in file.read_text("utf-8").splitlines()]

    def wait_for(self, words: str, times: int = 1) -> str:
        """The last line that it has said with these words in it, once it has said so many of them."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = [line for line in self.said if words in line]
            if len(found) >= times:
                return found[-1]
            time.sleep(0.05)
        raise AssertionError(f"it did not say “{words}” but {self.said}")

    def interrupt(self) -> int:
        """Press Ctrl-C; the status with which it ends."""
        os.kill(self.process.pid, signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def previewing(root: Path, *arguments: str) -> Iterator[RunningPreview]:
    """A preview of the course, once it serves; stopped at the end."""
    process = started(root, ["serve", "--port", "0", *arguments], environment())
    try:
        address = RunningPreview(process).wait_for("Anteprima: ").removeprefix("Anteprima: ")
        yield RunningPreview(process, address)
    finally:
        process.end()
