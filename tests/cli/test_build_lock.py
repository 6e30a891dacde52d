"""One build of an edition at a time.

Covers also `cli/held.py`.
"""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from coursewright.cli.build_lock import build_lock
from coursewright.cli.held import hold
from coursewright.door.errors import RefusalError


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


def test_a_second_build_is_told_which_process_to_wait_for(tmp_path: Path) -> None:
    with build_lock(tmp_path / "lock", 0, pytest.fail):
        with pytest.raises(RefusalError) as refusal, build_lock(tmp_path / "lock", 0, lambda: None):
            pytest.fail("two builds at once")
        assert refusal.value.values == {"number": str(os.getpid())}


def test_a_lock_left_by_a_process_that_ended_is_taken_over_whatever_it_says(tmp_path: Path) -> None:
    for left in ("", "1", str(os.getpid())):
        (tmp_path / "lock").write_text(left)
        with build_lock(tmp_path / "lock", 0, pytest.fail):
            assert (tmp_path / "lock").read_text() == str(os.getpid())
        assert list(tmp_path.iterdir()) == []


def test_a_lock_is_held_until_the_last_process_of_a_build_is_gone(tmp_path: Path) -> None:
    """The one that took it is killed; the one that it forked still writes."""
    program = (
        "import os, sys, time\n"
        "from pathlib import Path\n"
        "from coursewright.cli.build_lock import build_lock\n"
        "with build_lock(Path(sys.argv[1]), 0, lambda: None):\n"
        "    worker = os.fork()\n"
        "    if worker:\n"
        "        print(worker, flush=True)\n"
        "    time.sleep(60)\n"
    )
    lock = tmp_path / "lock"
    process = subprocess.Popen([sys.executable, "-c", program, str(lock)], stdout=subprocess.PIPE, encoding="utf-8")
    assert process.stdout is not None
    with process.stdout:
        worker = int(process.stdout.readline())
    process.kill()
    process.wait()
    with pytest.raises(RefusalError), build_lock(lock, 0, lambda: None):
        pytest.fail("a worker of another build is alive")
    os.kill(worker, signal.SIGKILL)
    with build_lock(lock, 10, lambda: None):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_file_system_without_locks_has_one_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    lock, real = tmp_path / "network" / "lock", hold

    def no_locks_in_the_network(descriptor: int) -> bool:
        if lock.exists() and os.path.samestat(os.fstat(descriptor), lock.stat()):
            raise OSError(errno.ENOLCK, "No locks available")
        return real(descriptor)

    monkeypatch.setattr("coursewright.cli.build_lock.hold", no_locks_in_the_network)
    with build_lock(lock, 0, pytest.fail):
        with pytest.raises(RefusalError), build_lock(lock, 0, lambda: None):
            pytest.fail("two builds at once")
        assert list(lock.parent.iterdir()) == []
    assert list(tmp_path.iterdir()) == [lock.parent]
