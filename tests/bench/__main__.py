"""Measure the tool on made-up courses of several sizes and on the real one; print a table, write ``_build/bench.json``.

The exit status is 1 where a goal is missed: the real course is checked in less than 1.5 seconds and built from nothing
in less than 20, a build without news writes no page, what is saved while it is previewed is seen within a second, a
calendar feed takes at most a quarter of the time that icalendar needs, and twenty cohorts have a first plan in less
than 30 seconds.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench.competition import CompetitionResult, report_competition
from tests.bench.feeds import FeedTimes, feed_times
from tests.bench.growth import exponent
from tests.bench.paths import report
from tests.bench.planning import GOAL, PlanTime
from tests.bench.planning import report as report_plans
from tests.bench.settling import settling
from tests.bench.sight import Sight, sight
from tests.bench.synthetic_course import map_file, module_file, write_course
from tests.bench.tasks import Measure, measure, tasks

REPOSITORY = Path(__file__).parents[2]
COURSE = ("conf.py", "index.md", "curriculum", "modules", "exercises")
MODULE = Path("modules/cultura-di-squadra.md")
MAP = Path("curriculum/competencies/community-maker.yaml")
REAL = "the real course"


@dataclass(frozen=True)
class Goal:
    """Something that must not take more than a limit."""

    what: str
    found: float
    limit: float

    @property
    def is_met(self) -> bool:
        """Whether it does not."""
        return self.found <= self.limit


MANY_APPLICATIONS = 100_000
MANY_SESSIONS = 10_000


def main() -> int:
    """Measure, print, write; 1 where a goal is missed."""
    options = _options()
    if options.paths:
        report()
        return 0
    if options.ctt:
        found = report_competition(options.ctt, options.ctt_effort)
        return _ended(options.output, {"timetabling": [asdict(each) for each in found]}, _competition_goals(found))
    if options.plans:
        return _plans(options)
    results: dict[str, list[Measure]] = {}
    with tempfile.TemporaryDirectory(prefix="coursewright-bench-") as folder:
        _copy_course(Path(folder) / "real")
        results[REAL] = _measured(REAL, Path(folder) / "real", options.runs, MODULE, MAP)
        settled = _settled(Path(folder), options.applications, options.runs)
        seen = _seen(Path(folder) / "real", options.saves)
        for size in options.sizes:
            root = Path(folder) / f"{size}"
            write_course(root, size)
            edited = module_file(root, 0).relative_to(root), map_file(root, 0).relative_to(root)
            results[f"{size} modules"] = _measured(f"{size} modules", root, options.runs, *edited)
            shutil.rmtree(root)
    growth = _growth(results, options.sizes) | _settling_growth(settled)
    feeds = _feeds(options.runs)
    planned = report_plans(options.plan_seconds) if options.plan_seconds else []
    goals = [*_goals(results, seen), *_settling_goals(settled), *_planning_goals(planned)]
    goals.append(Goal(f"of icalendar's time for a feed of {feeds.sessions} sessions", feeds.ratio, 0.25))
    _report(growth, goals)
    figures = {
        "measures": _measures({**results, "applications": [found for _, found in settled]}),
        "from save to sight": list(seen.seconds) if seen is not None else None,
        "plans": _plan_figures(planned),
        "growth": growth,
    }
    return _ended(options.output, figures, goals)


def _plans(options: argparse.Namespace) -> int:
    """Measure only plans."""
    planned = report_plans(options.plan_seconds)
    goals = _planning_goals(planned)
    _report({}, goals)
    return _ended(options.output, {"plans": _plan_figures(planned)}, goals)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[50, 200, 1000], help="modules of the made-up courses")
    parser.add_argument("--paths", action="store_true", help="measure only groups' paths in courses of 1,000 modules")
    parser.add_argument("--plans", action="store_true", help="measure only plans of cohorts' sessions")
    parser.add_argument(
        "--plan-seconds",
        type=float,
        default=60,
        help="seconds to plan twenty cohorts in; 0, without --plans, for none",
    )
    parser.add_argument(
        "--ctt", type=Path, nargs="+", help="measure only the planner on these instances of course timetabling (.ctt)"
    )
    parser.add_argument(
        "--ctt-effort", type=float, default=60, help="how much work to spend on each, in the solver's unit"
    )
    parser.add_argument("--runs", type=int, default=3, help="how often each task is measured, once warm")
    parser.add_argument(
        "--saves", type=int, default=15, help="how often a module is saved and looked for; 0 for not at all"
    )
    parser.add_argument(
        "--applications",
        type=int,
        nargs="*",
        default=[10_000, 30_000, 100_000],
        help="how many applications to the real cohort are settled",
    )
    parser.add_argument("--output", type=Path, default=REPOSITORY / "_build" / "bench.json")
    return parser.parse_args()


def _copy_course(root: Path) -> None:
    root.mkdir()
    for name in COURSE:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, root / name)
        else:
            shutil.copyfile(source, root / name)


def _measured(name: str, root: Path, runs: int, module: Path, competencies: Path) -> list[Measure]:
    print(f"\n{name}\n{'':24}{'cpu s':>9}{'wall s':>9}{'peak MB':>9}{'pages':>7}{'runs':>6}")
    measures = []
    for task in tasks(module, competencies):
        found = measure(task, root, runs)
        numbers = f"{found.cpu:9.2f}{found.wall:9.2f}{found.peak / 1e6:9.0f}{found.pages:7}{found.runs:6}"
        print(f"{found.task:24}{numbers}", flush=True)
        measures.append(found)
    return measures


def _settled(folder: Path, counts: Sequence[int], runs: int) -> list[tuple[int, Measure]]:
    print(f"\nsettling applications\n{'':24}{'cpu s':>9}{'wall s':>9}{'peak MB':>9}{'rows':>9}")
    found = settling(folder / "real", folder, counts, runs)
    for count, each in found:
        print(f"{each.task:24}{each.cpu:9.2f}{each.wall:9.2f}{each.peak / 1e6:9.0f}{count:9}", flush=True)
    return found


def _settling_growth(settled: Sequence[tuple[int, Measure]]) -> dict[str, float]:
    points: dict[str, list[tuple[float, float]]] = {}
    for count, found in settled:
        points.setdefault(found.task, []).append((count, found.cpu))
    return {task: exponent(several) for task, several in points.items() if len(several) > 1}


def _settling_goals(settled: Sequence[tuple[int, Measure]]) -> list[Goal]:
    """For a hundred thousand applications: ten seconds and 500 MB for texts, forty seconds for workbooks."""
    goals = []
    for count, found in settled:
        if count == MANY_APPLICATIONS:
            limit = 40 if "xlsx" in found.task else 10
            goals.append(Goal(f"seconds to {found.task}, {count} applications", found.wall, limit))
            goals.append(Goal(f"MB to {found.task}, {count} applications", found.peak / 1e6, 500))
    return goals


def _planning_goals(planned: Sequence[PlanTime]) -> list[Goal]:
    """The large course has a first plan within half a minute, and no plan breaks a rule."""
    goals = []
    for each in planned:
        if each.case.size == GOAL:
            what = (
                f"{GOAL.cohorts} cohorts × {GOAL.sessions} sessions × {GOAL.trainers} trainers × {GOAL.venues} venues"
            )
            first = each.first if each.first is not None else math.inf
            goals.append(Goal(f"seconds to the first plan of {what}", first, 30))
    if planned:
        goals.append(Goal("plans that are none or break a rule", sum(not each.holds for each in planned), 0))
    return goals


def _competition_goals(found: Sequence[CompetitionResult]) -> list[Goal]:
    """Each instance has a timetable that violates nothing."""
    without = sum(each.found is None or each.found.hard > 0 for each in found)
    return [Goal("instances without a timetable, or with one that violates something", without, 0)]


def _plan_figures(planned: Sequence[PlanTime]) -> list[Mapping[str, object]]:
    return [{**asdict(each), "gap": each.gap, "holds": each.holds} for each in planned]


def _feeds(runs: int) -> FeedTimes:
    found = feed_times(MANY_SESSIONS, runs)
    print(f"\na feed of {found.sessions} sessions\n{'written by us':24}{found.ours:9.2f}")
    print(f"{'written by icalendar':24}{found.icalendar:9.2f}", flush=True)
    return found


def _seen(root: Path, saves: int) -> Sight | None:
    found = sight(root, MODULE, saves) if saves else None
    if found is None:
        print(f"{'from save to sight':24}  not measured: no browser, or none asked for")
        return None
    least, most = min(found.seconds), max(found.seconds)
    print(
        f"{'from save to sight':24}{'':9}{found.median:9.2f}  between {least:.2f} and {most:.2f}, {saves} saves",
        flush=True,
    )
    return found


def _growth(results: Mapping[str, Sequence[Measure]], sizes: Sequence[int]) -> dict[str, float]:
    """For each task the exponent by which its processor time grows with the number of modules."""
    points: dict[str, list[tuple[float, float]]] = {}
    for size in sizes:
        for found in results[f"{size} modules"]:
            points.setdefault(found.task, []).append((size, found.cpu))
    return {task: exponent(several) for task, several in points.items() if len(several) > 1}


def _goals(results: Mapping[str, Sequence[Measure]], seen: Sight | None) -> list[Goal]:
    real = {found.task: found for found in results[REAL]}
    goals = [
        Goal("seconds to check the real course", real["check"].wall, 1.5),
        Goal("seconds to build the real course from nothing", real["cold build"].wall, 20),
    ]
    if seen is not None:
        goals.append(Goal("seconds from saving a module of the real course to seeing it", seen.median, 1))
    for name, measures in results.items():
        idle = next(found for found in measures if found.task == "no-op build")
        goals.append(Goal(f"pages written without news, {name}", idle.pages, 0))
    return goals


def _report(growth: Mapping[str, float], goals: Sequence[Goal]) -> None:
    if growth:
        print("\nprocessor time grows with the number of modules, or of applications, to the power of")
    for task, power in growth.items():
        print(f"{task:24}{power:9.2f}")
    print("\ngoals")
    for goal in goals:
        print(f"{'met   ' if goal.is_met else 'MISSED'}  {goal.what}: {goal.found:.2f} (at most {goal.limit:g})")
    if os.getloadavg()[0] > (os.cpu_count() or 1) + 0.5:
        print("\nOther work was running: the seconds by the clock are longer than they would be.")


def _measures(results: Mapping[str, Sequence[Measure]]) -> Mapping[str, object]:
    return {name: [asdict(found) for found in measures] for name, measures in results.items()}


def _ended(output: Path, figures: Mapping[str, object], goals: Sequence[Goal]) -> int:
    """Write what was found; the exit status."""
    output.parent.mkdir(parents=True, exist_ok=True)
    document = {
        "processors": os.cpu_count(),
        "python": sys.version.split()[0],
        **figures,
        "goals": [{**asdict(goal), "found": _finite(goal.found), "met": goal.is_met} for goal in goals],
    }
    output.write_text(json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n", encoding="utf-8")
    print(f"\n{output}")
    return 0 if all(goal.is_met for goal in goals) else 1


def _finite(number: float) -> float | None:
    """JSON knows no infinity: what never was is null."""
    return number if math.isfinite(number) else None


if __name__ == "__main__":
    sys.exit(main())
