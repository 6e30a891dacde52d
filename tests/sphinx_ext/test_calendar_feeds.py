"""The feed of a cohort: beside its page as long as it is published, and always as it was published.

Covers also `documents/calendar_feeds.py`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from coursewright.model.published_calendar import PublishedCalendar
from coursewright.project import open_project
from coursewright.timetable.announcement import announcements
from coursewright.timetable.publication import publication, published_bytes
from coursewright.timetable.sessions import plan
from tests.sphinx_ext.conftest import Finished
from tests.sphinx_ext.course_site import CourseSite

COHORT = "curriculum/cohorts/c-2023.yaml"
PUBLISHED = "curriculum/cohorts/c-2023.published.json"
FEED = "curriculum/cohorts/c-2023.ics"
PAGE = "curriculum/cohorts/c-2023.html"


def _publish(site: CourseSite, month: int) -> PublishedCalendar:
    """Publish the sessions as they are now, on the first of a month of 2022."""
    curriculum = open_project(site.root).curriculum
    cohort = curriculum.cohorts["c-2023"]
    told = announcements(curriculum, cohort, plan(cohort, curriculum.venues, "it").sessions)
    made = publication(cohort, told, curriculum.published.get("c-2023"), datetime(2022, month, 1, tzinfo=UTC))
    Path(site.root, PUBLISHED).write_bytes(published_bytes(made))
    return made


def test_feed_follows_what_is_published_and_nothing_else(finished: Finished) -> None:
    site = finished.site
    assert FEED not in finished.build.files
    assert b"data-feed" not in finished.build.files[PAGE]

    _publish(site, 11)
    published = site.build()
    assert published.warnings == ()
    feed = published.files[FEED]
    assert feed.count(b"STATUS:CONFIRMED") == 3
    assert b"data-feed" in published.files[PAGE]
    stamps = published.stamps
    assert site.build().stamps == stamps

    site.replace(COHORT, "{id: s2, from", "{id: s2, cancelled: Neve, from")
    ahead = site.build()
    assert ["calendar-not-published" in each for each in ahead.warnings].count(True) == 1
    assert ahead.files[FEED] == feed
    assert b"calendar-news" in ahead.files[PAGE]

    _publish(site, 12)
    after = site.build()
    assert after.files[FEED].count(b"STATUS:CANCELLED") == 1
    assert b"calendar-news" not in after.files[PAGE]

    (site.root / PUBLISHED).unlink()
    assert FEED not in site.build().files


def test_removed_session_is_cancelled_in_the_feed(finished: Finished) -> None:
    site = finished.site
    _publish(site, 11)
    text = Path(site.root, COHORT).read_text("utf-8")
    line = next(line for line in text.splitlines() if "id: s3" in line)
    site.replace(COHORT, f"{line}\n", "    - {id: s4, modules: [misura, conclusione], trainers: [t2], venue: v1}\n")
    made = _publish(site, 12)
    assert {each.id: each.sequence for each in made.sessions} == {"s1": 0, "s2": 0, "s3": 1, "s4": 0}
    assert site.build().files[FEED].count(b"STATUS:CANCELLED") == 1
