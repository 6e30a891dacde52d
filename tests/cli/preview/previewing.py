"""``coursewright serve`` run as people run it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import IO

from tests.cli.running import environment

# Seconds within which something has to be said, on a machine that does other things too.
PATIENCE = 120.0


@dataclass
class RunningPreview:
    """A preview at work: its process, where it serves, and the lines that it has said so far."""

    process: subprocess.Popen[str]
    address: str = ""
    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)

    def wait_for(self, words: str, times: int = 1) -> str:
        """The last line that it has said with these words in it, once it has said so many of them."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = [line for line in (*self.out, *self.err) if words in line]
            if len(found) >= times:
                return found[-1]
            time.sleep(0.05)
        raise AssertionError(f"it did not say “{words}” but {self.out} {self.err}")

    def interrupt(self) -> int:
        """Press Ctrl-C; the status with which it ends."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def listen(self) -> None:
        """Hear what it says."""
        for stream, lines in ((self.process.stdout, self.out), (self.process.stderr, self.err)):
            assert stream is not None
            Thread(target=_hear, args=(stream, lines), daemon=True).start()


def _hear(stream: IO[str], lines: list[str]) -> None:
    for line in stream:
        lines.append(line.rstrip("\n"))


@contextmanager
def previewing(root: Path, *arguments: str) -> Iterator[RunningPreview]:
    """A preview of the course, once it serves; stopped at the end."""
    with subprocess.Popen(
        [sys.executable, "-m", "coursewright", "serve", "--port", "0", *arguments],
        cwd=root,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        preview = RunningPreview(process)
        preview.listen()
        try:
            preview.address = preview.wait_for("Anteprima: ").removeprefix("Anteprima: ")
            yield preview
        finally:
            process.kill()
