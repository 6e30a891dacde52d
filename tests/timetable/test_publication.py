"""Publishing: instants and sequence numbers, sessions that change, go and come back.

Covers also `model/meetings.py`, `model/published_calendar.py`, `timetable/meetings.py`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from coursewright.model.cohort import Cohort
from coursewright.model.published_calendar import PublishedCalendar
from coursewright.sources.validation import validate
from coursewright.sources.yaml_tree import read_yaml
from coursewright.timetable.announcement import announcements
from coursewright.timetable.meetings import meeting_digests
from coursewright.timetable.publication import Changes, changes, publication, published_bytes
from tests.timetable.planning import cohort, course_with, planned, venue

KEY = bytes.fromhex("3f" * 32)
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


def _with_address(address: str, earlier: PublishedCalendar | None, month: int, **second: Any) -> PublishedCalendar:
    """Published on the first of a month with a second session online, in a course that has a key."""
    made = cohort({}, {"online": address, **second}, {})
    curriculum = replace(course_with(made), feed_key=KEY)
    told = announcements(curriculum, made, planned(made).sessions)
    return publication(
        made, told, earlier, datetime(2022, month, 1, tzinfo=UTC), meetings=meeting_digests(curriculum, made)
    )


def _for_everybody(calendar: PublishedCalendar) -> list[tuple[int, int]]:
    return [(each.sequence, each.changed_at.month) for each in calendar.sessions]


def _for_participants(calendar: PublishedCalendar) -> list[tuple[int, int]]:
    return [(each.sequence_for_participants, each.changed_for_participants_at.month) for each in calendar.sessions]


def test_new_address_is_news_for_participants_alone() -> None:
    first = _with_address("https://stanza.example/a?pwd=uno-1", None, 1)
    assert _with_address("https://stanza.example/a?pwd=uno-1", first, 2) == first
    second = _with_address("https://stanza.example/a?pwd=due-2", first, 2)
    assert _for_everybody(second) == _for_everybody(first) == [(0, 1), (0, 1), (0, 1)]
    assert _for_participants(second) == [(0, 1), (1, 2), (0, 1)]
    assert [each.digest for each in second.sessions] == [each.digest for each in first.sessions]
    assert b"stanza" not in published_bytes(second)


def test_address_that_changes_with_the_time_counts_once_and_never_back() -> None:
    first = _with_address("https://stanza.example/a", None, 1)
    second = _with_address("https://stanza.example/b", first, 2)
    third = _with_address("https://stanza.example/c", second, 3, **{"from": "10:00"})
    assert (_for_everybody(third)[1], _for_participants(third)[1]) == ((1, 3), (2, 3))
    titled = _with_address("https://stanza.example/d", third, 4, **{"from": "10:00"}, title="Altro")
    assert (_for_everybody(titled)[1], _for_participants(titled)[1]) == ((1, 4), (3, 4))
    at_a_venue = _published(cohort({}, {**V1, "from": "10:00"}, {}), titled, LATER)
    assert [each.sequence_for_participants for each in at_a_venue.sessions] == [0, 4, 0]
    back = _with_address("https://stanza.example/d", at_a_venue, 12, **{"from": "10:00"})
    assert [each.sequence_for_participants for each in back.sessions] == [0, 5, 0]


def test_without_a_key_no_address_is_kept_nor_compared() -> None:
    made, other = (cohort({"online": f"https://stanza.example/{each}"}, {}, {}) for each in "ab")
    first = _published(made)
    assert b"stanza" not in published_bytes(first)
    assert _published(other, first, LATER) == first
    assert _changes(other, first) == Changes()


def test_key_that_comes_later_is_used_from_the_next_publication_on() -> None:
    address = "https://stanza.example/a"
    first = _published(cohort({}, {"online": address}, {}))
    made = cohort({}, {"online": address}, {})
    curriculum = replace(course_with(made), feed_key=KEY)
    told = announcements(curriculum, made, planned(made).sessions)
    assert changes(made, told, first, meeting_digests(curriculum, made)) == Changes(addresses=("s2",))
    second = _with_address(address, first, 12)
    assert _for_participants(second) == _for_participants(first)
    assert changes(made, told, second, meeting_digests(curriculum, made)) == Changes()


def test_digest_of_an_address_tells_neither_it_nor_that_two_are_one() -> None:
    made = cohort({"online": "https://stanza.example/a"}, {"online": "https://stanza.example/a"}, {})
    digests = [meeting_digests(replace(course_with(made), feed_key=key), made) for key in (KEY, bytes(32))]
    assert len({digest for each in digests for digest in each.values()}) == 4


def test_address_of_an_earlier_version_goes_at_the_next_publication() -> None:
    made = cohort({}, {"online": "https://stanza.example/a?pwd=uno-1"}, {})
    text = published_bytes(_published(made)).decode()
    old = text.replace('"online": true', '"online": "https://stanza.example/a?pwd=uno-1"')
    read = validate(PublishedCalendar, read_yaml(old, "c.published.json")).entry
    assert read is not None
    # As that version did, which knew the address in the digest.
    said = read.sessions[1].says.model_dump(mode="json", by_alias=True)
    data = {"cohort": "C", "timezone": "Europe/Rome", **said}
    canonical = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    of_old = read.sessions[1].model_copy(update={"digest": hashlib.sha256(canonical.encode()).hexdigest()})
    read = read.model_copy(update={"sessions": (read.sessions[0], of_old, read.sessions[2])})
    assert _changes(made, read) == Changes(taken_out=("s2",))
    after = _published(made, read, LATER)
    assert b"stanza" not in published_bytes(after)
    assert _state(after) == [("s1", 0, FIRST, False), ("s2", 0, LATER, False), ("s3", 0, FIRST, False)]
    gone = _published(cohort({}, {"id": "s3", "on": "2023-03-18"}), read, LATER)
    assert (b"stanza" in published_bytes(gone), gone.sessions[1].says.cancelled) == (False, True)


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
