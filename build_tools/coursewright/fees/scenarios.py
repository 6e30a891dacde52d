"""Worked examples of a cohort's fees, run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coursewright.fees.application_rows import RowReader
from coursewright.fees.column_names import columns_of, named
from coursewright.fees.quote import quote
from coursewright.fees.rule_set import RuleSet
from coursewright.fees.settlement import settle
from coursewright.model.application import AnyRow, UnreadableApplication
from coursewright.model.column import Column
from coursewright.model.condition import Applicant
from coursewright.model.fee_rules import ApplicationStatus, Scenario
from coursewright.model.reason import Reason
from coursewright.model.statement import Statement
from coursewright.model.table import Row, Table

_RESULTS = ("status", "due", "total")
_OF_QUOTES = {ApplicationStatus.OPEN, ApplicationStatus.CLOSED, ApplicationStatus.NOT_OPEN}


@dataclass(frozen=True)
class Difference:
    """What an example expects and what comes of it; ``number`` is the application's place in it, from 0."""

    number: int
    key: str
    expected: str
    found: str
    reason: Reason


@dataclass(frozen=True)
class ScenarioRun:
    """An example run: a statement for each of its applications, and where they are not as it says."""

    scenario: Scenario
    statements: tuple[Statement, ...]
    differences: tuple[Difference, ...]


class ScenarioUnreadableError(Exception):
    """An example of a quote whose columns cannot be read, and the reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def unknown_columns(scenario: Scenario, own: Sequence[Column] = ()) -> Iterator[tuple[int, str]]:
    """The keys of its applications that are neither a column nor a result, each with the application's place."""
    for number, given in enumerate(_given(scenario)):
        for key in given:
            if key not in named(own) and key not in _RESULTS:
                yield number, key


def run_scenario(rules: RuleSet, scenario: Scenario) -> ScenarioRun:
    """Quote the one applicant of the example, or settle its applications, and compare.

    ScenarioUnreadableError where what is to be quoted cannot be read; DrawNeededError where a draw decides and the file
    gives no seed.
    """
    given = _given(scenario)
    rows = _rows(rules, given)
    if scenario.given is not None and (scenario.status is None or scenario.status in _OF_QUOTES):
        statements = tuple(quote(rules, _applicant(rules, row)) for row in rows)
    else:
        statements = settle(rules, rows).statements
    expected = [_expected(scenario, each) for each in given]
    differences = tuple(
        difference
        for number, (statement, results) in enumerate(zip(statements, expected, strict=True))
        for difference in _differences(number, statement, results)
    )
    return ScenarioRun(scenario, statements, differences)


def _given(scenario: Scenario) -> Sequence[Mapping[str, str]]:
    return scenario.applications if scenario.given is None else (scenario.given,)


def _rows(rules: RuleSet, given: Sequence[Mapping[str, str]]) -> list[AnyRow]:
    """The applications; an id, an address or a name that the example leaves out tells them apart."""
    by_name = named(rules.fees.own_columns)
    headers = tuple(dict.fromkeys(column.name for column in by_name.values()))
    rows = []
    for number, each in enumerate(given, start=1):
        filled = {"application": str(number), "email": f"{number}@example.org", "name": str(number)}
        filled |= {by_name[key].name if key in by_name else key: value for key, value in each.items()}
        rows.append(Row(number, tuple(filled.get(header, "") for header in headers)))
    return list(
        RowReader(
            columns_of(headers, own=rules.fees.own_columns), rules.zone, None, rules.fees.conditions
        ).applications(Table(headers, rows))
    )


def _applicant(rules: RuleSet, application: AnyRow) -> Applicant:
    if isinstance(application, UnreadableApplication):
        raise ScenarioUnreadableError(application.reason)
    for reason in rules.terms.notes(application.applicant):
        raise ScenarioUnreadableError(reason)
    return application.applicant


def _expected(scenario: Scenario, given: Mapping[str, str]) -> Mapping[str, str]:
    if scenario.given is None:
        return {key: given[key] for key in _RESULTS if given.get(key)}
    results = {"status": scenario.status, "due": scenario.due, "total": scenario.total}
    return {key: str(value) for key, value in results.items() if value is not None}


def _differences(number: int, statement: Statement, expected: Mapping[str, str]) -> Iterator[Difference]:
    amounts = {"due": statement.due, "total": statement.total}
    found = {key: "" if amount is None else str(amount) for key, amount in amounts.items()}
    found["status"] = str(statement.status)
    for key, value in expected.items():
        if found[key] != value:
            yield Difference(number, key, value, found[key], statement.reason)
