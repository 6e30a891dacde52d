"""What makes one plan better than another, in the solver's terms: one sum for each preference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from ortools.sat.python import cp_model

from coursewright.timetable.planner.arrangement import Preference, trip_weight, weight_of
from coursewright.timetable.planner.draft import CohortDraft, Draft
from coursewright.timetable.planner.literals import Literal
from coursewright.timetable.planner.sharing import at_one_time, trainer_uses

Visit = tuple[str, str, date]


@dataclass
class WeightedSum:
    """Literals with what each that is true adds."""

    literals: list[Literal] = field(default_factory=list)
    weights: list[int] = field(default_factory=list)
    constant: int = 0

    def add(self, literal: Literal, weight: int) -> None:
        """Count a literal; True and False are counted at once."""
        if isinstance(literal, bool):
            self.constant += weight * literal
        elif weight:
            self.literals.append(literal)
            self.weights.append(weight)

    def expression(self) -> cp_model.LinearExpr:
        """The sum."""
        return cp_model.LinearExpr.weighted_sum(self.literals, self.weights) + self.constant


def preferences(draft: Draft) -> Mapping[Preference, WeightedSum]:
    """What each preference adds to the cost of a plan, already weighed; those of no weight are left out."""
    sums: dict[Preference, WeightedSum] = defaultdict(WeightedSum)
    _count_trips(draft, sums[Preference.TRIPS])
    for cohort in draft.cohorts:
        _count(cohort, Preference.SPACING, sums, _spacing)
        _count(cohort, Preference.BRIDGE_DAYS, sums, _bridge_days)
        _count(cohort, Preference.LATE_DAYS, sums, _late_days)
        _count(cohort, Preference.PLACES, sums, _places)
        _count(cohort, Preference.PEOPLE, sums, _people)
        _count(cohort, Preference.ORDER, sums, _inversions)
    return sums


def _count(
    cohort: CohortDraft,
    preference: Preference,
    sums: Mapping[Preference, WeightedSum],
    counted: Callable[[CohortDraft, Callable[[Literal, int], None]], None],
) -> None:
    weight = weight_of(cohort.cohort, preference)
    if weight:
        counted(cohort, lambda literal, amount: sums[preference].add(literal, amount * weight))


def _spacing(cohort: CohortDraft, add: Callable[[Literal, int], None]) -> None:
    """The days between where an even rhythm would have a session and where it is."""
    for session, chain in zip(cohort.cohort.sessions, cohort.chosen, strict=True):
        for position, literal in chain.at.items():
            add(literal, abs((cohort.cohort.occasions[position].day - session.even).days))


def _bridge_days(cohort: CohortDraft, add: Callable[[Literal, int], None]) -> None:
    bridges = cohort.cohort.bridges
    for (_, venue, position), literal in cohort.at.items():
        add(literal, position in bridges.get(venue, ()))
    for session, chain in zip(cohort.cohort.sessions, cohort.chosen, strict=True):
        if not cohort.cohort.formats[session.format].venues:
            for position, literal in chain.at.items():
                add(literal, position in bridges.get(None, ()))


def _late_days(cohort: CohortDraft, add: Callable[[Literal, int], None]) -> None:
    """The days after the cohort's end by which not all is done."""
    positions = list(cohort.done)
    for position, following in pairwise(positions):
        more = cohort.cohort.occasions[following].late - cohort.cohort.occasions[position].late
        add(cohort.done[position].negated(), more)
    if positions:
        add(True, cohort.cohort.occasions[positions[0]].late)


def _places(cohort: CohortDraft, add: Callable[[Literal, int], None]) -> None:
    _beyond_the_first(cohort, ((venue, literal) for (_, venue, _), literal in cohort.at.items()), add)


def _people(cohort: CohortDraft, add: Callable[[Literal, int], None]) -> None:
    _beyond_the_first(cohort, ((trainer, literal) for (_, trainer, _), literal in cohort.leads.items()), add)


def _beyond_the_first(
    cohort: CohortDraft, uses: Iterable[tuple[str, Literal]], add: Callable[[Literal, int], None]
) -> None:
    """How many different ones are used, less one."""
    by_id: dict[str, list[Literal]] = defaultdict(list)
    for identifier, literal in uses:
        by_id[identifier].append(literal)
    if not by_id:
        return
    model = cohort.model
    used = [model.new_bool_var(f"{cohort.name} has {each}") for each in by_id]
    for one, literals in zip(used, by_id.values(), strict=True):
        for literal in literals:
            model.add_implication(literal, one)
        add(one, 1)
    # Who leads any session: true however the rest is chosen, and a help to the bound.
    model.add_at_least_one(used)
    add(True, -1)


def _inversions(cohort: CohortDraft, add: Callable[[Literal, int], None]) -> None:
    """Sessions that are held before the one that stands before them."""
    settled = {(each.first, each.second) for each in cohort.cohort.before if each.rule is None}
    earlier = [position - 1 for position in range(len(cohort.cohort.occasions))]
    for first, second in cohort.cohort.neighbours():
        if (first, second) not in settled:
            inverted = cohort.model.new_bool_var(f"{cohort.name} inverted {first}")
            cohort.chosen[first].before(cohort.chosen[second], earlier, (inverted,))
            add(inverted, 1)


def _count_trips(draft: Draft, total: WeightedSum) -> None:
    """The days on which trainers go to places, beyond the trips made anyway."""
    weight = trip_weight(draft.problem)
    if not weight:
        return
    visits = _visits(draft)
    _link_to_visits(draft, visits)
    for visit, literal in visits.items():
        if visit not in draft.problem.trips:
            total.add(literal, weight)


def _visits(draft: Draft) -> Mapping[Visit, cp_model.BoolVarT]:
    """Whether a trainer is at a venue on a day; true where the choices make it so."""
    by_visit: dict[Visit, list[cp_model.BoolVarT]] = defaultdict(list)
    for (trainer, venue, day, _), present in draft.presences.items():
        by_visit[trainer, venue, day].append(present)
    visits: dict[Visit, cp_model.BoolVarT] = {}
    for visit, present_then in by_visit.items():
        visits[visit] = present_then[0]
        if len(present_then) > 1:
            visits[visit] = draft.model.new_bool_var("visit {} {} {}".format(*visit))
            for each in present_then:
                draft.model.add_implication(each, visits[visit])
    return visits


def _link_to_visits(draft: Draft, visits: Mapping[Visit, cp_model.BoolVarT]) -> None:
    """Who leads at a place is at one of them: it follows, and the bound is better where the solver is told."""
    by_day: dict[tuple[str, date], list[cp_model.BoolVarT]] = defaultdict(list)
    for (trainer, _, day), literal in visits.items():
        by_day[trainer, day].append(literal)
    for trainer, uses in trainer_uses(draft.cohorts).items():
        somewhere = [use for use in uses if draft.cohorts[use.cohort].cohort.formats[use.format].venues]
        for clique in at_one_time(somewhere):
            if len({use.day for use in clique}) == 1:
                literals = list(dict.fromkeys(use.literal for use in clique))
                present = by_day[trainer, clique[0].day]
                draft.model.add(cp_model.LinearExpr.sum(literals) <= cp_model.LinearExpr.sum(present))
