"""What was probably meant where YAML cannot be read: from libyaml's complaint to a finding's code and place."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from coursewright.model.finding import Code

# What a text without quotes cannot begin with, though people begin texts so: **bold**, > quotations, @names.
_SIGNS = "@`%*&>|,?!"
_QUOTES_AND_BRACKETS = "\"'}])"


@dataclass(frozen=True)
class Slip:
    """A slip of the pen: its code, its line and column counted from 0, the sign it is about if any."""

    code: Code
    line: int
    column: int
    sign: str | None = None


def likely_slip(error: yaml.MarkedYAMLError, text: str, opened: tuple[int, int] | None) -> Slip:
    """The slip that ``error`` in ``text`` betrays; ``opened`` is where the innermost open bracket stands, if any."""
    problem, context = str(error.problem or ""), str(error.context or "")
    at = _position(error.problem_mark) or _position(error.context_mark) or (0, 0)
    begun = _position(error.context_mark) or at
    line = _line(text, at[0])
    if "tab character" in problem or line[at[1] : at[1] + 1] == "\t":
        return Slip(Code.YAML_TAB, at[0], line.find("\t", at[1]))
    if "mapping values are not allowed" in problem and ": " in line[: at[1]]:
        return Slip(Code.YAML_COLON, *at)
    if "scanning a quoted scalar" in context:
        return Slip(Code.YAML_QUOTE, *begun)
    if "flow" in context and opened is not None and at[0] != opened[0]:
        return Slip(Code.YAML_QUOTE, *opened)
    start = begun if context.startswith("while scanning a") else at
    sign = _line(text, start[0])[start[1] : start[1] + 1]
    if sign and sign in _SIGNS:
        return Slip(Code.YAML_SIGN, *start, sign)
    if problem.startswith("did not find expected") and _follows_a_close(line, at[1]):
        return Slip(Code.YAML_QUOTE, *at)
    return Slip(Code.YAML_SYNTAX, *(begun if problem.startswith("could not find expected ':'") else at))


def _follows_a_close(line: str, column: int) -> bool:
    before = line[:column].rstrip()[-1:]
    return line[column : column + 1] in ("}", "]") or (before != "" and before in _QUOTES_AND_BRACKETS)


def _position(mark: yaml.Mark | None) -> tuple[int, int] | None:
    return (mark.line, mark.column) if mark is not None else None


def _line(text: str, number: int) -> str:
    lines = text.split("\n", number + 1)
    return lines[number] if number < len(lines) else ""
