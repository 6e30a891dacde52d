"""Files of thermometer readings as the page exports them, for the tests that open them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from playwright.sync_api import FilePayload

THERMOMETER = "stili-di-interazione"
PAGE = f"curriculum/thermometers/{THERMOMETER}.html"
KEY = f"coursewright-readings/community-maker/{THERMOMETER}"


def reading(
    on: str, practices: Mapping[str, str], *, situation: str = "primo-contatto", changed: str = ""
) -> dict[str, Any]:
    """One reading in the form of the files."""
    return {"on": on, "situation": situation, "practices": dict(practices), "changed": changed}


def document(*readings: Any, **other: Any) -> str:
    """The text of a file with these readings; ``other`` takes the place of what it says of itself."""
    head = {"format": "coursewright-readings", "version": 1, "course": "community-maker", "thermometer": THERMOMETER}
    return json.dumps(head | {"readings": list(readings)} | other, ensure_ascii=False, indent=2) + "\n"


def file(text: str, name: str = "letture.json") -> FilePayload:
    """The text as a file that a reader chooses."""
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def files(texts: Sequence[str]) -> list[FilePayload]:
    """Several files, named after people as they should not be."""
    return [file(text, f"mario-{number}.json") for number, text in enumerate(texts)]
