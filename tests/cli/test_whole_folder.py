"""Folders that take their name when they are whole.

Covers also `cli/aside.py`, `cli/system_calls.py`.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from coursewright.cli import system_calls
from coursewright.cli.aside import held, unused_name
from coursewright.cli.whole_folder import FixedFolderError, Way, folder_beside, new_tree, recover, take_name


def _full(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "a.md").write_text(text)
    return folder


def test_a_folder_that_fails_on_its_way_was_never_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), new_tree(tmp_path / "a/b") as new:
        (new / "half.md").rename(_full(new / "sub", "half") / "nowhere" / "half.md")
    assert list(tmp_path.iterdir()) == []


def test_what_stands_in_the_way_is_told_with_the_folder_that_was_wanted(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError) as error, folder_beside(tmp_path / "file" / "corso"):
        pytest.fail("a folder in a file")
    assert error.value.filename == str(tmp_path / "file" / "corso")


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES])
def test_a_folder_that_cannot_be_renamed_either_has_to_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A refusal of the exchange that may mean that there is none is tried again by renaming, and that is refused."""
    target = _full(tmp_path / "site", "old")

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(system_calls, "_exchange", lambda *_: number)
    with folder_beside(target) as new:
        (new / "a.md").write_text("new")
        monkeypatch.setattr(Path, "rename", refuse)
        with pytest.raises(FixedFolderError):
            take_name(new, target)
    assert [(each.name, (each / "a.md").read_text()) for each in tmp_path.iterdir()] == [("site", "old")]


def test_a_folder_comes_back_that_was_cut_off_between_two_renames(tmp_path: Path) -> None:
    target = tmp_path / "site"
    _full(unused_name(tmp_path, "site", "old"), "old")
    _full(unused_name(tmp_path, "site", "new"), "half")
    recover(target)
    assert [(each.name, (each / "a.md").read_text()) for each in tmp_path.iterdir()] == [("site", "old")]


def test_a_folder_that_somebody_is_renaming_now_is_left_to_them(tmp_path: Path) -> None:
    old = _full(unused_name(tmp_path, "site", "old"), "old")
    with held(old):
        recover(tmp_path / "site")
        assert list(tmp_path.iterdir()) == [old]


def test_an_empty_folder_is_replaced_also_where_nothing_can_be_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_calls, "_exchange", lambda *_: errno.ENOSYS)
    (tmp_path / "site").mkdir()
    with folder_beside(tmp_path / "site") as new:
        assert take_name(new, tmp_path / "site") is Way.ONE_STEP
    assert [each.name for each in tmp_path.iterdir()] == ["site"]
