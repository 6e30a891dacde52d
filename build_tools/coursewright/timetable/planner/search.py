"""The search for a plan of one cohort or of many together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Event

from ortools.sat.python import cp_model

from coursewright.timetable.planner.arrangement import Arrangement, Placed, Preference, cost, trip_weight, weight_of
from coursewright.timetable.planner.draft import Draft
from coursewright.timetable.planner.part import fits, part_of
from coursewright.timetable.planner.preferences import preferences
from coursewright.timetable.planner.problem import Problem
from coursewright.timetable.planner.requirement import Requirement
from coursewright.timetable.planner.solving import (
    ALONE,
    QUICK,
    TURNS,
    Manner,
    Solution,
    Tell,
    complete_hint,
    solve,
    tell_nobody,
)

# Of all the effort, how much goes into a first look, in one way, before several ways take turns.
_FIRST_LOOK = 0.3
# So many cohorts are planned as one; more are planned one beside the others, and in groups of so many.
_FEW = 3
_GROUP_SIZES = (1, 2)
# The effort for one cohort beside others, again where that was too little, for its bound, and for a group.
_ONE, _ONE_AGAIN, _BOUND, _GROUP = 0.3, 3.0, 1.5, 1.0
# So many searches go on at one time, whatever the machine has: the answer depends on it.
_AT_ONCE = 2

# What it costs to make use of a condition's being given up: more than any preference.
_LIBERTY = 1000


class Search:
    """One search: how much effort it may take, who may stop it, and who is told of each plan that is better.

    Conditions that are ``given_up`` do not hold; a search that ``spares`` makes as little use of that as it can, which
    then counts in the cost of what it finds. ``only`` names the one preference that counts; None: all do.
    """

    def __init__(
        self,
        problem: Problem,
        effort: float,
        given_up: AbstractSet[Requirement] = frozenset(),
        only: Preference | None = None,
        stop: Event | None = None,
        tell: Tell = tell_nobody,
        spares: bool = False,
    ) -> None:
        self.problem = problem
        self.effort = effort
        self.given_up = given_up
        self.only = only
        self.stop = stop or Event()
        self.tell = tell
        self.spares = spares
        self.spent = 0.0
        self._bounds: list[int] = []
        self._shared = most_in_a_day(problem)

    def run(self) -> Solution:
        """The best plan found within the effort."""
        return self._together() if self.spares or len(self.problem.cohorts) <= _FEW else self._in_parts()

    def _together(self) -> Solution:
        """A first look in one way, which is enough for most courses; then in many ways."""
        draft = self._draft(self.problem)
        first = self._solve(draft, self.effort * _FIRST_LOOK, ALONE, self.tell)
        if first.is_complete or self.stop.is_set():
            return first
        if first.arrangement is not None:
            draft.suggest(first.arrangement)
            complete_hint(draft)
        best = self._solve(draft, self.effort - self.spent, TURNS, self.tell)
        known = first.arrangement
        if known is None or (best.arrangement is not None and best.cost <= first.cost):
            return replace(best, bound=max(best.bound, first.bound))
        return replace(first, bound=max(best.bound, first.bound))

    def _in_parts(self) -> Solution:
        """One cohort after the other; then one or two anew beside the others, and what each costs at least."""
        arrangement = self._by_turns()
        if self.stop.is_set() and arrangement is None:
            return Solution(None, 0, 0, False, self.spent)
        if arrangement is None:
            return self._impossible_alone() or self._together()
        arrangement = self._improved(arrangement)
        found, bound = self._cost(arrangement), self._bound()
        return Solution(arrangement, found, bound, found == bound, self.spent)

    def _by_turns(self) -> Arrangement | None:
        """A plan of each cohort beside those before it; None where one finds no room."""
        settled: dict[int, Sequence[Placed]] = {}
        for index in self._in_order():
            draft = self._draft(part_of(self.problem, settled, [index]))
            found = self._solve(draft, _ONE, QUICK)
            if found.arrangement is None and not found.is_complete:
                found = self._solve(draft, _ONE_AGAIN, QUICK)
            if found.arrangement is None:
                return None
            settled[index] = found.arrangement.cohorts[0]
        arrangement = _arranged(settled)
        self.tell(self._cost(arrangement), 0)
        return arrangement

    def _impossible_alone(self) -> Solution | None:
        """That there is no plan, where there is none of some cohort by itself."""
        for index in range(len(self.problem.cohorts)):
            if self.stop.is_set():
                return Solution(None, 0, 0, False, self.spent)
            found = self._solve(self._draft(part_of(self.problem, {}, [index])), _ONE_AGAIN, ALONE)
            if found.is_impossible:
                return found
        return None

    def _bound(self) -> int:
        """What no plan of all costs less than: the sum of what each cohort, as far as is known, costs alone.

        Sessions of several cohorts may share a trip, of which each is charged its part: a trip over the most sessions
        that one can lead in a day.
        """
        # Rounded up: a cost is a whole number.
        return -(-sum(self._bounds) // self._shared)

    def _bound_more(self) -> None:
        """Find out what the next cohorts cost alone."""
        first = len(self._bounds)
        indexes = range(first, min(first + _AT_ONCE, len(self.problem.cohorts)))
        problems = [_alone(self.problem, index, self._shared) for index in indexes]
        self._bounds += [max(0, each.bound) for each in self._at_once(problems, _BOUND, ALONE)]

    def _improved(self, arrangement: Arrangement) -> Arrangement:
        """The plan with groups of neighbours planned anew, as long as that helps and effort is left."""
        for size in _GROUP_SIZES:
            unchanged = 0
            batches = self._batches(size)
            while unchanged < len(batches):
                if len(self._bounds) < len(self.problem.cohorts):
                    self._bound_more()
                if self.stop.is_set() or self.spent >= self.effort:
                    return arrangement
                better = self._anew(arrangement, batches[0])
                unchanged = 0 if better != arrangement else unchanged + 1
                if better != arrangement:
                    arrangement = better
                    self.tell(self._cost(arrangement), self._bound())
                batches.append(batches.pop(0))
        return arrangement

    def _batches(self, size: int) -> list[list[list[int]]]:
        """Groups of neighbours to plan anew at once: they lie far apart, so that they seldom want the same."""
        order = self._in_order()
        groups = [order[first : first + size] for first in range(len(order) - size + 1)]
        half = -(-len(groups) // _AT_ONCE)
        return [list(groups[first::half]) for first in range(half)]

    def _anew(self, arrangement: Arrangement, groups: Sequence[Sequence[int]]) -> Arrangement:
        """The plan with each of some groups planned anew beside all the others, where that is better."""
        problems = [part_of(self.problem, _beside(arrangement, group), group) for group in groups]
        known = [Arrangement(tuple(arrangement.cohorts[index] for index in group)) for group in groups]
        for group, found in zip(groups, self._at_once(problems, _GROUP, QUICK, known), strict=True):
            if found.arrangement is None:
                continue
            beside = _beside(arrangement, group)
            new = _arranged(beside | dict(zip(group, found.arrangement.cohorts, strict=True)))
            # What another group has taken meanwhile is seen here.
            has_room = fits(part_of(self.problem, beside, group), found.arrangement.cohorts)
            if has_room and self._cost(new) < self._cost(arrangement):
                arrangement = new
        return arrangement

    def _at_once(
        self, problems: Sequence[Problem], effort: float, manner: Manner, known: Sequence[Arrangement] = ()
    ) -> list[Solution]:
        """Several problems solved at one time, each as if alone."""
        drafts = [self._draft(each) for each in problems]
        # For bounds no plan is known to begin from.
        for draft, arrangement in zip(drafts, known, strict=False):
            draft.suggest(arrangement)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            found = list(pool.map(lambda draft: solve(draft, effort, manner, self.stop), drafts))
        self.spent += sum(each.effort for each in found)
        return found

    def _in_order(self) -> list[int]:
        """The cohorts by the day on which their first session would be best; first those that have none to hold."""
        first = [[each.even for each in cohort.sessions[:1]] for cohort in self.problem.cohorts]
        return sorted(range(len(first)), key=lambda index: (first[index], index))

    def _draft(self, problem: Problem) -> Draft:
        draft = Draft(problem, self.given_up)
        sums = preferences(draft)
        wanted = [each.expression() for preference, each in sums.items() if self.only in (None, preference)]
        wanted += [cp_model.LinearExpr.sum(draft.liberties) * _LIBERTY] if self.spares and draft.liberties else []
        draft.model.minimize(cp_model.LinearExpr.sum(wanted) if wanted else 0)
        return draft

    def _solve(self, draft: Draft, effort: float, manner: Manner, tell: Tell = tell_nobody) -> Solution:
        found = solve(draft, effort, manner, self.stop, tell)
        self.spent += found.effort
        return found

    def _cost(self, arrangement: Arrangement) -> int:
        return cost(self.problem, arrangement, self.only)


def most_in_a_day(problem: Problem) -> int:
    """How many sessions one trainer could lead at one place in a day, whichever cohorts' they are."""
    hours: dict[date, set[tuple[int, int]]] = defaultdict(set)
    for cohort in problem.cohorts:
        for form in cohort.formats:
            for position, each in form.hours.items():
                hours[cohort.occasions[position].day].add(each)
    return max((_most_apart(each) for each in hours.values()), default=1)


def _most_apart(hours: AbstractSet[tuple[int, int]]) -> int:
    """The most of some hours that do not meet: each time the one that ends first."""
    count, until = 0, 0
    for start, end in sorted(hours, key=lambda each: each[1]):
        if count == 0 or start >= until:
            count, until = count + 1, end
    return count


def _alone(problem: Problem, index: int, shared: int) -> Problem:
    """One cohort without the others; all but trips weighs ``shared`` times as much."""
    cohort = problem.cohorts[index]
    scaled = {each.value: weight_of(cohort, each) * shared for each in Preference}
    scaled[Preference.TRIPS.value] = trip_weight(problem)
    weights = cohort.weights.model_copy(update=scaled)
    return replace(problem, cohorts=(replace(cohort, weights=weights),))


def _beside(arrangement: Arrangement, group: Sequence[int]) -> dict[int, Sequence[Placed]]:
    return {index: placed for index, placed in enumerate(arrangement.cohorts) if index not in group}


def _arranged(settled: Mapping[int, Sequence[Placed]]) -> Arrangement:
    return Arrangement(tuple(tuple(settled[index]) for index in sorted(settled)))
