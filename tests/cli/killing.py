"""Work that is killed at a chosen operation on files; the operations are counted in a whole run.

Python tells each of them before it happens (``sys.addaudithook``), the tool those that Python has no name for. A run is
a forked process that leads a group of its own, so that nothing is loaded again for each.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coursewright.cli import main

Work = Callable[[], int]
KILLED = -signal.SIGKILL

_CHANGES = {
    "os.rename",
    "os.link",
    "os.symlink",
    "os.mkdir",
    "os.remove",
    "os.rmdir",
    "os.truncate",
    "os.chmod",
    "os.utime",
    "os.fork",
    "coursewright.exchange",
    "coursewright.sync",
}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
# Seconds after which somebody who still lives is taken for one who lives for ever.
_PATIENCE = 2.0


@dataclass
class _Watch:
    """What this process does with files in ``folder``: counted, and ended before number ``deadly``."""

    folder: Path
    process: int
    deadly: int | None = None
    kill: Callable[[], None] = lambda: None
    done: list[str] = field(default_factory=list)

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if os.getpid() == self.process and self._counts(event, arguments):
            if len(self.done) == self.deadly:
                self.kill()
            self.done.append(event)

    def _counts(self, event: str, arguments: tuple[object, ...]) -> bool:
        if event == "open":
            path, _, flags = arguments
            if isinstance(path, int) or not isinstance(flags, int) or not flags & _WRITING:
                return False
            return self._is_inside(path)
        return event in _CHANGES and (event == "os.fork" or any(map(self._is_inside, arguments)))

    def _is_inside(self, argument: object) -> bool:
        """Whether it is a path in the folder; relative ones are, from there or from a descriptor."""
        if not isinstance(argument, (str, bytes, os.PathLike)):
            return False
        path = os.fsdecode(argument)
        return not path.startswith("/") or Path(path).is_relative_to(self.folder)


def command(folder: Path, *arguments: str | Path) -> Work:
    """The command line at work in a folder, at a time of its own, saying nothing."""

    def work() -> int:
        os.environ["SOURCE_DATE_EPOCH"] = "1670000000"
        os.chdir(folder)
        with Path(os.devnull).open("w") as nowhere:
            sys.stdout = sys.stderr = nowhere
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
            try:
                main([str(each) for each in arguments])
            except SystemExit as end:
                return int(end.code or 0)
        return 70

    return work


def operations(folder: Path, work: Work) -> Sequence[str]:
    """The operations on files in ``folder`` that a whole run makes, by the names of their events."""
    reads, writes = os.pipe()

    def told() -> int:
        watch = _Watch(folder, os.getpid())
        sys.addaudithook(watch)
        status = work()
        with os.fdopen(writes, "w") as stream:
            stream.write("\n".join(watch.done))
        return status

    run = _Run.of(told)
    os.close(writes)
    with os.fdopen(reads) as stream:
        events = stream.read().splitlines()
    assert run.status() == 0
    assert run.is_gone()
    return events


def killed_at(number: int, folder: Path, work: Work, alone: bool = False) -> int:
    """How a run ended that was killed before its operation ``number``, with its whole group or the process alone.

    Nobody that it has started is left when this returns; fails where somebody lives for more than two seconds.
    """

    def kill() -> None:
        if alone:
            os.kill(os.getpid(), signal.SIGKILL)
        os.killpg(0, signal.SIGKILL)

    def doomed() -> int:
        sys.addaudithook(_Watch(folder, os.getpid(), number, kill))
        return work()

    run = _Run.of(doomed)
    status = run.status()
    assert run.is_gone(), f"somebody lives on after a kill at operation {number}"
    return status


def done(work: Work) -> int:
    """The exit status of a whole run."""
    run = _Run.of(work)
    status = run.status()
    assert run.is_gone()
    return status


@dataclass(frozen=True)
class _Run:
    """A forked process, and a pipe that ends with the last of those that it has forked in turn."""

    process: int
    lives: int

    @classmethod
    def of(cls, work: Work) -> _Run:
        lives, held = os.pipe()
        process = os.fork()
        if process == 0:
            status = 71
            try:
                os.close(lives)
                os.setpgid(0, 0)
                status = work()
            finally:
                os._exit(status)
        os.close(held)
        return cls(process, lives)

    def status(self) -> int:
        """How it ended."""
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])

    def is_gone(self) -> bool:
        """Whether all are gone soon; those that are not are ended."""
        gone = bool(select.select([self.lives], [], [], _PATIENCE)[0])
        os.close(self.lives)
        if not gone:
            os.killpg(self.process, signal.SIGKILL)
        return gone
