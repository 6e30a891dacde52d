"""How soon the planner has a plan of a made-up course, how good it is when time is up, and whether it holds."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from threading import Event, Timer

from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.planning import Weekday
from coursewright.project import open_project
from coursewright.timetable.planner.arrangement import Placed
from coursewright.timetable.planner.posing import PosedCohort, posed
from coursewright.timetable.planner.search import Search
from tests.bench.planning_course import Size, write_planning_course

# More work than any search does before it is stopped.
_ENDLESS = 1e6


@dataclass(frozen=True)
class Case:
    """A made-up course, which of its size, and after how many seconds the search is stopped."""

    size: Size
    seed: int
    seconds: float


@dataclass(frozen=True)
class PlanTime:
    """What came of a case; seconds are by the clock from the start of posing, None where there was no plan.

    ``broken`` counts what stands against the plan, by its kind.
    """

    case: Case
    posing: float
    first: float | None
    seconds: float
    cost: int | None
    bound: int
    broken: Mapping[str, int]

    @property
    def gap(self) -> float | None:
        """By how much of its cost the plan may be dearer than the best one."""
        if self.cost is None:
            return None
        return (self.cost - self.bound) / self.cost if self.cost else 0.0

    @property
    def holds(self) -> bool:
        """Whether there is a plan that keeps every rule."""
        return self.cost is not None and not self.broken


GOAL = Size()


def cases(seconds: float) -> tuple[Case, ...]:
    """The large course for so many seconds, smaller ones for a third of them, each drawn three times."""
    smaller = [Case(Size(cohorts=cohorts), seed, seconds / 3) for cohorts in (5, 10) for seed in range(3)]
    return (*smaller, Case(GOAL, 0, seconds))


def plan_times(seconds: float) -> Iterator[PlanTime]:
    """Each case, one after the other."""
    for case in cases(seconds):
        with tempfile.TemporaryDirectory(prefix="coursewright-bench-") as folder:
            yield planned(Path(folder) / "course", case)


def planned(root: Path, case: Case) -> PlanTime:
    """Write the course to a folder, plan all its cohorts, write the plan into their files and check them."""
    write_planning_course(root, case.size, case.seed)
    curriculum = open_project(root).curriculum
    stop = Event()
    told: list[float] = []
    timer = Timer(case.seconds, stop.set)
    timer.daemon = True
    began = time.perf_counter()
    timer.start()
    task = posed(curriculum, sorted(curriculum.cohorts))
    posing = time.perf_counter() - began
    search = Search(task.problem, _ENDLESS, stop=stop, tell=lambda *_: told.append(time.perf_counter() - began))
    found = search.run()
    ended = time.perf_counter() - began
    timer.cancel()
    if found.arrangement is None:
        return PlanTime(case, posing, None, ended, None, found.bound, {})
    for cohort, of_cohort, placed in zip(task.cohorts, task.problem.cohorts, found.arrangement.cohorts, strict=True):
        days = [of_cohort.occasions[each.occasion].day.isoformat() for each in placed]
        write_sessions(root, cohort, days, placed)
    return PlanTime(case, posing, told[0], ended, found.cost, found.bound, broken_rules(root))


def write_sessions(root: Path, cohort: PosedCohort, days: Sequence[str], placed: Sequence[Placed]) -> None:
    """Add planned sessions, with a day of their own each, to a made-up cohort's file."""
    lines = ["  sessions:"]
    held = sorted(zip(days, cohort.wanted, placed, strict=True), key=lambda each: (each[0], each[1].start))
    for number, (day, wanted, place) in enumerate(held, 1):
        breaks = ", ".join(f'{{at: "{each.at:%H:%M}", minutes: {each.minutes}}}' for each in wanted.breaks)
        lines += [
            f"    - id: s{number}",
            f"      modules: [{', '.join(wanted.modules)}]",
            f"      trainers: [{', '.join(place.trainers)}]",
            f"      venue: {place.venue}",
            f"      on: {day}",
            f'      from: "{wanted.start:%H:%M}"',
            f'      to: "{wanted.end:%H:%M}"',
            f"      breaks: [{breaks}]",
        ]
    with (root / "curriculum" / "cohorts" / f"{cohort.cohort.id}.yaml").open("a", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def broken_rules(root: Path) -> Mapping[str, int]:
    """What stands against the plan that a made-up course has: its findings by code, of which it had none before.

    What the planner alone goes by is looked at too: weekdays, days between sessions, who can lead what.
    """
    project = open_project(root)
    broken = Counter(str(finding.code) for finding in project.findings)
    for cohort in project.curriculum.cohorts.values():
        broken.update(_broken_wishes(cohort, project.curriculum))
    return broken


def _broken_wishes(cohort: Cohort, curriculum: Curriculum) -> Iterator[str]:
    planning = cohort.calendar.planning
    weekdays = {list(Weekday).index(each) for each in planning.days}
    days = [session.on for session in cohort.calendar.sessions if session.on is not None]
    for day in days:
        if day.weekday() not in weekdays:
            yield "another weekday"
    for first, second in pairwise(sorted(days)):
        between = (second - first).days
        if between < planning.days_between.at_least:
            yield "too near"
        if planning.days_between.at_most is not None and between > planning.days_between.at_most:
            yield "too far apart"
    for session in cohort.calendar.sessions:
        if len(session.trainers) != planning.leaders:
            yield "too few or too many lead"
        for trainer in session.trainers:
            leads = curriculum.people[trainer].leads
            if leads is not None and not set(session.modules) <= set(leads):
                yield "cannot lead"


def report(seconds: float) -> list[PlanTime]:
    """Measure every case and print it as a row of a table."""
    heads = f"{'posed s':>9}{'first s':>9}{'ended s':>9}{'cost':>7}{'bound':>7}{'gap':>8}"
    print(f"\nplanning cohorts × sessions × trainers × venues\n{'':24}{heads}  rules")
    found = []
    for each in plan_times(seconds):
        print(_row(each), flush=True)
        found.append(each)
    return found


def _row(found: PlanTime) -> str:
    size, seed = found.case.size, found.case.seed
    name = f"{size.cohorts} × {size.sessions} × {size.trainers} × {size.venues}, seed {seed}"
    if found.cost is None or found.first is None or found.gap is None:
        return f"{name:24}{found.posing:9.2f}{'':9}{found.seconds:9.2f}  no plan"
    figures = f"{found.posing:9.2f}{found.first:9.2f}{found.seconds:9.2f}{found.cost:7}{found.bound:7}{found.gap:8.1%}"
    broken = ", ".join(f"{count} {code}" for code, count in found.broken.items())
    return f"{name:24}{figures}  {broken or 'kept'}"
