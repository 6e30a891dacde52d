"""The course in figures as ``coursewright check --report`` shows it: as tables, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coursewright.cli.text_table import Column, table_lines
from coursewright.locale import Wording
from coursewright.model.competency import COMPETENCY
from coursewright.model.exercise import EXERCISES
from coursewright.model.module import MINUTES, MODULE
from coursewright.model.reading_ease import WORDS
from coursewright.model.words import LOUD_NO, N_, YES
from coursewright.views.course_report import CourseReport


def report_lines(report: CourseReport, words: Wording) -> Iterator[str]:
    """The figures, a line at a time."""
    yield from _module_lines(report, words)
    yield ""
    yield from _competency_lines(report, words)
    if report.cohorts:
        yield ""
        yield from _cohort_lines(report, words)


def report_document(report: CourseReport) -> dict[str, Any]:
    """The figures for programs."""
    return {
        "modules": [
            {
                "module": row.reading.module.id,
                "title": row.reading.module.title,
                "reading_ease": row.reading.ease,
                "words": row.reading.words,
                "minutes": row.minutes,
                "exercises": row.exercises,
            }
            for row in report.modules
        ],
        "competencies": [
            {
                "competency": row.competency.id,
                "title": row.competency.title,
                "taught": row.taught,
                "practised": row.practised,
                "assessed": row.assessed,
            }
            for row in report.competencies
        ],
        "cohorts": [
            {
                "cohort": row.cohort.id,
                "title": row.cohort.title,
                "session_minutes": row.session_minutes,
                "module_minutes": row.module_minutes,
            }
            for row in report.cohorts
        ],
        "minutes": report.minutes,
    }


def _module_lines(report: CourseReport, words: Wording) -> Iterator[str]:
    rows = report.modules
    yield from table_lines(
        Column(words.text(MODULE), [row.reading.module.title for row in rows]),
        Column(words.text(N_("Reading ease")), [row.reading.ease for row in rows], is_figures=True),
        Column(words.text(WORDS), [row.reading.words for row in rows], is_figures=True),
        Column(words.text(MINUTES), [row.minutes for row in rows], is_figures=True),
        Column(words.text(EXERCISES), [row.exercises for row in rows], is_figures=True),
    )
    if rows and all(row.reading.ease is None for row in rows):
        yield words.text(N_("Reading ease is the Gulpease index, which is made for Italian: there is none here."))


def _competency_lines(report: CourseReport, words: Wording) -> Iterator[str]:
    yes, no = words.text(YES), words.text(LOUD_NO)
    rows = report.competencies
    yield from table_lines(
        Column(words.text(COMPETENCY), [row.competency.title for row in rows]),
        Column(words.text(N_("Taught")), [yes if row.taught else no for row in rows]),
        Column(words.text(N_("Practised")), [yes if row.practised else no for row in rows]),
        Column(words.text(N_("Assessed")), [yes if row.assessed else no for row in rows]),
    )


def _cohort_lines(report: CourseReport, words: Wording) -> Iterator[str]:
    rows = report.cohorts
    sessions = [_hours(row.session_minutes) for row in rows]
    yield from table_lines(
        Column(words.text(N_("Cohort")), [row.cohort.title for row in rows]),
        Column(words.text(N_("Hours of sessions")), sessions, is_figures=True),
        Column(words.text(N_("Hours of their modules")), [_hours(row.module_minutes) for row in rows], is_figures=True),
        Column(words.text(N_("Hours of the path")), [_hours(report.minutes) for _ in rows], is_figures=True),
    )


def _hours(minutes: int | None) -> str | None:
    """Hours and minutes as on a clock, so that columns can be compared."""
    return None if minutes is None else f"{minutes // 60}:{minutes % 60:02}"
