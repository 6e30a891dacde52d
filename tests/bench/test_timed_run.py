"""What a command took."""

from __future__ import annotations

import sys

import pytest

from tests.bench.timed_run import FailedRunError, timed_run


def test_processor_time_is_counted_and_waiting_is_not() -> None:
    busy = timed_run([sys.executable, "-c", "for _ in range(3_000_000): pass"])
    idle = timed_run([sys.executable, "-c", "import time; time.sleep(0.5)"])
    assert idle.wall > 0.5
    assert idle.cpu < busy.cpu
    assert busy.peak > 1_000_000


def test_processes_that_the_command_waited_for_are_counted() -> None:
    work = "for _ in range(3_000_000): pass"
    alone = timed_run([sys.executable, "-c", "pass"])
    through = timed_run(
        [sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}])"]
    )
    assert through.cpu > alone.cpu * 2


def test_failure_tells_what_was_said() -> None:
    with pytest.raises(FailedRunError, match="ended with 3:\nno"):
        timed_run([sys.executable, "-c", "print('no'); raise SystemExit(3)"])
