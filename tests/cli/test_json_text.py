"""JSON of frozen dataclasses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import pytest

from coursewright.cli.json_text import Documents, Shapes, json_document
from coursewright.model.interval import Interval
from coursewright.model.reason import Reason, ReasonCode

TOLD = {"code": "has-place", "reason": "There is a place."}


class Colour(Enum):
    """A word."""

    RED = "red"


@dataclass(frozen=True)
class Part:
    """What stands in a whole."""

    amount: Decimal
    reason: Reason


@dataclass(frozen=True)
class Whole:
    """Something of everything."""

    day: date
    colour: Colour
    share: Fraction
    counts: dict[Colour, int]
    parts: tuple[Part, ...]
    window: Interval
    nothing: None
    note: Reason
    waived: str = ""


def whole(waived: str = "") -> Whole:
    """One of it."""
    reason = Reason(ReasonCode.HAS_PLACE)
    window = Interval(datetime(2022, 12, 15, tzinfo=UTC), None)
    parts = (Part(Decimal("-1.50"), reason),)
    return Whole(
        date(2022, 12, 1), Colour.RED, Fraction(1, 2), {Colour.RED: 3}, parts, window, None, reason, waived=waived
    )


def test_json_document_has_the_fields_in_their_order() -> None:
    """Amounts and days are text, a field ``reason`` stands among the others, what is as by default is left out."""
    document = json_document(whole())
    assert document == {
        "day": "2022-12-01",
        "colour": "red",
        "share": 0.5,
        "counts": {"red": 3},
        "parts": [{"amount": "-1.50", **TOLD}],
        "window": {"start": "2022-12-15T00:00:00+00:00"},
        "nothing": None,
        "note": TOLD,
    }
    assert list(document)[:3] == ["day", "colour", "share"]
    assert json_document(whole(waived="agreed"))["waived"] == "agreed"


def test_json_document_has_the_shape_it_is_given() -> None:
    """Keys are named anew, taken along a path, or made of the whole."""
    shapes: Shapes = {Whole: {"until": "window.end", "from": "window.start", "size": lambda value: len(value.parts)}}
    document = json_document(whole(), shapes)
    assert list(document.items()) == [("until", None), ("from", "2022-12-15T00:00:00+00:00"), ("size", 1)]


def test_documents_of_what_is_shared_are_shared() -> None:
    """A tuple that two values have is told once."""
    parts, documents = whole().parts, Documents()
    assert documents.of(parts) is documents.of(parts)


def test_json_document_refuses_what_has_no_form() -> None:
    """Nothing is told as its ``repr``."""
    with pytest.raises(TypeError, match="no JSON form of float"):
        json_document((1.5,))
