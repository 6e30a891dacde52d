"""For whom something of a price list is, in sentences: one for each condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from coursewright.model.condition import Condition
from coursewright.model.fee_rules import CONDITIONS, When
from coursewright.model.words import N_, Sentence


def for_whom(when: When, conditions: Sequence[Condition[Any, Any]] = CONDITIONS) -> Iterator[Sentence]:
    """Each condition of ``when``: none where it is for everyone."""
    if when.received is not None:
        yield from _window(when.received.start, when.received.until)
    for condition in conditions:
        asked = when.asks(condition)
        if asked is not None:
            yield from condition.words(asked)


def _window(first: date | None, last: date | None) -> Iterator[Sentence]:
    if first is not None and last is not None:
        days = {"first": first, "last": last}
        yield Sentence(N_("applications received from {first} to {last}"), days)
    elif last is not None:
        yield Sentence(N_("applications received by {day}"), {"day": last})
    elif first is not None:
        yield Sentence(N_("applications received from {day} on"), {"day": first})
