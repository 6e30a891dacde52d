"""Statements, settlements and fee tables as the JSON documents that others rely on: in English, money as text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from coursewright.cli.json_text import Documents, Shapes, json_document
from coursewright.locale import wording
from coursewright.model.condition import Profile
from coursewright.model.proof import Counterexample, FeeTable, Proven, TableRow
from coursewright.model.statement import Ladder, Settlement, Statement

Document = dict[str, Any]


def statement_document(statement: Statement) -> Document:
    """One statement; in a settlement with its row."""
    document: Document = json_document(statement)
    return document


def settlement_lines(settlement: Settlement) -> Iterator[str]:
    """A settlement as one document, in pieces: a statement a line, so that very many need no memory at once."""
    document = Documents().of
    yield f'{{"cohort": {_dumped(settlement.cohort)},\n"statements": [\n'
    last = len(settlement.statements) - 1
    for number, statement in enumerate(settlement.statements):
        yield _dumped(document(statement)) + (",\n" if number < last else "\n")
    yield '],\n"scholarships": ['
    for number, ladder in enumerate(settlement.ladders):
        yield from _ladder(ladder, ", " if number else "")
    yield '],\n"warnings": ' + _dumped(document(settlement.warnings))
    totals = settlement.totals
    yield ',\n"minimum": ' + _dumped(document(settlement.minimum))
    sums = document(totals.statuses) | document(totals.sums) | document(totals.payments)
    yield ',\n"totals": ' + _dumped(sums) + "}\n"


def table_document(table: FeeTable) -> Document:
    """The whole fee table; the end of a window is the first instant after it."""
    document: Document = json_document(table, _TABLE)
    return document


def profile_document(profile: Profile | None) -> Document | None:
    """A profile: for each condition the class in words; None stays None."""
    english = wording("en")
    return None if profile is None else {each.condition: english.profile((each,)) for each in profile}


def _ladder(ladder: Ladder, before: str) -> Iterator[str]:
    """A ladder in pieces, a rung each."""
    head = {"rule": ladder.rule, "label": ladder.label, "places": ladder.places}
    yield before + _dumped(head)[:-1] + ', "ranking": ['
    for number, rung in enumerate(ladder.rungs):
        yield (", " if number else "") + _dumped(json_document(rung))
    yield "]}"


def _dumped(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False)


_TABLE: Shapes = {
    FeeTable: {
        "cohort": "cohort",
        "currency": "currency",
        "price": "price",
        "windows": "rows",
        "meetings": "meetings",
        "proof": "proof",
        "rules_hash": "rules_hash",
    },
    TableRow: {
        "from": "window.start",
        "until": "window.end",
        "profile": lambda row: profile_document(row.profile),
        "due": "due",
        "rules": "rules",
        "may_compete": "competing",
    },
    Proven: {
        "property": "name",
        "holds": "holds",
        "applicable": "applicable",
        "counterexample": lambda proven: proven.counterexample,
        "waived": "waived",
    },
    Counterexample: {
        "instant": lambda found: found.instant,
        "profile": lambda found: profile_document(found.profile),
        "rules": lambda found: found.rules,
        "reason": "reason",
    },
}
