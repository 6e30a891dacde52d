"""Applications as rows, and what a settlement makes of them, short enough to compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from coursewright.fees.following import follow_people
from coursewright.fees.rule_set import RuleSet
from coursewright.fees.settlement import settle
from coursewright.model.application import AnyRow, Application
from coursewright.model.condition import Applicant
from coursewright.model.conditions.organisation import ORGANISATION, Organisation
from coursewright.model.earlier_statement import EarlierStatement, Holding
from coursewright.model.fee_rules import CONDITIONS, ApplicationStatus
from coursewright.model.statement import SettledStatement, Settlement
from tests.fees.cohorts import at

_OF_THE_ROW = ("row", "email", "name", "score", "withdrawn")
Outcome = tuple[str, str | None]
"""A status, and what is due as text."""


def applicant(received: datetime, **facts: Any) -> Applicant:
    """An applicant with these facts, each by its condition; of the organisation its name, or the number of members."""
    return Applicant(received, dict(_said(facts)))


def application(identifier: str, /, received: str | datetime = "2022-11-01T12:00", **facts: Any) -> Application:
    """An application of somebody of its own; a time as text is one of Rome."""
    instant = at(received) if isinstance(received, str) else received
    own = {key: facts.pop(key) for key in _OF_THE_ROW if key in facts}
    kept = {"row": 0, "email": f"{identifier.lower()}@example.org", "name": identifier, **own}
    return Application(id=identifier, applicant=applicant(instant, **facts), **kept)


def received_at(each: Application, received: datetime) -> Application:
    """The same application, received at another instant."""
    return replace(each, applicant=replace(each.applicant, received=received))


def numbered(applications: Iterable[Application]) -> list[AnyRow]:
    """The applications in the rows of a sheet, below its header."""
    return [replace(each, row=row) for row, each in enumerate(applications, start=2)]


def settled(
    rules: RuleSet, *applications: Application, earlier: Iterable[EarlierStatement] = ()
) -> dict[str, SettledStatement]:
    """The statements by the application's id."""
    rows = numbered(applications)
    return {each.application: each for each in settle(rules, rows, follow_people(rows, list(earlier))).statements}


def outcomes(statements: Mapping[str, SettledStatement]) -> dict[str, Outcome]:
    """Status and due of each statement."""
    return {name: (str(each.status), _text(each.due)) for name, each in statements.items()}


def earlier_of(statements: Mapping[str, SettledStatement] | Settlement) -> list[EarlierStatement]:
    """What was given, as an earlier settlement is read."""
    listed = statements.statements if isinstance(statements, Settlement) else statements.values()
    return [_earlier(each) for each in listed]


def held_by(application: Application, status: str, due: str, **reductions: str) -> EarlierStatement:
    """What an earlier settlement gave for an application; ``reductions`` are what rules took off, as text."""
    taken = {rule: -Decimal(amount) for rule, amount in reductions.items()}
    holding = Holding(ApplicationStatus(status), Decimal(due), taken)
    return EarlierStatement(
        application.row, application.id, application.email, application.name, application.received, holding
    )


def _earlier(statement: SettledStatement) -> EarlierStatement:
    taken = {line.rule: line.amount for line in statement.lines if line.amount}
    items = {each.item: each.amount for each in statement.items}
    holding = Holding(statement.status, statement.due or Decimal("0.00"), taken, items)
    received = None if statement.received is None else statement.received.astimezone(UTC)
    return EarlierStatement(statement.row, statement.application, statement.email, statement.name, received, holding)


def _said(facts: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What differs from saying nothing, in the order of the conditions."""
    name = facts.get("organisation", "")
    organisation = Organisation(name, facts.get("organisation_members", 1 if name else 0))
    for condition in CONDITIONS:
        fact = organisation if condition is ORGANISATION else facts.get(condition.name, condition.nothing)
        if fact != condition.nothing:
            yield condition.name, fact


def _text(amount: object) -> str | None:
    return None if amount is None else str(amount)
