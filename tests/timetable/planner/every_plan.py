"""Every plan of a tiny problem, one after the other, with the conditions that it breaks and what it costs.

Written from what the types of a problem say, without the solver and without the planner's own sums: slow and plain.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations, product

from coursewright.timetable.planner.arrangement import Arrangement, Placed
from coursewright.timetable.planner.problem import CohortToPlan, Problem
from coursewright.timetable.planner.requirement import Bar, Requirement

# What nobody may do, whatever is given up.
NEVER: Bar = ()


@dataclass(frozen=True)
class Presence:
    """A session of a plan as those who share people and places see it."""

    start: int
    end: int
    placed: Placed


def plans(problem: Problem, given_up: Collection[Requirement] = ()) -> Iterator[Arrangement]:
    """Every plan that breaks nothing but what is given up."""
    each = [list(cohort_plans(cohort, given_up)) for cohort in problem.cohorts]
    for placed in product(*each):
        if is_free(together_broken(problem, placed), given_up):
            yield Arrangement(tuple(placed))


def least_cost(problem: Problem, given_up: Collection[Requirement] = (), only: str | None = None) -> int | None:
    """What the best plan costs; None where there is none."""
    cheapest_first = [
        sorted(
            ((cohort_price(cohort, placed, only), placed) for placed in cohort_plans(cohort, given_up)),
            key=lambda priced: priced[0],
        )
        for cohort in problem.cohorts
    ]
    best: int | None = None

    def complete(chosen: tuple[tuple[Placed, ...], ...], so_far: int) -> None:
        nonlocal best
        if len(chosen) == len(problem.cohorts):
            total = price(problem, Arrangement(chosen), only)
            best = total if best is None else min(best, total)
            return
        for own, placed in cheapest_first[len(chosen)]:
            if best is not None and so_far + own >= best:
                return
            together = (*chosen, placed)
            if is_free(together_broken(problem, together), given_up):
                complete(together, so_far + own)

    complete((), 0)
    return best


def broken(problem: Problem, arrangement: Arrangement) -> set[Bar]:
    """All that a plan breaks; :data:`NEVER` among it where no condition's going would mend it."""
    found = together_broken(problem, arrangement.cohorts)
    for cohort, placed in zip(problem.cohorts, arrangement.cohorts, strict=True):
        assert len(placed) == len(cohort.sessions)
        found |= order_broken(cohort, [each.occasion for each in placed])
        for index, each in enumerate(placed):
            found |= session_broken(cohort, index, each)
    return found


def is_free(bars: Collection[Bar], given_up: Collection[Requirement]) -> bool:
    """Whether something of each bar is given up."""
    return all(any(each in given_up for each in bar) for bar in bars)


def cohort_plans(cohort: CohortToPlan, given_up: Collection[Requirement]) -> Iterator[tuple[Placed, ...]]:
    """Every plan of one cohort that breaks nothing but what is given up."""
    places = [
        {
            occasion: [
                placed
                for placed in staffed(cohort, index, occasion)
                if is_free(session_broken(cohort, index, placed), given_up)
            ]
            for occasion in range(len(cohort.occasions))
        }
        for index in range(len(cohort.sessions))
    ]
    for occasions in permutations(range(len(cohort.occasions)), len(cohort.sessions)):
        options = [places[index][occasion] for index, occasion in enumerate(occasions)]
        if all(options) and is_free(order_broken(cohort, occasions), given_up):
            yield from product(*options)


def staffed(cohort: CohortToPlan, index: int, occasion: int) -> Iterator[Placed]:
    """A session on an occasion with each choice of people and of a place."""
    form = cohort.formats[cohort.sessions[index].format]
    venues: Sequence[str | None] = [each.id for each in form.venues] or [None]
    numbers = {form.leaders} if form.leaders_rule is None else {form.leaders, *range(1, len(form.trainers) + 1)}
    for number in sorted(numbers) if form.leaders else (0,):
        for trainers in combinations([each.id for each in form.trainers], number):
            for venue in venues:
                yield Placed(occasion, trainers, venue)


def session_broken(cohort: CohortToPlan, index: int, placed: Placed) -> set[Bar]:
    """What a session by itself breaks: its day, its people, its place."""
    session, occasion = cohort.sessions[index], cohort.occasions[placed.occasion]
    form = cohort.formats[session.format]
    found: set[Bar] = set()
    if placed.occasion not in form.hours or occasion.kept_for not in (None, index):
        found.add(NEVER)
    if occasion.kept_for != index:
        found.update(occasion.bars)
        if session.kept is not None:
            found.add((session.kept,))
    if len(set(placed.trainers)) != form.leaders:
        is_asked_for = form.leaders and placed.trainers and form.leaders_rule is not None
        found.add((form.leaders_rule,) if is_asked_for and form.leaders_rule is not None else NEVER)
    trainers = {each.id: each for each in form.trainers}
    for trainer in placed.trainers:
        bars = trainers[trainer].bars.get(placed.occasion, ()) if trainer in trainers else (NEVER,)
        found.update(bars, session.trainer_bars.get(trainer, ()))
    venues = {each.id: each for each in form.venues}
    if (placed.venue is None) != (not venues):
        found.add(NEVER)
    elif placed.venue is not None:
        bars = venues[placed.venue].bars.get(placed.occasion, ()) if placed.venue in venues else (NEVER,)
        found.update(bars, session.venue_bars.get(placed.venue, ()))
    for far in form.too_far:
        if far.occasion == placed.occasion and far.venue == placed.venue and far.trainer in placed.trainers:
            found.add(far.bar)
    return found


def order_broken(cohort: CohortToPlan, occasions: Sequence[int]) -> set[Bar]:
    """What the days of a cohort's sessions break together: what comes before what, and how far apart."""
    found: set[Bar] = set()
    for before in cohort.before:
        if occasions[before.first] >= occasions[before.second]:
            found.add(NEVER if before.rule is None else (before.rule,))
    in_order = [cohort.occasions[occasion] for occasion in sorted(occasions)]
    if len(set(occasions)) < len(occasions):
        found.add(NEVER)
    for earlier, later in combinations(in_order, 2):
        days = (later.day - earlier.day).days
        if earlier.kept_for is not None and later.kept_for is not None:
            continue  # Sessions that stay where they are may lie as they do.
        if days == 0:
            found.add(NEVER)
        if cohort.at_least is not None and days < cohort.at_least.days:
            found.add((cohort.at_least.rule,))
    for earlier, later in pairwise(in_order):
        if cohort.at_most is not None and (later.day - earlier.day).days > cohort.at_most.days:
            found.add((cohort.at_most.rule,))
    return found


def together_broken(problem: Problem, cohorts: Sequence[Sequence[Placed]]) -> set[Bar]:
    """What the first cohorts' sessions break together: people in two places, places used twice, ways too long."""
    present = [
        Presence(*cohort.formats[session.format].hours[placed.occasion], placed)
        for cohort, of_cohort in zip(problem.cohorts, cohorts, strict=False)
        for session, placed in zip(cohort.sessions, of_cohort, strict=True)
    ]
    return {NEVER} if any(is_clash(problem, *pair) for pair in combinations(present, 2)) else set()


def is_clash(problem: Problem, one: Presence, other: Presence) -> bool:
    """Whether two sessions want the same at a time, or too soon one after the other."""
    has_trainer = bool(set(one.placed.trainers) & set(other.placed.trainers))
    venues = (one.placed.venue, other.placed.venue)
    if one.start < other.end and other.start < one.end:
        return has_trainer or (venues[0] is not None and venues[0] == venues[1])
    gap = other.start - one.end if one.end <= other.start else one.start - other.end
    way = problem.ways.get(frozenset(each for each in venues if each is not None), 0) if None not in venues else 0
    return has_trainer and gap < way


def price(problem: Problem, arrangement: Arrangement, only: str | None = None) -> int:
    """What a plan costs by the weights of its cohorts; by one of them alone, if it is named."""
    total = sum(
        cohort_price(cohort, placed, only) for cohort, placed in zip(problem.cohorts, arrangement.cohorts, strict=True)
    )
    if only not in (None, "trips"):
        return total
    trips = {
        (trainer, placed.venue, cohort.occasions[placed.occasion].day)
        for cohort, of_cohort in zip(problem.cohorts, arrangement.cohorts, strict=True)
        for placed in of_cohort
        for trainer in placed.trainers
        if placed.venue is not None
    }
    return total + max(cohort.weights.trips for cohort in problem.cohorts) * len(trips - problem.trips)


def cohort_price(cohort: CohortToPlan, placed: Sequence[Placed], only: str | None = None) -> int:
    """What a cohort's plan costs without its trips."""
    off = sum(
        abs((cohort.occasions[each.occasion].day - session.even).days)
        for session, each in zip(cohort.sessions, placed, strict=True)
    )
    found = {
        "spacing": cohort.weights.spacing * off,
        "bridge_days": cohort.weights.bridge_days
        * len([1 for each in placed if each.occasion in cohort.bridges.get(each.venue, frozenset())]),
        "late_days": cohort.weights.late_days * max([cohort.occasions[each.occasion].late for each in placed] + [0]),
        "places": cohort.weights.places * max(0, len({each.venue for each in placed} - {None}) - 1),
        "order": cohort.weights.order * _too_early(cohort, placed),
        "people": cohort.weights.people * max(0, len({who for each in placed for who in each.trainers}) - 1),
    }
    return sum(found.values()) if only is None else found.get(only, 0)


def _too_early(cohort: CohortToPlan, placed: Sequence[Placed]) -> int:
    """The sessions held before the one that stands right before them, where neither stays as it is."""
    found = 0
    for index in range(1, len(placed)):
        stays = cohort.sessions[index - 1].kept or cohort.sessions[index].kept
        if stays is None and placed[index].occasion < placed[index - 1].occasion:
            found += 1
    return found
