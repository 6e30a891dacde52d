"""Sessions as lines of a cohort's file, to be pasted into it: an address that stands there stands in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import time

from coursewright.model.cohort import Session, SessionBreak

# What YAML reads as this text without quotes, within braces too.
_PLAIN = re.compile(r"[a-z][a-z0-9-]*")
# What programs that read YAML 1.1 take for truth or for nothing.
_NOT_TEXT = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def session_lines(sessions: Sequence[Session]) -> Iterator[str]:
    """``sessions:`` and a line for each, indented as below ``calendar:``."""
    yield "  sessions:"
    for each in sessions:
        yield f"    - {{{', '.join(_pairs(each))}}}"


def _pairs(session: Session) -> Iterator[str]:
    yield f"id: {_text(session.id)}"
    if session.title is not None:
        yield f"title: {_text(session.title)}"
    if session.on is not None:
        yield f"on: {session.on}"
    if session.start is not None:
        yield f"from: {_clock(session.start)}"
    if session.to is not None:
        yield f"to: {_clock(session.to)}"
    if session.breaks is not None:
        yield f"breaks: [{', '.join(map(_break, session.breaks))}]"
    yield f"modules: [{', '.join(map(_text, session.modules))}]"
    if session.trainers:
        yield f"trainers: [{', '.join(map(_text, session.trainers))}]"
    for key, value in (("venue", session.venue), ("online", session.online), ("cancelled", session.cancelled)):
        if value is not None:
            yield f"{key}: {'true' if value is True else _text(value)}"
    if session.moved is not None:
        yield f"moved: {{from: {session.moved.start}, to: {session.moved.to}}}"


def _break(each: SessionBreak) -> str:
    return f"{{at: {_clock(each.at)}, minutes: {each.minutes}}}"


def _clock(moment: time) -> str:
    return f'"{moment:%H:%M}"'


def _text(value: str) -> str:
    """A text as YAML reads it: quoted as in JSON, which is YAML too, unless it needs no quotes."""
    is_plain = _PLAIN.fullmatch(value) is not None and value not in _NOT_TEXT
    return value if is_plain else json.dumps(value, ensure_ascii=False)
