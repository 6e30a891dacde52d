"""The reference of the front door for Python, made from its docstrings; its examples are run by a test."""

from __future__ import annotations

import dataclasses
import inspect
import re
import textwrap
from collections.abc import Iterator
from typing import Any

import coursewright
from coursewright.door.cohort_calendar import CohortCalendar
from coursewright.door.use import Use
from coursewright.groups.portrait import Portrait
from coursewright.model.finding import Finding
from coursewright.model.planned_session import PlannedSession
from coursewright.model.proof import FeeTable, Proven, TableRow
from coursewright.model.reason import Reason
from coursewright.model.statement import (
    DueInstalment,
    Ladder,
    Line,
    Rung,
    SettledStatement,
    Settlement,
    Statement,
    Totals,
)

EXAMPLES = """\
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from coursewright import open_course
"""
"""What the examples of the page need; they are run in the folder of the real course."""
_ERRORS = (
    coursewright.CoursewrightError,
    coursewright.RefusalError,
    coursewright.BlockedError,
    coursewright.AnswerError,
)
_RESULTS = (
    *(Statement, Line, DueInstalment, Reason),
    *(Settlement, SettledStatement, Ladder, Rung, Totals),
    *(FeeTable, TableRow, Proven),
    *(CohortCalendar, PlannedSession),
    *(Portrait, Finding, Use),
)
_EXAMPLE = re.compile(r"(?:^>>> .*\n(?:^(?!$).*\n?)*)+", re.MULTILINE)
_ROLE = re.compile(r":\w+:`([^`]+)`")
_PACKAGE = re.compile(r"\b(?:coursewright|datetime|decimal|pathlib|collections\.abc)\.(?:\w+\.)*(?=\w)")


def python_page() -> str:
    """Opening a course, what one can ask of it, what comes back, and what is raised."""
    parts = [
        "# Python",
        "A course in Python: open it, and ask. What comes back is frozen, typed and the same that the command line "
        "shows; instants carry their zone, amounts are `Decimal` with two decimals. The examples run in the folder "
        "of the real course.",
        _fenced(EXAMPLES, "python"),
        *_told(coursewright.open_course, "open_course", 2),
        *_class(coursewright.OpenedCourse, 2),
        "## What comes back",
        *(part for each in _RESULTS for part in _class(each, 3)),
        "## What is raised",
        *(part for each in _ERRORS for part in _class(each, 3)),
    ]
    return "\n\n".join(parts) + "\n"


def _class(described: type[Any], level: int) -> Iterator[str]:
    yield f"{'#' * level} {described.__name__}"
    yield _text(inspect.getdoc(described) or "")
    if dataclasses.is_dataclass(described):
        shown = [field for field in dataclasses.fields(described) if field.repr and not field.name.startswith("_")]
        yield "\n".join(f"- `{field.name}: {_type(field.type)}`" for field in shown)
    for name, member in described.__dict__.items():
        if name.startswith("_") or name == "below":
            continue
        getter = getattr(member, "fget", None) or getattr(member, "func", None)
        if getter is not None:
            yield f"{'#' * (level + 1)} {described.__name__}.{name}"
            yield f"`{name}: {_type(inspect.signature(getter).return_annotation)}`"
            yield _text(inspect.getdoc(getter) or "")
        elif inspect.isfunction(member):
            yield from _told(member, f"{described.__name__}.{name}", level + 1)


def _told(function: Any, title: str, level: int) -> Iterator[str]:
    signature = inspect.signature(function)
    shown = [parameter for name, parameter in signature.parameters.items() if name != "self"]
    yield f"{'#' * level} {title}"
    arguments = ", ".join(_PACKAGE.sub("", str(each)).replace("'", "") for each in shown)
    yield f"`{function.__name__}({arguments}) -> {_type(signature.return_annotation)}`"
    yield _text(inspect.getdoc(function) or "")


def _type(annotation: Any) -> str:
    return _PACKAGE.sub("", annotation if isinstance(annotation, str) else inspect.formatannotation(annotation))


def _text(docstring: str) -> str:
    """A docstring as Markdown: its examples fenced, its roles and literals as code."""
    text = textwrap.dedent(docstring).replace("``", "`")
    return _EXAMPLE.sub(lambda found: _fenced(found[0], "pycon"), _ROLE.sub(r"`\1`", text)).strip()


def _fenced(text: str, language: str) -> str:
    # The blank line ends what an example is expected to print.
    return f"```{language}\n{text.rstrip()}\n{chr(10) if language == 'pycon' else ''}```\n"
