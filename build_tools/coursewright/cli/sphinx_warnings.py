"""What Sphinx complains of, in the form of findings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import click

from coursewright.cli.terminal import plain
from coursewright.locale import Wording
from coursewright.model.finding import Severity

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_COMPLAINT = re.compile(
    r"(?:(?P<place>[^\n]+?): )?(?P<kind>WARNING|ERROR|CRITICAL): (?P<message>.*?)(?: \[(?P<code>[\w.-]+)\])?",
    re.DOTALL,
)


@dataclass(frozen=True)
class SphinxWarning:
    """One complaint: where (path from the root, line 1 where none is said), its code and its words."""

    path: str
    line: int
    code: str
    message: str
    severity: Severity

    def told(self, words: Wording) -> str:
        """The complaint as a line, as findings are told."""
        colour = "red" if self.severity is Severity.ERROR else "yellow"
        severity = click.style(words.text(self.severity), fg=colour, bold=True)
        place = click.style(plain(f"{self.path}:{self.line}:1"), bold=True)
        return f"{place}: {severity} {self.code} {plain(self.message)}"


@dataclass
class WarningStream:
    """The stream that Sphinx writes its complaints to, one a call."""

    root: Path
    warnings: list[SphinxWarning] = field(default_factory=list)

    def write(self, text: str) -> int:
        """Take one complaint as Sphinx formats it."""
        complaint = _COMPLAINT.fullmatch(_COLOURS.sub("", text).strip())
        if complaint is not None:
            self.warnings.append(self._warning(complaint))
        return len(text)

    def flush(self) -> None:
        """Do nothing: all is kept."""

    def _warning(self, complaint: re.Match[str]) -> SphinxWarning:
        path, line = _split(complaint["place"] or "")
        return SphinxWarning(
            self._relative(path) or "conf.py",
            line,
            complaint["code"] or "sphinx",
            " ".join(complaint["message"].split()),
            Severity.WARNING if complaint["kind"] == "WARNING" else Severity.ERROR,
        )

    def _relative(self, path: str) -> str:
        file = Path(path)
        for root in (self.root, self.root.resolve()):
            if path and file.is_relative_to(root):
                return file.relative_to(root).as_posix()
        return path


def _split(place: str) -> tuple[str, int]:
    """Path and line of a place such as ``modules/a.md:12``."""
    found = re.fullmatch(r"(.*?)(?::(\d+))?(?::\d+)?:?", place)
    return (found[1], max(1, int(found[2] or 1))) if found else (place, 1)
