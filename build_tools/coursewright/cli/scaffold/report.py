"""What was written, told to who asked for it."""

from __future__ import annotations

import os

from coursewright.cli.findings_report import told
from coursewright.cli.scaffold.course_at_hand import CourseAtHand
from coursewright.cli.scaffold.scaffold import Addition, Scaffold
from coursewright.cli.scaffold.writing import write_into
from coursewright.cli.terminal import plain, say
from coursewright.locale import Wording
from coursewright.model.words import N_

# How the texts of a new file begin that are to be written anew.
_BEGINNING = {"it": "Scrivi qui", "en": "Write here"}


def write_and_tell(course: CourseAtHand, scaffold: Scaffold, words: Wording) -> None:
    """Write what is new into the course; say what is there now, what is left to do, and what is found wrong by it."""
    is_added = write_into(course.root, scaffold)
    for path in scaffold.files:
        say(words.text(N_("Written: {path}"), path=_shown(course, path)))
    if scaffold.addition is not None:
        _tell_addition(course, scaffold.addition, is_added, words)
    for finding in course.new_findings():
        say(told(finding, words), err=True)
    say()
    beginning = _BEGINNING[course.language]
    say(
        words.text(
            N_("Open it and replace what begins with “{beginning}”; “coursewright check” then says if all is well."),
            beginning=beginning,
        )
    )


def _tell_addition(course: CourseAtHand, addition: Addition, is_added: bool, words: Wording) -> None:
    path = _shown(course, addition.path)
    if is_added:
        say(words.text(N_("Added to “{key}” in {path}: {id}"), key=addition.key, path=path, id=addition.id))
        return
    message = N_("“{key}” in {path} is written in a way that is left alone. Add this line to it yourself:")
    say(words.text(message, key=addition.key, path=path))
    say(f"      - {addition.id}")


def _shown(course: CourseAtHand, path: str) -> str:
    return plain(os.path.relpath(course.root / path))
