"""An id added to a list in a file that somebody wrote: the rest stays as it is, byte for byte.

Only ways of writing that are plain to see are changed; the result is read again and must say what was meant. Everything
else is left to the person who writes the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursewright.cli.scaffold.scaffold import Addition
from coursewright.model.place import Key, Mark
from coursewright.sources.front_matter import split_front_matter
from coursewright.sources.text_files import TextFile
from coursewright.sources.yaml_tree import YamlTree, read_yaml

_BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_DASH = re.compile(r" *- +")
# Where a list that is not there yet is put: before the first of these keys.
_FOLLOWERS = ("plan", "sources", "illustrative", "minutes")


def with_addition(content: bytes, addition: Addition) -> bytes | None:
    """The file's content with the id at the end of the list, or None where its form is not one that is changed."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    text = text.removeprefix(mark)
    tree = _data(text, addition.path)
    if tree is None or not isinstance(tree.data, dict):
        return None
    changed = _Text(_LINE.findall(text), tree).with_entry(addition.key, addition.id)
    if changed is None or not _says(changed, tree, addition):
        return None
    return (mark + changed).encode("utf-8")


@dataclass
class _Text:
    """The lines of a file with their ends, and the tree of its data, whose marks count from 1."""

    lines: list[str]
    tree: YamlTree

    def with_entry(self, key: str, identifier: str) -> str | None:
        items = self.tree.data.get(key, ())
        if key not in self.tree.data:
            return self._with_new_list(key, identifier)
        if not isinstance(items, list):
            return None
        mark = self._mark(key, len(items) - 1) if items else self._mark(key)
        if mark is None:
            return None
        if not items:
            return self._inserted(mark, "[", identifier)
        before = self.lines[mark[0] - 1][: mark[1] - 1]
        if _DASH.fullmatch(before):
            return self._with_line(mark[0], f"{before}{identifier}")
        return self._inserted(mark, str(items[-1]), f", {identifier}")

    def _mark(self, *keys: Key) -> Mark | None:
        mark = self.tree.marks.values.get(keys)
        return mark if mark is not None and mark[0] <= len(self.lines) else None

    def _inserted(self, mark: Mark, token: str, addition: str) -> str | None:
        """The text with something right after a token; None where something else stands there."""
        line, column = mark[0] - 1, mark[1] - 1
        written = self.lines[line][column:]
        found = next((each for each in (token, f'"{token}"', f"'{token}'") if written.startswith(each)), None)
        if found is None:
            return None
        end = column + len(found)
        return self._replaced(line, self.lines[line][:end] + addition + self.lines[line][end:])

    def _with_line(self, after: int, line: str) -> str:
        """The text with a line after the one of that number, ended as the lines around it are."""
        end = self._line_end(after - 1)
        above = self.lines[after - 1]
        if not above.endswith(("\r", "\n")):
            return self._replaced(after - 1, f"{above}{end}{line}")
        return self._replaced(after - 1, f"{above}{line}{end}")

    def _with_new_list(self, key: str, identifier: str) -> str | None:
        """The text with a list of its own before the first key that may follow it, in a mapping line by line."""
        marks = (self.tree.marks.keys.get((each,)) for each in _FOLLOWERS)
        mark = next((each for each in marks if each is not None), None)
        if mark is None or mark[1] != 1:
            return None
        line = mark[0] - 1
        return self._replaced(line, f"{key}: [{identifier}]{self._line_end(line)}{self.lines[line]}")

    def _replaced(self, line: int, text: str) -> str:
        return "".join((*self.lines[:line], text, *self.lines[line + 1 :]))

    def _line_end(self, line: int) -> str:
        """How that line ends, or the first one where it is the last and does not end."""
        return _end(self.lines[line]) or _end(self.lines[0]) or "\n"


def _end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def _data(text: str, path: str) -> YamlTree | None:
    """The data of a YAML file or of a Markdown file's front matter, if it can be read whole."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if Path(path).suffix == ".md":
        tree = split_front_matter(TextFile(path, plain)).front_matter
    else:
        tree = read_yaml(plain, path)
    return tree if tree is not None and tree.is_sound else None


def _says(text: str, before: YamlTree, addition: Addition) -> bool:
    """Whether the changed text says what the one before said, and the new id at the list's end."""
    now = _data(text, addition.path)
    listed: list[Any] = before.data.get(addition.key, [])
    return now is not None and now.data == {**before.data, addition.key: [*listed, addition.id]}
