"""The name of something new: given, asked for, or one to begin with."""

from __future__ import annotations

from coursewright.cli.scaffold.course_at_hand import CourseAtHand
from coursewright.cli.scaffold.name import Name, name_of
from coursewright.cli.scaffold.questions import Questions
from coursewright.model.finding import Kind
from coursewright.model.module import TITLE


def given_name(
    course: CourseAtHand, kind: Kind, typed: str | None, title: str | None, default: str, questions: Questions
) -> Name:
    """The name typed, with its title if one is given apart; refused where its id is taken.

    Without one it is asked for; where nobody can be asked, the default stands, numbered where it is taken.
    """
    if typed is None:
        typed, title = title, None
    suggested = course.numbered_name(kind, name_of(default)).title
    return questions.read(typed, TITLE, suggested, lambda answer: course.free_name(kind, name_of(answer, title)))
