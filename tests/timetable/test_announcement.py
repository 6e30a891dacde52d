"""What a session says, for whoever tells it."""

from __future__ import annotations

from datetime import date

import pytest

from coursewright.model.published_calendar import Announcement
from coursewright.model.words import Sentence, Term
from coursewright.timetable.announcement import (
    announcements,
    moved_from,
    told_place,
    told_title,
    why_cancelled,
)
from tests.timetable.planning import cohort, course_with, planned, venue

HELD = {"modules": ["m1"], "venue": "v1"}
ONLINE = {"modules": ["m1"], "online": "https://stanza.example/x"}


def _says(session: dict[str, object]) -> Announcement:
    made = cohort(session, starts="2023-02-18", ends="2023-02-18")
    place = venue(address="Via A 1")
    (says,) = announcements(course_with(made, venues=[place]), made, planned(made, place).sessions).values()
    return says


@pytest.mark.parametrize(
    ("session", "told"),
    [(HELD, "V, Via A 1, Padova"), (ONLINE, Term("Online")), ({"modules": ["m1"]}, ""), ({**HELD, "venue": "x"}, "x")],
)
def test_place_is_told_as_one_finds_it_and_of_an_online_one_only_that(session: dict[str, object], told: str) -> None:
    found = told_place(_says(session))
    assert (found, type(found)) == (told, type(told))


def test_what_is_remarkable_of_a_session_is_told_in_sentences() -> None:
    says = _says({**HELD, "moved": {"from": "2023-02-18", "to": "2023-02-20"}, "cancelled": "Neve", "title": "Insieme"})
    assert told_title(says) == Sentence("CANCELLED: {title}", {"title": "Insieme"})
    assert why_cancelled(says) == (Sentence("Why it is cancelled: {why}", {"why": "Neve"}),)
    assert moved_from(says) == (Sentence("It was to be on {day}.", {"day": date(2023, 2, 18)}),)


def test_of_a_session_as_planned_there_is_nothing_more_to_tell() -> None:
    says = _says({**HELD, "title": "Insieme"})
    assert (told_title(says), why_cancelled(says), moved_from(says)) == ("Insieme", (), ())
