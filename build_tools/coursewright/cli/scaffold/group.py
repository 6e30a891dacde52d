"""A new group curriculum."""

from __future__ import annotations

from coursewright.cli.scaffold.course_at_hand import CourseAtHand
from coursewright.cli.scaffold.lift import Lift
from coursewright.cli.scaffold.name import Name
from coursewright.cli.scaffold.scaffold import Scaffold
from coursewright.cli.scaffold.template import rendered
from coursewright.model.finding import Kind

DEFAULT_TITLES = {"it": "Nuovo gruppo", "en": "New group"}
DEFAULT_LICENCE = "CC-BY-SA-4.0"


def new_group(course: CourseAtHand, name: Name, lift: Lift) -> Scaffold:
    """A group of three pseudonyms that wants to become better at one competency."""
    text = rendered(
        f"group/{course.language}/group.yaml",
        name=name,
        licence=course.curriculum.course.licence or DEFAULT_LICENCE,
        lift=lift,
        other=_other(course, lift),
    )
    return Scaffold({course.path_of(Kind.GROUP, name.id): text})


def _other(course: CourseAtHand, lift: Lift) -> str:
    """Another competency that members may offer, or the same where there is none."""
    others = (identifier for identifier in course.lifts() if identifier != lift.competency.id)
    return next(others, lift.competency.id)
