"""Instances of curriculum-based course timetabling, as the second International Timetabling Competition wrote them.

The format is that of its third track (Di Gaspero, McCollum, Schaerf: The Second International Timetabling Competition
(ITC-2007): Curriculum-based Course Timetabling, 2007): a header of names and numbers, four sections of lines, ``END.``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

_HEADER = ("Name", "Courses", "Rooms", "Days", "Periods_per_day", "Curricula", "Constraints")
_SECTIONS = ("COURSES", "ROOMS", "CURRICULA", "UNAVAILABILITY_CONSTRAINTS")
_END = "END."

T = TypeVar("T")


class CttError(ValueError):
    """What is wrong with a text, and on which line."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"line {line}: {why}")
        self.line = line


@dataclass(frozen=True)
class Course:
    """So many lectures a week by one teacher, to be spread over ``days`` at the least."""

    id: str
    teacher: str
    lectures: int
    days: int
    students: int


@dataclass(frozen=True)
class Room:
    """A room with so many seats."""

    id: str
    capacity: int


@dataclass(frozen=True)
class CourseGroup:
    """A curriculum: courses that the same students take."""

    id: str
    courses: tuple[str, ...]


@dataclass(frozen=True)
class Instance:
    """One week to fill; periods are counted from 0 through the whole week.

    ``unavailable`` are the courses, and the periods in which they cannot be held.
    """

    name: str
    days: int
    periods_per_day: int
    courses: tuple[Course, ...]
    rooms: tuple[Room, ...]
    curricula: tuple[CourseGroup, ...]
    unavailable: frozenset[tuple[str, int]]

    @property
    def periods(self) -> range:
        """The periods of the week."""
        return range(self.days * self.periods_per_day)

    def day_of(self, period: int) -> int:
        """The day of a period."""
        return period // self.periods_per_day


def read_ctt(text: str) -> Instance:
    """The instance that a text describes; CttError where it is not in the format or contradicts itself."""
    return _Reading(text).instance()


@dataclass(frozen=True)
class _Line:
    number: int
    fields: tuple[str, ...]

    def refuse(self, why: str) -> CttError:
        return CttError(self.number, why)

    def count(self, position: int, least: int = 0) -> int:
        """The whole number that stands there."""
        found = self.fields[position]
        if not (found.isascii() and found.isdigit()) or int(found) < least:
            raise self.refuse(f"“{found}” is not a whole number from {least} on")
        return int(found)


class _Reading:
    def __init__(self, text: str) -> None:
        self.header: dict[str, _Line] = {}
        self.sections: dict[str, list[_Line]] = {}
        self.last = _Line(1, ())
        self._sort(_Line(number, tuple(line.split())) for number, line in enumerate(text.splitlines(), 1))

    def instance(self) -> Instance:
        courses = self._section("COURSES", "Courses", _course)
        rooms = self._section("ROOMS", "Rooms", _room)
        curricula = self._section("CURRICULA", "Curricula", _curriculum)
        for kind, named in (("course", courses), ("room", rooms), ("curriculum", curricula)):
            _refuse_repeated(kind, [(line, each.id) for line, each in named])
        known = {each.id for _, each in courses}
        for line, curriculum in curricula:
            for course in curriculum.courses:
                _refuse_unknown(line, course, known)
        days, per_day = self._number("Days", 1), self._number("Periods_per_day", 1)
        unavailable = self._section(
            "UNAVAILABILITY_CONSTRAINTS", "Constraints", lambda line: _unavailable(line, known, days, per_day)
        )
        return Instance(
            name=self._head("Name").fields[1],
            days=days,
            periods_per_day=per_day,
            courses=tuple(each for _, each in courses),
            rooms=tuple(each for _, each in rooms),
            curricula=tuple(each for _, each in curricula),
            unavailable=frozenset(each for _, each in unavailable),
        )

    def _sort(self, lines: Iterable[_Line]) -> None:
        """Each line into the header or its section, up to the end."""
        section: list[_Line] | None = None
        for line in lines:
            if not line.fields:
                continue
            self.last = line
            first = line.fields[0]
            name = first.removesuffix(":")
            if first == _END:
                return
            if first.endswith(":") and len(line.fields) == 1 and name in _SECTIONS:
                if name in self.sections:
                    raise line.refuse(f"“{name}” stands here again")
                section = self.sections[name] = []
            elif section is not None:
                section.append(line)
            elif name in _HEADER and first.endswith(":") and len(line.fields) == 2 and name not in self.header:
                self.header[name] = line
            else:
                raise line.refuse(f"“{' '.join(line.fields)}” is not of the header: {', '.join(_HEADER)}, each once")
        raise self.last.refuse(f"the text ends without “{_END}”")

    def _head(self, name: str) -> _Line:
        if name not in self.header:
            raise self.last.refuse(f"the header lacks “{name}”")
        return self.header[name]

    def _number(self, name: str, least: int = 0) -> int:
        return self._head(name).count(1, least)

    def _section(self, name: str, counted: str, read: Callable[[_Line], T]) -> list[tuple[_Line, T]]:
        """The lines of a section with what they say; as many as the header announces."""
        if name not in self.sections:
            raise self.last.refuse(f"section “{name}” is missing")
        lines, expected = self.sections[name], self._number(counted)
        if len(lines) != expected:
            raise self._head(counted).refuse(f"“{counted}” is {expected}, and section “{name}” has {len(lines)} lines")
        return [(line, read(line)) for line in lines]


def _course(line: _Line) -> Course:
    _expect(line, "a course", ("id", "teacher", "lectures", "days", "students"))
    return Course(line.fields[0], line.fields[1], line.count(2, 1), line.count(3), line.count(4))


def _room(line: _Line) -> Room:
    _expect(line, "a room", ("id", "capacity"))
    return Room(line.fields[0], line.count(1))


def _curriculum(line: _Line) -> CourseGroup:
    if len(line.fields) < 2:
        _expect(line, "a curriculum", ("id", "number of courses"))
    courses = line.fields[2:]
    if line.count(1) != len(courses):
        raise line.refuse(f"the curriculum has {len(courses)} courses, not {line.fields[1]}")
    return CourseGroup(line.fields[0], courses)


def _unavailable(line: _Line, known: set[str], days: int, periods_per_day: int) -> tuple[str, int]:
    _expect(line, "an unavailability", ("course", "day", "period"))
    _refuse_unknown(line, line.fields[0], known)
    day, period = line.count(1), line.count(2)
    if day >= days or period >= periods_per_day:
        raise line.refuse(f"there is no period {period} of day {day}: both count from 0")
    return line.fields[0], day * periods_per_day + period


def _expect(line: _Line, what: str, names: Sequence[str]) -> None:
    if len(line.fields) != len(names):
        raise line.refuse(f"{what} is {len(names)} fields ({', '.join(names)}), not {len(line.fields)}")


def _refuse_unknown(line: _Line, course: str, known: set[str]) -> None:
    if course not in known:
        raise line.refuse(f"there is no course “{course}”")


def _refuse_repeated(kind: str, named: Iterable[tuple[_Line, str]]) -> None:
    seen: set[str] = set()
    for line, identifier in named:
        if identifier in seen:
            raise line.refuse(f"{kind} “{identifier}” stands here again")
        seen.add(identifier)
