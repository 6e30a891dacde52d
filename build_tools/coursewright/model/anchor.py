"""Anchors: days that a cohort has or an application brings, by which files say others."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import WithJsonSchema

from coursewright.model.words import N_
from coursewright.model.written import read_day, reads, refuse


class Anchor(StrEnum):
    """A day that a cohort has or an application brings."""

    RECEIVED = "received"
    ENROLMENT_CLOSES = "enrolment.closes"
    STARTS = "starts"


def _read(value: Any) -> date | Anchor | None:
    return Anchor(value) if value in list(Anchor) else read_day(value)


COUNTED_BACK_FROM = N_("The day one counts back from: starts, enrolment.closes or a date.")


def refuse_receipt(day: date | Anchor | None, at: str) -> None:
    """Refuse the receipt under the key ``at``, where one counts back from a day: it would be over."""
    if day is Anchor.RECEIVED:
        known = (Anchor.STARTS.value, Anchor.ENROLMENT_CLOSES.value)
        raise refuse("unknown-value", at=at, found=day.value, known=known)


AnchorDay = Annotated[
    date | Anchor,
    reads(N_("received, enrolment.closes, starts or a day"), _read),
    WithJsonSchema(
        {"type": "string", "pattern": f"^({'|'.join(map(re.escape, Anchor))}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})$"}
    ),
]
