"""Publishing a calendar: what is told from now on, given what has been told before.

A session that nothing has changed keeps its instant, so that a feed made again is equal byte for byte. One that is
gone from the cohort stays, cancelled: who has it in a calendar must be told.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from types import MappingProxyType

from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.published_calendar import (
    AnnouncedMeeting,
    Announcement,
    PublishedCalendar,
    PublishedSession,
)
from coursewright.timetable.announcement import announcements
from coursewright.timetable.meetings import meeting_digests
from coursewright.timetable.planned_cohort import PlannedCohort


@dataclass(frozen=True)
class Changes:
    """The ids of sessions that differ from what has been published, in order.

    ``addresses`` are those of which nothing but the address is new, which participants alone are told, or was published
    before there was a key to know it by; ``taken_out`` those whose address an earlier version put into the file.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    taken_out: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """All that everybody is told of."""
        return (*self.added, *self.changed, *self.removed)

    @property
    def is_any(self) -> bool:
        """Whether publishing would write another file."""
        return bool(self.all or self.addresses or self.taken_out)


def publication(
    cohort: Cohort,
    told: Mapping[str, Announcement],
    earlier: PublishedCalendar | None,
    at: datetime,
    path: Iterable[str] = (),
    meetings: Mapping[str, str] = MappingProxyType({}),
) -> PublishedCalendar:
    """What is public once ``told`` (by session) is published at the instant ``at``, in UTC.

    ``path`` is the course's at that time; an edition keeps that of its first publication. ``meetings`` are the keyed
    digests of the addresses of online sessions, by session.
    """
    before = _by_id(earlier)
    gone = {name: _cancelled(each.says) for name, each in before.items() if name not in told}
    sessions = []
    for name, says in {**told, **gone}.items():
        published = _published(cohort, name, says, earlier, before.get(name), at)
        sessions.append(_with_meeting(published, before.get(name), meetings.get(name), at))
    sessions.sort(key=lambda each: (each.says.starts_at, each.id))
    return PublishedCalendar(
        cohort=cohort.id,
        title=cohort.title,
        timezone=cohort.timezone,
        path=tuple(path) if earlier is None else earlier.path,
        sessions=tuple(sessions),
    )


def changes(
    cohort: Cohort,
    told: Mapping[str, Announcement],
    earlier: PublishedCalendar,
    meetings: Mapping[str, str] = MappingProxyType({}),
) -> Changes:
    """How the sessions differ from what has been published; one that is gone, and told as cancelled, does not.

    ``meetings`` are the keyed digests of the addresses of online sessions as they are now; without them no address is
    looked at.
    """
    before = _by_id(earlier)
    known = {name: _digest_of_public(earlier, each) for name, each in before.items()}
    differing = [name for name, says in told.items() if name in before and _digest(cohort, says) != known[name]]
    gone = [each for name, each in before.items() if name not in told]
    met = [name for name in told if name in before and name not in differing]
    return Changes(
        added=tuple(name for name in told if name not in before),
        changed=tuple(differing),
        removed=tuple(each.id for each in gone if _digest(cohort, _cancelled(each.says)) != known[each.id]),
        addresses=tuple(name for name in met if meetings.get(name) not in (None, _known_address(before[name]))),
        taken_out=tuple(name for name, each in before.items() if isinstance(each.says.online, str)),
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


def _with_meeting(
    published: PublishedSession, before: PublishedSession | None, digest: str | None, at: datetime
) -> PublishedSession:
    """The session with what participants are told besides: a new address counts, unless all else counts up anyway."""
    was = before.meeting if before is not None else None
    if published.says.online is None:
        meeting = None if was is None else was.model_copy(update={"digest": None})
    elif was is None or before is None:
        meeting = AnnouncedMeeting(digest=digest)
    elif None in (digest, was.digest) or digest == was.digest:  # the same, or nobody can tell without a key
        meeting = was.model_copy(update={"digest": digest or was.digest})
    elif published.sequence > before.sequence:
        meeting = was.model_copy(update={"digest": digest})
    else:
        meeting = AnnouncedMeeting(digest=digest, changes=was.changes + 1, changed_at=at)
    return published if meeting is None else published.model_copy(update={"meeting": meeting})


def _known_address(session: PublishedSession) -> str | None:
    """The keyed digest of the address that participants know."""
    return session.meeting.digest if session.meeting is not None else None


def _decisive(says: Announcement) -> tuple[object, ...]:
    """What must not be missed: time, place, status."""
    return (says.starts_at, says.ends_at, says.where, says.online is not None, says.cancelled)


def _cancelled(says: Announcement) -> Announcement:
    return _public(says) if says.cancelled else _public(says).model_copy(update={"cancelled": True})


def _public(says: Announcement) -> Announcement:
    """The same without the address that earlier versions kept."""
    return says.model_copy(update={"online": True}) if isinstance(says.online, str) else says


def _digest_of_public(calendar: PublishedCalendar, each: PublishedSession) -> str:
    """The digest that the session would have had if its address had never been told."""
    return _digest(calendar, _public(each.says)) if isinstance(each.says.online, str) else each.digest


def _digest(named: Cohort | PublishedCalendar, says: Announcement) -> str:
    """The SHA-256 of what a subscriber reads: of the session, and of the cohort's title and zone beside it."""
    data = {"cohort": named.title, "timezone": named.timezone, **says.model_dump(mode="json", by_alias=True)}
    canonical = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def differences_from_published(curriculum: Curriculum, planned: PlannedCohort) -> Iterator[Finding]:
    """calendar-not-published: sessions are not what subscribers know. Silent where nothing is published."""
    cohort = planned.cohort
    calendar = curriculum.published.get(cohort.id)
    if calendar is None or planned.plan.unplanned:
        return
    told = announcements(curriculum, cohort, planned.plan.sessions)
    new = changes(cohort, told, calendar, meeting_digests(curriculum, cohort))
    differing = (*new.all, *new.addresses)
    if differing:
        values = {"cohort": cohort.id, "sessions": ", ".join(differing)}
        yield Finding(Code.CALENDAR_NOT_PUBLISHED, cohort.place("calendar", "sessions"), values, (calendar.place(),))


def published_addresses(curriculum: Curriculum) -> Iterator[Finding]:
    """published-address: a published calendar of an earlier version, which kept the addresses of online sessions."""
    for calendar in curriculum.published.values():
        holding = [each for each in calendar.sessions if isinstance(each.says.online, str)]
        if holding:
            values = {"cohort": calendar.cohort, "sessions": ", ".join(each.id for each in holding)}
            yield Finding(Code.PUBLISHED_ADDRESS, holding[0].says.place("online"), values)


def published_of_nobody(curriculum: Curriculum) -> Iterator[Finding]:
    """published-without-cohort: a published calendar of a cohort that is not there, or in the file of another."""
    for calendar in curriculum.published.values():
        name = PurePosixPath(calendar.origin.path).name
        if not curriculum.exists(Kind.COHORT, calendar.cohort) or name != f"{calendar.cohort}.published.json":
            values = {"found": calendar.cohort, "file": name}
            yield Finding(Code.PUBLISHED_WITHOUT_COHORT, calendar.place("cohort"), values)
