"""Files read for their text, or refused with a reason."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from coursewright.model.finding import Code
from coursewright.sources.text_files import MAX_BYTES, TextFile, list_folder, read_text

NOBODY = 65534


@contextmanager
def folder_of_another(mode: int) -> Iterator[Path]:
    """A root whose ``curriculum`` gets ``mode``, as someone sees it who may do nothing special."""
    with TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        curriculum = root / "curriculum"
        curriculum.mkdir()
        (curriculum / "course.yaml").write_text("kind: course\n")
        curriculum.chmod(mode)
        is_root = os.geteuid() == 0
        if is_root:
            os.seteuid(NOBODY)
        try:
            yield root
        finally:
            if is_root:
                os.seteuid(0)
            curriculum.chmod(0o755)


def read(root: Path, content: bytes) -> TextFile:
    file = root / "file.yaml"
    file.write_bytes(content)
    return read_text(file, root)


def refused(file: Path, root: Path) -> str:
    text = read_text(file, root)
    assert text.text == ""
    assert text.finding is not None
    return f"{text.finding.place} {text.finding.code}"


@pytest.mark.parametrize(
    "content", [b"a\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfa\r\nb\n"]
)
def test_line_ends_and_byte_order_mark_make_no_difference(tmp_path: Path, content: bytes) -> None:
    assert read(tmp_path, content) == TextFile("file.yaml", "a\nb\n")


def test_path_is_relative_to_the_root(tmp_path: Path) -> None:
    file = tmp_path / "curriculum" / "course.yaml"
    file.parent.mkdir()
    file.write_text("à")
    assert read_text(file, tmp_path) == TextFile("curriculum/course.yaml", "à")


@pytest.mark.parametrize(
    ("content", "place", "found"),
    [
        (b"\xe0", "1:1", "0xE0"),
        (b"ab\r\ncd\xff", "2:3", "0xFF"),
        (b"\xef\xbb\xbfcitt\xe0", "1:5", "0xE0"),
        ("è ".encode() + b"\xe9", "1:3", "0xE9"),
        ("kind".encode("utf-16"), "1:1", "0xFF"),
        (b"a\n\xed\xa0\x80", "2:1", "0xED"),
    ],
)
def test_byte_that_is_not_utf_8_has_its_place(tmp_path: Path, content: bytes, place: str, found: str) -> None:
    finding = read(tmp_path, content).finding
    assert finding is not None
    assert (finding.code, str(finding.place), finding.values) == (Code.NOT_UTF8, f"file.yaml:{place}", {"found": found})


@pytest.mark.parametrize(
    ("content", "place", "found"),
    [
        ("a\0", "1:2", "U+0000"),
        ("a\r\nbc\x07", "2:3", "U+0007"),
        ("a\x0cb", "1:2", "U+000C"),
        ("a\x85b", "1:2", "U+0085"),
        ("a\u2028b", "1:2", "U+2028"),
        ("a\n\u2029", "2:1", "U+2029"),
        ("\x7f", "1:1", "U+007F"),
        ("\ufffe", "1:1", "U+FFFE"),
    ],
)
def test_control_character_has_its_place(tmp_path: Path, content: str, place: str, found: str) -> None:
    finding = read(tmp_path, content.encode()).finding
    assert finding is not None
    assert finding.code is Code.CONTROL_CHARACTER
    assert (str(finding.place), finding.values) == (f"file.yaml:{place}", {"found": found})


@pytest.mark.parametrize("content", ["a\tb\n", "«è» … — ’", "\u00a0\u200b\u202e", "😀", "\ufeff\ufeff"])
def test_other_characters_are_text(tmp_path: Path, content: str) -> None:
    assert read(tmp_path, content.encode()).finding is None


def test_file_of_the_greatest_size_is_read(tmp_path: Path) -> None:
    assert len(read(tmp_path, b"#" * MAX_BYTES).text) == MAX_BYTES


def test_larger_file_is_not_read(tmp_path: Path) -> None:
    finding = read(tmp_path, b"#" * (MAX_BYTES + 1)).finding
    assert finding is not None
    assert (finding.code, finding.values) == (Code.FILE_TOO_LARGE, {"found": MAX_BYTES + 1, "limit": MAX_BYTES})


def test_missing_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "a.yaml", tmp_path) == "a.yaml:1:1 file-missing"
    assert refused(tmp_path / "no" / "a.yaml", tmp_path) == "no/a.yaml:1:1 file-missing"


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "fifo.yaml")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket.yaml"))
        for name in ("folder.yaml", "fifo.yaml", "socket.yaml"):
            assert refused(tmp_path / name, tmp_path) == f"{name}:1:1 not-a-file"


def test_links(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret").write_text("x")
    (root / "file").write_text("x")
    links = {"in": "file", "out": "../secret", "device": "/dev/zero", "broken": "no", "loop": "loop", "deep": "in"}
    for name, target in links.items():
        (root / name).symlink_to(target)
    assert read_text(root / "in", root) == TextFile("in", "x")
    assert read_text(root / "deep", root) == TextFile("deep", "x")
    assert refused(root / "out", root) == "out:1:1 file-outside"
    assert refused(root / "device", root) == "device:1:1 file-outside"
    assert refused(root / "broken", root) == "broken:1:1 not-a-file"
    assert refused(root / "loop", root) == "loop:1:1 file-unreadable"


def test_root_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a").write_text("x")
    (tmp_path / "root").symlink_to("real")
    assert read_text(tmp_path / "root" / "a", tmp_path / "root") == TextFile("a", "x")


def test_file_that_may_not_be_read() -> None:
    with folder_of_another(0o000) as root:
        assert refused(root / "curriculum/course.yaml", root) == "curriculum/course.yaml:1:1 file-unreadable"


def test_folder_that_may_not_be_listed() -> None:
    with folder_of_another(0o111) as root:
        finding = list_folder(root / "curriculum", root).finding
        assert finding is not None
        assert f"{finding.place} {finding.code}" == "curriculum:1:1 file-unreadable"


@pytest.mark.parametrize(
    ("name", "shown"), [(b"un\xe0.md", "un?.md"), (b"a\nb.md", "a?b.md"), (b"a\x1b[1mb.md", "a?[1mb.md")]
)
def test_name_that_cannot_be_shown(tmp_path: Path, name: bytes, shown: str) -> None:
    file = tmp_path / os.fsdecode(name)
    file.write_text("x")
    assert refused(file, tmp_path) == f"{shown}:1:1 file-name"


def test_folder_is_listed_by_name_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b", "a", ".git", "_build", "~lock", "c"):
        (tmp_path / name).write_text("x")
    assert [path.name for path in list_folder(tmp_path, tmp_path).entries] == ["a", "b", "c"]
    assert list_folder(tmp_path / "a", tmp_path).entries == ()
    assert list_folder(tmp_path / "no", tmp_path).entries == ()


@pytest.mark.parametrize("way", ["a link", "a folder that is a link", "a hard link"])
def test_private_file_is_not_read_under_another_name(tmp_path: Path, way: str) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "private/nota.md").write_text("# Nota\n", "utf-8")
    file = tmp_path / "modules/nota.md"
    if way == "a folder that is a link":
        file.parent.symlink_to("private")
    else:
        file.parent.mkdir()
        (file.symlink_to if way == "a link" else file.hardlink_to)(tmp_path / "private/nota.md")
    found = read_text(file, tmp_path).finding
    assert found is not None
    assert (found.code, found.place.path) == (Code.PRIVATE_FILE_NAMED, "modules/nota.md")
