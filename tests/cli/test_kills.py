"""Runs the tests of ``kills.py`` in processes of their own.

They fork, and go on in the copy. Of a process in which other tests have set a PDF or opened a browser the copy would
have the locks and not the threads, and wait for ever.

Covers also `cli/workers.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TESTS = "tests/cli/kills.py"
# In seconds; a fork that waits for ever has to end too.
PATIENCE = 1800


def _run(*arguments: str) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    command = [sys.executable, "-m", "pytest", TESTS, "-q", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_killed_commands_leave_the_old_or_the_new() -> None:
    _run("-m", "not audit")


@pytest.mark.audit
@pytest.mark.parametrize("which", ["not anywhere", *(f"anywhere and {share}]" for share in range(8))])
def test_commands_killed_at_every_operation_leave_the_old_or_the_new(which: str) -> None:
    _run("-m", "audit", "-k", which)
