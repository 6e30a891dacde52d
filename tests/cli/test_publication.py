"""A tree made public in one step."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from coursewright.cli import system_calls
from coursewright.cli.aside import new_folder
from coursewright.cli.output_folder import MARKER, output_folder
from coursewright.cli.publication import Publication, publish, recover
from coursewright.model.page import Edition
from tests.cli.killing import KILLED, Work, done, killed_at, operations

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
    assert publish({"": staging}, output, PEOPLE) is Publication.WHOLE
    assert _texts(output) == _texts(staging)
    assert (output / MARKER).read_text() == '{"edition": "participants"}\n'
    assert [path.name for path in output.parent.iterdir()] == ["html"]


def test_publish_touches_nothing_where_nothing_changed(staging: Path, output: Path) -> None:
    publish({"": staging}, output, PEOPLE)
    before = _stamps(output.parent)
    assert publish({"": staging}, output, PEOPLE) is Publication.UNCHANGED
    assert _stamps(output.parent) == before


def test_publish_changes_only_the_files_that_changed(staging: Path, output: Path) -> None:
    publish({"": staging}, output, PEOPLE)
    before = _stamps(output)
    (staging / "a/page.html").write_text("two")
    assert publish({"": staging}, output, PEOPLE) is Publication.WHOLE
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
    assert publish({"": staging}, output, PEOPLE) is Publication.WHOLE
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
    assert publish({"": staging}, output, PEOPLE) is Publication.WHOLE
    assert _texts(output) == _texts(staging)
    assert not page.is_symlink()
    assert (output / MARKER).is_file()


def test_without_hard_links_files_are_copied(staging: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    publish({"": staging}, output, PEOPLE)
    (staging / "a/page.html").write_text("two")
    assert publish({"": staging}, output, PEOPLE) is Publication.WHOLE
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
    for name in (".html.coursewright-old", ".html.coursewright-new", ".html.coursewright-new-999999999-0123abcd"):
        _tree(output.with_name(name), {"index.html": "half"})
    assert publish({"": staging}, output, PEOPLE) is Publication.UNCHANGED
    assert [path.name for path in output.parent.iterdir()] == ["html"]


def test_what_another_process_is_at_work_with_stays(staging: Path, output: Path) -> None:
    output.parent.mkdir()
    with new_folder(output.parent, "html") as other:
        publish({"": staging}, output, PEOPLE)
        assert sorted(output.parent.iterdir()) == [other, output]
    assert [path.name for path in output.parent.iterdir()] == ["html"]


def test_where_folders_cannot_be_exchanged_the_new_one_comes_in_two_steps(
    staging: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish({"": staging}, output, PEOPLE)
    (staging / "a/page.html").write_text("two")
    monkeypatch.setattr(system_calls, "_exchange", lambda *_: errno.EINVAL)
    assert publish({"": staging}, output, PEOPLE) is Publication.WITH_A_GAP
    assert _texts(output) == _texts(staging)
    assert [path.name for path in output.parent.iterdir()] == ["html"]


@pytest.mark.parametrize("answers", [[errno.EBUSY] * 9, [errno.EBUSY, 0, 0, 0, 0], [errno.EBUSY, *[errno.EINVAL] * 8]])
def test_a_folder_that_has_to_stay_gets_the_new_files_inside(
    staging: Path, output: Path, monkeypatch: pytest.MonkeyPatch, answers: list[int]
) -> None:
    publish({"": staging}, output, PEOPLE)
    _tree(output, {"gone/page.html": "gone"})
    _tree(staging, {"a/page.html": "two", "b/page.html": "new", "_static/style.css": "CSS"})
    folder, real, left = output.stat().st_ino, system_calls._exchange, iter(answers)
    monkeypatch.setattr(system_calls, "_exchange", lambda one, other: next(left) or real(one, other))
    assert publish({"": staging}, output, PEOPLE) is Publication.PART_BY_PART
    assert (output.stat().st_ino, _texts(output)) == (folder, _texts(staging))
    assert [path.name for path in output.parent.iterdir()] == ["html"]


def test_a_folder_keeps_what_people_may_do_with_it(staging: Path, output: Path) -> None:
    output.mkdir(parents=True)
    output.chmod(0o750)
    for text in ("one", "two"):
        (staging / "a/page.html").write_text(text)
        assert publish({"": staging}, output, PEOPLE) is Publication.WHOLE
        assert output.stat().st_mode & 0o777 == 0o750


@pytest.mark.parametrize("way", list(Publication)[1:])
def test_killed_anywhere_the_old_site_is_there_or_the_new_one(
    staging: Path, output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: Publication
) -> None:
    """With a gap it comes back with the next build, and part by part each file is old or new."""
    publish({"": staging}, output, PEOPLE)
    old = shutil.copytree(output, tmp_path / "old")
    _tree(staging, {"a/page.html": "two", "b/page.html": "new", "_static/style.css": "CSS"})
    if way is not Publication.WHOLE:
        answer = errno.EINVAL if way is Publication.WITH_A_GAP else errno.EBUSY
        monkeypatch.setattr(system_calls, "_exchange", lambda *_: answer)
    before, after = _texts(old), _texts(staging)

    def work() -> int:
        return publish({"": staging}, output, PEOPLE).value

    def again() -> None:
        shutil.rmtree(output.parent)
        shutil.copytree(old, output)

    count = _counted(output.parent, work)
    for number in range(count):
        again()
        assert killed_at(number, output.parent, work) == KILLED
        seen = _texts(output)
        if way is Publication.WITH_A_GAP and not seen:
            recover(output)
            assert _texts(output) == before
        elif way is Publication.PART_BY_PART:
            shown = {name: text for name, text in seen.items() if not name.startswith(".site.")}
            assert shown.keys() <= before.keys() | after.keys()
            assert all(text in (before.get(name), after.get(name)) for name, text in shown.items())
        else:
            assert seen in (before, after)
        output_folder(tmp_path / "course", output, PEOPLE)
        assert done(work) in (Publication.UNCHANGED.value, way.value)
        assert _texts(output) == after
        assert [path.name for path in output.parent.iterdir()] == ["html"]


def test_killed_anywhere_a_first_site_is_whole_or_not_there_and_a_mounted_folder_is_not_refused(
    staging: Path, output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work() -> int:
        return publish({"": staging}, output, PEOPLE).value

    for is_mounted in (False, True):
        if is_mounted:
            monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == output)
        for number in range(100):
            shutil.rmtree(output.parent, ignore_errors=True)
            output.mkdir(parents=True)
            if killed_at(number, output.parent, work) != KILLED:
                break
            assert is_mounted or _texts(output) in ({}, _texts(staging))
            output_folder(tmp_path / "course", output, PEOPLE)
            assert done(work) in (Publication.UNCHANGED.value, 3 if is_mounted else 1)
            assert _texts(output) == _texts(staging)
            assert [path.name for path in output.parent.iterdir()] == ["html"]
        assert 5 < number < 99


def _counted(folder: Path, work: Work) -> int:
    """How many operations a whole run makes."""
    return len(operations(folder, lambda: 0 * work()))
