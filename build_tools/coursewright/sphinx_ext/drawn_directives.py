"""Directives whose views are drawn: pictures, and forms that scripts bring to life."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from sphinx.application import Sphinx

from coursewright.model.finding import Kind
from coursewright.sphinx_ext.directives import ViewDirective, unknown_word
from coursewright.sphinx_ext.drawings import picture
from coursewright.views.booklet_link import BookletName
from coursewright.views.registry import ViewName


class DrawnDirective(ViewDirective):
    """Shows one view through a drawing instead of MyST."""

    drawing: ClassVar[str]

    def shown(self, view: Any) -> list[nodes.Node]:
        """The drawing."""
        return [picture(name=self.drawing, view=view, number=self.env.new_serialno("course-picture"))]


class MapPictureDirective(DrawnDirective):
    """``{map-picture}``: all maps as knots on threads; the words belong beside it."""

    view_name = "map_picture"
    drawing = "map_picture"


class GroupPictureDirective(DrawnDirective):
    """``{group-picture} ID``: the network of a group; the words belong beside it."""

    required_arguments = 1
    view_name = "group_picture"
    drawing = "group_picture"
    kind = Kind.GROUP


class CohortStateDirective(DrawnDirective):
    """``{cohort-state} ID``: whether enrolment is open, and whether the cohort is next, running or over."""

    required_arguments = 1
    view_name = "cohort_state"
    drawing = "cohort_state"
    kind = Kind.COHORT


class FeeTimelineDirective(DrawnDirective):
    """``{fee-timeline} ID``: a cohort's prices on a line of time; the words belong beside it."""

    required_arguments = 1
    view_name = "fee_timeline"
    drawing = "fee_timeline"
    kind = Kind.COHORT


class CalendarMonthsDirective(DrawnDirective):
    """``{calendar-months} ID``: the months of a cohort at a glance; the words belong beside it."""

    required_arguments = 1
    view_name = "calendar_months"
    drawing = "calendar_months"
    kind = Kind.COHORT


class CalendarLinksDirective(DrawnDirective):
    """``{calendar-links} ID``: how to take a cohort's published calendar into one's own."""

    required_arguments = 1
    view_name = "calendar_links"
    drawing = "calendar_links"
    kind = Kind.COHORT


class ThermometerAxisDirective(DrawnDirective):
    """``{thermometer-axis} ID``: a thermometer as a thread with its gradations as notches."""

    required_arguments = 1
    view_name = "thermometer_axis"
    drawing = "thermometer_axis"
    kind = Kind.THERMOMETER


class ThermometerDeskDirective(DrawnDirective):
    """``{thermometer-desk} ID``: where a script lets one take readings, keep and compare them."""

    required_arguments = 1
    view_name = "thermometer_desk"
    drawing = "thermometer_desk"
    kind = Kind.THERMOMETER


class ThermometerGroupDirective(DrawnDirective):
    """``{thermometer-group} ID``: where a script reads the files of a group together."""

    required_arguments = 1
    view_name = "thermometer_group"
    drawing = "thermometer_group"
    kind = Kind.THERMOMETER


class BookletLinkDirective(DrawnDirective):
    """``{booklet-link} exercises`` or ``{booklet-link} workbook``: a booklet to print."""

    required_arguments = 1
    view_name = "booklet_link"
    drawing = "booklet_link"

    def view(self) -> ViewName:
        """The booklet that the argument names; a warning with the nearest name where there is none."""
        if self.arguments[0] not in set(BookletName):
            raise unknown_word(self, self.arguments[0], list(BookletName))
        return super().view()


class ExerciseFiltersDirective(DrawnDirective):
    """``{exercise-filters}``: a form by which a script narrows the list of exercises that follows it."""

    view_name = "exercise_filters"
    drawing = "exercise_filters"


class GroupComposerDirective(DrawnDirective):
    """``{group-composer}``: where a script lets a group write its own curriculum; the words belong beside it."""

    view_name = "group_composer"
    drawing = "group_composer"


def setup_drawn_directives(app: Sphinx) -> None:
    """Register the directives under the words of the model."""
    app.add_directive("map-picture", MapPictureDirective)
    app.add_directive("group-picture", GroupPictureDirective)
    app.add_directive("cohort-state", CohortStateDirective)
    app.add_directive("fee-timeline", FeeTimelineDirective)
    app.add_directive("calendar-months", CalendarMonthsDirective)
    app.add_directive("calendar-links", CalendarLinksDirective)
    app.add_directive("thermometer-axis", ThermometerAxisDirective)
    app.add_directive("thermometer-desk", ThermometerDeskDirective)
    app.add_directive("thermometer-group", ThermometerGroupDirective)
    app.add_directive("booklet-link", BookletLinkDirective)
    app.add_directive("exercise-filters", ExerciseFiltersDirective)
    app.add_directive("group-composer", GroupComposerDirective)
