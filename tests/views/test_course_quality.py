"""What readers are told of a course's quality."""

from __future__ import annotations

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.views.course_quality import (
    IgnoredLine,
    IllustrativeLine,
    IllustrativePart,
    Seat,
    UntranslatedLine,
    course_quality,
)
from coursewright.views.links import Link
from tests.checks.course_folder import COHORT, COURSE, FIGURES, FIRST, GLOSSARY, GUIDE, MINIMAL, CourseFolder

PRIMO = Seat(Link(Kind.MODULE, "primo", "Primo", "modules/primo"))
COHORT_2023 = Seat(Link(Kind.COHORT, "c-2023", "Edizione 2023", "curriculum/cohorts/c-2023"))
GLOSSARY_PAGE = Link(Kind.PAGE, "", "", "curriculum/glossary")


def minimal() -> Curriculum:
    return CourseFolder(MINIMAL).curriculum()


def test_made_up_entries_have_their_links_and_values_their_keys() -> None:
    assert course_quality(minimal()).illustrative == (
        IllustrativeLine(Seat(Link(Kind.PERSON, "t1", "Docente A", "curriculum/people", "person-t1")), ()),
        IllustrativeLine(Seat(Link(Kind.VENUE, "v1", "Sala grande", "curriculum/venues", "venue-v1")), ()),
        IllustrativeLine(Seat(Link(Kind.GROUP, "rete", "Rete", "curriculum/groups/rete")), ()),
        IllustrativeLine(Seat(Link(Kind.MATRIX, "sportello", "Sportello", "curriculum/matrices/sportello")), ()),
        IllustrativeLine(
            COHORT_2023,
            (IllustrativePart("calendar", ""), IllustrativePart("enrolment", ""), IllustrativePart("fees.price", "")),
        ),
    )


def test_value_of_one_of_several_says_of_which(course: CourseFolder) -> None:
    course.replace(COHORT, "fees.price]", "fees.rules.presto.percent]")
    (line,) = (each for each in course_quality(course.curriculum()).illustrative if each.seat == COHORT_2023)
    assert line.parts[-1] == IllustrativePart("fees.rules.percent", "Prima di Natale")


def test_what_has_no_source_is_named_where_it_stands(course: CourseFolder) -> None:
    course.replace(FIRST, "sources: [rossi-2020]\n", "").replace(GLOSSARY, ", source: rossi-2020", "")
    course.replace(FIGURES, "    source: rossi-2020\n", "")
    assert course_quality(course.curriculum()).unsourced == (
        Seat(Link(Kind.FIGURE, "facilitatrice", "Facilitatrice", "curriculum/figures", "figure-facilitatrice")),
        Seat(GLOSSARY_PAGE, "tavolo"),
        PRIMO,
    )


def test_everything_has_a_source_or_is_made_up() -> None:
    assert course_quality(minimal()).unsourced == ()


def test_each_language_has_its_count_of_what_everyone_reads(course: CourseFolder) -> None:
    assert course_quality(course.curriculum()).untranslated == ()
    course.replace(COURSE, "language: it\n", "language: it\ntranslations: [en, de]\n")
    public = course_quality(course.curriculum()).untranslated
    assert [(each.language, each.modules, each.exercises) for each in public] == [("en", 2, 1), ("de", 2, 1)]
    course.write(GUIDE, "---\nedition: trainers\n---\n\n# Guida\n")
    (english, _) = course_quality(course.curriculum()).untranslated
    assert english == UntranslatedLine("en", 2, 1, public[0].pages - 1)
    course.write("locales/en/LC_MESSAGES/modules/primo.po", 'msgid "Una lezione."\nmsgstr "A lesson."\n')
    course.write("locales/en/LC_MESSAGES/curriculum/figures.po", 'msgid "x"\nmsgstr "y"\n')
    (english, german) = course_quality(course.curriculum()).untranslated
    assert (english.pages, german.modules) == (public[0].pages - 2, 2)


def test_modules_read_as_they_are_measured(course: CourseFolder) -> None:
    readings = course_quality(course.curriculum()).readings
    assert [(each.module.id, each.ease, each.words) for each in readings] == [("primo", 100, 6), ("secondo", 100, 6)]
    course.replace(COURSE, "language: it\n", "language: en\n")
    assert course_quality(course.curriculum()).readings == ()


def test_ignored_warnings_have_their_reason(course: CourseFolder) -> None:
    course.replace(FIRST, "minutes: 60\n", "minutes: 60\nignore: [{code: hard-to-read, why: Si cita una legge.}]\n")
    course.write(
        "curriculum/pages/nota.md",
        "---\nedition: trainers\nignore: [{code: second-title, why: Serve.}]\n---\n\n# Nota\n",
    )
    assert course_quality(course.curriculum()).ignored == (IgnoredLine(PRIMO, "hard-to-read", "Si cita una legge."),)
