"""Publishing a calendar: what is told from now on, given what has been told before.

A session that nothing has changed keeps its instant, so that a feed made again is equal byte for byte. One that is
gone from the cohort stays, cancelled: who has it in a calendar must be told.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from coursewright.model.cohort import Cohort
from coursewright.model.published_calendar import Announcement, PublishedCalendar, PublishedSession


@dataclass(frozen=True)
class Changes:
    """The ids of sessions that differ from what has been published, in order."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.added, *self.changed, *self.removed)


def publication(
    cohort: Cohort,
    told: Mapping[str, Announcement],
    earlier: PublishedCalendar | None,
    at: datetime,
    path: Iterable[str] = (),
) -> PublishedCalendar:
    """What is public once ``told`` (by session) is published at the instant ``at``, in UTC.

    ``path`` is the course's at that time; an edition keeps that of its first publication.
    """
    before = _by_id(earlier)
    sessions = [_published(cohort, name, says, earlier, before.get(name), at) for name, says in told.items()]
    for name, gone in before.items():
        if name not in told:
            sessions.append(_published(cohort, name, _cancelled(gone.says), earlier, gone, at))
    sessions.sort(key=lambda each: (each.says.starts_at, each.id))
    return PublishedCalendar(
        cohort=cohort.id,
        title=cohort.title,
        timezone=cohort.timezone,
        path=tuple(path) if earlier is None else earlier.path,
        sessions=tuple(sessions),
    )


def changes(cohort: Cohort, told: Mapping[str, Announcement], earlier: PublishedCalendar) -> Changes:
    """How the sessions differ from what has been published; one that is gone, and told as cancelled, does not."""
    before = _by_id(earlier)
    differing = [name for name, says in told.items() if name in before and _digest(cohort, says) != before[name].digest]
    gone = [each for name, each in before.items() if name not in told]
    return Changes(
        added=tuple(name for name in told if name not in before),
        changed=tuple(differing),
        removed=tuple(each.id for each in gone if _digest(cohort, _cancelled(each.says)) != each.digest),
    )


def published_bytes(calendar: PublishedCalendar) -> bytes:
    """The file that keeps a published calendar; the same calendar gives the same bytes."""
    data = calendar.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    whole = {"kind": calendar.kind, **data}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _by_id(calendar: PublishedCalendar | None) -> dict[str, PublishedSession]:
    return {each.id: each for each in calendar.sessions} if calendar is not None else {}


def _published(
    cohort: Cohort,
    name: str,
    says: Announcement,
    earlier: PublishedCalendar | None,
    before: PublishedSession | None,
    at: datetime,
) -> PublishedSession:
    digest = _digest(cohort, says)
    if before is None or earlier is None:
        return PublishedSession(id=name, digest=digest, sequence=0, changed_at=at, says=says)
    if digest == before.digest:
        return before
    is_other = earlier.timezone != cohort.timezone or _decisive(says) != _decisive(before.says)
    return PublishedSession(id=name, digest=digest, sequence=before.sequence + is_other, changed_at=at, says=says)


def _decisive(says: Announcement) -> tuple[object, ...]:
    """What must not be missed: time, place, status."""
    return (says.starts_at, says.ends_at, says.where, says.online, says.cancelled)


def _cancelled(says: Announcement) -> Announcement:
    return says if says.cancelled else says.model_copy(update={"cancelled": True})


def _digest(cohort: Cohort, says: Announcement) -> str:
    """The SHA-256 of what a subscriber reads: of the session, and of the cohort's title and zone beside it."""
    data = {"cohort": cohort.title, "timezone": cohort.timezone, **says.model_dump(mode="json", by_alias=True)}
    canonical = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
