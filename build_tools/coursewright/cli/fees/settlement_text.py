"""A settlement in a few lines: how it was read, how many of each outcome, what is to be looked at."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.locale import Wording
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.result_column import STATUS_WORDS
from coursewright.model.statement import Settlement, Statement
from coursewright.model.table import Table
from coursewright.model.words import N_

_SIGNS = {",": N_("comma"), ";": N_("semicolon"), "\t": N_("tab")}
# So many refused rows are named one by one; the file has them all.
_NAMED = 20


def settlement_summary(settlement: Settlement, table: Table, words: Wording) -> Iterator[str]:
    """The summary, a line at a time."""
    if table.dialect is not None:
        sign = words.text(_SIGNS[table.dialect.delimiter])
        yield words.text(N_("Read as {encoding}, cells parted by: {sign}."), encoding=table.dialect.encoding, sign=sign)
    yield words.plural("{count} row", "{count} rows", len(settlement.statements))
    for status, count in settlement.totals.statuses.items():
        yield f"{count:>7}  {words.text(STATUS_WORDS[status])}"
    for ladder in settlement.ladders:
        granted = [rung.application for rung in ladder.rungs if rung.won]
        if granted:
            yield f"{ladder.label}: {', '.join(granted[:_NAMED])}{' …' if len(granted) > _NAMED else ''}"
    refused = [each for each in settlement.statements if each.status is ApplicationStatus.REFUSED]
    for statement in refused[:_NAMED]:
        yield _refused(statement, words)
    if len(refused) > _NAMED:
        yield words.text(N_("And {number} more refused rows: the file has them all."), number=len(refused) - _NAMED)
    for warning in settlement.warnings:
        yield words.text(N_("To be checked: {what}"), what=words.reason(warning))
    if settlement.statements:
        currency = settlement.statements[0].currency
        due = words.money(settlement.totals.due, currency)
        yield words.text(N_("Due from those who have a place: {amount}"), amount=due)


def _refused(statement: Statement, words: Wording) -> str:
    row = words.text(N_("Row {row}"), row=statement.row)
    name = f" ({statement.application})" if statement.application else ""
    return f"{row}{name}: {words.reason(statement.reason)}"
