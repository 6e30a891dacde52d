"""Text files of the course, read with care: only regular files inside the root, of sensible size, in UTF-8."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from pathlib import Path

from coursewright.model.finding import Code, Finding, Value
from coursewright.model.place import Place
from coursewright.sources.file_gate import FileGate

MAX_BYTES = 2_000_000
# Control characters, halves of surrogate pairs, and the line ends that only some programs take for such.
NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class TextFile:
    """A file's text, or the finding that says why there is none. ``path`` is relative to the root, with ``/``."""

    path: str
    text: str = ""
    finding: Finding | None = None


@dataclass(frozen=True)
class Folder:
    """What lies in a folder, sorted by name, hidden files left out, or the finding that says why nothing is known."""

    entries: tuple[Path, ...] = ()
    finding: Finding | None = None


def relative_path(file: Path, root: Path) -> str:
    """The file's path as findings show it: what cannot be shown is a question mark."""
    # A name that is not in UTF-8 reaches us with halves of surrogate pairs.
    written = file.relative_to(root).as_posix().encode("utf-8", "replace").decode("utf-8")
    return NOT_TEXT.sub("?", written).replace("\t", "?").replace("\n", "?")


def is_folder(path: Path) -> bool:
    """Whether there is a folder that can be asked for."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """Whether something stands under that name: a file, a folder, a link that leads nowhere."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def list_folder(folder: Path, root: Path) -> Folder:
    """What lies in ``folder``; nothing where there is no folder."""
    if not is_folder(folder):
        return Folder()
    try:
        found = [path for path in folder.iterdir() if not path.name.startswith((".", "_", "~"))]
    except OSError:
        return Folder(finding=Finding(Code.FILE_UNREADABLE, Place(relative_path(folder, root))))
    return Folder(tuple(sorted(found, key=lambda path: path.name)))


def read_text(file: Path, root: Path) -> TextFile:
    """The text of ``file`` with lines ended by ``\\n``, a byte order mark left out."""
    path = relative_path(file, root)
    if path != file.relative_to(root).as_posix():
        return _refused(Place(path), Code.FILE_NAME)
    try:
        real, facts = file.resolve(strict=True), file.stat()
        if not real.is_relative_to(root.resolve()):
            return _refused(Place(path), Code.FILE_OUTSIDE)
        # Only what is reached by a link, or has a second name, may be private under a name that is not.
        is_linked = real.relative_to(root.resolve()) != file.relative_to(root) or facts.st_nlink > 1
        hidden = FileGate(root).refusal(file) if is_linked else None
        if hidden is not None:
            return _refused(Place(path), hidden, found=path)
        if not stat.S_ISREG(facts.st_mode):
            return _refused(Place(path), Code.NOT_A_FILE)
        if facts.st_size > MAX_BYTES:
            return _refused(Place(path), Code.FILE_TOO_LARGE, found=facts.st_size, limit=MAX_BYTES)
        content = file.read_bytes()
    except FileNotFoundError:
        return _refused(Place(path), Code.NOT_A_FILE if is_there(file) else Code.FILE_MISSING)
    except (OSError, RuntimeError):  # RuntimeError: a loop of links, before Python 3.13
        return _refused(Place(path), Code.FILE_UNREADABLE)
    return _decoded(path, content)


def _refused(place: Place, code: Code, **values: Value) -> TextFile:
    return TextFile(place.path, finding=Finding(code, place, values))


def _decoded(path: str, content: bytes) -> TextFile:
    try:
        text = _with_plain_line_ends(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = _with_plain_line_ends(content[: error.start].decode("utf-8"))
        return _refused(_end(path, before), Code.NOT_UTF8, found=f"0x{content[error.start]:02X}")
    control = NOT_TEXT.search(text)
    if control is not None:
        found = f"U+{ord(control.group()):04X}"
        return _refused(_end(path, text[: control.start()]), Code.CONTROL_CHARACTER, found=found)
    return TextFile(path, text)


def _with_plain_line_ends(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _end(path: str, text: str) -> Place:
    """The place right after ``text``, which begins the file."""
    return Place(path, text.count("\n") + 1, len(text) - text.rfind("\n"))
