"""The calendar of a cohort on its page, in the course's language and in another."""

from __future__ import annotations

from pathlib import Path

from coursewright.model.translated import translated
from coursewright.project import open_project
from coursewright.views.cohort_calendar import calendar_links

ROOT = Path(__file__).parents[2]


def test_translation_is_no_news_to_subscribers() -> None:
    curriculum = open_project(ROOT).curriculum
    english = translated(curriculum, "en")
    (cohort,) = english.cohorts
    assert english.cohorts[cohort].title != curriculum.cohorts[cohort].title
    shown, written = calendar_links(english, cohort), calendar_links(curriculum, cohort)
    assert (shown.is_published, shown.has_news) == (written.is_published, written.has_news) == (True, False)
    assert shown.cohort.title == english.cohorts[cohort].title
