"""The calendar feed of each cohort beside its page: what has been published, and nothing where nothing has."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from coursewright.documents.calendar_feeds import CalendarFeeds
from coursewright.locale import wording
from coursewright.model.curriculum import Curriculum
from coursewright.sphinx_ext.domain import course_domain
from coursewright.timetable.ics import feed_bytes
from coursewright.views.links import docname_of


def write_feeds(app: Sphinx, error: Exception | None) -> None:
    """At ``build-finished``: write the feeds that are new, delete those of which nothing is published any more."""
    if error is not None or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    # What was published is in the course's language, in the site of every language.
    curriculum = course_domain(app.env).curriculum.as_written
    feeds = {Path(app.outdir, f"{name}.ics"): content for name, content in _feeds(curriculum).items()}
    folders = {Path(app.outdir, docname_of(cohort)).parent for cohort in curriculum.cohorts.values()}
    for folder in folders | {Path(app.outdir, "curriculum", "cohorts")}:
        for file in folder.glob("*.ics"):
            if file not in feeds:
                file.unlink()
    for file, content in feeds.items():
        if not file.is_file() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def setup_calendar_feeds(app: Sphinx) -> None:
    """Write feeds when all else is written."""
    app.connect("build-finished", write_feeds)


def _feeds(curriculum: Curriculum) -> dict[str, bytes]:
    """The public feeds by the names of the cohorts' pages, in the course's language."""
    course = curriculum.course
    say = wording(course.language).text
    return {
        docname_of(curriculum.cohorts[name]): feed_bytes(CalendarFeeds(course, calendar, say).public())
        for name, calendar in curriculum.published.items()
        if name in curriculum.cohorts
    }
