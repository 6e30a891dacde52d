"""What thermometers observe and readings count."""

from __future__ import annotations

from coursewright.model.finding import Code
from tests.checks.course_folder import GROUP, MAP, THERMOMETER, CourseFolder, Told

OTHER_MAP = "curriculum/competencies/altra.yaml"


def _with_other_map(course: CourseFolder) -> CourseFolder:
    text = (course.root / MAP).read_text("utf-8").replace("id: mappa", "id: altra")
    return course.write(OTHER_MAP, text.replace("id: ascoltare", "id: tacere").replace("id: decidere", "id: subire"))


def test_practice_of_another_map_is_found(course: CourseFolder) -> None:
    _with_other_map(course).replace(THERMOMETER, "competency: decidere", "competency: subire")
    assert course.places(Code.FOREIGN_PRACTICE) == [f"{THERMOMETER}:11:17"]
    assert [values["map"] for values in course.values(Code.FOREIGN_PRACTICE)] == ["mappa"]


def test_practice_that_does_not_exist_is_not_also_foreign(course: CourseFolder) -> None:
    course.replace(THERMOMETER, "competency: decidere", "competency: subire")
    codes = [told.code for told in course.told()]
    assert codes == ["practice-missing", "unknown-id"]


def test_practice_left_out_is_found(course: CourseFolder) -> None:
    course.replace(THERMOMETER, "  - competency: decidere\n", "")
    assert course.told() == [Told("practice-missing", f"{THERMOMETER}:8:1", "decidere")]


def test_reading_counts_only_what_its_thermometer_observes(course: CourseFolder) -> None:
    _with_other_map(course).replace(GROUP, "counts: {ascoltare:", "counts: {tacere:")
    assert course.places(Code.PRACTICE_NOT_OBSERVED) == [f"{GROUP}:17:51"]


def test_competency_related_to_itself_is_found(course: CourseFolder) -> None:
    course.replace(MAP, "{to: decidere, as: precedes}", "{to: ascoltare, as: precedes}")
    assert course.told() == [Told("relation-to-itself", f"{MAP}:15:26", "ascoltare")]
