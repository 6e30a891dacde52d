"""The bytes of a feed: exactly what they are, and the same to two readers whatever the texts hold.

Covers also `timetable/event.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursewright.timetable.event import CalendarEvent, CalendarFeed
from coursewright.timetable.ics import feed_bytes, session_uid
from tests.timetable.calendar_readers import IcalJs, icalendar_events, meant_events
from tests.timetable.feeds import FIRST, ROME, SECOND, feed
from tests.timetable.ics_judge.lint import lint

SMALL = Path(__file__).parent / "small.ics.txt"
ONE_READER = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
# What has a meaning in the format, what looks like a line of it, what breaks lines somewhere, and anything else.
TEXTS = st.lists(
    st.one_of(
        st.sampled_from([*"\\;,:\"^'=\t \r\n\v\f\x00\x07\x1c\x7f\x85\u2028\u2029\ufeff\ud800nN", "\r\n", "\\n"]),
        st.sampled_from(["END:VEVENT", "BEGIN:VEVENT", "ATTENDEE:mailto:a@b", "à", "perché ", "日本語", "👩🏽‍🚀"]),
        st.text(st.characters(), max_size=12),
    ),
    max_size=25,
).map("".join)
EVENTS = st.builds(
    lambda start, length, texts, categories, cancelled: replace(
        FIRST,
        starts_at=datetime(2023, 1, 1, tzinfo=ROME) + timedelta(minutes=15 * start),
        ends_at=datetime(2023, 1, 1, tzinfo=ROME) + timedelta(minutes=15 * (start + length) + 180),
        summary=texts[0],
        location=texts[1],
        description=texts[2],
        url=texts[3] and f"https://example.org/{texts[3]}",
        categories=tuple(categories),
        cancelled=cancelled,
    ),
    st.integers(0, 4 * 24 * 365),
    st.integers(0, 60),
    st.tuples(TEXTS, TEXTS, TEXTS, TEXTS),
    # In a list of texts ical.js takes the comma after a backslash that is escaped for an escaped comma.
    st.lists(TEXTS.map(lambda text: text.replace("\\", "")).filter(str.strip), max_size=3),
    st.booleans(),
)


def test_small_feed_is_exactly_this() -> None:
    lines = SMALL.read_text("utf-8").splitlines()
    assert feed_bytes(feed(SECOND, FIRST)).decode("utf-8").split("\r\n") == [*lines, ""]


def test_both_readers_see_the_small_feed_as_it_is_meant(ical_js: IcalJs) -> None:
    content = feed_bytes(feed(FIRST, SECOND))
    assert icalendar_events(content) == ical_js.events(content) == meant_events(feed(FIRST, SECOND))


@given(st.lists(EVENTS, min_size=1, max_size=4), TEXTS)
@ONE_READER
def test_any_text_survives_and_adds_nothing(ical_js: IcalJs, events: list[CalendarEvent], name: str) -> None:
    numbered = [replace(event, session=f"s{number}") for number, event in enumerate(events)]
    told = replace(feed(*numbered), name=name, description=name)
    content = feed_bytes(told)
    assert lint(content) == ()
    assert icalendar_events(content) == meant_events(told)
    assert ical_js.events(content) == meant_events(told)
    seen = ical_js.read(content)
    assert seen["components"] == ["vtimezone", *["vevent"] * len(events)]
    assert {prop for event in seen["events"] for prop in event["properties"]} <= {
        *("uid", "dtstamp", "last-modified", "sequence", "status", "dtstart", "dtend", "summary", "location"),
        *("description", "url", "categories"),
    }
    assert content == feed_bytes(replace(told, events=tuple(reversed(told.events))))


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029", "\x1e", "\\n", "\r\n "])
def test_no_text_adds_a_property(ical_js: IcalJs, end: str) -> None:
    bad = f"x{end}ATTENDEE:mailto:eve@example.org{end}END:VEVENT{end}BEGIN:VEVENT"
    event = replace(FIRST, summary=bad, location=bad, description=bad, url=bad, categories=(bad,), session=bad)
    content = feed_bytes(replace(feed(event), name=bad, description=bad, product=bad))
    assert [fault for fault in lint(content) if "URL" not in fault.message] == []
    plain = ical_js.read(feed_bytes(feed(FIRST)))
    seen = ical_js.read(content)
    assert seen["properties"] == plain["properties"]
    assert [event["properties"] for event in seen["events"]] == [event["properties"] for event in plain["events"]]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("Europe/Rome", datetime(2023, 3, 26, 1, 30)),
        ("Europe/Rome", datetime(2023, 3, 26, 3)),
        ("Europe/Rome", datetime(2023, 10, 29, 2, 30)),
        ("Europe/Rome", datetime(2023, 10, 29, 2, 30, fold=1)),
        ("America/New_York", datetime(2035, 3, 11, 3)),
        ("America/New_York", datetime(2035, 11, 4, 1, 30, fold=1)),
        ("America/Santiago", datetime(2035, 9, 2, 1)),
        ("America/Nuuk", datetime(2035, 3, 25, 0)),
        ("America/Nuuk", datetime(2035, 3, 24, 22)),
        ("Africa/Cairo", datetime(2035, 10, 26, 1)),
        ("Africa/Cairo", datetime(2036, 10, 31, 1)),
        ("Africa/Cairo", datetime(2036, 10, 30, 12)),
        ("Europe/Dublin", datetime(2023, 7, 1, 10)),
        ("Europe/Dublin", datetime(2023, 12, 1, 10)),
        ("Africa/Casablanca", datetime(2023, 3, 30, 10)),
        ("Africa/Casablanca", datetime(2023, 5, 30, 10)),
        ("Australia/Lord_Howe", datetime(2023, 10, 1, 3)),
        ("Antarctica/Troll", datetime(2023, 3, 26, 4)),
        ("Asia/Kolkata", datetime(2023, 3, 26, 4)),
        ("Asia/Tokyo", datetime(2023, 3, 26, 4)),
    ],
)
def test_both_readers_agree_on_the_instant(ical_js: IcalJs, name: str, start: datetime) -> None:
    starts = start.replace(tzinfo=ZoneInfo(name))
    ends = (starts.astimezone(UTC) + timedelta(hours=30)).astimezone(starts.tzinfo)
    told = feed(replace(FIRST, starts_at=starts, ends_at=ends), timezone=name)
    content = feed_bytes(told)
    assert icalendar_events(content) == meant_events(told)
    assert ical_js.events(content) == meant_events(told)
    assert lint(content) == ()


@pytest.mark.parametrize("character", ["a", "à", "日", "👩"])
@pytest.mark.parametrize("before", range(4))
def test_line_is_cut_between_characters_and_not_too_soon(before: int, character: str) -> None:
    content = feed_bytes(feed(replace(FIRST, description="a" * before + character * 200)))
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") for line in lines[:-1])
    first = next(number for number, line in enumerate(lines) if line.startswith(b"DESCRIPTION;") and len(line) > 60)
    assert len(lines[first]) > 75 - len(character.encode())
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_moving_one_session_changes_one_event() -> None:
    later = timedelta(days=400)
    moved = replace(SECOND, starts_at=SECOND.starts_at + later, ends_at=SECOND.ends_at + later)
    before = feed_bytes(feed(FIRST, SECOND)).split(b"BEGIN:VEVENT")
    after = feed_bytes(feed(FIRST, moved)).split(b"BEGIN:VEVENT")
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, True, False]
    assert before[2].split(b"\r\n")[1] == after[2].split(b"\r\n")[1]


def test_uid_keeps_the_two_ids_apart() -> None:
    assert session_uid("a.b", "c") != session_uid("b", "c.a")
    assert session_uid("cm-2023", "s1") == "s1.cm-2023@sessions.coursewright.invalid"


def test_feed_without_events_is_well_formed(ical_js: IcalJs) -> None:
    content = feed_bytes(feed())
    assert lint(content) == ()
    assert ical_js.events(content) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"ends_at": FIRST.starts_at}, "must be after"),
        ({"starts_at": datetime(2023, 2, 18, 10)}, "one ZoneInfo"),
        ({"ends_at": FIRST.ends_at.astimezone(ZoneInfo("Europe/Paris"))}, "one ZoneInfo"),
        ({"stamp": FIRST.starts_at}, "in UTC"),
        ({"sequence": -1}, "negative"),
    ],
)
def test_event_that_no_reader_would_understand_is_refused(change: dict[str, datetime], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        replace(FIRST, **change)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"language": "it\r\nX:1"}, "language"),
        ({"language": "it_IT"}, "language"),
        ({"refresh": "12h"}, "duration"),
        ({"refresh": "PT"}, "duration"),
        ({"timezone": "Europe/Paris"}, "an event in Europe/Rome"),
    ],
)
def test_feed_that_could_not_be_written_is_refused(change: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        replace(feed(FIRST), **change)  # type: ignore[arg-type]


def test_feed_is_the_same_twice() -> None:
    told: CalendarFeed = feed(FIRST, SECOND)
    assert feed_bytes(told) == feed_bytes(told)
