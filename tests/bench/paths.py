"""How long a group's portrait takes in made-up courses of a thousand modules, and what of it is proven."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.groups.portrait import portrait
from tests.bench.path_courses import SHAPES, drawn


@dataclass(frozen=True)
class PathTime:
    """Seconds of processor for all that is shown of a group, and how much of it is proven."""

    shape: str
    hours: bool
    cpu: float
    proven: bool
    figures: int
    figures_proven: int


def path_times(seed: int = 0) -> Iterator[PathTime]:
    """Each shape, first without a limit of time, then within three fifths of the minutes that took."""
    for shape in SHAPES:
        curriculum, group = drawn(shape, seed)
        minutes = None
        for is_limited in (False, True):
            began = time.process_time()
            found = portrait(curriculum, group, minutes)
            cpu = time.process_time() - began
            proven = sum(each.path is None or each.path.proven for each in found.figures)
            yield PathTime(shape.name, is_limited, cpu, found.path.proven, len(found.figures), proven)
            minutes = found.path.minutes * 3 // 5


def report() -> None:
    """Print them as a table."""
    print(f"{'':24}{'hours':>6}{'cpu s':>9}{'proven':>8}{'figures':>10}")
    for each in path_times():
        words = f"{'yes' if each.hours else '':>6}{each.cpu:9.2f}{'yes' if each.proven else 'no':>8}"
        print(f"{each.shape:24}{words}{each.figures_proven:>6}/{each.figures}", flush=True)
