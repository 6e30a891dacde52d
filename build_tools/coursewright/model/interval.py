"""Stretches of time, from an instant to before another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Interval:
    """All instants from ``start`` on and before ``end``; None is a side without a bound. Instants know their offset."""

    start: datetime | None = None
    end: datetime | None = None

    def __contains__(self, instant: datetime) -> bool:
        return (self.start is None or self.start <= instant) and (self.end is None or instant < self.end)

    def meets(self, other: Interval) -> bool:
        """Whether some instant lies in both."""
        begins = max((each for each in (self.start, other.start) if each is not None), default=None)
        ends = min((each for each in (self.end, other.end) if each is not None), default=None)
        return begins is None or ends is None or begins < ends
