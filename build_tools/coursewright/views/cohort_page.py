"""A cohort: its dates, enrolment window, and how to apply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.views.cohort_calendar import CalendarSheet, calendar_sheet
from coursewright.views.cohort_fees import CohortFees, cohort_fees
from coursewright.views.links import Link, link_to


@dataclass(frozen=True)
class CohortCard:
    """A cohort in a list; days as dates in its own zone, both ends included."""

    cohort: Link
    summary: str
    starts: date
    ends: date
    opens: date
    closes: date


@dataclass(frozen=True)
class CohortState:
    """From when to when enrolment is open and the cohort runs: days, both ends included, and instants, the end not."""

    starts: date
    ends: date
    opens: date
    closes: date
    opens_at: datetime
    closes_at: datetime
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Application:
    """How to apply: one address and words."""

    url: str
    email: str
    text: str


@dataclass(frozen=True)
class CohortPage:
    """The page of a cohort; days in its own zone, both ends included."""

    cohort: Link
    summary: str
    timezone: str
    starts: date
    ends: date
    opens: date
    closes: date
    places: int | None
    minimum: int | None
    apply: Application | None
    fees: CohortFees | None
    calendar: CalendarSheet | None
    illustrative: tuple[str, ...]
    source: str


def cohort_card(curriculum: Curriculum, identifier: str) -> CohortCard:
    """The card of a cohort."""
    cohort = curriculum.cohorts[identifier]
    return CohortCard(
        link_to(Kind.COHORT, identifier, cohort),
        cohort.summary or "",
        cohort.starts,
        cohort.ends,
        cohort.enrolment.opens,
        cohort.enrolment.closes,
    )


def cohort_state(curriculum: Curriculum, identifier: str) -> CohortState:
    """The days and instants of a cohort, from which anyone can tell its state at any time."""
    cohort = curriculum.cohorts[identifier]
    enrolment, zone = cohort.enrolment, ZoneInfo(cohort.timezone)
    return CohortState(
        starts=cohort.starts,
        ends=cohort.ends,
        opens=enrolment.opens,
        closes=enrolment.closes,
        opens_at=_midnight(enrolment.opens, zone),
        closes_at=_midnight(enrolment.closes + timedelta(days=1), zone),
        starts_at=_midnight(cohort.starts, zone),
        ends_at=_midnight(cohort.ends + timedelta(days=1), zone),
    )


def cohort_page(curriculum: Curriculum, identifier: str) -> CohortPage:
    """The page of a cohort; ``illustrative`` names those of the shown values that no source states."""
    cohort = curriculum.cohorts[identifier]
    apply = cohort.enrolment.apply
    return CohortPage(
        cohort=link_to(Kind.COHORT, identifier, cohort),
        summary=cohort.summary or "",
        timezone=cohort.timezone,
        starts=cohort.starts,
        ends=cohort.ends,
        opens=cohort.enrolment.opens,
        closes=cohort.enrolment.closes,
        places=cohort.enrolment.places,
        minimum=cohort.enrolment.minimum,
        apply=Application(apply.url or "", apply.email or "", apply.text or "") if apply is not None else None,
        fees=cohort_fees(cohort) if cohort.fees is not None else None,
        calendar=calendar_sheet(curriculum, identifier),
        illustrative=tuple(path for path in _SHOWN if cohort.shows_illustrative(path)),
        source=cohort.source or "",
    )


_SHOWN = ("starts", "ends", "enrolment.opens", "enrolment.closes", "enrolment.places", "enrolment.minimum")


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
