"""A proposal told: sentences with their values, for whoever shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coursewright.model.curriculum import Curriculum
from coursewright.model.people import Availability
from coursewright.model.planning import Weekday
from coursewright.model.words import N_, Sayable, Sentence, Several, WeekdayName
from coursewright.timetable.announcement import people_names, venue_words
from coursewright.timetable.planner.proposal import Proposal
from coursewright.timetable.planner.proposed_cohort import ProposedCohort
from coursewright.timetable.planner.remedies import Remedy
from coursewright.timetable.planner.requirement import Requirement, RequirementKind
from coursewright.timetable.planner.wanted import DEFAULT_END, DEFAULT_START

# As many days are named; more say no more.
_MOST_DAYS = 6


@dataclass(frozen=True)
class ToldCondition:
    """A condition: what it says, and what would do in its place where that is asked for and known."""

    requirement: Requirement
    says: Sentence
    remedy: Sentence | None = None


def in_each_others_way(curriculum: Curriculum, proposal: Proposal) -> tuple[ToldCondition, ...]:
    """The conditions that cannot all hold; without any one of them they would."""
    requirements = proposal.conflict.requirements if proposal.conflict is not None else ()
    return tuple(_condition(curriculum, each) for each in requirements)


def easiest_to_change(curriculum: Curriculum, proposal: Proposal) -> tuple[ToldCondition, ...]:
    """The conditions that are the least to give up, with what would do in their place."""
    remedies = {each.requirement: _remedy(curriculum, each) for each in proposal.remedies}
    relaxation = proposal.conflict.relaxation if proposal.conflict is not None else ()
    return tuple(replace(_condition(curriculum, each), remedy=remedies.get(each)) for each in relaxation)


def why_there_is_none(
    curriculum: Curriculum, proposal: Proposal
) -> Iterator[tuple[Sentence, tuple[ToldCondition, ...]]]:
    """Why no plan keeps all conditions: sentences, each with the conditions that it speaks of."""
    why = proposal.conflict
    if why is None:
        return
    if 0 < len(why.sessions) < len(proposal.asked):
        yield Sentence(N_("These editions alone are in each other's way already; others may be too.")), ()
    for cohort, count in why.sessions:
        yield Sentence(N_("Sessions that “{cohort}” has to hold: {count}."), {"cohort": cohort, "count": count}), ()
    if not why.requirements and not why.relaxation:
        yield (
            Sentence(N_("Nobody can lead the sessions, or there is nowhere to hold them, whatever the conditions.")),
            (),
        )
    if why.requirements:
        message = N_("These conditions cannot all hold; without any one of them they would:")
        yield Sentence(message), in_each_others_way(curriculum, proposal)
    if why.relaxation:
        yield Sentence(N_("The easiest to change:")), easiest_to_change(curriculum, proposal)


def assumptions(proposed: ProposedCohort) -> Iterator[Sentence]:
    """What nobody has said and the plan takes for granted."""
    calendar = proposed.cohort.calendar
    if calendar.pattern is None:
        hours = {"start": f"{DEFAULT_START:%H:%M}", "end": f"{DEFAULT_END:%H:%M}"}
        yield Sentence(
            N_("Assumed: from {start} to {end} at the latest. Other hours: under “calendar”, “pattern”."), hours
        )
    if not calendar.planning.days and (calendar.pattern is None or calendar.pattern.every is None):
        yield Sentence(
            N_("Assumed: on the weekday of the first day, {weekday}. Others: under “calendar”, “planning”, “days”."),
            {"weekday": WeekdayName(proposed.cohort.starts.weekday())},
        )
    if calendar.holidays is None:
        yield Sentence(N_("Assumed: public holidays are days like others. To skip them: “calendar”, “holidays”."))


def worth(proposal: Proposal) -> Sentence:
    """What the plan costs, and whether one could cost less."""
    if proposal.is_best:
        return Sentence(N_("Cost {cost}: no plan costs less."), {"cost": proposal.cost})
    gap = 100 * (proposal.cost - proposal.bound) // max(1, proposal.cost)
    return Sentence(
        N_("Cost {cost}. None costs less than {bound}: what is left to gain is {gap}% at most."),
        {"cost": proposal.cost, "bound": proposal.bound, "gap": gap},
    )


def _condition(curriculum: Curriculum, requirement: Requirement) -> ToldCondition:
    return ToldCondition(requirement, Sentence(requirement.kind.sentence, _values(curriculum, requirement)))


def _remedy(curriculum: Curriculum, remedy: Remedy) -> Sentence | None:
    """What would do in place of a condition; None where that is not known."""
    kind, days = remedy.requirement.kind, remedy.days
    if kind in (RequirementKind.ENDS, RequirementKind.STARTS) and not days:
        return None
    if kind in (RequirementKind.AT_LEAST, RequirementKind.AT_MOST) and remedy.distance is None:
        return None
    if kind.remedy:
        first, last = (days[0], days[-1]) if days else (date.min, date.min)
        return Sentence(kind.remedy, {"first": first, "last": last, "distance": remedy.distance or 0})
    if remedy.ids:
        names = Several(tuple(_name(curriculum, each) for each in remedy.ids), "; ")
        return Sentence(N_("It would do to use {names}."), {"names": names})
    if not days:
        return None
    more = ("…",) if len(days) > _MOST_DAYS else ()
    return Sentence(N_("It would do to have these days too: {days}."), {"days": Several((*days[:_MOST_DAYS], *more))})


def _values(curriculum: Curriculum, requirement: Requirement) -> Mapping[str, Sayable]:
    """What the sentence names: titles for ids of places and modules, names for people."""
    values: dict[str, Sayable] = dict(requirement.values)
    for key in ("person", "people"):
        if key in values:
            values[key] = Several(tuple(people_names(curriculum, str(values[key]).split())))
    for key in ("venue", "venues"):
        if key in values:
            values[key] = Several(tuple(venue_words(curriculum, each) for each in str(values[key]).split()), "; ")
    for key in ("module", "required"):
        if key in values and str(values[key]) in curriculum.modules:
            values[key] = curriculum.modules[str(values[key])].title
    match requirement.kind:
        case RequirementKind.TRAINER_AVAILABLE:
            values["stretches"] = _stretches(curriculum.people[str(requirement.values["person"])].available)
        case RequirementKind.VENUE_AVAILABLE:
            values["stretches"] = _stretches(curriculum.venues[str(requirement.values["venue"])].available)
        case RequirementKind.DAYS:
            values["days"] = Several(
                tuple(WeekdayName(list(Weekday).index(Weekday(day))) for day in str(values["days"]).split())
            )
    return values


def _stretches(available: Sequence[Availability]) -> Several:
    message = N_("from {first} until {last}")
    return Several(tuple(Sentence(message, {"first": each.start, "last": each.to}) for each in available), "; ")


def _name(curriculum: Curriculum, identifier: str) -> str:
    person = curriculum.people.get(identifier)
    return person.name if person is not None else venue_words(curriculum, identifier)
