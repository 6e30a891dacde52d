"""The one door to a course for the command line and for Sphinx: its curriculum and every finding."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from coursewright.checks.ignores import apply_ignores
from coursewright.checks.registry import check_curriculum
from coursewright.fees.findings import check_fees
from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Finding, Severity, in_order
from coursewright.model.place import Keys
from coursewright.sources.catalogs import catalog_path
from coursewright.sources.course_tree import course_language, read_course
from coursewright.sources.part_of_file import read_without
from coursewright.timetable.findings import check_timetables

__all__ = ["Project", "catalog_path", "cohort_without", "collector_paused", "course_language", "open_project"]


@dataclass(frozen=True)
class Project:
    """A course opened: the folder, what its files say, and every finding in order."""

    root: Path
    curriculum: Curriculum
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a build."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def open_project(root: Path) -> Project:
    """Read and check the course below ``root``; nothing is raised for what its files hold."""
    with collector_paused():
        tree = read_course(root)
        curriculum = tree.curriculum
        findings = [
            *tree.findings,
            *check_curriculum(curriculum),
            *check_fees(curriculum),
            *check_timetables(curriculum),
        ]
        return Project(root, tree.curriculum, in_order(list(apply_ignores(tree.curriculum, findings))))


def cohort_without(root: Path, path: str, parts: Collection[Keys]) -> Cohort | None:
    """The cohort of a file that cannot be read whole, without the parts that nobody asks for; None if that is no help.

    It stands by itself: the curriculum does not have it.
    """
    return read_without(Cohort, root / path, root, parts)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Reading makes very many objects and hardly any garbage: to look for it meanwhile takes a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
