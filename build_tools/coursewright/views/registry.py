"""Every view by name, so that pages can say which they show and be told when it changes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.views.booklet_link import booklet_link
from coursewright.views.cohort_calendar import calendar_links, calendar_months, calendar_sheet
from coursewright.views.cohort_page import cohort_page, cohort_state
from coursewright.views.competency_map import competency_map_page, coverage_matrix, map_overview
from coursewright.views.course_path import course_page, course_path
from coursewright.views.course_quality import course_quality
from coursewright.views.entry_list import entry_list, exercise_filters, listed_exercise
from coursewright.views.exercise_card import exercise_card, exercise_steps
from coursewright.views.fee_timeline import fee_timeline
from coursewright.views.group_composer import group_composer
from coursewright.views.group_page import group_page
from coursewright.views.group_picture import group_picture
from coursewright.views.links import link
from coursewright.views.map_picture import map_picture
from coursewright.views.matrix_page import matrix_page
from coursewright.views.module_card import module_card, module_doors
from coursewright.views.module_plan import module_plan
from coursewright.views.page_words import page_words
from coursewright.views.reference_pages import (
    figures_page,
    glossary_page,
    people_page,
    plain_words_page,
    venues_page,
)
from coursewright.views.run_sheet import run_sheet
from coursewright.views.thermometer_page import (
    thermometer_axis,
    thermometer_desk,
    thermometer_group,
    thermometer_page,
)


def entry_link(curriculum: Curriculum, kind: str, identifier: str) -> Any:
    """The link to an entry, by the word for its kind."""
    return link(curriculum, Kind(kind), identifier)


VIEWS: Mapping[str, Callable[..., Any]] = {
    "booklet_link": booklet_link,
    "calendar_links": calendar_links,
    "calendar_months": calendar_months,
    "calendar_sheet": calendar_sheet,
    "cohort_page": cohort_page,
    "cohort_state": cohort_state,
    "competency_map_page": competency_map_page,
    "course_page": course_page,
    "course_path": course_path,
    "course_quality": course_quality,
    "coverage_matrix": coverage_matrix,
    "entry_link": entry_link,
    "entry_list": entry_list,
    "exercise_card": exercise_card,
    "exercise_filters": exercise_filters,
    "exercise_steps": exercise_steps,
    "fee_timeline": fee_timeline,
    "figures_page": figures_page,
    "glossary_page": glossary_page,
    "group_composer": group_composer,
    "group_page": group_page,
    "group_picture": group_picture,
    "listed_exercise": listed_exercise,
    "map_overview": map_overview,
    "map_picture": map_picture,
    "matrix_page": matrix_page,
    "module_card": module_card,
    "module_doors": module_doors,
    "module_plan": module_plan,
    "page_words": page_words,
    "people_page": people_page,
    "run_sheet": run_sheet,
    "thermometer_axis": thermometer_axis,
    "thermometer_desk": thermometer_desk,
    "thermometer_group": thermometer_group,
    "plain_words_page": plain_words_page,
    "thermometer_page": thermometer_page,
    "venues_page": venues_page,
}


@dataclass(frozen=True, order=True)
class ViewName:
    """A view and the ids it is of."""

    name: str
    ids: tuple[str, ...] = ()

    def of(self, curriculum: Curriculum) -> Any:
        """The view itself; KeyError where what it is of does not exist."""
        return VIEWS[self.name](curriculum, *self.ids)


def digest_of(view: Any) -> str:
    """A text that is equal exactly when the view is."""
    return hashlib.sha256(repr(view).encode("utf-8", "backslashreplace")).hexdigest()
