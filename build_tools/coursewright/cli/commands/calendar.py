"""``coursewright calendar``: a cohort's sessions with their days, as a list, as feeds to subscribe to, as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from coursewright.cli.calendar.feeds import Feeds, people_names, session_title, venue_words
from coursewright.cli.calendar.last_change import last_change
from coursewright.cli.calendar.session_sheets import STATUS_WORDS, hours_sheet, session_sheet
from coursewright.cli.cohort_options import cohort_argument, format_option
from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.json_text import json_text
from coursewright.cli.opened_cohort import BlockedError, opened_cohort, tell_blocked
from coursewright.cli.refusal import RefusalError
from coursewright.cli.terminal import plain, say, shown_path
from coursewright.cli.translated import Command, Option
from coursewright.cli.whole_file import write_whole
from coursewright.documents.csv_text import csv_bytes
from coursewright.documents.spreadsheet import xlsx_bytes
from coursewright.locale import Wording, wording
from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Finding
from coursewright.model.planned_session import PlannedSession, SessionStatus
from coursewright.model.words import N_
from coursewright.timetable.ics import feed_bytes, session_uid
from coursewright.timetable.sessions import plan


@click.command(
    "calendar",
    cls=Command,
    help=N_(
        "Show when a cohort meets: its sessions with their days, holidays and pauses skipped. With --output, feeds "
        "that calendar programs read (for all, for each trainer, for each venue) and tables of sessions and hours."
    ),
)
@cohort_argument
@click.option(
    "--output",
    cls=Option,
    type=click.Path(path_type=Path, file_okay=False),
    metavar=N_("FOLDER"),
    help=N_("The folder for the feeds (.ics) and tables (.csv, .xlsx); it is made if it is not there."),
)
@format_option
@invocation_options
@pass_invocation
def command(invocation: Invocation, cohort: str, output: Path | None, output_format: str) -> int:
    """Print the sessions and write the files; 1 where errors stand in the way."""
    try:
        project, opened = opened_cohort(invocation, cohort, _is_about_sessions)
    except BlockedError as error:
        return tell_blocked(error, invocation, output_format == "json")
    curriculum = project.curriculum
    sessions = plan(opened, curriculum.venues, curriculum.course.language).sessions
    if not sessions:
        raise RefusalError(
            N_("Cohort “{cohort}” has no sessions."), N_("List them under “calendar”, “sessions”."), cohort=cohort
        )
    written = [] if output is None else _write(output, curriculum, opened, sessions, invocation)
    if output_format == "json":
        say(json_text(_document(curriculum, opened, sessions)))
        return 0
    for line in _lines(curriculum, opened, sessions, invocation.words):
        say(plain(line))
    for file in written:
        say(invocation.words.text(N_("Written: {file}"), file=plain(shown_path(file))))
    return 0


def _is_about_sessions(finding: Finding) -> bool:
    return finding.place.keys[:1] != ("fees",)


def _write(
    folder: Path, curriculum: Curriculum, cohort: Cohort, sessions: Sequence[PlannedSession], invocation: Invocation
) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    stamp = last_change(invocation.root, cohort)
    feeds = Feeds(curriculum, cohort, sessions, stamp, wording(curriculum.course.language))
    files = {folder / f"{name}.ics": feed_bytes(feed) for name, feed in feeds.all()}
    sheet, is_italian = session_sheet(curriculum, sessions, invocation.words), invocation.words.language == "it"
    files[folder / f"{cohort.id}.csv"] = csv_bytes(sheet, ";" if is_italian else ",", is_italian)
    hours = hours_sheet(curriculum, sessions, invocation.words)
    files[folder / f"{cohort.id}.xlsx"] = xlsx_bytes([sheet, hours])
    for file, content in files.items():
        write_whole(file, [content])
    return list(files)


def _lines(curriculum: Curriculum, cohort: Cohort, sessions: Sequence[PlannedSession], words: Wording) -> Iterator[str]:
    yield f"{cohort.title} ({cohort.timezone})"
    for each in sorted(sessions, key=lambda each: each.starts_at):
        times = f"{each.starts_at:%H:%M}–{each.ends_at:%H:%M}"
        status = "" if each.status is SessionStatus.PLANNED else f" [{words.text(STATUS_WORDS[each.status])}]"
        yield f"{each.session.id:>5}  {words.day(each.day)}, {times}  {session_title(curriculum, each)}{status}"
        place = venue_words(curriculum, each.session.venue) if each.session.venue else each.session.online or ""
        people = ", ".join(people_names(curriculum, each.session.trainers))
        if place or people:
            yield f"       {' · '.join(filter(None, (place, people)))}"
    minutes = sum(each.minutes for each in sessions if each.status is not SessionStatus.CANCELLED)
    yield words.text(
        N_("In all {hours} h {minutes} min, breaks not counted."), hours=minutes // 60, minutes=minutes % 60
    )


def _document(curriculum: Curriculum, cohort: Cohort, sessions: Sequence[PlannedSession]) -> dict[str, object]:
    return {
        "cohort": cohort.id,
        "timezone": cohort.timezone,
        "sessions": [
            {
                "session": each.session.id,
                "uid": session_uid(cohort.id, each.session.id),
                "title": session_title(curriculum, each),
                "starts_at": each.starts_at.isoformat(),
                "ends_at": each.ends_at.isoformat(),
                "minutes": each.minutes,
                "status": each.status.value,
                "modules": list(each.session.modules),
                "trainers": list(each.session.trainers),
                "venue": each.session.venue,
                "online": each.session.online,
            }
            for each in sorted(sessions, key=lambda each: each.starts_at)
        ],
        "minutes": sum(each.minutes for each in sessions if each.status is not SessionStatus.CANCELLED),
    }
