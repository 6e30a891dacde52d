"""Statements, settlements and fee tables as the JSON documents that others rely on: in English, money as text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from coursewright.locale import wording
from coursewright.model.profile import Profile
from coursewright.model.proof import Counterexample, FeeTable, Meeting, Proven, TableRow
from coursewright.model.reason import Reason
from coursewright.model.statement import Ladder, Line, Rung, Settlement, Statement, Totals, VatContained

Document = dict[str, Any]
_ENGLISH = wording("en")


def statement_document(statement: Statement) -> Document:
    """One statement; in a settlement with its row."""
    return _statement(statement, [_line(line) for line in statement.lines])


def _statement(statement: Statement, lines: list[Document]) -> Document:
    document: Document = {
        "application": statement.application,
        "cohort": statement.cohort,
        "received": _instant(statement.received),
        "status": statement.status.value,
        "currency": statement.currency,
        "price": str(statement.price),
        "lines": lines,
        "due": _amount(statement.due),
        "stamp": str(statement.stamp),
        "instalments": [
            {"due_on": each.due_on.isoformat(), "amount": str(each.amount)} for each in statement.instalments
        ],
        "rules_hash": statement.rules_hash,
        "code": statement.reason.code.value,
        "reason": _ENGLISH.reason(statement.reason),
    }
    if statement.vat is not None:
        document["vat"] = _vat(statement.vat)
    if statement.row is not None:
        document["row"] = statement.row
        document["column"] = statement.column
        document["email"] = statement.email
        document["name"] = statement.name
        document["notes"] = [_reason(note) for note in statement.notes]
    return document


def settlement_lines(settlement: Settlement) -> Iterator[str]:
    """A settlement as one document, in pieces: a statement a line, so that very many need no memory at once."""
    yield f'{{"cohort": {_dumped(settlement.cohort)},\n"statements": [\n'
    # Very many statements have the very same lines.
    known: dict[int, list[Document]] = {}
    last = len(settlement.statements) - 1
    for number, statement in enumerate(settlement.statements):
        lines = known.setdefault(id(statement.lines), [])
        if not lines:
            lines += map(_line, statement.lines)
        yield _dumped(_statement(statement, lines)) + (",\n" if number < last else "\n")
    yield '],\n"scholarships": ['
    for number, ladder in enumerate(settlement.ladders):
        yield from _ladder(ladder, ", " if number else "")
    yield '],\n"warnings": ' + _dumped([_reason(warning) for warning in settlement.warnings])
    yield ',\n"totals": ' + _dumped(_totals(settlement.totals)) + "}\n"


def table_document(table: FeeTable) -> Document:
    """The whole fee table; the end of a window is the first instant after it."""
    return {
        "cohort": table.cohort,
        "currency": table.currency,
        "price": str(table.price),
        "windows": [_row(row) for row in table.rows],
        "meetings": [_meeting(meeting) for meeting in table.meetings],
        "proof": [_proven(proven) for proven in table.proof],
        "rules_hash": table.rules_hash,
    }


def profile_document(profile: Profile) -> Document:
    """A profile: for each condition the class in words."""
    return {each.condition.value: _ENGLISH.profile((each,)) for each in profile}


def _line(line: Line) -> Document:
    return {"rule": line.rule, "label": line.label, "amount": str(line.amount), **_reason(line.reason)}


def _reason(reason: Reason) -> Document:
    return {"code": reason.code.value, "reason": _ENGLISH.reason(reason)}


def _vat(vat: VatContained) -> Document:
    if vat.rate is None:
        return {"exempt": vat.exempt, "reference": vat.reference}
    return {"rate": str(vat.rate), "contained": str(vat.amount)}


def _ladder(ladder: Ladder, before: str) -> Iterator[str]:
    """A ladder in pieces, a rung each."""
    head = {"rule": ladder.rule, "label": ladder.label, "places": ladder.places}
    yield before + _dumped(head)[:-1] + ', "ranking": ['
    for number, rung in enumerate(ladder.rungs):
        yield (", " if number else "") + _dumped(_rung(rung))
    yield "]}"


def _rung(rung: Rung) -> Document:
    return {
        "rank": rung.rank,
        "row": rung.row,
        "application": rung.application,
        "score": None if rung.score is None else str(rung.score),
        "received": _instant(rung.received),
        "draw": rung.draw,
        "won": rung.won,
    }


def _totals(totals: Totals) -> Document:
    return {
        **{status.value: count for status, count in totals.statuses.items()},
        "price": str(totals.price),
        "reductions": str(totals.reductions),
        "due": str(totals.due),
        "stamp": str(totals.stamp),
    }


def _row(row: TableRow) -> Document:
    return {
        "from": _instant(row.window.start),
        "until": _instant(row.window.end),
        "profile": profile_document(row.profile),
        "due": str(row.due),
        "rules": list(row.rules),
        "may_compete": list(row.competing),
    }


def _meeting(meeting: Meeting) -> Document:
    return {
        "rules": list(meeting.rules),
        "result": list(meeting.wins),
        "due": str(meeting.due),
        **_reason(meeting.reason),
    }


def _proven(proven: Proven) -> Document:
    document: Document = {
        "property": proven.name.value,
        "holds": proven.holds,
        "counterexample": None if proven.counterexample is None else _counterexample(proven.counterexample),
    }
    if proven.waived:
        document["waived"] = proven.waived
    return document


def _counterexample(found: Counterexample) -> Document:
    return {
        "instant": _instant(found.instant),
        "profile": None if found.profile is None else profile_document(found.profile),
        "rules": list(found.rules),
        **_reason(found.reason),
    }


def _instant(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()


def _dumped(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False)


def _amount(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)
