"""Text files of the course, read with care: only regular files inside the root, of sensible size, in UTF-8."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from coursewright.model.finding import Code, Finding
from coursewright.model.place import Place

MAX_BYTES = 2_000_000


@dataclass(frozen=True)
class TextFile:
    """A file's text, or the finding that says why there is none. ``path`` is relative to the root, with ``/``."""

    path: str
    text: str = ""
    finding: Finding | None = None


def relative_path(file: Path, root: Path) -> str:
    """The file's path as findings and messages show it."""
    shown = file.relative_to(root).as_posix()
    return shown.encode("utf-8", "replace").decode("utf-8")


def read_text(file: Path, root: Path) -> TextFile:
    """The text of ``file`` with lines ended by ``\\n``, a byte order mark left out."""
    path = relative_path(file, root)
    try:
        if not file.resolve(strict=True).is_relative_to(root.resolve()):
            return _refused(path, Code.FILE_OUTSIDE)
        facts = file.stat()
        if not stat.S_ISREG(facts.st_mode):
            return _refused(path, Code.NOT_A_FILE)
        if facts.st_size > MAX_BYTES:
            return _refused(path, Code.FILE_TOO_LARGE, found=facts.st_size, limit=MAX_BYTES)
        content = file.read_bytes()
    except FileNotFoundError:
        return _refused(path, Code.FILE_MISSING)
    except (OSError, RuntimeError):  # RuntimeError: a loop of links, before Python 3.13
        return _refused(path, Code.FILE_UNREADABLE)
    return _decoded(path, content)


def _refused(path: str, code: Code, **values: int) -> TextFile:
    return TextFile(path, finding=Finding(code, Place(path), values))


def _decoded(path: str, content: bytes) -> TextFile:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        found = f"0x{content[error.start]:02X}"
        return TextFile(path, finding=Finding(Code.NOT_UTF8, Place(path, line, column), {"found": found}))
    return TextFile(path, text.replace("\r\n", "\n").replace("\r", "\n"))
