"""What cohorts share: nobody is in two places at a time, no place holds two sessions, ways between take time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from coursewright.timetable.planner.literals import Literal, negated

if TYPE_CHECKING:
    from coursewright.timetable.planner.draft import CohortDraft


# A trainer, a venue, a day, and the minutes from which until which.
Presence = tuple[str, str, date, tuple[int, int]]


@dataclass(frozen=True)
class Use:
    """A trainer or a venue in use if ``literal`` is true, from one minute to before another."""

    cohort: int
    format: int
    occasion: int
    start: int
    end: int
    day: date
    literal: Literal

    def meets(self, other: Use) -> bool:
        """Whether both go on at some minute."""
        return self.start < other.end and other.start < self.end


def share(model: cp_model.CpModel, cohorts: Sequence[CohortDraft]) -> None:
    """Let each trainer and each venue be used once at a time."""
    for uses in (*trainer_uses(cohorts).values(), *venue_uses(cohorts).values()):
        for clique in at_one_time(uses):
            if len(clique) > 1:
                # One literal may stand for several uses; twice in one constraint it would forbid itself.
                model.add_at_most_one(dict.fromkeys(each.literal for each in clique))


def trainer_uses(cohorts: Sequence[CohortDraft]) -> Mapping[str, list[Use]]:
    """When each trainer may be in use."""
    return _uses(cohorts, [cohort.leads for cohort in cohorts])


def venue_uses(cohorts: Sequence[CohortDraft]) -> Mapping[str, list[Use]]:
    """When each venue may be in use."""
    return _uses(cohorts, [cohort.at for cohort in cohorts])


def _uses(
    cohorts: Sequence[CohortDraft], choices: Sequence[Mapping[tuple[int, str, int], Literal]]
) -> Mapping[str, list[Use]]:
    uses: dict[str, list[Use]] = defaultdict(list)
    for number, (cohort, of_cohort) in enumerate(zip(cohorts, choices, strict=True)):
        for (form, identifier, occasion), literal in of_cohort.items():
            start, end = cohort.cohort.formats[form].hours[occasion]
            day = cohort.cohort.occasions[occasion].day
            uses[identifier].append(Use(number, form, occasion, start, end, day, literal))
    return uses


def at_one_time(uses: Iterable[Use]) -> Iterator[list[Use]]:
    """The largest sets of uses that all go on at some minute."""
    ordered = list(uses)
    events = [
        (moment, is_start, index)
        for index, use in enumerate(ordered)
        for moment, is_start in ((use.start, True), (use.end, False))
    ]
    active: dict[int, Use] = {}
    has_grown = False
    # What ends as another begins makes room for it: ends come first.
    for _, is_start, index in sorted(events):
        if is_start:
            active[index] = ordered[index]
            has_grown = True
        else:
            if has_grown:
                yield list(active.values())
            has_grown = False
            del active[index]


def presences(model: cp_model.CpModel, cohorts: Sequence[CohortDraft]) -> Mapping[Presence, cp_model.BoolVarT]:
    """Whether a trainer is at a venue within some hours of a day, whichever cohort's they are."""
    found: dict[Presence, cp_model.BoolVarT] = {}
    for cohort in cohorts:
        for (form, trainer, position), leads in cohort.leads.items():
            day = cohort.cohort.occasions[position].day
            hours = cohort.cohort.formats[form].hours[position]
            for venue in cohort.cohort.formats[form].venues:
                at = cohort.at.get((form, venue.id, position))
                if at is None:
                    continue
                presence = (trainer, venue.id, day, hours)
                if presence not in found:
                    found[presence] = model.new_bool_var(f"{trainer} at {venue.id} {hours}")
                model.add_bool_or([negated(leads), negated(at), found[presence]])
    return found


def travel(
    model: cp_model.CpModel,
    present: Mapping[Presence, cp_model.BoolVarT],
    ways: Mapping[frozenset[str], int],
) -> None:
    """A trainer leads no two sessions at places farther apart than the time between them."""
    if not ways:
        return
    longest = max(ways.values())
    by_trainer: dict[str, dict[tuple[int, int], list[tuple[str, cp_model.BoolVarT]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for (trainer, venue, _, hours), literal in present.items():
        by_trainer[trainer][hours].append((venue, literal))
    for at_hours in by_trainer.values():
        ordered = sorted(at_hours)
        for number, first in enumerate(ordered):
            for second in ordered[number + 1 :]:
                between = second[0] - first[1]
                # Those that follow begin later still.
                if between >= longest:
                    break
                for one, here in at_hours[first] if between >= 0 else ():
                    for other, there in at_hours[second]:
                        if between < ways.get(frozenset((one, other)), 0):
                            model.add_bool_or([here.negated(), there.negated()])
