"""A calendar feed as the bytes of an .ics file (RFC 5545 and 7986) that calendar programs subscribe to.

The method is PUBLISH, which Microsoft and Google write too: without one, Outlook takes some files for invitations. For
the same reason there is no ORGANIZER, though RFC 5546 asks for one: Apple and Outlook would treat who subscribes as
invited. ``NAME`` and ``REFRESH-INTERVAL`` are the standard's, ``X-WR-CALNAME``, ``X-WR-CALDESC``, ``X-WR-TIMEZONE`` and
``X-PUBLISHED-TTL`` what Apple, Google and Outlook read.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import quote

from coursewright.timetable.event import CalendarEvent, CalendarFeed
from coursewright.timetable.zone import vtimezone

# A UID must be unique in the world and the same for ever, so it cannot hold where the site happens to be. The ending
# .invalid is reserved (RFC 2606): nobody can own the name, and no other program makes UIDs with it.
UID_SUFFIX = "@sessions.coursewright.invalid"

_LINE = 75
_NEW_LINE = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
# The C0 controls but the tab, DEL, the C1 controls, and halves of pairs, which UTF-8 has not.
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_SEEN_OTHERWISE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# What may stand in a URI (RFC 3986) beside letters and digits, and the sign of what is already encoded.
_URI = "%:/?#[]@!$&'()*+,;=-._~"
_IS_URI = re.compile(f"[A-Za-z0-9{re.escape(_URI)}]*").fullmatch
_IS_ID = re.compile("[a-z0-9-]*").fullmatch


def feed_bytes(feed: CalendarFeed) -> bytes:
    """The file: events by their start, then by their ids. The same feed gives the same bytes.

    An empty feed has its zone as it was in 1970. Raises ZoneInfoNotFoundError where the zone is not in the database.
    """
    events = sorted(feed.events, key=lambda event: (event.starts_at.timestamp(), event.cohort, event.session))
    years = {moment.year for event in events for moment in (event.starts_at, event.ends_at)} or {1970}
    parts = [_head(feed), *(f"{line}\r\n" for line in vtimezone(feed.timezone, min(years), max(years)))]
    parts += [_event(event, feed) for event in events]
    parts.append("END:VCALENDAR\r\n")
    return "".join(parts).encode("utf-8")


def session_uid(cohort: str, session: str) -> str:
    """What names the session for ever, wherever it moves to: made of the two ids only, which it keeps apart."""
    return f"{_id(session)}.{_id(cohort)}{UID_SUFFIX}"


def seen_text(text: str) -> str:
    """The text as readers of the feed will see it: every kind of line break is one, control characters are gone."""
    return _DROPPED.sub("", _NEW_LINE.sub("\n", text))


def seen_address(address: str) -> str:
    """The address as readers of the feed will see it: what may not stand in a URI is encoded in it."""
    return address if _IS_URI(address) else quote(address, safe=_URI, errors="replace")


def _head(feed: CalendarFeed) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_text(feed.product)}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME;LANGUAGE={feed.language}:{_text(feed.name)}",
        f"X-WR-CALNAME:{_text(feed.name)}",
    ]
    if feed.description:
        lines.append(f"DESCRIPTION;LANGUAGE={feed.language}:{_text(feed.description)}")
        lines.append(f"X-WR-CALDESC:{_text(feed.description)}")
    lines += [
        f"X-WR-TIMEZONE:{_text(feed.timezone)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{feed.refresh}",
        f"X-PUBLISHED-TTL:{feed.refresh}",
    ]
    return "".join([_folded(line) for line in lines])


def _event(event: CalendarEvent, feed: CalendarFeed) -> str:
    stamp = f"{_digits(event.stamp)}Z"
    language = feed.language
    lines = [_folded(f"UID:{session_uid(event.cohort, event.session)}")]
    lines.append(f"DTSTAMP:{stamp}\r\nLAST-MODIFIED:{stamp}\r\nSEQUENCE:{event.sequence}\r\n")
    lines.append(f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}\r\n")
    lines.append(_moment("DTSTART", event.starts_at, feed.timezone))
    lines.append(_moment("DTEND", event.ends_at, feed.timezone))
    lines.append(_folded(f"SUMMARY;LANGUAGE={language}:{_text(event.summary)}"))
    if event.location:
        lines.append(_folded(f"LOCATION:{_text(event.location)}"))
    if event.description:
        lines.append(_folded(f"DESCRIPTION;LANGUAGE={language}:{_text(event.description)}"))
    if event.url:
        lines.append(_folded(f"URL:{seen_address(event.url)}"))
    if event.categories:
        lines.append(_folded(f"CATEGORIES:{','.join(map(_text, event.categories))}"))
    return f"BEGIN:VEVENT\r\n{''.join(lines)}END:VEVENT\r\n"


def _moment(name: str, moment: datetime, timezone: str) -> str:
    """By the clock of the zone, or in UTC where that is not clear: in an hour that clocks skip, or show twice.

    Readers do not agree on those: ical.js takes the second time where RFC 5545 means the first.
    """
    if moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset():
        return f"{name}:{_digits(moment.astimezone(UTC))}Z\r\n"
    return f"{name};TZID={timezone}:{_digits(moment)}\r\n"


def _digits(moment: datetime) -> str:
    """20230218T100000; not by ``strftime``, which is slower and shortens the first years on some systems."""
    return moment.isoformat()[:19].replace("-", "").replace(":", "")


def _text(text: str) -> str:
    if _SEEN_OTHERWISE.search(text):
        text = seen_text(text)
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line with its end, cut into pieces of at most 75 octets; the next ones begin with a space."""
    if len(line) <= _LINE and (line.isascii() or len(line.encode()) <= _LINE):
        return f"{line}\r\n"
    octets = line.encode()
    pieces = []
    start, room = 0, _LINE
    while len(octets) - start > room:
        end = start + room
        # An octet 10xxxxxx is not the first of its character.
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[start:end].decode())
        start, room = end, _LINE - 1
    pieces.append(octets[start:].decode())
    return "\r\n ".join(pieces) + "\r\n"


def _id(written: str) -> str:
    return written if _IS_ID(written) else quote(written, safe="", errors="replace").replace(".", "%2E")
