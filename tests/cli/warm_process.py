"""New processes of the command line that need not load it first: forks of one that has loaded all there is.

To load Sphinx and its extensions takes longer than to build a little course. What is forked has its own folder,
environment, streams, signals and end; only what ``python`` does before the first line is not done again, which
``test_program.py`` sees to.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

_LOADED = ("coursewright.cli.commands.build", "coursewright.cli.commands.serve", "tests.cli.built_before")


@dataclass(frozen=True)
class WarmProcess:
    """The command line at work: what it says goes into two files."""

    process: ForkServerProcess
    out: Path
    err: Path

    @property
    def pid(self) -> int:
        """Its number in the system."""
        assert self.process.pid is not None
        return self.process.pid

    def wait(self, seconds: float | None = None) -> int:
        """The status with which it ends; TimeoutError if it does not by then."""
        self.process.join(seconds)
        if self.process.exitcode is None:
            raise TimeoutError(f"it has not ended, and said: {self.out.read_text('utf-8')}")
        return self.process.exitcode

    def end(self) -> None:
        """Kill it, if it has not ended, and forget what it said."""
        self.process.kill()
        self.process.join()
        self.out.unlink()
        self.err.unlink()


def started(folder: Path, arguments: Sequence[str], environment: Mapping[str, str]) -> WarmProcess:
    """The command line, begun in a folder."""
    out, err = _empty_file(), _empty_file()
    process = _forks().Process(
        target=_run, args=(str(folder), tuple(arguments), dict(environment), str(out), str(err)), daemon=False
    )
    process.start()
    return WarmProcess(process, out, err)


@cache
def _forks() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(_LOADED))
    return context


def _empty_file() -> Path:
    handle, path = tempfile.mkstemp(prefix="coursewright-said-")
    os.close(handle)
    return Path(path)


def _run(folder: str, arguments: tuple[str, ...], environment: dict[str, str], out: str, err: str) -> None:
    """What the fork does: become what ``python -m coursewright`` is, and run."""
    from coursewright.cli.program import main  # the parent of the forks has it already

    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, name, flags in ((0, os.devnull, os.O_RDONLY), (1, out, os.O_WRONLY), (2, err, os.O_WRONLY)):
        opened = os.open(name, flags | os.O_APPEND)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - as long as the process lasts
    sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), "utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), "utf-8", "backslashreplace", write_through=True)
    sys.argv = ["coursewright", *arguments]
    main(list(arguments))
