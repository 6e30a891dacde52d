"""Files that are new all together."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from coursewright.cli import system_calls
from coursewright.cli.aside import unused_name
from coursewright.cli.whole_set import FileSet, write_together
from tests.cli.killing import KILLED, done, killed_at, operations

OLD = {"a.ics": b"old a", "b.csv": b"old b"}
NEW = {"a.ics": b"new a", "b.csv": b"new b", "c.pdf": b"new c"}
OTHERS = {"mio.txt": b"of somebody"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds an old set, and a file of somebody else."""
    made = tmp_path / "fuori"
    made.mkdir()
    _fill(made, OLD | OTHERS)
    return made


def _fill(folder: Path, contents: dict[str, bytes]) -> None:
    for name, content in contents.items():
        (folder / name).write_bytes(content)


def _contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()} if folder.exists() else {}


def _writing(folder: Path) -> Callable[[], int]:
    def work() -> int:
        write_together(folder, FileSet(NEW))
        return 0

    return work


def test_a_set_is_new_and_the_files_of_others_are_the_same_files(folder: Path) -> None:
    before = (folder / "mio.txt").stat()
    (folder / "a.ics").chmod(0o600)
    folder.chmod(0o2750)
    write_together(folder, FileSet(NEW))
    assert _contents(folder) == NEW | OTHERS
    assert (folder / "mio.txt").stat().st_ino == before.st_ino
    assert (folder.stat().st_mode & 0o7777, (folder / "a.ics").stat().st_mode & 0o777) == (0o2750, 0o600)
    assert list(folder.parent.iterdir()) == [folder]


@pytest.mark.parametrize("there", [True, False], ids=["over an old set", "new"])
def test_killed_anywhere_all_are_old_or_all_are_new(folder: Path, tmp_path: Path, there: bool) -> None:
    target = folder if there else tmp_path / "new" / "deep"
    expected = (OLD | OTHERS, NEW | OTHERS) if there else ({}, NEW)
    for number in range(len(operations(tmp_path, _writing(target)))):
        _again(folder, tmp_path / "new")
        assert killed_at(number, tmp_path, _writing(target)) == KILLED
        assert _contents(target) in expected
        assert done(_writing(target)) == 0
        assert _contents(target) == expected[1]
        assert {each.name for each in tmp_path.iterdir()} <= {"fuori", "new"}


def _again(folder: Path, new: Path) -> None:
    """As it was before the first trial."""
    for file in (*folder.iterdir(), *new.glob("*/*")):
        file.unlink()
    _fill(folder, OLD | OTHERS)
    if new.exists():
        (new / "deep").rmdir()
        new.rmdir()


@pytest.mark.parametrize("why", ["a folder in it", "a link in it", "worked in", "mounted", "no exchange", "no links"])
def test_a_folder_that_has_to_stay_gets_whole_files_one_after_the_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    if why == "a folder in it":
        (folder / "mine").mkdir()
    elif why == "a link in it":
        (folder / "link").symlink_to(folder / "mio.txt")
    elif why == "worked in":
        monkeypatch.chdir(folder)
    elif why == "no links":
        monkeypatch.setattr("coursewright.cli.whole_set.os.link", _refuse_foreign)
    else:
        answer = errno.EBUSY if why == "mounted" else errno.EINVAL
        monkeypatch.setattr(system_calls, "_exchange", lambda *_: answer)
    before = folder.stat().st_ino
    write_together(folder, FileSet(NEW))
    assert folder.stat().st_ino == before
    assert {name: content for name, content in _contents(folder).items() if name != "link"} == NEW | OTHERS
    assert list(folder.parent.iterdir()) == [folder]


_LINK = os.link


def _refuse_foreign(source: str | Path, target: str | Path, *, dst_dir_fd: int | None = None) -> None:
    """A file system that gives no file of somebody else a second name."""
    if Path(source).name == "mio.txt":
        raise PermissionError(errno.EPERM, "Operation not permitted")
    _LINK(source, target, dst_dir_fd=dst_dir_fd)


@pytest.mark.parametrize("is_exchanged", [True, False])
def test_a_folder_that_a_killed_run_left_gives_back_what_is_nowhere_else(folder: Path, is_exchanged: bool) -> None:
    """Somebody saved a file in the folder that was exchanged, and another in the one that had taken its place."""
    aside = unused_name(folder.parent, folder.name, "new")
    aside.mkdir()
    os.link(folder / "mio.txt", aside / "mio.txt")
    _fill(aside, {"a.ics": b"half", "only.txt": b"saved there", ".a.ics.coursewright-new": b"half"})
    if is_exchanged:
        system_calls.exchange(aside, folder)
    (folder / "mio.txt").unlink()
    _fill(folder, {"mio.txt": b"saved again", "here.txt": b"saved here"})
    write_together(folder, FileSet(NEW))
    saved = {"mio.txt": b"saved again", "here.txt": b"saved here", "only.txt": b"saved there"}
    assert _contents(folder) == NEW | saved
    assert list(folder.parent.iterdir()) == [folder]


@pytest.mark.parametrize("way", ["new", "exchanged", "one after the other"])
def test_private_files_are_their_owners_alone_and_former_ones_go(folder: Path, tmp_path: Path, way: str) -> None:
    target = folder if way != "new" else tmp_path / "altrove"
    _fill(folder, {"posta-0123.ics": b"of before", "posta-x.ics": b"of somebody"})
    if way == "one after the other":
        (folder / "cartella").mkdir()
    write_together(target, FileSet(NEW | {"posta-9.ics": b"secret"}, {"posta-9.ics"}, r"posta-\d+\.ics"))
    kept = {"posta-x.ics": b"of somebody", **OTHERS} if way != "new" else {}
    assert _contents(target) == NEW | {"posta-9.ics": b"secret"} | kept
    modes = {file.name: file.stat().st_mode & 0o777 for file in target.iterdir() if file.is_file()}
    assert (modes["posta-9.ics"], modes["c.pdf"]) == (0o600, 0o644)
