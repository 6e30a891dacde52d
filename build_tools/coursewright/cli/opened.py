"""The course that a command is about, opened; what is wrong elsewhere in it is told on the way."""

from __future__ import annotations

from coursewright.cli.findings_report import told
from coursewright.cli.invocation import Invocation
from coursewright.cli.terminal import say
from coursewright.door.course import OpenedCourse
from coursewright.door.use import refuse_courseless


def opened(invocation: Invocation) -> OpenedCourse:
    """Open the course; refused where there is none."""
    refuse_courseless(invocation.root)
    return OpenedCourse.below(invocation.root)


def tell_others(course: OpenedCourse, invocation: Invocation) -> None:
    """Tell on stderr what is found in a course, nothing of which stands in the way."""
    for finding in course.findings:
        say(told(finding, invocation.words), err=True)
