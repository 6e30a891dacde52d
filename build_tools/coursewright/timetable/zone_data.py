"""What the database of time zones knows of one: the changes of its clocks so far, and the rule after them.

It is read from the package ``tzdata``, not from the system, so that a feed has the same bytes on every machine.
"""

from __future__ import annotations

import importlib.resources
import re
import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

from coursewright.timetable.posix_rule import Change, ClockRule, ClockState, clock_rule

_NAME = re.compile(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*")
_HEADER = struct.Struct(">4s1s15x6I")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class ZoneData:
    """``first`` is before all the ``listed`` changes, ``rule`` holds after them."""

    first: ClockState
    listed: tuple[Change, ...]
    rule: ClockRule

    def changes(self, first_year: int, last_year: int) -> list[Change]:
        """Those of these years (UTC) that move the clocks, in order."""
        last = self.listed[-1].at if self.listed else datetime.min.replace(tzinfo=UTC)
        ruled = [change for change in self.rule.changes(first_year - 1, last_year + 1) if change.at > last]
        return [
            change
            for change in (*self.listed, *ruled)
            if first_year <= change.at.year <= last_year and change.before.offset != change.after.offset
        ]

    def state_before(self, year: int) -> ClockState:
        """What clocks show when this year (UTC) begins, before anything that changes then."""
        start = datetime(year, 1, 1, tzinfo=UTC)
        state = self.first
        for change in self.listed:
            if change.at >= start:
                return state
            state = change.after
        last = self.listed[-1].at if self.listed else datetime.min.replace(tzinfo=UTC)
        for change in self.rule.changes(year - 1, year):
            if last < change.at < start:
                state = change.after
        return state


def zone_data(name: str) -> ZoneData:
    """That of the zone with this name, such as Europe/Rome; ZoneInfoNotFoundError (a KeyError) where there is none."""
    if not _NAME.fullmatch(name):
        raise ZoneInfoNotFoundError(f"no time zone {name!r}")
    file = importlib.resources.files("tzdata").joinpath("zoneinfo", *name.split("/"))
    if not file.is_file():
        raise ZoneInfoNotFoundError(f"no time zone {name!r}")
    return read_zone(file.read_bytes())


def read_zone(content: bytes) -> ZoneData:
    """What a file in the format TZif (RFC 8536, version 2 or later) says; ValueError where it is not one."""
    # A first block, with short instants, stands there for old readers.
    start = _end_of_block(content, 0, 4)
    magic, version, _, _, _, count, kinds, letters = _HEADER.unpack_from(content, start)
    if magic != b"TZif" or version < b"2":
        raise ValueError("not the data of a time zone with a rule")
    position = start + _HEADER.size
    instants = struct.unpack_from(f">{count}q", content, position)
    indices = content[position + 8 * count : position + 9 * count]
    position += 9 * count
    names = content[position + 6 * kinds : position + 6 * kinds + letters]
    states = []
    for offset, is_dst, index in struct.iter_unpack(">iBB", content[position : position + 6 * kinds]):
        states.append(
            ClockState(timedelta(seconds=offset), names[index : names.index(b"\0", index)].decode(), is_dst > 0)
        )
    changes = []
    state = states[0]
    for seconds, index in zip(instants, indices, strict=True):
        # What is told of times before any clock, as of the Big Bang, is no date.
        if seconds > -(2**40):
            changes.append(Change(_EPOCH + timedelta(seconds=seconds), state, states[index]))
        state = states[index]
    footer = content[_end_of_block(content, start, 8) :]
    return ZoneData(states[0], tuple(changes), clock_rule(footer.strip(b"\n").decode("ascii")))


def _end_of_block(content: bytes, start: int, size: int) -> int:
    """Where the header at ``start`` and what it counts end; an instant takes ``size`` octets."""
    if content[start : start + 4] != b"TZif":
        raise ValueError("not the data of a time zone")
    _, _, in_utc, in_standard, leaps, count, kinds, letters = _HEADER.unpack_from(content, start)
    length = count * (size + 1) + kinds * 6 + letters + leaps * (size + 4) + in_standard + in_utc
    return start + _HEADER.size + int(length)
