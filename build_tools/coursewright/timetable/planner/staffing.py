"""Who may lead a cohort's sessions and where they may be held: what files say against people and venues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from coursewright.model.curriculum import Curriculum
from coursewright.model.moments import minute_at
from coursewright.model.people import Availability, Person, Venue
from coursewright.model.planned_session import DayOffKind, PlannedSession
from coursewright.model.words import Scalar
from coursewright.timetable.planner.cohort_days import CohortDays
from coursewright.timetable.planner.problem import Candidate, TooFar
from coursewright.timetable.planner.requirement import Bar, Requirement, RequirementKind
from coursewright.timetable.planner.wanted import WantedSession
from coursewright.timetable.travel import ways_between

Values = Mapping[str, Scalar]
Hours = Mapping[int, tuple[int, int]]
# Where some people have this role, the others are asked to lead only if their entry or the cohort says so.
_TRAINER = "trainer"


class Taken:
    """What sessions that stay as they are use: trainers and venues, and when."""

    def __init__(self, sessions: Iterable[PlannedSession]) -> None:
        self.trainers: dict[str, list[PlannedSession]] = defaultdict(list)
        self.venues: dict[str, list[PlannedSession]] = defaultdict(list)
        for each in sessions:
            for trainer in dict.fromkeys(each.session.trainers):
                self.trainers[trainer].append(each)
            if each.session.venue is not None:
                self.venues[each.session.venue].append(each)


class Staffing:
    """The people and the venues of a course, for the sessions of one cohort."""

    def __init__(self, curriculum: Curriculum, days: CohortDays, taken: Taken) -> None:
        self.curriculum = curriculum
        self.days = days
        self.cohort = days.cohort
        self.planning = days.planning
        self.taken = taken
        self.ways = ways_between(curriculum)
        self._has_trainers = any(person.role == _TRAINER for person in curriculum.people.values())

    def trainers(self, hours: Hours, own: Sequence[int]) -> tuple[Candidate, ...]:
        """Everyone, with what is against each by occasion; nothing on the ``own`` occasions of what stays there."""
        return tuple(
            Candidate(person.id, self._trainer_bars(person, hours, own)) for person in self.curriculum.people.values()
        )

    def venues(self, hours: Hours, own: Sequence[int]) -> tuple[Candidate, ...]:
        """Every venue, with what is against it by occasion."""
        return tuple(
            Candidate(venue.id, self._venue_bars(venue, hours, own)) for venue in self.curriculum.venues.values()
        )

    def who_bars(self, wanted: WantedSession) -> Mapping[str, tuple[Bar, ...]]:
        """What bars people from leading a session, whatever the day, by their id."""
        found = {person.id: tuple(self._bars_of_person(wanted, person)) for person in self.curriculum.people.values()}
        return {person: bars for person, bars in found.items() if bars}

    def _bars_of_person(self, wanted: WantedSession, person: Person) -> Iterator[Bar]:
        listed = wanted.listed
        if listed is not None and listed.trainers:
            if person.id not in listed.trainers:
                values = {"session": listed.id, "people": " ".join(listed.trainers), "cohort": self.cohort.id}
                yield (Requirement(RequirementKind.SESSION_TRAINERS, listed.place("trainers"), values),)
            return
        if self.planning.trainers and person.id not in self.planning.trainers:
            keys = ("calendar", "planning", "trainers")
            yield (self.days.rule(RequirementKind.COHORT_TRAINERS, keys, people=" ".join(self.planning.trainers)),)
        if person.leads is not None:
            if not set(wanted.modules) <= set(person.leads):
                yield (Requirement(RequirementKind.LEADS, person.place("leads"), {"person": person.id}),)
        elif person.id not in self.planning.trainers and self._has_trainers and person.role != _TRAINER:
            values_of_role = {"person": person.id, "role": person.role}
            yield (Requirement(RequirementKind.ROLE, person.place("role"), values_of_role),)

    def _trainer_bars(self, person: Person, hours: Hours, own: Sequence[int]) -> Mapping[int, tuple[Bar, ...]]:
        rule = Requirement(RequirementKind.TRAINER_AVAILABLE, person.place("available"), {"person": person.id})
        return self._bars_on(rule, person.available, self.taken.trainers.get(person.id, ()), hours, own)

    def _bars_on(
        self,
        rule: Requirement,
        available: Sequence[Availability],
        taken: Sequence[PlannedSession],
        hours: Hours,
        own: Sequence[int],
    ) -> Mapping[int, tuple[Bar, ...]]:
        """What stands against somebody or a place by occasion; nothing against a session where it is already."""
        found: dict[int, list[Bar]] = defaultdict(list)
        for position, (start, end) in hours.items():
            if position in own:
                continue
            day = self.days.occasions[position].day
            if available and not any(each.start <= day <= each.to for each in available):
                found[position].append((rule,))
            for planned in taken:
                if start < minute_at(planned.ends_at) and minute_at(planned.starts_at) < end:
                    found[position].append((other_session(planned),))
        return {position: tuple(bars) for position, bars in found.items()}

    def where_bars(self, wanted: WantedSession) -> Mapping[str, tuple[Bar, ...]]:
        """What bars a session from venues, whatever the day, by their id."""
        found = {venue.id: tuple(self._bars_of_venue(wanted, venue)) for venue in self.curriculum.venues.values()}
        return {venue: bars for venue, bars in found.items() if bars}

    def _bars_of_venue(self, wanted: WantedSession, venue: Venue) -> Iterator[Bar]:
        listed, places = wanted.listed, self.cohort.enrolment.places
        if listed is not None and listed.venue is not None:
            if venue.id != listed.venue:
                values = {"session": listed.id, "venue": listed.venue, "cohort": self.cohort.id}
                yield (Requirement(RequirementKind.SESSION_VENUE, listed.place("venue"), values),)
        elif self.planning.venues and venue.id not in self.planning.venues:
            keys = ("calendar", "planning", "venues")
            yield (self.days.rule(RequirementKind.COHORT_VENUES, keys, venues=" ".join(self.planning.venues)),)
        if places is not None and venue.seats < places and wanted.kept is None:
            seats: Values = {"venue": venue.id, "seats": venue.seats, "places": places, "cohort": self.cohort.id}
            yield (Requirement(RequirementKind.SEATS, venue.place("seats"), seats),)

    def _venue_bars(self, venue: Venue, hours: Hours, own: Sequence[int]) -> Mapping[int, tuple[Bar, ...]]:
        rule = Requirement(RequirementKind.VENUE_AVAILABLE, venue.place("available"), {"venue": venue.id})
        bars = dict(self._bars_on(rule, venue.available, self.taken.venues.get(venue.id, ()), hours, own))
        for position in hours:
            off = self.days.days_off.local(self.days.occasions[position].day, venue) if position not in own else None
            if off is None:
                continue
            is_patron = off.kind is DayOffKind.PATRON_DAY
            kind = RequirementKind.PATRON_DAY if is_patron else RequirementKind.LOCAL_HOLIDAYS
            place = venue.place("patron_day" if is_patron else "subdivision")
            local = Requirement(kind, place, {"venue": venue.id, "where": off.where})
            bars[position] = (*bars.get(position, ()), (local,))
        return bars

    def too_far(
        self,
        hours: Hours,
        own: Sequence[int],
        trainers: Sequence[Candidate],
        venues: Sequence[Candidate],
    ) -> Iterator[TooFar]:
        """Where a trainer's session of another cohort is too near in time for the way between."""
        if not self.ways:
            return
        for trainer in trainers:
            for planned in self.taken.trainers.get(trainer.id, ()):
                elsewhere = planned.session.venue
                for venue in venues if elsewhere is not None else ():
                    way = self.ways.get(frozenset(filter(None, (elsewhere, venue.id))), 0)
                    for position, (start, end) in hours.items():
                        gap = max(start - minute_at(planned.ends_at), minute_at(planned.starts_at) - end)
                        if 0 <= gap < way and position not in own:
                            yield TooFar(position, trainer.id, venue.id, (other_session(planned),))


def other_session(planned: PlannedSession) -> Requirement:
    """That a session of another cohort is where it is."""
    values: Values = {"cohort": planned.cohort, "session": planned.session.id, "day": planned.day}
    return Requirement(RequirementKind.OTHER_SESSION, planned.session.place("id"), values)
