"""A command run in a process of its own, and what it took."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass

# Linux counts in kibibytes, macOS in bytes.
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class FailedRunError(Exception):
    """What was to be measured failed."""


@dataclass(frozen=True)
class TimedRun:
    """Seconds of processor (of the command and of all that it waited for), seconds by the clock, bytes at the most.

    The memory is that of the largest process, not of all together.
    """

    cpu: float
    wall: float
    peak: int


def timed_run(command: Sequence[str]) -> TimedRun:
    """Run a command to its end; raises FailedRunError with what it said where it does not end well."""
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            said.seek(0)
            words = said.read().decode(errors="replace")[-4000:]
            raise FailedRunError(f"{' '.join(command)} ended with {process.returncode}:\n{words}")
    return TimedRun(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * _RSS_UNIT)
