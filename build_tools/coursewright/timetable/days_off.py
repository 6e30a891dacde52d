"""Days without sessions: public holidays of a country or a part of it, patron days, pauses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from holidays import country_holidays

from coursewright.model.cohort import Cohort, HolidayCalendar
from coursewright.model.people import Venue
from coursewright.model.planned_session import DayOff, DayOffKind
from coursewright.model.words import N_, Term

# The languages of names: what is not here is named in the country's own.
_NAMES_IN = {"it": "it_IT", "en": "en_US"}


PATRON_DAY = N_("patron day")


class UnknownCalendarError(ValueError):
    """A country or a part of one whose holidays are not known."""


class DaysOff:
    """The days on which a cohort has no sessions; those of a venue's place count for what is held there."""

    def __init__(self, cohort: Cohort, language: str) -> None:
        """UnknownCalendarError where the cohort names a country or a part of it that is not known."""
        self.cohort = cohort
        self.language = language
        self.years = tuple(range(cohort.starts.year, cohort.ends.year + 1))
        self.common = self._holidays(cohort.calendar.holidays)

    def on(self, day: date, venue: Venue | None = None) -> DayOff | None:
        """Why there is no session on ``day``, at ``venue`` or anywhere; None where there may be one."""
        off = self.holiday(day)
        if off is None and venue is not None:
            off = self.local(day, venue)
        if off is not None:
            return off
        for pause in self.cohort.calendar.pause:
            if pause.start <= day <= pause.to:
                return DayOff(day, DayOffKind.PAUSE, pause.why or "")
        return None

    def holiday(self, day: date) -> DayOff | None:
        """The public holiday that ``day`` is for the whole cohort."""
        if day not in self.common:
            return None
        return DayOff(day, DayOffKind.HOLIDAY, self.common[day], _where(self.cohort.calendar.holidays))

    def local(self, day: date, venue: Venue) -> DayOff | None:
        """What ``day`` is where a venue lies, beyond the holidays of the cohort: its patron day, a local holiday."""
        if venue.patron_day == day.strftime("%m-%d"):
            return DayOff(day, DayOffKind.PATRON_DAY, Term(PATRON_DAY), venue.municipality)
        of_place = self._of_place(venue)
        local = self._holidays(of_place)
        return DayOff(day, DayOffKind.HOLIDAY, local[day], _where(of_place)) if day in local else None

    @property
    def weekend(self) -> frozenset[int]:
        """The weekend of the cohort's country, as :meth:`date.weekday` counts; else Saturday and Sunday."""
        calendar = self.cohort.calendar.holidays
        return frozenset((5, 6)) if calendar is None else frozenset(country_holidays(calendar.country).weekend)

    def _of_place(self, venue: Venue) -> HolidayCalendar | None:
        """The holidays of the venue's province or region; none where the cohort names no country."""
        country = self.cohort.calendar.holidays
        if country is None or venue.subdivision is None:
            return None
        return HolidayCalendar(country=country.country, subdivision=venue.subdivision)

    def _holidays(self, calendar: HolidayCalendar | None) -> Mapping[date, str]:
        if calendar is None:
            return {}
        return _public_holidays(calendar.country, calendar.subdivision, self.years, self.language)


def _where(calendar: HolidayCalendar | None) -> str:
    return "" if calendar is None else ", ".join(filter(None, (calendar.country, calendar.subdivision)))


@lru_cache(maxsize=64)
def _public_holidays(
    country: str, subdivision: str | None, years: tuple[int, ...], language: str
) -> Mapping[date, str]:
    try:
        # A name of the language always: else names would follow the locale of the process.
        found = country_holidays(country, subdiv=subdivision, years=years, language=_NAMES_IN.get(language))
    except NotImplementedError as error:
        raise UnknownCalendarError(str(error)) from None
    return dict(found.items())
