"""An answer to a planning problem, and what it costs by each preference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from coursewright.model.words import N_, Worded
from coursewright.timetable.planner.problem import CohortToPlan, Problem


class Preference(Worded):
    """What makes one plan better than another; the value is the key of its weight, ``words`` what is counted."""

    TRIPS = ("trips", N_("days on which a trainer goes to a place"))
    SPACING = ("spacing", N_("days off an even rhythm"))
    BRIDGE_DAYS = ("bridge_days", N_("sessions on bridge days"))
    LATE_DAYS = ("late_days", N_("days after the end of the cohort"))
    PLACES = ("places", N_("places beyond a cohort's first"))
    PEOPLE = ("people", N_("trainers beyond a cohort's first"))
    ORDER = ("order", N_("sessions before their turn"))


@dataclass(frozen=True)
class Placed:
    """A session's occasion (its position), who leads it, and where; ``venue`` is None where no place is needed."""

    occasion: int
    trainers: tuple[str, ...]
    venue: str | None


@dataclass(frozen=True)
class Arrangement:
    """For each cohort of a problem, in order, each of its sessions placed, in order."""

    cohorts: tuple[tuple[Placed, ...], ...]


Amounts = Mapping[Preference, int]


def weight_of(cohort: CohortToPlan, preference: Preference) -> int:
    """What a departure weighs for a cohort."""
    weight: int = getattr(cohort.weights, preference.value)
    return weight


def trip_weight(problem: Problem) -> int:
    """What a trip weighs: trips are shared by cohorts, so the heaviest weight of any holds for all."""
    return max((cohort.weights.trips for cohort in problem.cohorts), default=0)


def amounts(problem: Problem, arrangement: Arrangement) -> Amounts:
    """How far a plan departs from each preference, over all cohorts: trips, days, sessions, places, people."""
    found = dict.fromkeys(Preference, 0)
    for cohort, placed in zip(problem.cohorts, arrangement.cohorts, strict=True):
        for preference, amount in cohort_amounts(cohort, placed).items():
            found[preference] += amount
    found[Preference.TRIPS] = len(trips(problem, arrangement))
    return found


def cost(problem: Problem, arrangement: Arrangement, only: Preference | None = None) -> int:
    """What a plan costs: each departure times its weight, summed; by one preference ``only``, if it is named."""
    total = trip_weight(problem) * len(trips(problem, arrangement)) if only in (None, Preference.TRIPS) else 0
    for cohort, placed in zip(problem.cohorts, arrangement.cohorts, strict=True):
        for preference, amount in cohort_amounts(cohort, placed).items():
            if only in (None, preference):
                total += weight_of(cohort, preference) * amount
    return total


def cohort_amounts(cohort: CohortToPlan, placed: tuple[Placed, ...]) -> Amounts:
    """The departures of one cohort from what concerns it alone; trips are counted over all."""
    occasions = [cohort.occasions[each.occasion] for each in placed]
    off = (abs((occasion.day - each.even).days) for occasion, each in zip(occasions, cohort.sessions, strict=True))
    venues = {each.venue for each in placed if each.venue is not None}
    people = {trainer for each in placed for trainer in each.trainers}
    return {
        Preference.SPACING: sum(off),
        Preference.BRIDGE_DAYS: sum(each.occasion in cohort.bridges.get(each.venue, ()) for each in placed),
        Preference.LATE_DAYS: max((each.late for each in occasions), default=0),
        Preference.PLACES: max(0, len(venues) - 1),
        Preference.PEOPLE: max(0, len(people) - 1),
        Preference.ORDER: sum(
            placed[second].occasion < placed[first].occasion for first, second in cohort.neighbours()
        ),
    }


def trips(problem: Problem, arrangement: Arrangement) -> tuple[tuple[str, str, date], ...]:
    """The trips that a plan adds to those made anyway: each trainer, venue and day once, however many sessions."""
    return tuple(sorted(set(_visits(problem, arrangement)) - problem.trips))


def _visits(problem: Problem, arrangement: Arrangement) -> Iterator[tuple[str, str, date]]:
    for cohort, placed in zip(problem.cohorts, arrangement.cohorts, strict=True):
        for each in placed:
            if each.venue is not None:
                for trainer in each.trainers:
                    yield trainer, each.venue, cohort.occasions[each.occasion].day
