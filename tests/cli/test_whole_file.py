"""Files that take their name when they are whole."""

from __future__ import annotations

import errno
import os
import resource
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coursewright.cli.aside import unused_name
from coursewright.cli.held import hold
from coursewright.cli.whole_file import made_whole, write_whole
from tests.cli.killing import KILLED, done, killed_at, operations


@pytest.fixture(params=[True, False], ids=["without a name", "with a hidden name"])
def _nameless(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether files can be without a name."""
    if not request.param:
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)


@pytest.fixture
def file(tmp_path: Path, _nameless: None) -> Path:
    """A file that is not there yet, alone in its folder."""
    return tmp_path / "esito.csv"


def _write(file: Path, content: bytes) -> Callable[[], int]:
    def work() -> int:
        write_whole(file, [content])
        return 0

    return work


@pytest.mark.parametrize("old", [None, b"old"])
def test_killed_anywhere_it_is_old_or_new_and_the_next_one_clears_up(file: Path, old: bytes | None) -> None:
    count = len(operations(file.parent, _write(file, b"new")))
    for number in range(count):
        file.unlink(missing_ok=True)
        if old is not None:
            file.write_bytes(old)
        assert killed_at(number, file.parent, _write(file, b"new")) == KILLED
        assert (file.read_bytes() if file.exists() else None) in (old, b"new")
        assert done(_write(file.with_name("other.csv"), b"other")) == 0
        assert {each.name for each in file.parent.iterdir()} <= {"esito.csv", "other.csv"}


@pytest.mark.parametrize("old", [0o644, 0o640, 0o600, 0o444])
@pytest.mark.parametrize("mode", [0o644, 0o600])
def test_no_more_people_may_read_it_than_the_one_it_replaces(file: Path, old: int, mode: int) -> None:
    file.touch()
    file.chmod(old)
    write_whole(file, [b"new"], mode)
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", old & mode)


def test_a_new_one_is_as_wide_as_the_mask_of_the_process_lets_it_be(file: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(file, [b"new"])
    finally:
        os.umask(before)
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_free_name_is_taken_and_another_is_not(file: Path) -> None:
    with made_whole(file, [b"new"]) as made:
        made.take_free_name()
    with made_whole(file, [b"newer"]) as made, pytest.raises(FileExistsError):
        made.take_free_name()
    assert [(each.name, each.read_bytes()) for each in file.parent.iterdir()] == [("esito.csv", b"new")]


def test_one_that_takes_no_name_was_never_there(file: Path) -> None:
    with made_whole(file, [b"new"]):
        pass
    assert list(file.parent.iterdir()) == []


def test_what_another_process_writes_and_what_is_not_ours_stays(file: Path) -> None:
    busy, left = (unused_name(file.parent, "altro.csv", "new") for _ in range(2))
    others = [file.parent / name for name in (".esito.csv.swp", ".coursewright-new", "x.coursewright-new-1-0123abcd")]
    for each in (busy, left, *others):
        each.touch()
    with busy.open() as stream:
        assert hold(stream.fileno())
        write_whole(file, [b"new"])
    assert set(file.parent.iterdir()) == {file, busy, *others}


def test_a_full_disk_is_told_with_the_file_that_was_wanted(file: Path) -> None:
    """A bound on what a process may write stands for the disk."""
    file.write_bytes(b"old")

    def work() -> int:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            write_whole(file, iter([b"x" * 900] * 9))
        except OSError as error:
            return int((error.errno, error.filename) == (errno.EFBIG, str(file)))
        return 2

    assert done(work) == 1
    assert [(each.name, each.read_bytes()) for each in file.parent.iterdir()] == [("esito.csv", b"old")]


def test_a_folder_that_is_missing_is_told_with_the_file_that_was_wanted(file: Path) -> None:
    with pytest.raises(FileNotFoundError) as error:
        write_whole(file.parent / "nowhere" / "esito.csv", [b"new"])
    assert error.value.filename == str(file.parent / "nowhere" / "esito.csv")


def test_an_interruption_leaves_nothing(file: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(file, pieces())
    assert list(file.parent.iterdir()) == []
