"""Addresses of online meetings, and their passwords, where everybody would read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coursewright.checks.lookup import Lookup, unknown_among
from coursewright.checks.meeting_links import Traces, meetings_in, readable
from coursewright.checks.texts import prose_entries
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry
from coursewright.model.entry_texts import written_texts
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.place import Keys, Place
from coursewright.model.prose import Prose
from coursewright.model.words import N_, Term

# Lines of a text within which a password belongs to a meeting.
_BESIDE = 4
_PASSWORD = Term(N_("what looks like the password of an online meeting"))
_ADDRESS = Term(N_("the address of an online session"))


def check_private_addresses(curriculum: Curriculum) -> Iterator[Finding]:
    """private-address and meeting-link: in every text that pages or public calendars show, but for ``online``."""
    own = _own_addresses(curriculum)
    for file in (*curriculum.files(), *curriculum.published.values()):
        yield from _in_data(file, own)
    for entry in prose_entries(curriculum):
        yield from _in_prose(entry.prose, entry.origin.path, own)
    for work in curriculum.works.values():
        for text in work.texts:
            yield from _found(text, work.place, own)
    for catalogs in curriculum.catalogs.values():
        for catalog in catalogs.values():
            for each in catalog.entries:
                yield from _found(each.said, Place(catalog.path, each.line), own)


def check_meetings(curriculum: Curriculum) -> Iterator[Finding]:
    """unknown-id and address-not-used in ``private/meetings.yaml``."""
    if curriculum.meetings is None:
        return
    lookup = Lookup(curriculum)
    for name, addresses in curriculum.meetings.addresses.items():
        unknown = lookup.unknown(Kind.COHORT, name, curriculum.meetings.origin.key("addresses", name))
        cohort = curriculum.cohorts.get(name)
        if unknown is not None:
            yield unknown
        if cohort is None:
            continue
        sessions = {session.id: session for session in cohort.calendar.sessions}
        for session in addresses:
            place = curriculum.meetings.origin.key("addresses", name, session)
            if session not in sessions:
                yield unknown_among(Kind.SESSION, session, place, sessions)
            elif sessions[session].online is not True:
                values = {"found": session, "cohort": name}
                yield Finding(Code.ADDRESS_NOT_USED, place, values, (cohort.place("calendar", "sessions"),))


@dataclass(frozen=True)
class _Field:
    """A text of a data file, and what it holds."""

    way: Keys
    text: str
    holds: Traces


def _own_addresses(curriculum: Curriculum) -> tuple[str, ...]:
    """The addresses that sessions of the course have, as they are looked for: without ``https://``.

    One that is but a host is left out: it may have pages for everybody.
    """
    every = (each for cohort in curriculum.cohorts.values() for each in curriculum.meeting_addresses(cohort).values())
    plain = {readable(each).partition("://")[2].rstrip("/").casefold() for each in every}
    return tuple(sorted(each for each in plain if any(sign in each for sign in "/?#")))


def _in_data(file: Entry, own: Sequence[str]) -> Iterator[Finding]:
    fields = [_Field(way, text, meetings_in(text)) for way, text in written_texts(file)]
    # The address of a session is no finding, and what stands beside it may be its password.
    beside = {each.way[:-1] for each in fields if each.holds.is_near or _is_address(each)}
    for each in fields:
        if not _is_address(each):
            is_beside = each.way[:-1] in beside
            yield from _told(each.holds, each.text, file.place(*each.way), own, is_beside)


def _is_address(field: _Field) -> bool:
    return bool(field.way) and field.way[-1] == "online"


def _in_prose(prose: Prose, path: str, own: Sequence[str]) -> Iterator[Finding]:
    held = [meetings_in(line) for line in prose.lines]
    near = [number for number, holds in enumerate(held) if holds.is_near]
    for number, (line, holds) in enumerate(zip(prose.lines, held, strict=True)):
        is_beside = holds.may_be_told and any(abs(number - other) <= _BESIDE for other in near)
        column = max((line.lower().find(host) for host in holds.hosts), default=0)
        place = Place(path, prose.first_line + number, max(column, 0) + 1)
        yield from _told(holds, line, place, own, is_beside)


def _found(text: str, place: Place, own: Sequence[str]) -> Iterator[Finding]:
    yield from _told(meetings_in(text), text, place, own, False)


def _told(holds: Traces, text: str, place: Place, own: Sequence[str], is_beside: bool) -> Iterator[Finding]:
    """The gravest of what a text holds: a password or an address of the course, else a room of anybody's."""
    has_password = holds.has_password or holds.is_told or (holds.may_be_told and (is_beside or holds.is_near))
    if has_password:
        yield Finding(Code.PRIVATE_ADDRESS, place, {"what": _PASSWORD})
    elif own and _holds_any(text, own):
        yield Finding(Code.PRIVATE_ADDRESS, place, {"what": _ADDRESS})
    elif holds.hosts:
        yield Finding(Code.MEETING_LINK, place, {"host": ", ".join(holds.hosts)})


def _holds_any(text: str, addresses: Sequence[str]) -> bool:
    plain = readable(text).casefold()
    return any(_is_whole(plain, each) for each in addresses)


def _is_whole(text: str, address: str) -> bool:
    """Whether the address stands in the text, and not one that begins like it."""
    at = text.find(address)
    while at >= 0:
        after = text[at + len(address) : at + len(address) + 1]
        if not (after.isalnum() or after in {"-", "_"}):
            return True
        at = text.find(address, at + 1)
    return False
