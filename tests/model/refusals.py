"""What a type says of a value: the value it reads, or the code by which it refuses."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter, ValidationError


def read(kind: Any, value: object) -> Any:
    """What ``kind`` makes of what was written."""
    return TypeAdapter(kind).validate_python(value)


def refusal(kind: Any, value: object) -> dict[str, Any] | None:
    """The code and the values with which ``kind`` refuses what was written; None where it takes it."""
    try:
        read(kind, value)
    except ValidationError as error:
        (detail,) = error.errors()
        return dict(detail["ctx"])
    return None


def code(kind: Any, value: object) -> str | None:
    """The code alone."""
    values = refusal(kind, value)
    return str(values["code"]) if values is not None else None
