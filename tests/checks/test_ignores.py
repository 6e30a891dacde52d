"""Warnings silenced, and silences that are wrong."""

from __future__ import annotations

import pytest

from coursewright.model.finding import Code
from tests.checks.course_folder import COHORT, FIGURES, FIRST, GROUP, MAP, PEOPLE, SECOND, CourseFolder, Told

TEXT = "Il testo del primo modulo.\n"


def _ignore(code: str) -> str:
    return f"ignore: [{{code: {code}, why: Va bene così.}}]\n"


def test_front_matter_silences_the_text_below_it(course: CourseFolder) -> None:
    course.replace(FIRST, TEXT, "TODO\n\n[qui](secondo.md), TODO\n")
    course.replace(FIRST, "minutes: 60\n", "minutes: 60\n" + _ignore("placeholder-text"))
    assert [told.code for told in course.told()] == ["uninformative-link"]


def test_entry_silences_only_what_is_at_or_below_it(course: CourseFolder) -> None:
    other = "  - {id: altra, title: TODO, summary: TODO}\n"
    course.replace(FIGURES, "    summary: Tiene il filo di un tavolo.\n", "    summary: TODO\n")
    course.replace(FIGURES, "    source: rossi-2020\n", f"    {_ignore('placeholder-text')}{other}")
    assert course.told() == [
        Told("missing-source", f"{FIGURES}:3:9"),
        Told("missing-source", f"{FIGURES}:8:10"),
        Told("placeholder-text", f"{FIGURES}:8:24", "TODO"),
        Told("placeholder-text", f"{FIGURES}:8:39", "TODO"),
    ]


def test_file_silences_all_its_entries(course: CourseFolder) -> None:
    course.replace(FIGURES, "    source: rossi-2020\n", "")
    course.replace(FIGURES, "figures:\n", _ignore("missing-source") + "figures:\n")
    assert course.told() == []


def test_silence_on_one_file_does_not_reach_another(course: CourseFolder) -> None:
    course.replace(SECOND, "sources: [rossi-2020]\n", "")
    course.replace(FIRST, "minutes: 60\n", "minutes: 60\n" + _ignore("missing-source"))
    codes = [told.code for told in course.told()]
    assert codes == ["ignore-without-effect", "missing-source"]


def test_finding_about_an_entry_from_other_files_is_silenced_where_it_stands(course: CourseFolder) -> None:
    course.replace(
        MAP,
        "        title: Decidere\n",
        f"        title: Decidere\n        {_ignore('competency-not-taught')}",
    )
    course.replace(SECOND, "[{competency: decidere, from: osserva, to: pratica}]", "[]")
    assert course.told() == []


def test_inner_and_outer_silence_both_have_an_effect(course: CourseFolder) -> None:
    own = "{id: soci, label: Soci, percent: 20, when: {alumni: true}, ignore: [{code: missing-source, why: Sì.}]}"
    course.replace(COHORT, "  rules:\n", f"  combine: best\n  rules:\n    - {own}\n")
    course.replace(COHORT, "timezone:", _ignore("missing-source") + "timezone:")
    assert course.told() == []


def test_silence_without_effect_is_found(course: CourseFolder) -> None:
    course.replace(FIRST, "minutes: 60\n", "minutes: 60\n" + _ignore("plan-missing"))
    assert course.told() == [Told("ignore-without-effect", f"{FIRST}:5:17", "plan-missing")]


def test_silence_without_effect_is_not_found_while_something_is_unread(course: CourseFolder) -> None:
    course.replace(FIRST, "minutes: 60\n", "minutes: 60\n" + _ignore("plan-missing"))
    course.replace(PEOPLE, "role:", "rol:")
    assert [told.code for told in course.told()] == ["unknown-key"]


def test_error_cannot_be_silenced(course: CourseFolder) -> None:
    course.replace(FIRST, "minutes: 60\n", "minutes: 70\n" + _ignore("plan-off"))
    assert course.told() == [
        Told("plan-off", f"{FIRST}:4:10", 60),
        Told("ignore-of-error", f"{FIRST}:5:17", "plan-off"),
    ]


def test_member_may_carry_a_silence(course: CourseFolder) -> None:
    course.replace(GROUP, "{id: nodo-b, ", "{id: nodo-b, ignore: [{code: missing-source, why: Prova.}], ")
    assert course.places(Code.IGNORE_WITHOUT_EFFECT) == [f"{GROUP}:10:34"]


@pytest.mark.parametrize("code", ["plan-missin", "PLAN-MISSING", ""])
def test_silence_of_no_code_is_refused(course: CourseFolder, code: str) -> None:
    course.replace(FIRST, "minutes: 60\n", "minutes: 60\n" + _ignore(f'"{code}"'))
    assert course.places(Code.UNKNOWN_VALUE) == [f"{FIRST}:5:17"]
