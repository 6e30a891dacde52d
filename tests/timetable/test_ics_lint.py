"""Each fault that the judge of feeds knows, in a feed that has it and in no other way is wrong."""

from __future__ import annotations

import pytest

from coursewright.timetable.ics import feed_bytes
from tests.timetable.feeds import FIRST, SECOND, feed
from tests.timetable.ics_judge.lint import Fault, FaultCode, lint

GOOD = feed_bytes(feed(FIRST, SECOND))
UID = b"UID:s1.cm-2023@sessions.coursewright.invalid\r\n"
START = b"DTSTART;TZID=Europe/Rome:20230218T100000\r\n"
END = b"DTEND;TZID=Europe/Rome:20230218T180000\r\n"
STAMP = b"DTSTAMP:20230102T030405Z\r\n"
DAYLIGHT = b"BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\n"
RULE = b"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
ZONE = GOOD[GOOD.index(b"BEGIN:VTIMEZONE") : GOOD.index(b"BEGIN:VEVENT")]
# What is replaced once, by what, and all the faults that come of it.
FAULTY = [
    (b"Le sessioni", b"Le sessioni \xff", {FaultCode.NOT_UTF_8}),
    ("comunità\\\r\n ".encode(), b"comunit" + b"\xc3\r\n \xa0\\", {FaultCode.SPLIT_CHARACTER}),
    (b"VERSION:2.0\r\n", b"VERSION:2.0\n", {FaultCode.LINE_END}),
    (b"END:VCALENDAR\r\n", b"END:VCALENDAR", {FaultCode.LINE_END}),
    (b"SUMMARY;LANGUAGE=it:", b"SUMMARY;LANGUAGE=it:" + b"x" * 60, {FaultCode.LONG_LINE}),
    (b"Le sessioni", b"Le \x07sessioni", {FaultCode.CONTROL_CHARACTER}),
    (STAMP, STAMP + b"no colon\r\n", {FaultCode.NOT_A_LINE}),
    (STAMP, STAMP + b"\r\n", {FaultCode.NOT_A_LINE}),
    (b"BEGIN:VCALENDAR\r\n", b"X-A:1\r\nBEGIN:VCALENDAR\r\n", {FaultCode.NESTING}),
    (b"END:VCALENDAR\r\n", b"", {FaultCode.NESTING}),
    (b"END:VCALENDAR\r\n", b"END:VEVENT\r\nEND:VCALENDAR\r\n", {FaultCode.NESTING}),
    (STAMP, STAMP + b"BEGIN:VEVENT\r\n" + UID[:-2] + b"x\r\n" + STAMP + START + b"END:VEVENT\r\n", {FaultCode.NESTING}),
    (STAMP, STAMP + b"BEGIN:X-PART\r\nEND:X-PART\r\n", {FaultCode.UNKNOWN_COMPONENT}),
    (GOOD, b"", {FaultCode.EMPTY_COMPONENT}),
    (GOOD, b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n", {FaultCode.EMPTY_COMPONENT}),
    (STAMP, STAMP + b"REFRESH:PT1H\r\n", {FaultCode.UNKNOWN_PROPERTY}),
    (STAMP, STAMP + b"TZOFFSETTO:+0100\r\n", {FaultCode.UNKNOWN_PROPERTY}),
    (UID, b"", {FaultCode.MISSING_PROPERTY}),
    (STAMP, b"", {FaultCode.MISSING_PROPERTY}),
    (START, b"", {FaultCode.MISSING_PROPERTY}),
    (b"PRODID:-//coursewright//coursewright//EN\r\n", b"", {FaultCode.MISSING_PROPERTY}),
    (b"TZOFFSETFROM:+0100\r\n", b"", {FaultCode.MISSING_PROPERTY}),
    (STAMP, STAMP + STAMP, {FaultCode.REPEATED_PROPERTY}),
    (END, END + b"DURATION:PT1H\r\n", {FaultCode.EXCLUDED_PROPERTY}),
    (b";VALUE=DURATION", b"", {FaultCode.VALUE_TYPE}),
    (b"URL:", b"URL;VALUE=TEXT:", {FaultCode.VALUE_TYPE}),
    (END, b"DTEND;VALUE=DATE:20230219\r\n", {FaultCode.VALUE_TYPE}),
    (b"VERSION:2.0", b"VERSION:1.0", {FaultCode.VALUE}),
    (b"STATUS:CONFIRMED", b"STATUS:MOVED", {FaultCode.VALUE}),
    (b"SEQUENCE:0", b"SEQUENCE:none", {FaultCode.VALUE}),
    (STAMP, b"DTSTAMP:20230230T030405Z\r\n", {FaultCode.VALUE}),
    (b"URL:https://example.org", b"URL:https://example.org/a b", {FaultCode.VALUE}),
    (b"VALUE=DURATION:PT12H", b"VALUE=DURATION:12h", {FaultCode.VALUE}),
    (b"TZOFFSETTO:+0200", b"TZOFFSETTO:+02:00", {FaultCode.VALUE}),
    (DAYLIGHT, DAYLIGHT.replace(b"020000", b"010000Z"), {FaultCode.VALUE}),
    (UID, b"UID:\r\n", {FaultCode.VALUE}),
    (b"Le sessioni", b"Le sessioni, tutte", {FaultCode.ESCAPE}),
    (b"Le sessioni", b"Le sessioni\\t", {FaultCode.ESCAPE}),
    (b"Le sessioni", b"Le sessioni\\", {FaultCode.ESCAPE}),
    (RULE, b"RRULE:BYMONTH=3;BYDAY=-1SU\r\n", {FaultCode.RULE}),
    (RULE, b"RRULE:FREQ=YEARLY;BYMONTH=13\r\n", {FaultCode.RULE}),
    (RULE, b"RRULE:FREQ=YEARLY;BYDAY=-1XX\r\n", {FaultCode.RULE}),
    (RULE, b"RRULE:FREQ=YEARLY;COUNT=2;UNTIL=20300101T000000Z\r\n", {FaultCode.RULE}),
    (RULE, b"RRULE:FREQ=YEARLY;FREQ=DAILY\r\n", {FaultCode.RULE}),
    (RULE, b"RRULE:FREQ=YEARLY;INTERVAL=0\r\n", {FaultCode.RULE}),
    (STAMP, b"DTSTAMP:20230102T030405\r\n", {FaultCode.NOT_UTC}),
    (START, START.replace(b"\r", b"Z\r"), {FaultCode.NOT_UTC}),
    (START, b"DTSTART:20230218T100000\r\n", {FaultCode.NO_ZONE}),
    (START, START.replace(b"Rome", b"Paris"), {FaultCode.UNKNOWN_ZONE}),
    (ZONE, b"", {FaultCode.UNKNOWN_ZONE}),
    (ZONE, ZONE + ZONE, {FaultCode.REPEATED_ZONE}),
    (b"UID:s2", b"UID:s1", {FaultCode.REPEATED_UID}),
    (END, END.replace(b"T18", b"T10"), {FaultCode.NO_LENGTH}),
    (END, b"DURATION:-PT1H\r\n", {FaultCode.NO_LENGTH}),
    (b"METHOD:PUBLISH", b"METHOD:REQUEST", {FaultCode.INVITATION}),
]


def test_our_feeds_have_no_fault() -> None:
    assert lint(GOOD) == ()


@pytest.mark.parametrize(("good", "bad", "codes"), FAULTY)
def test_feed_with_one_fault_has_just_that(good: bytes, bad: bytes, codes: set[FaultCode]) -> None:
    assert good in GOOD
    assert {fault.code for fault in lint(GOOD.replace(good, bad, 1))} == codes


def test_every_fault_has_a_feed() -> None:
    assert {code for _, _, codes in FAULTY for code in codes} == set(FaultCode)


def test_fault_says_the_line_and_what_is_wrong() -> None:
    bad = GOOD.replace(b"METHOD:PUBLISH", b"METHOD:REQUEST").replace(UID, b"")
    assert lint(bad) == (
        Fault(5, FaultCode.INVITATION, "The METHOD of a feed is PUBLISH, or there is none."),
        Fault(30, FaultCode.MISSING_PROPERTY, "VEVENT has no UID."),
    )


@pytest.mark.parametrize("content", [b"\r\n", b" ", b"\xff\xfe", b"BEGIN:VCALENDAR", b"END:VCALENDAR\r\n", b"\n" * 9])
def test_what_is_no_calendar_is_judged_too(content: bytes) -> None:
    assert lint(content) != ()
