"""A calendar made public: the file that keeps what subscribers are told."""

from __future__ import annotations

import secrets
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from coursewright.cli.translated import translated
from coursewright.cli.whole_file import made_whole, write_whole
from coursewright.door.cohort_calendar import CohortCalendar
from coursewright.door.errors import RefusalError
from coursewright.model.cohort import Cohort
from coursewright.model.moments import NoOneInstantError, instant_of
from coursewright.model.words import N_
from coursewright.sources.feed_key import FEED_KEY, read_feed_key
from coursewright.timetable.publication import published_bytes


def published_file(root: Path, cohort: Cohort) -> Path:
    """Where a cohort's published calendar is kept."""
    return root / "curriculum" / "cohorts" / f"{cohort.id}.published.json"


def given_instant(written: str | None, cohort: Cohort) -> datetime:
    """The instant of ``--at`` in UTC, to the second: without an offset by the cohort's clock; else that of the clock.

    Wrong use where it is no instant, or happens twice.
    """
    # Without parts of a second: a calendar file has none.
    if written is None:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        moment = datetime.fromisoformat(written.strip())
        if moment.tzinfo is None:
            return instant_of(moment, ZoneInfo(cohort.timezone)).replace(microsecond=0)
        return moment.astimezone(UTC).replace(microsecond=0)
    except NoOneInstantError:
        message = N_("“{found}” is skipped or happens twice in {timezone}: write it with an offset, as in {example}.")
    except (ValueError, OverflowError):
        message = N_("“{found}” is not an instant such as {example}.")
    example = "2022-11-05T18:30:00+01:00"
    values = {"found": written, "timezone": cohort.timezone, "example": example}
    raise click.UsageError(translated(message).format(**values))


def publish_calendar(calendar: CohortCalendar, file: Path) -> None:
    """Keep what subscribers are told from now on, if anything is new; refused before the last publication."""
    earlier, at = calendar.earlier, calendar.unpublished_at
    if earlier is not None and not calendar.changes.is_any:
        return
    latest = max((each.changed_at for each in earlier.sessions), default=at) if earlier is not None else at
    if at < latest:
        raise RefusalError(
            N_("There is a later publication, of {latest}."),
            N_("Leave --at out, or give a later instant."),
            latest=latest.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        )
    write_whole(file, [published_bytes(calendar.next)])


def make_feed_key(root: Path) -> bytes:
    """Make the key of the course below ``root``, which has none: 32 random bytes that only their owner reads.

    A key that another command makes meanwhile is kept, and given. Refused where the folder cannot be written.
    """
    file = root / FEED_KEY
    try:
        file.parent.mkdir(mode=0o700, exist_ok=True)
        _write_once(file, f"{secrets.token_hex(32)}\n".encode())
    except OSError as error:
        raise RefusalError(
            N_("The key that names the calendars of participants cannot be written: “{file}” ({why})."),
            N_("Check who may write into that folder; without the key participants get no calendar."),
            file=FEED_KEY,
            why=error.strerror or type(error).__name__,
        ) from None
    made = read_feed_key(root).secret
    if made is None:
        raise RefusalError(
            N_("“{file}” is there and holds no key that could be used."),
            N_("Put back the file as it was, or delete it and try again."),
            file=FEED_KEY,
        )
    return made


def _write_once(file: Path, content: bytes) -> None:
    """Write a file that nobody has written; one that is there stays as it is."""
    with made_whole(file, [content], 0o600) as made, suppress(FileExistsError):
        made.take_free_name()
