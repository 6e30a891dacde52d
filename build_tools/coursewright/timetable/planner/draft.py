"""A planning problem in the solver's terms: what may be chosen, and what must hold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import timedelta

from ortools.sat.python import cp_model

from coursewright.timetable.planner.arrangement import Arrangement, Placed
from coursewright.timetable.planner.chain import Chain
from coursewright.timetable.planner.literals import Literal, negated
from coursewright.timetable.planner.problem import Candidate, CohortToPlan, Distance, Format, Problem
from coursewright.timetable.planner.requirement import Bar, Requirement
from coursewright.timetable.planner.sharing import presences, share, travel

Solved = cp_model.CpSolver | cp_model.CpSolverSolutionCallback


class Draft:
    """The solver's model of a problem.

    Conditions that are ``given_up`` do not hold. In a draft that ``can_relax`` each of the others holds only where its
    literal in ``holds`` is true, so that one can ask which of them stand against each other. ``liberties`` are true
    where a plan makes use of a condition's being given up.
    """

    def __init__(self, problem: Problem, given_up: AbstractSet[Requirement] = frozenset(), can_relax: bool = False):
        self.problem = problem
        self.given_up = given_up
        self.model = cp_model.CpModel()
        self.holds: dict[Requirement, cp_model.BoolVarT] = {}
        self.liberties: list[Literal] = []
        if can_relax:
            standing = (each for each in problem.requirements() if each not in given_up)
            self.holds = {each: self.model.new_bool_var(f"holds {each.place}") for each in standing}
        self.cohorts = tuple(CohortDraft(self, cohort, f"c{index}") for index, cohort in enumerate(problem.cohorts))
        share(self.model, self.cohorts)
        self.presences = presences(self.model, self.cohorts)
        travel(self.model, self.presences, problem.ways)

    def is_free(self, bars: Iterable[Bar]) -> bool:
        """Whether each of the bars has been given up."""
        return all(any(each in self.given_up for each in bar) for bar in bars)

    def bar(self, choices: Sequence[Literal], bars: Iterable[Bar]) -> None:
        """Forbid choices that would be made together, for each of the bars that is not given up."""
        is_taken = False
        for bar in bars:
            if any(each in self.given_up for each in bar):
                is_taken = True
            else:
                held = (self.holds[each].negated() for each in bar) if self.holds else ()
                self.model.add_bool_or([*(negated(each) for each in choices), *held])
        if is_taken:
            liberty = choices[0] if len(choices) == 1 else self.model.new_bool_var("liberty")
            if len(choices) > 1:
                self.model.add_bool_or([*(negated(each) for each in choices), liberty])
            self.liberties.append(liberty)

    def unless(self, rule: Requirement | None) -> Sequence[Literal] | None:
        """What a condition's clauses hold unless: nothing, or that it is relaxed. None where it is given up."""
        if rule is None:
            return ()
        if rule in self.given_up:
            return None
        return (self.holds[rule].negated(),) if self.holds else ()

    def arrangement(self, value: Solved) -> Arrangement:
        """What a solver has chosen."""
        return Arrangement(tuple(cohort.placed(value) for cohort in self.cohorts))

    def suggest(self, arrangement: Arrangement) -> None:
        """Begin from a plan that is known."""
        hinted: set[int] = set()
        for cohort, placed in zip(self.cohorts, arrangement.cohorts, strict=True):
            for choice, is_made in cohort.choices(placed):
                if not isinstance(choice, bool) and choice.index not in hinted:
                    hinted.add(choice.index)
                    self.model.add_hint(choice, is_made)


class CohortDraft:
    """One cohort's choices: ``chosen`` when each session is held, ``meets`` whether there is one on an occasion.

    ``leads`` by format, trainer and occasion, ``at`` by format, venue and occasion; ``done`` whether all have been held
    by an occasion.
    """

    def __init__(self, draft: Draft, cohort: CohortToPlan, name: str) -> None:
        self.draft = draft
        self.cohort = cohort
        self.name = name
        self.model = draft.model
        self.chosen = tuple(self._session(index) for index in range(len(cohort.sessions)))
        self.meets = self._meets()
        self._once_a_day()
        self.done = {position: self.model.new_bool_var(f"{name} done {position}") for position in self.meets}
        self.leads: dict[tuple[int, str, int], Literal] = {}
        self.at: dict[tuple[int, str, int], Literal] = {}
        for index, form in enumerate(cohort.formats):
            self._staff(index, form)
        self._order()
        self._end()
        if cohort.at_least is not None:
            self._keep_apart(cohort.at_least)
        if cohort.at_most is not None:
            self._keep_near(cohort.at_most)

    def placed(self, value: Solved) -> tuple[Placed, ...]:
        """What a solver has chosen for this cohort."""
        found = []
        for session, chain in zip(self.cohort.sessions, self.chosen, strict=True):
            occasion = next(each for each, literal in chain.at.items() if value.boolean_value(literal))
            form = self.cohort.formats[session.format]
            trainers = [
                each.id for each in form.trainers if _true(value, self.leads.get((session.format, each.id, occasion)))
            ]
            venues = (each.id for each in form.venues if _true(value, self.at.get((session.format, each.id, occasion))))
            found.append(Placed(occasion, tuple(trainers), next(venues, None)))
        return tuple(found)

    def choices(self, placed: Sequence[Placed]) -> Iterable[tuple[Literal, bool]]:
        """Each literal of a choice with its value in a plan."""
        used = {
            (session.format, each.occasion): each for session, each in zip(self.cohort.sessions, placed, strict=True)
        }
        for chain, each in zip(self.chosen, placed, strict=True):
            for occasion, at in chain.at.items():
                yield at, occasion == each.occasion
        for (form, trainer, occasion), literal in self.leads.items():
            found = used.get((form, occasion))
            yield literal, found is not None and trainer in found.trainers
        for (form, venue, occasion), literal in self.at.items():
            found = used.get((form, occasion))
            yield literal, found is not None and found.venue == venue

    def _session(self, index: int) -> Chain:
        """The choice of a session's occasion; a kept one has its own, unless that may be given up."""
        cohort, draft = self.cohort, self.draft
        session = cohort.sessions[index]
        hours = cohort.formats[session.format].hours
        stays = session.kept is not None and session.kept not in draft.given_up
        allowed = []
        for position, occasion in enumerate(cohort.occasions):
            is_own = occasion.kept_for == index
            if position not in hours or (occasion.kept_for is not None and not is_own):
                continue
            if stays and not is_own and not draft.holds:
                continue
            if draft.holds or is_own or draft.is_free(occasion.bars):
                allowed.append(position)
        chain = Chain(self.model, allowed, f"{self.name} s{index}")
        for position, literal in chain.at.items():
            occasion = cohort.occasions[position]
            if occasion.kept_for != index:
                kept = ((session.kept,),) if session.kept is not None else ()
                draft.bar((literal,), (*occasion.bars, *kept))
        return chain

    def _meets(self) -> Mapping[int, Literal]:
        """Whether the cohort meets on each occasion; no two of its sessions are on one."""
        found: dict[int, Literal] = {}
        for position in range(len(self.cohort.occasions)):
            literals = [chain.at[position] for chain in self.chosen if position in chain.at]
            if literals:
                found[position] = self._one_of(literals, f"{self.name} meets {position}")
        return found

    def _once_a_day(self) -> None:
        """No session joins one that is on its own occasion that day, even if that one might be elsewhere."""
        for own, other in self._beside_kept(1):
            self.model.add_bool_or([negated(self.meets[own]), negated(self.meets[other])])

    def _beside_kept(self, days: int) -> Iterator[tuple[int, int]]:
        """Each occasion that is kept for a session, with each free one less than so many days before or after it."""
        occasions = self.cohort.occasions
        free = [position for position in self.meets if occasions[position].kept_for is None]
        for own in self.meets:
            if occasions[own].kept_for is not None:
                yield from ((own, other) for other in free if abs(self._days(own, other)) < days)

    def _one_of(self, literals: Sequence[Literal], name: str) -> Literal:
        """A literal that is true where one of the literals is, of which no two ever are."""
        if len(literals) == 1:
            return literals[0]
        one = self.model.new_bool_var(name)
        self.model.add_exactly_one([*literals, one.negated()])
        return one

    def _staff(self, index: int, form: Format) -> None:
        """Choose who leads the sessions of a format and where they are, on each occasion."""
        chosen = [
            (session, chain)
            for session, chain in zip(self.cohort.sessions, self.chosen, strict=True)
            if session.format == index
        ]
        for position in form.hours:
            held = [(session, chain.at[position]) for session, chain in chosen if position in chain.at]
            if not held:
                continue
            used = self._one_of([literal for _, literal in held], f"{self.name} f{index} {position}")
            leads = self._leads(form, position, used, f"{self.name} f{index}") if form.leaders else {}
            at = self._at(form, position, used, f"{self.name} f{index}") if form.venues else {}
            self.leads.update({(index, trainer, position): literal for trainer, literal in leads.items()})
            self.at.update({(index, venue, position): literal for venue, literal in at.items()})
            for session, literal in held:
                for trainer, lead in leads.items():
                    self.draft.bar((literal, lead), session.trainer_bars.get(trainer, ()))
                for venue, there in at.items():
                    self.draft.bar((literal, there), session.venue_bars.get(venue, ()))
            for far in form.too_far:
                if far.occasion == position and far.trainer in leads and far.venue in at:
                    self.draft.bar((leads[far.trainer], at[far.venue]), (far.bar,))

    def _leads(self, form: Format, position: int, used: Literal, name: str) -> Mapping[str, Literal]:
        """Whether each trainer leads on an occasion: as many as are needed, if it is used."""
        leads = self._candidates(form.trainers, position, f"{name} led")
        for literal in leads.values():
            self.model.add_implication(literal, used)
        unless = self.draft.unless(form.leaders_rule)
        # Somebody leads, however many are asked for: no file says so, and nobody can give it up.
        if unless is None or unless:
            self.model.add_at_least_one([negated(used), *leads.values()])
        if unless is not None:
            self._exactly(form.leaders, list(leads.values()), used, unless)
        return leads

    def _at(self, form: Format, position: int, used: Literal, name: str) -> Mapping[str, Literal]:
        """Whether it is held at each venue on an occasion: at one, if it is used."""
        at = self._candidates(form.venues, position, f"{name} at")
        self._exactly(1, list(at.values()), used, ())
        return at

    def _candidates(self, candidates: Sequence[Candidate], position: int, name: str) -> Mapping[str, Literal]:
        """A literal for each candidate that nothing bars on an occasion."""
        found: dict[str, Literal] = {}
        for each in candidates:
            bars = each.bars.get(position, ())
            if self.draft.holds or self.draft.is_free(bars):
                literal = self.model.new_bool_var(f"{name} {each.id} {position}")
                self.draft.bar((literal,), bars)
                found[each.id] = literal
        return found

    def _exactly(self, number: int, literals: Sequence[Literal], used: Literal, unless: Sequence[Literal]) -> None:
        if number == 1 and not unless:
            self.model.add_exactly_one([*literals, negated(used)])
            return
        constraint = self.model.add(
            cp_model.LinearExpr.weighted_sum([*literals, negated(used)], [1] * len(literals) + [number]) == number
        )
        if unless:
            constraint.only_enforce_if([negated(each) for each in unless])

    def _order(self) -> None:
        earlier = [position - 1 for position in range(len(self.cohort.occasions))]
        for each in self.cohort.before:
            unless = self.draft.unless(each.rule)
            if unless is not None:
                self.chosen[each.first].before(self.chosen[each.second], earlier, unless)

    def _end(self) -> None:
        """All is done by an occasion where each session has been held by then."""
        for position, done in self.done.items():
            for chain in self.chosen:
                by = chain.by(position)
                if by is not True:
                    self.model.add_bool_or([done.negated(), by])

    def _keep_apart(self, distance: Distance) -> None:
        """At least so many days from one to the next, but for those that both are kept where they are."""
        unless = self.draft.unless(distance.rule)
        if unless is None:
            return
        occasions = self.cohort.occasions
        free = [position for position in self.meets if occasions[position].kept_for is None]
        for number, first in enumerate(free):
            near = [each for each in free[number + 1 :] if self._days(first, each) < distance.days]
            # One at most of all that are too near is a better bound than pairs are; an exception stands in each pair.
            if near and not unless:
                self.model.add_at_most_one([self.meets[each] for each in (first, *near)])
            for each in near if unless else ():
                self.model.add_bool_or([negated(self.meets[first]), negated(self.meets[each]), *unless])
        for own, other in self._beside_kept(distance.days):
            self.model.add_bool_or([negated(self.meets[own]), negated(self.meets[other]), *unless])
        # It follows from the rest, and tells the solver more; kept sessions may lie nearer to each other.
        if all(session.kept is None for session in self.cohort.sessions):
            lag = [self._last_by(position, -distance.days) for position in range(len(occasions))]
            for pair in self.cohort.before:
                relaxed = self.draft.unless(pair.rule)
                if relaxed is not None:
                    self.chosen[pair.first].before(self.chosen[pair.second], lag, (*relaxed, *unless))

    def _keep_near(self, distance: Distance) -> None:
        """After each session the next within so many days, unless it was the last."""
        unless = self.draft.unless(distance.rule)
        if unless is None:
            return
        for position, literal in self.meets.items():
            last = self._last_by(position, distance.days)
            soon = [other for each, other in self.meets.items() if position < each <= last]
            self.model.add_bool_or([negated(literal), *soon, self.done[position], *unless])

    def _days(self, first: int, second: int) -> int:
        return (self.cohort.occasions[second].day - self.cohort.occasions[first].day).days

    def _last_by(self, position: int, days: int) -> int:
        """The last occasion at most so many days after one; -1 where there is none."""
        limit = self.cohort.occasions[position].day + timedelta(days=days)
        return bisect_right(self.cohort.occasions, limit, key=lambda each: each.day) - 1


def _true(value: Solved, literal: Literal | None) -> bool:
    return literal is not None and value.boolean_value(literal)
