"""BibTeX text as entries with the place of each, and what is wrong with it.

As strict as the reader of the site's bibliography (pybtex) or stricter, so that what passes here cannot stop it there;
every mistake has its place, reading goes on with the next entry, and no input takes more time than its length warrants.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from coursewright.model.finding import Code, Finding, Value
from coursewright.model.place import Place
from coursewright.model.words import N_, Term
from coursewright.sources.finding_limit import are_too_many, limited
from coursewright.sources.text_files import TextFile

_SHORTER = N_("a shorter text")
_VALUE = N_("a value in braces")
_EQUALS = N_("“=” and a value in braces")
MAX_BRACES = 50
MAX_MACRO = 100
MAX_VALUE = 20_000
MAX_STEPS = 60_000

_SPACE = re.compile(r"\s*")
_COMMAND = re.compile(r"@\s*([a-z]+)\s*([{(])", re.IGNORECASE)
_NEXT_ENTRY = re.compile(r"^[ \t]*@\w+[ \t]*[{(]", re.MULTILINE)
_KEY = re.compile(r"[^\s,{}()=\"#%'\\]+")
_NAME = re.compile(r"[A-Za-z][\w:.+/-]*", re.ASCII)
_DIGITS = re.compile(r"[0-9]+")
_INSIDE = re.compile(r"""[{}"]|^[ \t]*@\w+[ \t]*[{(]""", re.MULTILINE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class BibEntry:
    """One work as written: its key with the key's place, and its fields by name in small letters."""

    key: str
    place: Place
    fields: Mapping[str, str]


@dataclass(frozen=True)
class BibFile:
    """The entries in the order of the file; one that is wrong has the fields before the mistake."""

    entries: tuple[BibEntry, ...]
    findings: tuple[Finding, ...]


def read_bibtex(file: TextFile) -> BibFile:
    """The entries of a BibTeX file, and its mistakes."""
    reader = _Reader(file)
    reader.read()
    return BibFile(tuple(reader.entries), limited(reader.findings))


class _MistakeError(Exception):
    """What was expected at a position and is not there."""

    def __init__(self, position: int, expected: str) -> None:
        super().__init__(expected)
        self.position = position
        self.expected = expected


class _TooLargeError(Exception):
    """More works, fields and values than anyone writes."""


class _Reader:
    def __init__(self, file: TextFile) -> None:
        self.path, self.text = file.path, file.text
        self.position = 0
        self.entries: list[BibEntry] = []
        self.findings: list[Finding] = []
        self._line_starts = [0, *(end.end() for end in re.finditer("\n", file.text))]
        self._macros = dict(zip(_MONTHS, _MONTHS, strict=True))
        self._began: dict[str, int] = {}
        self._steps = 0

    def read(self) -> None:
        """Read every entry; after a mistake reading goes on at the next line that begins one."""
        while not are_too_many(self.findings):
            begin = self.position = self.text.find("@", self.position)
            if begin < 0:
                return
            try:
                self._command()
            except _MistakeError as mistake:
                self._refuse(mistake.position, Code.BIBLIOGRAPHY_SYNTAX, expected=Term(mistake.expected))
                following = _NEXT_ENTRY.search(self.text, max(mistake.position, begin + 1))
                self.position = following.start() if following else len(self.text)
            except _TooLargeError:
                self._refuse(self.position, Code.FILE_TOO_LARGE, found=self._steps, limit=MAX_STEPS)
                return

    def _step(self) -> None:
        self._steps += 1
        if self._steps > MAX_STEPS:
            raise _TooLargeError

    def _place(self, position: int) -> Place:
        line = bisect_right(self._line_starts, position)
        return Place(self.path, line, position - self._line_starts[line - 1] + 1)

    def _refuse(self, position: int, code: Code, **values: Value) -> None:
        self.findings.append(Finding(code, self._place(position), values))

    def _command(self) -> None:
        self._step()
        command = _COMMAND.match(self.text, self.position)
        if command is None:
            raise _MistakeError(self.position, N_("a work such as @misc or @book"))
        word, closing = command.group(1).lower(), "}" if command.group(2) == "{" else ")"
        self.position = command.end()
        if word == "comment":
            return
        if word == "preamble":
            self._value()
        elif word == "string":
            self._macro()
        else:
            self._entry(closing)
        self._require(closing, N_("a comma or the closing brace"))

    def _macro(self) -> None:
        name = self._match(_NAME, N_("a name"))
        self._require("=", _EQUALS)
        start = self.position
        value = self._value()
        if len(value) > MAX_MACRO:
            raise _MistakeError(start, _SHORTER)
        self._macros[name.lower()] = value

    def _entry(self, closing: str) -> None:
        key = self._match(_KEY, N_("the id of the work"))
        fields: dict[str, str] = {}
        self._began.clear()
        self.entries.append(BibEntry(key, self._place(self.position - len(key)), fields))
        while self._accept(","):
            self._skip_space()
            if not self.text.startswith(closing, self.position):
                self._field(fields)

    def _field(self, fields: dict[str, str]) -> None:
        name = self._match(_NAME, N_("a field such as title")).lower()
        start = self.position - len(name)
        self._require("=", _EQUALS)
        value = self._value()
        if name in fields:
            self._refuse(start, Code.DUPLICATE_KEY, key=name[:60], line=self._place(self._began[name]).line)
        fields.setdefault(name, value)
        self._began.setdefault(name, start)

    def _value(self) -> str:
        parts = [self._part()]
        left = MAX_VALUE - len(parts[0])
        while left >= 0 and self._accept("#"):
            parts.append(self._part())
            left -= 1 + len(parts[-1])
        if left < 0:
            raise _MistakeError(self.position, _SHORTER)
        return "".join(parts)

    def _part(self) -> str:
        self._step()
        self._skip_space()
        start = self.position
        first = self.text[start : start + 1]
        if first == "{":
            return self._balanced("}", N_("a brace that closes this one"))
        if first == '"':
            return self._balanced('"', N_("a quotation mark that closes this one"))
        digits = _DIGITS.match(self.text, start)
        if digits is not None:
            self.position = digits.end()
            return digits.group()
        name = self._match(_NAME, _VALUE)
        if name.lower() not in self._macros:
            raise _MistakeError(start, _VALUE)
        return self._macros[name.lower()]

    def _balanced(self, closing: str, expected: str) -> str:
        """The text up to the sign that closes what begins here, braces inside in pairs."""
        start, depth = self.position, 0
        for sign in _INSIDE.finditer(self.text, start + 1):
            found = sign.group()
            if found == closing and depth == 0:
                self.position = sign.end()
                return self.text[start + 1 : sign.start()]
            if found == "{":
                depth += 1
            elif found == "}":
                depth -= 1
            elif found != '"':
                raise _MistakeError(start, expected)
            if depth < 0 or depth > MAX_BRACES:
                raise _MistakeError(sign.start(), expected if depth < 0 else N_("fewer braces in braces"))
        raise _MistakeError(start, expected)

    def _skip_space(self) -> None:
        space = _SPACE.match(self.text, self.position)
        self.position = space.end() if space else self.position

    def _accept(self, sign: str) -> bool:
        self._skip_space()
        if not self.text.startswith(sign, self.position):
            return False
        self.position += len(sign)
        return True

    def _require(self, sign: str, expected: str) -> None:
        if not self._accept(sign):
            raise _MistakeError(self.position, expected)

    def _match(self, pattern: re.Pattern[str], expected: str) -> str:
        self._skip_space()
        found = pattern.match(self.text, self.position)
        if found is None:
            raise _MistakeError(self.position, expected)
        self.position = found.end()
        return found.group()
