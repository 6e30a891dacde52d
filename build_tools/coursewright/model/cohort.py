"""Cohorts: editions of the course with their dates, enrolment window, sessions and fees."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from coursewright.model.anchor import Anchor
from coursewright.model.entry import Entry, Identified
from coursewright.model.fee_rules import Fees
from coursewright.model.ids import ItsSource, ModuleId, PersonId, VenueId
from coursewright.model.layout import LAYOUTS, Layout, LayoutName, own_layout
from coursewright.model.meetings import Online
from coursewright.model.planning import Planning
from coursewright.model.words import N_
from coursewright.model.written import (
    A_TEXT,
    FIRST_DAY,
    ITS_MINUTES,
    LAST_DAY,
    ClockTime,
    Day,
    EmailAddress,
    Identifier,
    Markdown,
    Minutes,
    Name,
    PositiveCount,
    Text,
    WebAddress,
    choice,
    matching,
    refuse,
    wrong_type,
)

_RECURRENCE = (
    r"[1-9][0-9]? weeks?|(first|second|third|fourth|last) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
Recurrence = Annotated[str, matching(_RECURRENCE, N_("a rhythm such as 3 weeks or first saturday"))]
TimeZone = Annotated[str, matching(r"[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*", N_("a time zone such as Europe/Rome"))]
Country = Annotated[str, matching(r"[A-Z]{2}", N_("a country code such as IT"))]


def _in_order(first: Any, last: Any) -> None:
    if first is not None and last is not None and last < first:
        raise refuse("reversed", first=str(first), last=str(last))


class Apply(Entry):
    """How to apply: a web address or an e-mail address, and words."""

    url: WebAddress | None = Field(default=None, description=N_("The web page where one applies."))
    email: EmailAddress | None = Field(default=None, description=N_("The e-mail address to write to."))
    text: Markdown | None = Field(default=None, description=N_("How to apply, in words."))

    @model_validator(mode="after")
    def _says_where(self) -> Self:
        given = [name for name in ("url", "email") if getattr(self, name) is not None]
        if len(given) != 1:
            raise refuse("one-of-keys", keys="url, email", found=", ".join(given) or None)
        return self


ITS_ZONE = N_("The time zone of all its days and times, such as Europe/Rome.")
ITS_PLACES = N_("How many people can take part.")
ITS_SESSIONS = N_("The sessions.")
ITS_VENUE = N_("The id of the place.")
WHY_CANCELLED = N_("Why it is cancelled.")
# What pages and tables call a cohort's days and sessions.
ENROLMENT = N_("Enrolment")
PLACES = N_("Places")
TIME_ZONE = N_("Time zone")
DAYS = N_("from {first} to {last}")
DAYS_INCLUDED = N_("from {first} to {last}, both days included")
ONLINE = N_("Online")
LED_BY = N_("with {names}")


class Enrolment(Entry):
    """When one can apply, both days included in the cohort's zone, and for how many places."""

    opens: Day = Field(description=N_("The first day for applications."))
    closes: Day = Field(description=N_("The last day for applications, whole."))
    places: PositiveCount | None = Field(default=None, description=ITS_PLACES)
    minimum: PositiveCount | None = Field(
        default=None, description=N_("How many people are needed for the edition to start.")
    )
    apply: Apply | None = Field(
        default=None, description=N_("How to apply; absent, the page says that it takes no applications.")
    )

    @model_validator(mode="after")
    def _opens_before_it_closes(self) -> Self:
        _in_order(self.opens, self.closes)
        if self.minimum is not None and self.places is not None and self.minimum > self.places:
            raise refuse("minimum-above-places", at="minimum", minimum=self.minimum, places=self.places)
        return self


class SessionBreak(Entry):
    """A break within a session."""

    at: ClockTime = Field(description=N_("When it begins, such as 11:30."))
    minutes: Minutes = Field(description=ITS_MINUTES)


class Pattern(Entry):
    """The rhythm of a cohort's sessions, and their hours."""

    every: Recurrence | None = Field(
        default=None,
        description=N_("The rhythm: 3 weeks, or first saturday; without it each session has a day of its own."),
    )
    start: ClockTime = Field(alias="from", description=N_("When a session begins, such as 09:30."))
    to: ClockTime = Field(description=N_("When a session ends, such as 13:45."))
    breaks: tuple[SessionBreak, ...] = Field(default=(), description=N_("The breaks of a session."))

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> Self:
        _in_order(self.start, self.to)
        return self


class HolidayCalendar(Entry):
    """Whose public holidays are days without a session."""

    country: Country = Field(description=N_("The country, such as IT."))
    subdivision: Name | None = Field(default=None, description=N_("The province or region, such as RM."))


class Pause(Entry):
    """Days without sessions, both included."""

    start: Day = Field(alias="from", description=FIRST_DAY)
    to: Day = Field(description=LAST_DAY)
    why: Text | None = Field(default=None, description=N_("The reason, as the site shows it."))

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> Self:
        _in_order(self.start, self.to)
        return self


class Move(Entry):
    """A session moved from its pattern day to another."""

    start: Day = Field(alias="from", description=N_("The day it would have been."))
    to: Day = Field(description=N_("The day it is."))


class Session(Entry):
    """One meeting of a cohort: what it teaches, and what differs from the pattern."""

    id: Identifier = Field(description=N_("The id of the session, such as s1."))
    title: Text | None = Field(default=None, description=N_("The session's title; else that of its modules."))
    modules: tuple[ModuleId, ...] = Field(default=(), description=N_("The ids of the modules it teaches."))
    trainers: tuple[PersonId, ...] = Field(default=(), description=N_("The ids of the people who lead it."))
    venue: VenueId | None = Field(default=None, description=ITS_VENUE)
    online: Online | None = Field(
        default=None,
        description=N_(
            "The address where it is held online, in place of a venue; true if it stands in private/meetings.yaml. It "
            "is on no page and in no public calendar."
        ),
    )
    on: Day | None = Field(default=None, description=N_("Its own day, outside the pattern."))
    start: ClockTime | None = Field(
        default=None, alias="from", description=N_("When it begins, if not as the pattern says.")
    )
    to: ClockTime | None = Field(default=None, description=N_("When it ends, if not as the pattern says."))
    breaks: tuple[SessionBreak, ...] | None = Field(
        default=None, description=N_("Its breaks, if not as the pattern says.")
    )
    moved: Move | None = Field(default=None, description=N_("The day it was to be, and the day it is."))
    cancelled: Text | None = Field(default=None, description=WHY_CANCELLED)

    @model_validator(mode="after")
    def _is_in_one_place(self) -> Self:
        if self.venue is not None and self.online is not None:
            raise refuse("one-of-keys", keys="venue, online", found="venue, online")
        if self.on is not None and self.moved is not None:
            raise refuse("one-of-keys", keys="on, moved", found="on, moved")
        _in_order(self.start, self.to)
        return self


class Timetable(Entry):
    """A cohort's calendar: the pattern, the days without sessions, and the sessions."""

    pattern: Pattern | None = Field(default=None, description=N_("The rhythm of the sessions."))
    holidays: HolidayCalendar | None = Field(
        default=None, description=N_("Whose public holidays are days without a session.")
    )
    pause: tuple[Pause, ...] = Field(default=(), description=N_("Days without sessions."))
    planning: Planning = Field(
        default_factory=Planning, description=N_("What proposals of days go by; it does not change the calendar.")
    )
    sessions: tuple[Session, ...] = Field(default=(), description=N_("The sessions, in order."))


def _column_names(value: Any) -> Any:
    """Headers by column, each as a list; a key such as ``code`` that YAML takes for something else is a text."""
    if not isinstance(value, dict):
        return value
    return {str(key): item if isinstance(item, list) else [item] for key, item in value.items()}


def _column_values(value: Any) -> Any:
    """What values mean, by column; words such as ``yes`` and numbers are texts on both sides."""
    if not isinstance(value, dict):
        return value
    return {str(key): _as_texts(item) if isinstance(item, dict) else item for key, item in value.items()}


def _as_texts(values: dict[Any, Any]) -> dict[str, Any]:
    said = {True: "yes", False: "no", None: ""}
    return {
        str(said.get(key, key) if isinstance(key, bool) else key): said.get(item, item)
        if item is None or isinstance(item, bool)
        else item
        for key, item in values.items()
    }


def _meaning(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise wrong_type(A_TEXT, value)


class Cohort(Identified):
    """``curriculum/cohorts/*.yaml``."""

    kind: Literal["cohort"] = Field(default="cohort", description=N_("Always “cohort”."))
    title: Text = Field(description=N_("The edition's title."))
    summary: Markdown | None = Field(default=None, description=N_("What is particular to this edition."))
    timezone: TimeZone = Field(description=ITS_ZONE)
    starts: Day = Field(description=FIRST_DAY)
    ends: Day = Field(description=LAST_DAY)
    source: ItsSource = None
    enrolment: Enrolment = Field(description=N_("When and how one can apply."))
    calendar: Timetable = Field(default_factory=Timetable, description=ITS_SESSIONS)
    fees: Fees | None = Field(default=None, description=N_("What it costs, as rules."))
    layout: Annotated[LayoutName, choice(LayoutName)] | None = Field(
        default=None, description=N_("Where the applications' file comes from, if that is known.")
    )
    columns: Annotated[
        dict[Name, tuple[Name, ...]],
        BeforeValidator(_column_names),
        WithJsonSchema(
            {
                "type": "object",
                "additionalProperties": {
                    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]
                },
            }
        ),
    ] = Field(
        default_factory=dict,
        description=N_("What the columns of the applications' file are called; several in a list are put together."),
    )
    values: Annotated[
        dict[Name, dict[str, Annotated[str, BeforeValidator(_meaning)]]],
        BeforeValidator(_column_values),
        WithJsonSchema(
            {
                "type": "object",
                "additionalProperties": {
                    "type": "object",
                    "additionalProperties": {"type": ["string", "boolean", "null"]},
                },
            }
        ),
    ] = Field(
        default_factory=dict,
        description=N_("What values of the applications' file mean, column by column; empty means nothing said."),
    )

    def file_layout(self, name: LayoutName | None = None) -> Layout:
        """How the applications' file says things: as the cohort says first, then as a known layout does.

        That is the one of the name, else the cohort's.
        """
        wanted, own = name or self.layout, own_layout(self.columns, self.values)
        return own if wanted is None else own.over(LAYOUTS[wanted])

    @property
    def has_known_zone(self) -> bool:
        """Whether the time zone is one that there is; without it no day of the cohort has instants."""
        try:
            ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return False
        return True

    def day_of(self, anchor: date | Anchor, received: date | None = None) -> date:
        """The day that is meant: itself, one of the cohort's, or that of a receipt, which has to be given then."""
        if not isinstance(anchor, Anchor):
            return anchor
        if anchor is Anchor.RECEIVED:
            if received is None:
                raise ValueError(anchor)
            return received
        return self.starts if anchor is Anchor.STARTS else self.enrolment.closes

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> Self:
        _in_order(self.starts, self.ends)
        return self
