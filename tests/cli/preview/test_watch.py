"""What has changed among the course's files."""

from __future__ import annotations

import os
from pathlib import Path

from coursewright.cli.preview.watch import Watch
from tests.checks.course_folder import FIRST, CourseFolder


def _changed(watch: Watch, root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in watch.changed())


def test_files_that_come_go_or_change_are_told_once(course: CourseFolder) -> None:
    watch = Watch(course.root)
    assert _changed(watch, course.root) == []
    course.replace(FIRST, "Il testo", "Un testo").write("modules/terzo.md", "x").remove("index.md")
    course.write("conf.py", "")
    assert _changed(watch, course.root) == ["conf.py", "index.md", "modules/primo.md", "modules/terzo.md"]
    assert _changed(watch, course.root) == []


def test_file_put_in_the_place_of_another_is_a_change_even_with_its_time_and_length(course: CourseFolder) -> None:
    file = course.root / FIRST
    watch, before = Watch(course.root), file.stat()
    other = course.root / "modules" / ".primo.md.new"
    other.write_text(file.read_text("utf-8").replace("testo", "TESTO"), "utf-8")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(file)
    assert _changed(watch, course.root) == [FIRST]


def test_what_is_built_or_private_or_left_by_an_editor_is_not_looked_at(course: CourseFolder) -> None:
    watch = Watch(course.root)
    for path in (
        "_build/html/index.html",
        "private/names.csv",
        "modules/.primo.md.swp",
        "modules/primo.md~",
        "notes.txt",
    ):
        course.write(path, "x")
    assert _changed(watch, course.root) == []


def test_other_files_are_followed_as_long_as_pages_depend_on_them(course: CourseFolder) -> None:
    course.write("pictures/one.svg", "x").write("static/site.css", "x")
    picture, folder = course.root / "pictures" / "one.svg", course.root / "static"
    watch = Watch(course.root)
    watch.follow({picture, folder, course.root / FIRST})
    assert _changed(watch, course.root) == []
    picture.write_text("xx")
    course.write("static/print.css", "x")
    assert _changed(watch, course.root) == ["pictures/one.svg", "static/print.css"]
    watch.follow({folder})
    picture.write_text("xxx")
    assert _changed(watch, course.root) == []


def test_change_is_not_missed_while_others_are_begun_to_be_followed(course: CourseFolder) -> None:
    watch = Watch(course.root)
    course.write("modules/terzo.md", "x")
    watch.follow({course.root / "pictures"})
    assert _changed(watch, course.root) == ["modules/terzo.md"]


def test_folders_and_links_that_cannot_be_followed_are_passed_over(course: CourseFolder) -> None:
    (course.root / "modules" / "nowhere.md").symlink_to(course.root / "missing.md")
    (course.root / "modules" / "loop").symlink_to(course.root / "modules")
    watch = Watch(course.root)
    course.replace(FIRST, "Il testo", "Un testo")
    assert _changed(watch, course.root) == [FIRST]
