"""The calendar feeds of each cohort beside its page: what has been published, and nothing where nothing has.

The feed for all, and with a key in ``private/`` the one for participants, which has the addresses of online sessions.
Its name cannot be guessed and stands nowhere else in the site: no page, index or list of files leads to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from coursewright.documents.calendar_feeds import CalendarFeeds
from coursewright.locale import wording
from coursewright.model.curriculum import Curriculum
from coursewright.model.page import Edition
from coursewright.sphinx_ext.domain import course_domain
from coursewright.sphinx_ext.settings import edition_of
from coursewright.timetable.ics import feed_bytes
from coursewright.timetable.meetings import participants_feed
from coursewright.views.links import docname_of


def write_feeds(app: Sphinx, error: Exception | None) -> None:
    """At ``build-finished``: write the feeds that are new, delete those of which nothing is published any more."""
    if error is not None or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    domain = course_domain(app.env)
    # What was published is in the course's language, in the site of every language.
    curriculum = domain.curriculum.as_written
    # Once in all that is published: whoever has the address needs no second one.
    is_second = bool(app.config.coursewright_languages) and domain.languages.is_translation
    is_theirs = edition_of(app.config) is Edition.PARTICIPANTS and not is_second
    feeds = {Path(app.outdir, f"{name}.ics"): content for name, content in _feeds(curriculum, is_theirs)}
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


def _feeds(curriculum: Curriculum, with_participants: bool) -> Iterator[tuple[str, bytes]]:
    """The feeds by their names in the site, without an ending, in the course's language."""
    say = wording(curriculum.course.language).shown
    for identifier, calendar in curriculum.published.items():
        cohort = curriculum.cohorts.get(identifier)
        if cohort is None:
            continue
        feeds = CalendarFeeds(curriculum.course, calendar, say, curriculum.meeting_addresses(cohort))
        yield docname_of(cohort), feed_bytes(feeds.public())
        if with_participants and curriculum.feed_key is not None and calendar.has_meetings:
            name = participants_feed(curriculum.feed_key, identifier)
            yield str(PurePosixPath(docname_of(cohort)).with_name(name)), feed_bytes(feeds.for_participants())
