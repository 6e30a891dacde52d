"""Which page shows what: for each file of the curriculum the view that its page is made of."""

from __future__ import annotations

from collections.abc import Mapping

from coursewright.model.curriculum import Curriculum
from coursewright.views.links import docname_of
from coursewright.views.registry import ViewName


def data_pages(curriculum: Curriculum) -> Mapping[str, ViewName]:
    """For the name of each page that is made of a data file, its view."""
    pages = {docname_of(curriculum.course): ViewName("course_page")}
    singles = {
        "figures_page": curriculum.figures_file,
        "people_page": curriculum.people_file,
        "venues_page": curriculum.venues_file,
        "glossary_page": curriculum.glossary,
    }
    pages |= {docname_of(entry): ViewName(name) for name, entry in singles.items() if entry is not None}
    several = {
        "competency_map_page": curriculum.maps,
        "thermometer_page": curriculum.thermometers,
        "group_page": curriculum.groups,
        "matrix_page": curriculum.matrices,
        "cohort_page": curriculum.cohorts,
    }
    for name, entries in several.items():
        pages |= {docname_of(entry): ViewName(name, (entry.id,)) for entry in entries.values()}
    return pages


def framed_pages(curriculum: Curriculum) -> Mapping[str, tuple[ViewName | None, ViewName | None]]:
    """For the name of each page written in Markdown, the views that stand after its title and at its end."""
    frames: dict[str, tuple[ViewName | None, ViewName | None]] = {}
    for module in curriculum.modules.values():
        frames[docname_of(module)] = (ViewName("module_card", (module.id,)), ViewName("module_doors", (module.id,)))
    for exercise in curriculum.exercises.values():
        frames[docname_of(exercise)] = (ViewName("exercise_card", (exercise.id,)), None)
    for page in curriculum.pages.values():
        frames[docname_of(page)] = (None, None)
    return frames
