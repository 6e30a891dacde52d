"""Published calendars: what subscribers have been told of a cohort's sessions, and when.

``curriculum/cohorts/ID.published.json`` is written by ``coursewright calendar --publish``, never by hand.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import Field, PlainSerializer, WithJsonSchema

from coursewright.model.cohort import ITS_SESSIONS, ITS_VENUE, ITS_ZONE, WHY_CANCELLED, TimeZone
from coursewright.model.entry import Entry
from coursewright.model.meetings import Online
from coursewright.model.people import ITS_NAME
from coursewright.model.words import N_
from coursewright.model.written import Count, Day, Flag, Identifier, Text, found, matching, reads, refuse

_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[-+][0-9]{2}:[0-9]{2})")


def _instant(value: Any) -> datetime | None:
    if isinstance(value, datetime):
        return value if value.tzinfo is not None else None
    if not isinstance(value, str) or not _INSTANT.fullmatch(value):
        return None
    try:
        instant = datetime.fromisoformat(value)
        # Also refused: what has no year in UTC.
        instant.astimezone(UTC)
    except (ValueError, OverflowError):
        raise refuse("no-such-day", found=found(value)) from None
    return instant


Instant = Annotated[
    datetime,
    reads(N_("an instant such as 2023-02-18T09:30:00+01:00"), _instant),
    PlainSerializer(lambda instant: instant.isoformat().replace("+00:00", "Z"), return_type=str),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
Digest = Annotated[str, matching("[0-9a-f]{64}", N_("a digest of 64 letters and digits"))]


class AnnouncedTrainer(Entry):
    """Someone who leads a session: the id, and the name as it was told."""

    id: Identifier = Field(description=N_("The id of the person."))
    name: Text = Field(description=ITS_NAME)


class Announcement(Entry):
    """All that subscribers are told of one session; instants have the offset of the cohort's zone.

    A cancelled session says when and where it would have been.
    """

    starts_at: Instant = Field(description=N_("When it begins."))
    ends_at: Instant = Field(description=N_("When it ends."))
    title: Text = Field(description=N_("What it is called."))
    trainers: tuple[AnnouncedTrainer, ...] = Field(default=(), description=N_("Who leads it."))
    venue: Identifier | None = Field(default=None, description=ITS_VENUE)
    where: Text | None = Field(default=None, alias="place", description=N_("The place, in words."))
    online: Online | None = Field(
        default=None, description=N_("Whether it is held online; an address only in files of earlier versions.")
    )
    moved_from: Day | None = Field(default=None, description=N_("The day it was to be."))
    cancelled: Flag = Field(default=False, description=N_("Whether it is cancelled."))
    why: Text | None = Field(default=None, description=WHY_CANCELLED)
    illustrative: Flag = Field(default=False, description=N_("Whether the calendar is made up for teaching."))


class AnnouncedMeeting(Entry):
    """What participants were told of the address of an online session, without the address.

    ``digest`` is keyed: nobody without the key of the course can try addresses on it. There is none where the session
    was published without the key.
    """

    digest: Digest | None = Field(default=None, description=N_("The keyed digest of the address."))
    changes: Count = Field(default=0, description=N_("How often nothing that counts has changed but the address."))
    changed_at: Instant | None = Field(default=None, description=N_("When the address alone was last changed."))


class PublishedSession(Entry):
    """A session as it was last published.

    ``changed_at`` is the instant of the publication that last changed anything of it, ``sequence`` how often time,
    place or status have changed since it was first published, ``digest`` the SHA-256 of all that it says. A session
    that was ever online keeps its ``meeting``, so that what participants are told never counts back.
    """

    id: Identifier = Field(description=N_("The id of the session."))
    digest: Digest = Field(description=N_("The digest of what it says."))
    sequence: Count = Field(description=N_("How often time, place or status have changed."))
    changed_at: Instant = Field(description=N_("When it was last changed."))
    says: Announcement = Field(description=N_("What subscribers are told."))
    meeting: AnnouncedMeeting | None = Field(default=None, description=N_("What participants were told besides."))

    @property
    def sequence_for_participants(self) -> int:
        """How often what counts has changed for those who are told the address too."""
        return self.sequence + (self.meeting.changes if self.meeting is not None else 0)

    @property
    def changed_for_participants_at(self) -> datetime:
        """When anything of it was last changed for them."""
        alone = self.meeting.changed_at if self.meeting is not None else None
        return self.changed_at if alone is None else max(self.changed_at, alone)


class PublishedCalendar(Entry):
    """``curriculum/cohorts/ID.published.json``: sessions by their start, those removed since among them.

    ``path`` is the course's path when the calendar was first published: what comes into it later was never announced.
    """

    kind: Literal["published-calendar"] = Field(
        default="published-calendar", description=N_("Always “published-calendar”.")
    )
    cohort: Identifier = Field(description=N_("The id of the cohort."))
    title: Text = Field(description=N_("The cohort's title."))
    timezone: TimeZone = Field(description=ITS_ZONE)
    path: tuple[Identifier, ...] = Field(default=(), description=N_("The ids of the modules of the course's path."))
    sessions: tuple[PublishedSession, ...] = Field(description=ITS_SESSIONS)

    @property
    def has_meetings(self) -> bool:
        """Whether a session is or was online, so that participants are told more than others."""
        return any(each.says.online is not None or each.meeting is not None for each in self.sessions)
