"""Compiles a training course kept as plain text into a site, calendars and fees.

``checks``: What must hold across files: from the curriculum to findings. Nothing here reads a file or prints
``cli``: The command line: an adapter that asks, shows and refuses; what it shows is made elsewhere
``documents``: Tables and statements as the bytes of files, from words and figures that others have chosen: no files, no
    Sphinx
``door``: The front door for Python: a course opened, and what one can ask of it; the command line asks here too
``fees``: Fees: pure functions from rules and applications to prices, proofs and settlements
``groups``: Group curricula: pure functions from a group and its course to what it may become
``locale``: Words for people: interface messages and findings in the reader's language
``model``: The nouns of a course: frozen types without input or output
``project``: The one door to a course for the command line and for Sphinx: its curriculum and every finding
``pytest_plugin``: A pytest plugin: each worked example of a cohort's fees is a test, named for the cohort and the
    example
``sources``: Files to model: the only reader of YAML, front matter, Markdown and the bibliography
``sphinx_ext``: The Sphinx extension: a course's data files and Markdown as a site
``timetable``: Timetables: pure functions from a cohort's calendar to its sessions, their clashes and the feed to
    subscribe to
``views``: What a page or table shows: plain data from the curriculum, without HTML and without words of the interface
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coursewright.door.course import OpenedCourse, open_course
    from coursewright.door.errors import AnswerError, BlockedError, CoursewrightError, RefusalError

__version__ = "0.1.0"
__all__ = ["AnswerError", "BlockedError", "CoursewrightError", "OpenedCourse", "RefusalError", "open_course"]


def __getattr__(name: str) -> Any:
    """What the door offers, loaded when it is asked for: ``import coursewright`` alone stays quick."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from coursewright.door import course, errors

    return getattr(course, name, None) or getattr(errors, name)
