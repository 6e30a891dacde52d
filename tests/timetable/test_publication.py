"""Publishing: instants and sequence numbers, sessions that change, go and come back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from coursewright.model.cohort import Cohort
from coursewright.model.published_calendar import PublishedCalendar
from coursewright.sources.validation import validate
from coursewright.sources.yaml_tree import read_yaml
from coursewright.timetable.announcement import announcements
from coursewright.timetable.publication import Changes, changes, publication, published_bytes
from tests.timetable.planning import cohort, course_with, planned, venue

FIRST, LATER = datetime(2022, 11, 1, 12, tzinfo=UTC), datetime(2022, 12, 1, 12, tzinfo=UTC)
V1 = {"venue": "v1"}


def _published(made: Cohort, earlier: PublishedCalendar | None = None, at: datetime = FIRST) -> PublishedCalendar:
    place = venue()
    told = announcements(course_with(made, venues=[place]), made, planned(made, place).sessions)
    return publication(made, told, earlier, at)


def _changes(made: Cohort, earlier: PublishedCalendar) -> Changes:
    place = venue()
    return changes(made, announcements(course_with(made, venues=[place]), made, planned(made, place).sessions), earlier)


def _state(calendar: PublishedCalendar) -> list[tuple[str, int, datetime, bool]]:
    return [(each.id, each.sequence, each.changed_at, each.says.cancelled) for each in calendar.sessions]


def test_first_publication_begins_at_zero() -> None:
    assert _state(_published(cohort())) == [(f"s{number}", 0, FIRST, False) for number in (1, 2, 3)]


def test_what_has_not_changed_keeps_its_instant() -> None:
    first = _published(cohort())
    assert published_bytes(_published(cohort(), first, LATER)) == published_bytes(first)
    assert _changes(cohort(), first) == Changes()


@pytest.mark.parametrize(
    ("second", "sequence"),
    [
        ({"moved": {"from": "2023-03-04", "to": "2023-03-05"}}, 1),
        ({"from": "10:00"}, 1),
        ({"to": "12:45"}, 1),
        ({"cancelled": "Neve"}, 1),
        ({"venue": "v1"}, 1),
        ({"online": "https://example.org/aula"}, 1),
        ({"title": "Altro titolo"}, 0),
        ({"trainers": ["t1"]}, 0),
    ],
)
def test_time_place_and_status_count_up_and_words_do_not(second: dict[str, Any], sequence: int) -> None:
    changed = cohort({}, second, {})
    first = _published(cohort())
    assert _changes(changed, first) == Changes(changed=("s2",))
    assert _state(_published(changed, first, LATER)) == [
        ("s1", 0, FIRST, False),
        ("s2", sequence, LATER, "cancelled" in second),
        ("s3", 0, FIRST, False),
    ]


def test_reason_of_a_cancellation_is_no_new_status() -> None:
    first = _published(cohort({}, {"cancelled": "Neve"}, {}))
    after = _published(cohort({}, {"cancelled": "Neve e ghiaccio"}, {}), first, LATER)
    assert _state(after)[1] == ("s2", 0, LATER, True)


def test_session_that_is_gone_stays_cancelled_and_is_told_once() -> None:
    first = _published(cohort({}, {"title": "Il secondo"}, {}))
    without = cohort({}, {"id": "s3", "on": "2023-03-18"})
    assert _changes(without, first).removed == ("s2",)
    after = _published(without, first, LATER)
    assert _state(after) == [("s1", 0, FIRST, False), ("s2", 1, LATER, True), ("s3", 0, FIRST, False)]
    assert after.sessions[1].says.title == "Il secondo"
    assert _changes(without, after) == Changes()
    assert published_bytes(_published(without, after, datetime(2023, 1, 1, tzinfo=UTC))) == published_bytes(after)


def test_session_that_comes_back_counts_on() -> None:
    first = _published(cohort())
    gone = _published(cohort({}, {}), first, LATER)
    back = _published(cohort(), gone, datetime(2023, 1, 1, tzinfo=UTC))
    assert [(each.id, each.sequence) for each in back.sessions] == [("s1", 0), ("s2", 0), ("s3", 2)]


def test_other_zone_is_another_time_for_all() -> None:
    first = _published(cohort())
    assert [each.sequence for each in _published(cohort(timezone="Europe/Paris"), first, LATER).sessions] == [1, 1, 1]


@pytest.mark.parametrize("zone", ["Europe/London", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"])
def test_file_is_read_back_as_it_was_written(zone: str) -> None:
    made = cohort(
        {"title": 'Titolo con «virgolette», \\ e " e è 🎉', **V1},
        {"cancelled": "Perché: sì, è così # davvero"},
        {"moved": {"from": "2023-03-18", "to": "2023-03-17"}, "online": "https://example.org/a?b=c#d"},
        timezone=zone,
    )
    written = published_bytes(_published(made))
    read = validate(PublishedCalendar, read_yaml(written.decode(), "c.published.json"))
    assert read.entry is not None
    assert published_bytes(read.entry) == written
    assert _changes(made, read.entry) == Changes()
