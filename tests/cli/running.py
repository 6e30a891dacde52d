"""The command line run as people run it: a process of its own, or at once where only words matter."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from coursewright.cli import main

_LANGUAGE_NAMES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "NO_COLOR")


@dataclass(frozen=True)
class Sentence:
    """How a run ended and what it said."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class CommandLine:
    """The command line at work in one folder, in Italian unless told otherwise."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    def run(self, *arguments: str | Path) -> Sentence:
        """Run it in this process."""
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        captured = self.capture.readouterr()
        return Sentence(int(end.value.code or 0), captured.out, captured.err)


def environment(**names: str) -> dict[str, str]:
    """The environment of a new process, without any wish for a language but those given."""
    return {name: value for name, value in os.environ.items() if name not in _LANGUAGE_NAMES} | names


def run_process(folder: Path, *arguments: str | Path, **names: str) -> Sentence:
    """Run ``python -m coursewright`` in a folder; ``names`` are variables of its environment."""
    process = subprocess.run(
        [sys.executable, "-m", "coursewright", *map(str, arguments)],
        cwd=folder,
        env=environment(**names),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Sentence(process.returncode, process.stdout, process.stderr)
