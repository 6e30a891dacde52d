"""Sessions with their days and times: what a cohort's calendar comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from coursewright.model.cohort import Session
from coursewright.model.words import N_


class SessionStatus(StrEnum):
    """Whether a session is held on its day, on another, or not at all."""

    PLANNED = "planned"
    MOVED = "moved"
    CANCELLED = "cancelled"


STATUS_WORDS = {
    SessionStatus.PLANNED: N_("as planned"),
    SessionStatus.MOVED: N_("moved"),
    SessionStatus.CANCELLED: N_("cancelled"),
}
# What sheets and lists call the parts of a session.
DAY = N_("Day")
TIMES = N_("Times")
PLACE = N_("Place")
LEADERS = N_("With")
NOTE = N_("Note")


class DayOffKind(StrEnum):
    """Why there is no session on a day."""

    HOLIDAY = "holiday"
    PATRON_DAY = "patron-day"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day without sessions: a public holiday, a place's patron day, or a pause.

    ``name`` is what it is called (a Term where the interface names it); ``where`` it is one: a country (with a part of
    it) by its code, a municipality, nothing for a pause.
    """

    day: date
    kind: DayOffKind
    name: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A session with its instants, which know the cohort's zone; ``minutes`` of work, breaks not counted.

    ``pattern_day`` is the day that the pattern gave it, None for one with a day of its own.
    """

    cohort: str
    session: Session
    starts_at: datetime
    ends_at: datetime
    minutes: int
    status: SessionStatus
    pattern_day: date | None

    @property
    def day(self) -> date:
        """The day on which it is held, in the cohort's zone."""
        return self.starts_at.date()

    def meets(self, other: PlannedSession) -> bool:
        """Whether both are going on at some instant; one that ends as the other begins does not."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at
