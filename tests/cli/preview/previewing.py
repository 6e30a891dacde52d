"""``coursewright serve`` run as people run it."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
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
    _lines: Queue[str] = field(default_factory=Queue)

    def wait_for(self, words: str) -> str:
        """The next line that it says with these words in it."""
        while True:
            try:
                line = self._lines.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError(f"it did not say “{words}” but {self.out} {self.err}") from None
            if words in line:
                return line

    def interrupt(self) -> int:
        """Press Ctrl-C; the status with which it ends."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def listen(self) -> None:
        """Hear what it says."""
        for stream, lines in ((self.process.stdout, self.out), (self.process.stderr, self.err)):
            assert stream is not None
            Thread(target=self._hear, args=(stream, lines), daemon=True).start()

    def _hear(self, stream: IO[str], lines: list[str]) -> None:
        for line in stream:
            lines.append(line.rstrip("\n"))
            self._lines.put(lines[-1])


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
