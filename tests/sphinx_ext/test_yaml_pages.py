"""Pages that Sphinx reads from data: what each entry says of itself."""

from __future__ import annotations

from tests.sphinx_ext.course_site import CourseSite


def test_single_entries_are_said_to_be_made_up(course: CourseSite) -> None:
    made_up = {
        "competencies/mappa": ("title: Misurare\n", "title: Misurare\n        illustrative: true\n"),
        "figures": ("source: bianchi-2021\n", "illustrative: true\n"),
        "glossary": ("source: bianchi-2021}", "illustrative: true}"),
    }
    for page, (old, new) in made_up.items():
        course.replace(f"curriculum/{page}.yaml", old, new)
    build = course.build()
    told = {
        page: build.page(f"curriculum/{page}").text.count("Illustrativo: inventato per il corso.") for page in made_up
    }
    assert told == dict.fromkeys(made_up, 1)
