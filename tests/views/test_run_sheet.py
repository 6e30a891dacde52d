"""Run sheets: times by the clock, over one session or several."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.exercise import Exercise
from coursewright.model.module import Module
from coursewright.model.place import Origin
from coursewright.model.written import Plain
from coursewright.views.run_sheet import RunSheet, run_sheet, run_sheet_ids
from tests.views.courses import course_of, whole

PLAN: list[dict[str, Any]] = [
    {"title": "Apertura", "minutes": Plain("20"), "cue": "In cerchio."},
    {"exercise": "e"},
    {"break": Plain("15")},
    {"title": "Chiusura", "minutes": Plain("40")},
]


def _course(*sessions: dict[str, Any], to: str = "11:45") -> Curriculum:
    """A module of two hours with an exercise of an hour, taught in sessions of a day each from half past nine."""
    module = {"id": "m", "summary": "S", "minutes": Plain("120"), "teaches": [], "plan": PLAN}
    exercise = {
        "id": "e",
        "device": "case",
        "practises": [],
        "group": {"min": Plain("2"), "max": Plain("9")},
        "minutes": Plain("60"),
        "steps": [{"title": "Uno", "minutes": Plain("25")}, {"title": "Due", "minutes": Plain("35"), "cue": "Piano."}],
        "materials": ["penne", "fogli"],
    }
    cohort = {
        "id": "c",
        "title": "C",
        "timezone": "Europe/Rome",
        "starts": "2023-02-18",
        "ends": "2023-12-31",
        "enrolment": {"opens": "2022-10-03", "closes": "2023-01-20"},
        "calendar": {
            "pattern": {"every": "1 week", "from": "09:30", "to": to},
            "sessions": [{"id": f"s{n}", "modules": ["m"], **each} for n, each in enumerate(sessions, start=1)],
        },
    }
    base = course_of(1)
    return replace(
        base,
        modules={"m": Module.model_validate(module).located(Origin("modules/m.md"))},
        exercises={"e": Exercise.model_validate(exercise).located(Origin("exercises/e.md"))},
        cohorts={"c": Cohort.model_validate(cohort).located(Origin("curriculum/cohorts/c.yaml"))},
    )


def _times(sheet: RunSheet) -> list[str]:
    return [f"{each.starts_at:%H:%M}" for each in sheet.stretches]


def test_stretches_and_steps_follow_each_other_by_the_clock() -> None:
    sheet = run_sheet(_course({}), "c", "s1")
    assert _times(sheet) == ["09:30", "09:50", "10:50", "11:05"]
    assert [(f"{step.starts_at:%H:%M}", step.cue) for step in sheet.stretches[1].steps] == [
        ("09:50", ""),
        ("10:15", "Piano."),
    ]
    assert (sheet.materials, sheet.ends_late, sheet.number) == (("penne", "fogli"), 0, 1)


def test_module_goes_on_in_the_next_session_that_teaches_it() -> None:
    course = _course({}, {"cancelled": "Neve"}, {}, to="11:00")
    first, second = (run_sheet(course, "c", each) for each in run_sheet_ids(course, "c"))
    assert (_times(first), _times(second)) == (["09:30", "09:50", "10:50"][:2], ["09:30", "09:45"])
    assert (second.number, second.stretches[0].is_break) == (2, True)


def test_what_does_not_fit_is_told() -> None:
    assert run_sheet(_course({}, to="11:00"), "c", "s1").ends_late == 45


def test_session_that_is_not_held_has_no_sheet() -> None:
    with pytest.raises(KeyError):
        run_sheet(_course({"cancelled": "Neve"}, {}), "c", "s1")


def test_each_session_of_a_course_has_one() -> None:
    course = whole()
    sheets = [run_sheet(course, "c-2023", each) for each in run_sheet_ids(course, "c-2023")]
    assert [sheet.number for sheet in sheets] == [1, 2, 3]
    assert all(sheet.stretches for sheet in sheets)
