"""One build of an edition at a time."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coursewright.cli.build_lock import build_lock
from coursewright.cli.refusal import RefusalError


def _ended_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_lock_is_held_and_given_back(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "lock"
    with build_lock(file, 0, pytest.fail):
        assert file.read_text() == str(os.getpid())
    assert not file.exists()


def test_lock_is_given_back_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="x"), build_lock(tmp_path / "lock", 0, pytest.fail):
        raise ValueError("x")
    assert not (tmp_path / "lock").exists()


def test_a_second_build_waits_then_is_refused(tmp_path: Path) -> None:
    waited: list[bool] = []
    with build_lock(tmp_path / "lock", 0, pytest.fail):
        with pytest.raises(RefusalError), build_lock(tmp_path / "lock", 0.3, lambda: waited.append(True)):
            pytest.fail("two builds at once")
        assert waited == [True]
        assert (tmp_path / "lock").exists()


def test_a_lock_left_by_a_process_that_ended_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text(str(_ended_process()))
    with build_lock(tmp_path / "lock", 5, lambda: None):
        assert (tmp_path / "lock").read_text() == str(os.getpid())
    assert list(tmp_path.iterdir()) == []


def test_a_lock_being_written_is_respected_and_an_old_empty_one_is_not(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.write_text("")
    with pytest.raises(RefusalError), build_lock(lock, 0, lambda: None):
        pytest.fail("two builds at once")
    long_ago = time.time() - 60
    os.utime(lock, (long_ago, long_ago))
    with build_lock(lock, 5, lambda: None):
        assert lock.read_text() == str(os.getpid())
