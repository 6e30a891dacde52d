"""A tree made public in one step."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from coursewright.cli.output_folder import MARKER
from coursewright.cli.publication import publish, recover
from coursewright.model.page import Edition

PEOPLE = Edition.PARTICIPANTS


@pytest.fixture
def staging(tmp_path: Path) -> Path:
    """A small built tree."""
    return _tree(tmp_path / "staging", {"index.html": "home", "a/page.html": "one", "_static/style.css": "css"})


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Where it goes."""
    return tmp_path / "site" / "html"


def _tree(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


def _texts(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text()
        for file in folder.rglob("*")
        if file.is_file() and file.name != MARKER
    }


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in [folder, *folder.rglob("*")]}


def test_publish_copies_the_tree_and_marks_it(staging: Path, output: Path) -> None:
    assert publish({"": staging}, output, PEOPLE)
    assert _texts(output) == _texts(staging)
    assert (output / MARKER).read_text() == '{"edition": "participants"}\n'
    assert [path.name for path in output.parent.iterdir()] == ["html"]


def test_publish_touches_nothing_where_nothing_changed(staging: Path, output: Path) -> None:
    publish({"": staging}, output, PEOPLE)
    before = _stamps(output.parent)
    assert not publish({"": staging}, output, PEOPLE)
    assert _stamps(output.parent) == before


def test_publish_changes_only_the_files_that_changed(staging: Path, output: Path) -> None:
    publish({"": staging}, output, PEOPLE)
    before = _stamps(output)
    (staging / "a/page.html").write_text("two")
    assert publish({"": staging}, output, PEOPLE)
    after = _stamps(output)
    kept = str(output / "index.html")
    assert after[kept] == before[kept]
    assert (output / "a/page.html").read_text() == "two"


def test_what_is_published_is_never_the_staged_file(staging: Path, output: Path) -> None:
    for text in ("one", "two"):
        (staging / "a/page.html").write_text(text)
        publish({"": staging}, output, PEOPLE)
    with (staging / "index.html").open("w") as rewritten:
        rewritten.write("half a pa")
    assert (output / "index.html").read_text() == "home"


def test_what_is_gone_from_the_tree_goes_from_the_site(staging: Path, output: Path) -> None:
    publish({"": staging}, output, PEOPLE)
    (staging / "a/page.html").unlink()
    assert publish({"": staging}, output, PEOPLE)
    assert _texts(output) == {"index.html": "home", "_static/style.css": "css"}
    assert not (output / "a").exists()


@pytest.mark.parametrize("harm", ["changed", "missing", "added", "linked", "unmarked"])
def test_a_site_that_is_not_whole_is_made_whole(staging: Path, output: Path, harm: str) -> None:
    publish({"": staging}, output, PEOPLE)
    page = output / "index.html"
    if harm == "changed":
        page.write_text("HOME")
    elif harm == "added":
        (output / "stray.html").write_text("x")
    elif harm == "unmarked":
        (output / MARKER).unlink()
    else:
        page.unlink()
    if harm == "linked":
        page.symlink_to(staging / "index.html")
    assert publish({"": staging}, output, PEOPLE)
    assert _texts(output) == _texts(staging)
    assert not page.is_symlink()
    assert (output / MARKER).is_file()


def test_without_hard_links_files_are_copied(staging: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    publish({"": staging}, output, PEOPLE)
    (staging / "a/page.html").write_text("two")
    assert publish({"": staging}, output, PEOPLE)
    assert _texts(output) == _texts(staging)


def test_a_failure_on_the_way_leaves_the_last_good_site(
    staging: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish({"": staging}, output, PEOPLE)
    before = _stamps(output)
    (staging / "a/page.html").write_text("two")

    def full_disk(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full_disk)
    with pytest.raises(OSError, match="No space"):
        publish({"": staging}, output, PEOPLE)
    assert _stamps(output) == before
    assert [path.name for path in output.parent.iterdir()] == ["html"]


def test_an_interruption_between_the_two_renames_is_undone(staging: Path, output: Path) -> None:
    publish({"": staging}, output, PEOPLE)
    output.rename(output.with_name(".html.coursewright-old"))
    _tree(output.with_name(".html.coursewright-new"), {"index.html": "half"})
    recover(output)
    assert _texts(output) == _texts(staging)
    assert [path.name for path in output.parent.iterdir()] == ["html"]


def test_leftovers_of_an_interrupted_publication_go(staging: Path, output: Path) -> None:
    publish({"": staging}, output, PEOPLE)
    for word in ("old", "new"):
        _tree(output.with_name(f".html.coursewright-{word}"), {"index.html": "half"})
    assert not publish({"": staging}, output, PEOPLE)
    assert [path.name for path in output.parent.iterdir()] == ["html"]
