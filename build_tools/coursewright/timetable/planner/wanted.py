"""What a cohort has to hold: its listed sessions, and those that the modules of the path still need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time

from coursewright.model.cohort import Cohort, Session, SessionBreak
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code
from coursewright.model.module import Module
from coursewright.model.planned_session import PlannedSession
from coursewright.timetable.sessions import Plan, plan
from coursewright.timetable.taught import announced_modules, taught_together

# Where nobody has said when a session begins and ends.
DEFAULT_START, DEFAULT_END = time(9, 30), time(13, 30)
# Minutes of a session are shared out in steps of this.
_STEP = 5


@dataclass(frozen=True)
class WantedSession:
    """A session that a cohort has to hold.

    ``listed`` is how the file lists it, None for one that the modules need beyond; ``kept`` what it is already, where
    it stays as it is: on a day of its own, or known to subscribers. ``minutes`` are of work, breaks not counted.
    """

    modules: tuple[str, ...]
    start: time
    end: time
    breaks: tuple[SessionBreak, ...]
    minutes: int
    listed: Session | None = None
    kept: PlannedSession | None = None


@dataclass(frozen=True)
class Hours:
    """When sessions begin, at the latest end, and pause; ``longest`` is the work in one, in minutes."""

    start: time
    end: time
    breaks: tuple[SessionBreak, ...] = ()

    @property
    def longest(self) -> int:
        """The minutes of work between start and end."""
        return max(_STEP, _minute(self.end) - _minute(self.start) - sum(each.minutes for each in self.held(self.end)))

    def held(self, end: time) -> tuple[SessionBreak, ...]:
        """The breaks of a session that ends then."""
        return tuple(each for each in self.breaks if self.start <= each.at < end)

    def end_after(self, minutes: int) -> time:
        """When a session of so many minutes of work ends; the last minute of the day at the latest."""
        end = _minute(self.start) + minutes
        for each in sorted(self.breaks, key=lambda each: each.at):
            if _minute(self.start) <= _minute(each.at) < end:
                end += each.minutes
        hours, rest = divmod(min(end, 24 * 60 - 1), 60)
        return time(hours, rest)


def cohort_hours(cohort: Cohort) -> Hours:
    """The hours of the pattern, else those that are assumed."""
    pattern = cohort.calendar.pattern
    return Hours(DEFAULT_START, DEFAULT_END) if pattern is None else Hours(pattern.start, pattern.to, pattern.breaks)


def wanted_sessions(
    curriculum: Curriculum, cohort: Cohort, plan: Plan, known: Iterable[str] = ()
) -> tuple[WantedSession, ...]:
    """The sessions in the order of the file; those that modules need beyond stand where the path has the modules.

    Cancelled ones are not wanted. Those with a day of their own are kept, and those ``known`` to subscribers (by id).
    """
    hours = cohort_hours(cohort)
    planned = {each.session.id: each for each in plan.sessions}
    known = frozenset(known)
    listed = [
        _listed(curriculum, session, hours, planned.get(session.id), session.id in known)
        for session in cohort.calendar.sessions
        if session.cancelled is None
    ]
    listed = _with_their_hours(curriculum, listed, hours)
    taught = {module for each in listed for module in each.modules}
    beyond = _beyond(curriculum, listed, hours)
    missing = [each for each in modules_to_teach(curriculum, cohort) if each.id not in taught]
    new = [*beyond, *_from_nothing(missing, hours)]
    return tuple(_in_order(listed, new, curriculum.numbers))


def wanted_by(curriculum: Curriculum, cohort: Cohort) -> tuple[WantedSession, ...]:
    """The sessions that a cohort wants, those that subscribers know kept."""
    published = curriculum.published.get(cohort.id)
    known = [each.id for each in published.sessions] if published is not None else []
    return wanted_sessions(curriculum, cohort, plan(cohort, curriculum.venues, curriculum.course.language), known)


def modules_to_teach(curriculum: Curriculum, cohort: Cohort) -> Sequence[Module]:
    """The modules that sessions are wanted for: those of the path, unless the cohort says that it leaves some out."""
    leaves_out = any(each.code == Code.MODULE_NOT_TAUGHT for each in cohort.ignore)
    return () if leaves_out and cohort.calendar.sessions else announced_modules(curriculum, cohort)


def _listed(
    curriculum: Curriculum, session: Session, hours: Hours, planned: PlannedSession | None, is_known: bool
) -> WantedSession:
    modules = tuple(each for each in dict.fromkeys(session.modules) if each in curriculum.modules)
    start = session.start or hours.start
    end = session.to or (hours.end if hours.end > start else Hours(start, start).end_after(hours.longest))
    own = replace(hours, start=start, end=end, breaks=hours.breaks if session.breaks is None else session.breaks)
    stays = planned is not None and (is_known or session.on is not None or session.moved is not None)
    kept = planned if stays else None
    return WantedSession(modules, start, end, own.held(end), own.longest, session, kept)


def _with_their_hours(curriculum: Curriculum, listed: Sequence[WantedSession], hours: Hours) -> list[WantedSession]:
    """Listed sessions whose end nobody has set, as long as their modules take together, the pattern's hours at most."""
    result = list(listed)
    for sessions, modules in taught_together([each.modules for each in listed]):
        free = [index for index in sessions if listed[index].kept is None and _end_is_open(listed[index])]
        fixed = sum(listed[index].minutes for index in sessions if index not in free)
        needed = sum(curriculum.modules[module].minutes for module in modules) - fixed
        if not free or needed < _STEP * len(free):
            continue
        for index, minutes in zip(free, _shares(needed, len(free), hours.longest), strict=True):
            each = listed[index]
            own = replace(hours, start=each.start, end=each.end)
            if minutes <= own.longest:
                end = own.end_after(minutes)
                result[index] = replace(each, end=end, breaks=own.held(end), minutes=minutes)
    return result


def _end_is_open(wanted: WantedSession) -> bool:
    session = wanted.listed
    return session is not None and session.to is None and session.breaks is None


def _beyond(curriculum: Curriculum, listed: Sequence[WantedSession], hours: Hours) -> Iterator[WantedSession]:
    """Further sessions for modules that the listed ones give too little time."""
    for sessions, modules in taught_together([each.modules for each in listed]):
        held = sum(listed[index].minutes for index in sessions)
        missing = sum(curriculum.modules[module].minutes for module in modules) - held
        if missing >= _STEP:
            last = max(modules, key=lambda module: curriculum.numbers.get(module, 0))
            yield from _parts((last,), missing, hours)


def _from_nothing(modules: Sequence[Module], hours: Hours) -> Iterator[WantedSession]:
    """Sessions for modules that no session teaches: short ones together, long ones over several."""
    together: list[Module] = []
    for module in modules:
        minutes = sum(each.minutes for each in together)
        if together and minutes + module.minutes > hours.longest:
            yield from _parts(tuple(each.id for each in together), minutes, hours)
            together = []
        together.append(module)
    if together:
        yield from _parts(tuple(each.id for each in together), sum(each.minutes for each in together), hours)


def _parts(modules: tuple[str, ...], minutes: int, hours: Hours) -> Iterator[WantedSession]:
    for share in _shares(minutes, -(-minutes // hours.longest), hours.longest):
        end = hours.end_after(share)
        yield WantedSession(modules, hours.start, end, hours.held(end), share)


def _shares(minutes: int, count: int, longest: int) -> list[int]:
    """So many minutes in so many shares, as even as steps of five minutes allow; the first are the longer."""
    steps, rest = divmod(minutes, _STEP)
    even, over = divmod(steps, count)
    shares = [(even + (number < over)) * _STEP for number in range(count)]
    shares[-1] += rest
    if max(shares) <= longest:
        return shares
    even, over = divmod(minutes, count)
    return [even + (number < over) for number in range(count)]


def _in_order(
    listed: Sequence[WantedSession], new: Iterable[WantedSession], numbers: Mapping[str, int]
) -> list[WantedSession]:
    """The listed sessions as they stand, each new one before the first that teaches what the path has later."""
    ordered = list(listed)
    for each in new:
        number = _number(each, numbers)
        later = (index for index, other in enumerate(ordered) if _number(other, numbers) > number)
        ordered.insert(next(later, len(ordered)), each)
    return ordered


def _number(wanted: WantedSession, numbers: Mapping[str, int]) -> int:
    return max((numbers.get(module, 0) for module in wanted.modules), default=0)


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute
