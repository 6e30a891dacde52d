"""A pytest plugin: each worked example of a cohort's fees is a test, named for the cohort and the example.

It collects the files in ``curriculum/cohorts`` of any course that pytest is asked to look at.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from coursewright.fees.award import DrawNeededError
from coursewright.fees.findings import draw_needed
from coursewright.fees.rule_set import RuleSet, rule_set_of
from coursewright.fees.scenarios import ScenarioUnreadableError, run_scenario
from coursewright.locale import Wording, wording
from coursewright.model.fee_rules import Scenario
from coursewright.model.finding import Finding
from coursewright.project import Project, open_project


class ScenarioFailedError(Exception):
    """An example that does not come out as it says, with what to tell about it."""


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take the cohorts of a course."""
    folder = file_path.parent
    is_cohort = file_path.suffix == ".yaml" and (folder.name, folder.parent.name) == ("cohorts", "curriculum")
    if is_cohort and (folder.parent / "course.yaml").is_file():
        return CohortFile.from_parent(parent, path=file_path)
    return None


@cache
def _project(root: Path) -> Project:
    return open_project(root)


class CohortFile(pytest.File):
    """A cohort, with a test for each example of its fees."""

    def collect(self) -> Iterator[pytest.Item]:
        """The examples; a file that cannot be read is one test that fails."""
        project = _project(self.path.parents[2])
        path = f"curriculum/cohorts/{self.path.name}"
        words = wording(project.curriculum.course.language)
        cohort = next((each for each in project.curriculum.cohorts.values() if each.origin.path == path), None)
        errors = [finding for finding in project.errors if finding.place.path == path]
        if cohort is None:
            yield UnreadableCohort.from_parent(self, name=self.path.stem, findings=errors, words=words)
        elif cohort.fees is not None:
            rules = rule_set_of(cohort)
            for scenario in cohort.fees.scenarios:
                name = f"{cohort.id}: {scenario.title}"
                yield ScenarioTest.from_parent(self, name=name, rules=rules, scenario=scenario, words=words)


class ScenarioTest(pytest.Item):
    """One worked example."""

    def __init__(self, *, rules: RuleSet, scenario: Scenario, words: Wording, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rules = rules
        self.scenario = scenario
        self.words = words

    def runtest(self) -> None:
        """Run the example; ScenarioFailedError where it comes out otherwise."""
        try:
            differences = run_scenario(self.rules, self.scenario).differences
        except ScenarioUnreadableError as error:
            raise ScenarioFailedError(self.words.reason(error.reason)) from None
        except DrawNeededError as error:
            raise ScenarioFailedError(_told(draw_needed(self.rules, error), self.words)) from None
        if differences:
            lines = (f"{each.key}: {each.expected} ≠ {each.found or '-'}" for each in differences)
            raise ScenarioFailedError("\n".join(lines))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What is different, without a traceback."""
        if isinstance(excinfo.value, ScenarioFailedError):
            return f"{self.name}\n{excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the example stands in its file."""
        return self.path, self.scenario.place().line - 1, self.name


class UnreadableCohort(pytest.Item):
    """A cohort of which nothing can be tried."""

    def __init__(self, *, findings: list[Finding], words: Wording, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.findings = findings
        self.words = words

    def runtest(self) -> None:
        """Fail with what is wrong in the file."""
        raise ScenarioFailedError("\n".join(_told(finding, self.words) for finding in self.findings))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The findings, without a traceback."""
        if isinstance(excinfo.value, ScenarioFailedError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The file."""
        return self.path, 0, self.name


def _told(finding: Finding, words: Wording) -> str:
    said = words.finding(finding)
    return f"{finding.place}: {finding.code} {said.message} {said.hint}".rstrip()
