"""Applications as rows, and what a settlement makes of them, short enough to compare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from coursewright.fees.rule_set import RuleSet
from coursewright.fees.settlement import AnyRow, settle
from coursewright.model.application import Application
from coursewright.model.statement import Holding, Settlement, Statement
from tests.fees.cohorts import at

Outcome = tuple[str, str | None]
"""A status, and what is due as text."""


def application(identifier: str, /, received: str = "2022-11-01T12:00", **facts: Any) -> Application:
    """An application of somebody of its own, received at a time of Rome."""
    kept = {"email": f"{identifier.lower()}@example.org", "name": identifier, **facts}
    return Application(row=0, id=identifier, received=at(received), **kept)


def numbered(applications: Iterable[Application]) -> list[AnyRow]:
    """The applications in the rows of a sheet, below its header."""
    return [replace(each, row=row) for row, each in enumerate(applications, start=2)]


def settled(
    rules: RuleSet, *applications: Application, earlier: Mapping[str, Holding] | None = None
) -> dict[str, Statement]:
    """The statements by the application's id."""
    return {each.application: each for each in settle(rules, numbered(applications), earlier).statements}


def outcomes(statements: Mapping[str, Statement]) -> dict[str, Outcome]:
    """Status and due of each statement."""
    return {name: (str(each.status), _text(each.due)) for name, each in statements.items()}


def holdings(settlement: Settlement) -> dict[str, Holding]:
    """A settlement as an earlier one."""
    return holdings_of({each.application: each for each in settlement.statements if each.due is not None})


def holdings_of(statements: Mapping[str, Statement]) -> dict[str, Holding]:
    """What statements gave, as an earlier settlement is read."""
    return {
        name: Holding(each.status, each.due, {line.rule: line.amount for line in each.lines if line.amount})
        for name, each in statements.items()
        if each.due is not None
    }


def _text(amount: object) -> str | None:
    return None if amount is None else str(amount)
