"""Findings: the only currency of error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from coursewright.model.condition import Profile
from coursewright.model.finding_codes import Code, Severity
from coursewright.model.place import Place
from coursewright.model.reason import Reason
from coursewright.model.words import Scalar

__all__ = ["Code", "Finding", "FindingError", "Kind", "Severity", "Value"]

Value = Scalar | Profile | Reason


class Kind(StrEnum):
    """What an id can name; the value is the word used for it in files, roles and messages."""

    COURSE = "course"
    COMPETENCY_MAP = "competency-map"
    AREA = "area"
    COMPETENCY = "competency"
    GRADATION = "gradation"
    FIGURE = "figure"
    MODULE = "module"
    EXERCISE = "exercise"
    THERMOMETER = "thermometer"
    GROUP = "group"
    MEMBER = "member"
    MATRIX = "matrix"
    LEVEL = "level"
    OBJECTIVE = "objective"
    COHORT = "cohort"
    SESSION = "session"
    RULE = "rule"
    ITEM = "item"
    PLAN = "plan"
    PAYER = "payer"
    SITUATION = "situation"
    PERSON = "person"
    VENUE = "venue"
    TERM = "term"
    SOURCE = "source"
    PAGE = "page"


@dataclass(frozen=True)
class Finding:
    """One thing wrong or doubtful: its code, its place, and the values its message speaks of.

    ``values`` holds texts and numbers by the names used in the code's message; those that are a
    :class:`~coursewright.model.words.Term` are words of the interface, profiles and reasons are put into words too.
    ``related`` are other places that take part.
    """

    code: Code
    place: Place
    values: Mapping[str, Value] = field(default_factory=dict)
    related: tuple[Place, ...] = ()

    @property
    def severity(self) -> Severity:
        """How grave it is: fixed by the code."""
        return self.code.severity

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key by which findings are sorted: path, line, column, code, values."""
        return (
            self.place.path,
            self.place.line,
            self.place.column,
            self.code.value,
            repr(sorted(self.values.items(), key=str)),
        )


class FindingError(Exception):
    """Raised where work has to end because of one finding; ``told`` is the finding in somebody's words."""

    def __init__(self, finding: Finding, told: str) -> None:
        super().__init__(told)
        self.finding = finding


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """The findings sorted, each once."""
    unique = {finding.order: finding for finding in findings}
    return tuple(unique[key] for key in sorted(unique))
