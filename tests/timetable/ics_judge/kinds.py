"""What components and properties of a calendar feed may hold (RFC 5545, 3.6 to 3.8, and RFC 7986)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.timetable.ics_judge.values import ValueType


@dataclass(frozen=True)
class ComponentKind:
    """What a component may and must hold; a property not in ``several`` may be there once."""

    inside: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    several: tuple[str, ...] = ()


_OBSERVANCE = ComponentKind((), ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"), ("RRULE",), ("RDATE", "COMMENT", "TZNAME"))
KINDS = {
    "": ComponentKind(("VCALENDAR",)),
    "VCALENDAR": ComponentKind(
        ("VEVENT", "VTIMEZONE"),
        ("VERSION", "PRODID"),
        ("CALSCALE", "METHOD", "UID", "LAST-MODIFIED", "URL", "REFRESH-INTERVAL", "SOURCE", "COLOR"),
        ("NAME", "DESCRIPTION", "CATEGORIES", "IMAGE"),
    ),
    "VEVENT": ComponentKind(
        ("VALARM",),
        ("UID", "DTSTAMP", "DTSTART"),
        (
            *("CLASS", "CREATED", "DESCRIPTION", "GEO", "LAST-MODIFIED", "LOCATION", "ORGANIZER", "PRIORITY"),
            *("SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "URL", "RECURRENCE-ID", "RRULE", "DTEND", "DURATION", "COLOR"),
        ),
        (
            *("ATTACH", "ATTENDEE", "CATEGORIES", "COMMENT", "CONTACT", "EXDATE", "REQUEST-STATUS", "RELATED-TO"),
            *("RESOURCES", "RDATE", "CONFERENCE", "IMAGE"),
        ),
    ),
    "VALARM": ComponentKind(
        (), ("ACTION", "TRIGGER"), ("DESCRIPTION", "SUMMARY", "DURATION", "REPEAT", "UID"), ("ATTACH", "ATTENDEE")
    ),
    "VTIMEZONE": ComponentKind(("STANDARD", "DAYLIGHT"), ("TZID",), ("LAST-MODIFIED", "TZURL")),
    "STANDARD": _OBSERVANCE,
    "DAYLIGHT": _OBSERVANCE,
}

_TEXTS = (
    *(
        "VERSION",
        "PRODID",
        "CALSCALE",
        "METHOD",
        "UID",
        "NAME",
        "DESCRIPTION",
        "SUMMARY",
        "LOCATION",
        "STATUS",
        "CLASS",
    ),
    *("CLASS", "TRANSP", "COLOR", "COMMENT", "CONTACT", "TZID", "TZNAME", "RELATED-TO", "ACTION"),
    *("X-WR-CALNAME", "X-WR-CALDESC", "X-WR-TIMEZONE"),
)
TYPES: Mapping[str, tuple[ValueType, ...]] = {
    **dict.fromkeys(_TEXTS, (ValueType.TEXT,)),
    **dict.fromkeys(("CATEGORIES", "RESOURCES"), (ValueType.TEXTS,)),
    **dict.fromkeys(("SEQUENCE", "PRIORITY", "REPEAT"), (ValueType.INTEGER,)),
    **dict.fromkeys(("DTSTAMP", "CREATED", "LAST-MODIFIED"), (ValueType.DATE_TIME,)),
    **dict.fromkeys(("DTSTART", "DTEND", "RECURRENCE-ID"), (ValueType.DATE_TIME, ValueType.DATE)),
    **dict.fromkeys(("DURATION", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"), (ValueType.DURATION,)),
    **dict.fromkeys(("URL", "SOURCE", "TZURL", "CONFERENCE"), (ValueType.URI,)),
    **dict.fromkeys(("ORGANIZER", "ATTENDEE"), (ValueType.CAL_ADDRESS,)),
    **dict.fromkeys(("TZOFFSETFROM", "TZOFFSETTO"), (ValueType.UTC_OFFSET,)),
    "RRULE": (ValueType.RECUR,),
    "TRIGGER": (ValueType.DURATION, ValueType.DATE_TIME),
}
# RFC 7986 gives them no type of their own: VALUE must be there.
TYPE_IS_WRITTEN = ("REFRESH-INTERVAL", "SOURCE", "CONFERENCE")
WORDS = {
    "VERSION": ("2.0",),
    "CALSCALE": ("GREGORIAN",),
    "STATUS": ("TENTATIVE", "CONFIRMED", "CANCELLED"),
    "TRANSP": ("OPAQUE", "TRANSPARENT"),
}
IN_UTC = ("DTSTAMP", "CREATED", "LAST-MODIFIED")
LOCAL = ("DTSTART", "DTEND", "RECURRENCE-ID")
