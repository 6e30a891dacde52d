"""The days of one cohort: which it might meet on, and what its file says against each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.moments import minute_at, minute_of
from coursewright.model.people import Venue
from coursewright.model.planning import Weekday
from coursewright.timetable.days_off import DaysOff
from coursewright.timetable.planner.bridge_days import is_bridge_day
from coursewright.timetable.planner.problem import Occasion
from coursewright.timetable.planner.requirement import Bar, Requirement, RequirementKind
from coursewright.timetable.planner.wanted import WantedSession
from coursewright.timetable.sessions import pattern_days

_DAY = timedelta(days=1)
# How far beyond a cohort's days one looks where no plan keeps to them: as long as it lasts, within these bounds.
_LEAST_MARGIN, _MOST_MARGIN = timedelta(weeks=8), timedelta(weeks=30)
_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)


class CohortDays:
    """The days on which a cohort might meet, those before and after its own included."""

    def __init__(self, curriculum: Curriculum, cohort: Cohort, wanted: Sequence[WantedSession]) -> None:
        """UnknownCalendarError where the holidays of the cohort's country, or part of it, are not known."""
        self.curriculum = curriculum
        self.cohort = cohort
        self.wanted = wanted
        self.planning = cohort.calendar.planning
        self.zone = ZoneInfo(cohort.timezone)
        margin = min(max(cohort.ends - cohort.starts, _LEAST_MARGIN), _MOST_MARGIN)
        self.first = max(_FIRST, cohort.starts - margin)
        self.last = min(_LAST, cohort.ends + margin)
        wide = cohort.model_copy(update={"starts": self.first, "ends": self.last})
        self.days_off = DaysOff(wide, curriculum.course.language)

    @cached_property
    def occasions(self) -> tuple[Occasion, ...]:
        """Every day one could think of, with what stands against it, and the occasions that sessions keep."""
        kept = [(index, each.kept) for index, each in enumerate(self.wanted) if each.kept is not None]
        found = [
            Occasion(each.day, minute_at(each.starts_at), kept_for=index, late=self._late(each.day))
            for index, each in kept
        ]
        weekdays = {list(Weekday).index(day) for day in self.planning.days}
        rhythm = self._rhythm()
        day = self.first
        while day <= self.last:
            noon = datetime(day.year, day.month, day.day, 12, tzinfo=self.zone)
            bars = tuple(self._day_bars(day, weekdays, rhythm))
            found.append(Occasion(day, minute_at(noon), bars, self._late(day)))
            day += _DAY
        return tuple(sorted(found, key=lambda each: (each.day, each.starts_at)))

    def hours(self, start: time, end: time, kept: int | None = None) -> Mapping[int, tuple[int, int]]:
        """From which minute until which a session with those times is held, on each occasion that clocks have both.

        A ``kept`` one (its position among the wanted) has its own on its own occasion.
        """
        found: dict[int, tuple[int, int]] = {}
        for position, occasion in enumerate(self.occasions):
            if occasion.kept_for is not None:
                stays = self.wanted[occasion.kept_for].kept
                if occasion.kept_for == kept and stays is not None:
                    found[position] = (minute_at(stays.starts_at), minute_at(stays.ends_at))
                continue
            first = minute_of(datetime.combine(occasion.day, start), self.zone)
            last = minute_of(datetime.combine(occasion.day, end), self.zone)
            if first is not None and last is not None and first < last:
                found[position] = (first, last)
        return found

    def even(self) -> tuple[date, ...]:
        """The day that an even rhythm gives each wanted session, in their order.

        One that stays has the nearest to its own; the others have the rest, one after the other.
        """
        days = list(self._even_days())
        found: dict[int, date] = {}
        kept = [(each.kept.day, index) for index, each in enumerate(self.wanted) if each.kept is not None]
        for day, index in sorted(kept):
            found[index] = min(days, key=lambda each: (abs(each - day), each))
            days.remove(found[index])
        rest = iter(days)
        return tuple(found[index] if index in found else next(rest) for index in range(len(self.wanted)))

    def _even_days(self) -> Sequence[date]:
        """As many days as sessions: those of the pattern's rhythm, else spread over the days there are."""
        count = len(self.wanted)
        possible = [each for each in self.occasions if each.kept_for is None]
        free = [each.day for each in possible if not each.bars]
        if not free:
            return [self.cohort.starts] * count
        if self._rhythm() is not None and not self.planning.days:
            in_time = [each.day for each in possible if all(map(_is_end, each.bars))]
            if len(in_time) >= count:
                return in_time[:count]
        span = (free[-1] - free[0]).days
        return [free[0] + timedelta(days=round(span * rank / max(1, count - 1))) for rank in range(count)]

    def bridges(self) -> Mapping[str | None, frozenset[int]]:
        """The occasions that are bridge days, by venue; None for what is held at none."""
        weekend = self.days_off.weekend
        found: dict[str | None, frozenset[int]] = {}
        for venue in (None, *self.curriculum.venues.values()):

            def is_holiday(day: date, venue: Venue | None = venue) -> bool:
                return self.days_off.holiday(day) is not None or (
                    venue is not None and self.days_off.local(day, venue) is not None
                )

            found[None if venue is None else venue.id] = frozenset(
                position
                for position, occasion in enumerate(self.occasions)
                if is_bridge_day(occasion.day, is_holiday, weekend)
            )
        return found

    def rule(self, kind: RequirementKind, keys: tuple[str | int, ...], **values: str | int | date) -> Requirement:
        """A condition that the cohort's own file states."""
        return Requirement(kind, self.cohort.place(*keys), {"cohort": self.cohort.id, **values})

    def _late(self, day: date) -> int:
        return max(0, (day - self.cohort.ends).days)

    def _rhythm(self) -> frozenset[date] | None:
        """The days of the pattern's rhythm before, in and after the cohort's days; None where it has none."""
        pattern = self.cohort.calendar.pattern
        if pattern is None or pattern.every is None:
            return None
        first = self.cohort.starts
        count, unit = pattern.every.split(" ")
        if count.isdigit() and unit.startswith("week"):
            step = timedelta(weeks=int(count))
            while first - step >= self.first:
                first -= step
        else:
            first = self.first
        return frozenset(pattern_days(pattern.every, first, self.last))

    def _day_bars(self, day: date, weekdays: set[int], rhythm: frozenset[date] | None) -> Iterator[Bar]:
        cohort, calendar = self.cohort, self.cohort.calendar
        if day < cohort.starts:
            yield (self.rule(RequirementKind.STARTS, ("starts",), day=cohort.starts),)
        if day > cohort.ends:
            yield (self.rule(RequirementKind.ENDS, ("ends",), day=cohort.ends),)
        if rhythm is not None and not weekdays:
            if day not in rhythm:
                every = calendar.pattern.every if calendar.pattern is not None else None
                yield (self.rule(RequirementKind.RHYTHM, ("calendar", "pattern", "every"), every=every or ""),)
        elif day.weekday() not in (weekdays or {cohort.starts.weekday()}):
            days = self.planning.days or (list(Weekday)[cohort.starts.weekday()],)
            keys = ("calendar", "planning", "days") if weekdays else ("starts",)
            yield (self.rule(RequirementKind.DAYS, keys, days=" ".join(days)),)
        holiday = self.days_off.holiday(day)
        if holiday is not None:
            yield (self.rule(RequirementKind.HOLIDAYS, ("calendar", "holidays"), where=holiday.where),)
        for number, pause in enumerate(calendar.pause):
            if pause.start <= day <= pause.to:
                yield (
                    self.rule(RequirementKind.PAUSE, ("calendar", "pause", number), first=pause.start, last=pause.to),
                )


def _is_end(bar: Bar) -> bool:
    """Whether it is only the cohort's end that forbids something."""
    return all(each.kind is RequirementKind.ENDS for each in bar)
