"""A proposal: sessions with days, leaders and places for cohorts that have none yet, or why there are none."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from threading import Event

from coursewright.model.cohort import Cohort, Session
from coursewright.model.curriculum import Curriculum
from coursewright.timetable.planned_cohort import PlannedCohort
from coursewright.timetable.planner.arrangement import Arrangement, Preference, amounts, weight_of
from coursewright.timetable.planner.conflict import Conflict, conflict
from coursewright.timetable.planner.draft import Draft
from coursewright.timetable.planner.posing import Posed, posed
from coursewright.timetable.planner.problem import CohortToPlan, Problem
from coursewright.timetable.planner.proposed_cohort import ProposedCohort, proposed_cohort
from coursewright.timetable.planner.remedies import Remedy, remedies
from coursewright.timetable.planner.requirement import Requirement, RequirementKind
from coursewright.timetable.planner.search import Search
from coursewright.timetable.planner.solving import ALONE, Solution, Tell, solve, tell_nobody
from coursewright.timetable.planner.wanted import modules_to_teach
from coursewright.timetable.sessions import plan

# How much effort may go into explaining why there is no plan, in parts of that for looking for one.
_EXPLAINING = 3.0
# Of all the effort, how much may go into finding out what each preference alone would come to.
_COMPARING = 0.1


@dataclass(frozen=True)
class Departure:
    """How far a plan is from a preference; ``alone`` is the least there is if nothing else counts, where known."""

    preference: Preference
    amount: int
    weights: tuple[int, ...]
    alone: int | None


@dataclass(frozen=True)
class Proposal:
    """What came of a search.

    Without ``cohorts`` there is no plan, or none was found within the effort (``is_impossible`` tells which).
    ``conflict`` says why there is none, or none that ends in time; ``remedies`` what would help. ``asked`` are the ids
    of the cohorts that it is for.
    """

    cohorts: tuple[ProposedCohort, ...] = ()
    cost: int = 0
    bound: int = 0
    is_best: bool = False
    is_interrupted: bool = False
    is_impossible: bool = False
    departures: tuple[Departure, ...] = ()
    conflict: Conflict | None = None
    remedies: tuple[Remedy, ...] = ()
    asked: tuple[str, ...] = ()


@dataclass
class Effort:
    """How much work a proposal may take, who may stop it, and who is told of each plan that is better."""

    most: float
    stop: Event = field(default_factory=Event)
    tell: Tell = tell_nobody


def lacks_days(curriculum: Curriculum, cohort: Cohort) -> bool:
    """Whether a cohort that is not made public has something to propose: sessions without day, leader or place."""
    if cohort.id in curriculum.published or not cohort.has_known_zone:
        return False
    made = PlannedCohort(cohort, plan(cohort, curriculum.venues, curriculum.course.language))
    taught = {module for session in cohort.calendar.sessions for module in session.modules}
    return (
        bool(made.plan.unplanned)
        or any(_lacks(curriculum, each.session) for each in made.held)
        or any(module.id not in taught for module in modules_to_teach(curriculum, cohort))
    )


def _lacks(curriculum: Curriculum, session: Session) -> bool:
    lacks_place = session.venue is None and session.online is None and bool(curriculum.venues)
    return lacks_place or (not session.trainers and bool(curriculum.people))


def propose(curriculum: Curriculum, identifiers: Sequence[str], effort: Effort) -> Proposal:
    """Propose sessions for some cohorts together; all others stay as they are.

    Where none end in time, they end as little late as possible, and ``conflict`` says what holds them up.
    UnknownCalendarError where the holidays of a cohort's country, or part of it, are not known.
    """
    return replace(_answer(curriculum, posed(curriculum, identifiers), effort), asked=tuple(identifiers))


def _answer(curriculum: Curriculum, question: Posed, effort: Effort) -> Proposal:
    problem = question.problem
    found = Search(problem, effort.most, stop=effort.stop, tell=effort.tell).run()
    if found.arrangement is not None:
        return _proposal(curriculum, question, found, found.arrangement, effort)
    if not found.is_impossible or effort.stop.is_set():
        return Proposal(is_interrupted=effort.stop.is_set())
    narrowed = fewest_cohorts(problem, effort.most, effort.stop)
    why = conflict(narrowed, effort.stop, effort.most * _EXPLAINING)
    ends = frozenset(each for each in problem.requirements() if each.kind is RequirementKind.ENDS)
    late = Search(problem, effort.most, ends, stop=effort.stop, tell=effort.tell).run()
    if late.arrangement is not None:
        return replace(_proposal(curriculum, question, late, late.arrangement, effort, ends), conflict=why)
    return _without_plan(narrowed, why, effort)


def _without_plan(problem: Problem, why: Conflict | None, effort: Effort) -> Proposal:
    nothing = Proposal(is_impossible=True, is_interrupted=effort.stop.is_set(), conflict=why)
    if why is None or not why.relaxation:
        return nothing
    given_up = frozenset(why.relaxation)
    freed = Search(problem, effort.most, given_up, stop=effort.stop, spares=True).run()
    if freed.arrangement is None:
        return replace(nothing, remedies=tuple(map(Remedy, why.relaxation)))
    return replace(nothing, remedies=remedies(problem, freed.arrangement, why.relaxation))


def _proposal(
    curriculum: Curriculum,
    question: Posed,
    found: Solution,
    arrangement: Arrangement,
    effort: Effort,
    given_up: AbstractSet[Requirement] = frozenset(),
) -> Proposal:
    cohorts = zip(question.cohorts, question.problem.cohorts, arrangement.cohorts, strict=True)
    return Proposal(
        cohorts=tuple(proposed_cohort(curriculum, each, cohort, placed) for each, cohort, placed in cohorts),
        cost=found.cost,
        bound=found.bound,
        is_best=found.is_complete,
        is_interrupted=effort.stop.is_set(),
        departures=tuple(_departures(question.problem, arrangement, effort, given_up)),
    )


def _departures(
    problem: Problem, arrangement: Arrangement, effort: Effort, given_up: AbstractSet[Requirement]
) -> list[Departure]:
    departures = []
    for preference, amount in amounts(problem, arrangement).items():
        weights = tuple(sorted({weight_of(cohort, preference) for cohort in problem.cohorts}))
        alone = 0 if amount == 0 else None
        if amount and len(problem.cohorts) == 1 and any(weights) and not effort.stop.is_set():
            least = Search(problem, effort.most * _COMPARING, given_up, preference, effort.stop).run()
            if least.arrangement is not None and least.is_complete:
                alone = amounts(problem, least.arrangement)[preference]
        departures.append(Departure(preference, amount, weights, alone))
    return departures


def fewest_cohorts(problem: Problem, effort: float, stop: Event | None = None) -> Problem:
    """A problem without a plan, with none of its cohorts more than that takes: without any of them there is one.

    Each question is asked within the effort; cohorts of which it was not found out stay.
    """
    needed: list[CohortToPlan] = []
    rest = list(problem.cohorts)
    while rest and not _is_impossible(problem, needed, effort, stop):
        # The shortest row of further cohorts that leaves no plan: its last is needed.
        row: list[CohortToPlan] = []
        for cohort in rest:
            row.append(cohort)
            if stop is not None and stop.is_set():
                return problem
            if len(row) == len(rest) or _is_impossible(problem, [*needed, *row], effort, stop):
                break
        needed.append(row.pop())
        rest = row
    in_order = tuple(cohort for cohort in problem.cohorts if cohort in needed)
    return replace(problem, cohorts=in_order)


def _is_impossible(problem: Problem, cohorts: Sequence[CohortToPlan], effort: float, stop: Event | None) -> bool:
    """Whether it is certain that some cohorts have no plan."""
    part = replace(problem, cohorts=tuple(cohorts))
    return bool(cohorts) and solve(Draft(part), effort, ALONE, stop).is_impossible
