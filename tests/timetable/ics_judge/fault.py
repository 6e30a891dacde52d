"""What can be wrong with an .ics file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultCode(StrEnum):
    """The kinds of faults."""

    # Lines.
    NOT_UTF_8 = "not-utf-8"
    SPLIT_CHARACTER = "split-character"
    LINE_END = "line-end"
    LONG_LINE = "long-line"
    CONTROL_CHARACTER = "control-character"
    NOT_A_LINE = "not-a-line"
    # Components.
    NESTING = "nesting"
    UNKNOWN_COMPONENT = "unknown-component"
    EMPTY_COMPONENT = "empty-component"
    # Properties.
    UNKNOWN_PROPERTY = "unknown-property"
    MISSING_PROPERTY = "missing-property"
    REPEATED_PROPERTY = "repeated-property"
    EXCLUDED_PROPERTY = "excluded-property"
    # Values.
    VALUE_TYPE = "value-type"
    VALUE = "value"
    ESCAPE = "escape"
    RULE = "rule"
    NOT_UTC = "not-utc"
    NO_ZONE = "no-zone"
    # What values say together.
    UNKNOWN_ZONE = "unknown-zone"
    REPEATED_ZONE = "repeated-zone"
    REPEATED_UID = "repeated-uid"
    NO_LENGTH = "no-length"
    INVITATION = "invitation"


@dataclass(frozen=True, order=True)
class Fault:
    """One fault: the line of the file, from 1, where the property or component begins, and a message for people."""

    line: int
    code: FaultCode
    message: str
