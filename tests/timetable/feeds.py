"""Feeds for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from coursewright.timetable.event import CalendarEvent, CalendarFeed

ROME = ZoneInfo("Europe/Rome")
FIRST = CalendarEvent(
    cohort="cm-2023",
    session="s1",
    starts_at=datetime(2023, 2, 18, 10, tzinfo=ROME),
    ends_at=datetime(2023, 2, 18, 18, tzinfo=ROME),
    summary="Identità, fiducia; perché",
    location="Aula 1\nVia Po, Torino",
    description="Chi siamo e perché: l’identità della comunità, la fiducia, le regole che ci diamo; C:\\note",
    url="https://example.org/edizioni/cm-2023?a=1,2;b",
    stamp=datetime(2023, 1, 2, 3, 4, 5, tzinfo=UTC),
    categories=("Cultura, squadra", "Fiducia"),
)
SECOND = replace(
    FIRST,
    session="s2",
    starts_at=datetime(2023, 3, 11, 10, tzinfo=ROME),
    ends_at=datetime(2023, 3, 11, 13, 30, tzinfo=ROME),
    summary="ANNULLATO: Regole",
    location="",
    description="",
    url="",
    cancelled=True,
    sequence=2,
    categories=(),
)


def feed(*events: CalendarEvent, timezone: str = "Europe/Rome") -> CalendarFeed:
    """A feed of these events."""
    return CalendarFeed(
        "Community Maker 2023", "Le sessioni", "it", timezone, events, "PT12H", "-//coursewright//coursewright//EN"
    )
