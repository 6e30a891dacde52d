"""A course on disk to be spoilt: a copy of the smallest one without findings."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding
from coursewright.project import open_project
from coursewright.sources.course_tree import read_course

MINIMAL = Path(__file__).parents[1] / "roots" / "minimal"

COURSE = "curriculum/course.yaml"
MAP = "curriculum/competencies/mappa.yaml"
FIGURES = "curriculum/figures.yaml"
PEOPLE = "curriculum/people.yaml"
VENUES = "curriculum/venues.yaml"
GLOSSARY = "curriculum/glossary.yaml"
BIBLIOGRAPHY = "curriculum/references.bib"
THERMOMETER = "curriculum/thermometers/stili.yaml"
GROUP = "curriculum/groups/rete.yaml"
MATRIX = "curriculum/matrices/sportello.yaml"
COHORT = "curriculum/cohorts/c-2023.yaml"
GUIDE = "curriculum/pages/guida.md"
FIRST = "modules/primo.md"
SECOND = "modules/secondo.md"
EXERCISE = "exercises/cerchio.md"


@dataclass(frozen=True)
class Told:
    """A finding as tests compare it: code, place, and what was found."""

    code: str
    place: str
    found: object = None


@dataclass(frozen=True)
class CourseFolder:
    """A copy of the minimal course in ``root``, changed step by step."""

    root: Path

    @classmethod
    def minimal(cls, root: Path) -> CourseFolder:
        """A fresh copy in ``root``, which must not exist yet."""
        shutil.copytree(MINIMAL, root)
        return cls(root)

    def replace(self, path: str, old: str, new: str) -> CourseFolder:
        """Put ``new`` where ``old`` stands, which must be exactly once."""
        file = self.root / path
        text = file.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        file.write_text(text.replace(old, new), "utf-8")
        return self

    def write(self, path: str, text: str) -> CourseFolder:
        """Write a file of the course whole."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return self

    def remove(self, path: str) -> CourseFolder:
        """Take a file away."""
        (self.root / path).unlink()
        return self

    def curriculum(self) -> Curriculum:
        """What the files say now."""
        return read_course(self.root).curriculum

    def findings(self) -> tuple[Finding, ...]:
        """Every finding of the course as it is now."""
        return open_project(self.root).findings

    def told(self) -> list[Told]:
        """Every finding, short."""
        return [
            Told(finding.code.value, str(finding.place), finding.values.get("found")) for finding in self.findings()
        ]

    def places(self, code: Code) -> list[str]:
        """Where the findings of one code stand."""
        return [str(finding.place) for finding in self.findings() if finding.code is code]

    def values(self, code: Code) -> list[dict[str, object]]:
        """The values of the findings of one code."""
        return [dict(finding.values) for finding in self.findings() if finding.code is code]
