"""A message is typed in one place: whoever else shows it takes it from there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from docs.renew_catalogs import MessageId, typed_messages


def _typed_twice() -> Mapping[MessageId, list[str]]:
    """The messages that stand in more than one place, with the places."""
    places: dict[MessageId, list[str]] = defaultdict(list)
    for typed in typed_messages():
        places[typed.message].append(f"{typed.file}:{typed.line}")
    return {message: found for message, found in places.items() if len(found) > 1}


def test_message_is_typed_once() -> None:
    assert _typed_twice() == {}
