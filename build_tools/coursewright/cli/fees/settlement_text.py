"""A settlement in a few lines: how it was read, how many of each outcome, what is to be looked at."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.locale import Wording
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.reason import TO_ASK, ReasonCode
from coursewright.model.result_column import STATUS_WORDS
from coursewright.model.statement import SettledStatement, Settlement
from coursewright.model.table import Table
from coursewright.model.words import N_

TO_CHECK = N_("To be checked: {what}")
_SIGNS = {",": N_("comma"), ";": N_("semicolon"), "\t": N_("tab")}
# What somebody should see who compares with the earlier settlement.
_OF_THE_EARLIER = {
    ReasonCode.NUMBER_CHANGED,
    ReasonCode.NUMBER_OF_ANOTHER,
    ReasonCode.NUMBER_OF_MISSING,
    ReasonCode.LIKE_MISSING_HOLDER,
}
# So many rows of a kind are named one by one; the file has them all.
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
    yield from _noted(settlement, words)
    for warning in settlement.warnings:
        yield words.text(TO_CHECK, what=words.reason(warning))
    yield from _asked(settlement, words)
    if settlement.minimum is not None:
        yield words.reason(settlement.minimum)
    if settlement.statements:
        currency = settlement.statements[0].currency
        due = words.money(settlement.totals.sums.due, currency)
        yield words.text(N_("Due from those who have a place: {amount}"), amount=due)
        total = settlement.totals.payments.total
        if total != settlement.totals.sums.due:
            yield words.text(N_("With items and stamp duty: {amount}"), amount=words.money(total, currency))


def _asked(settlement: Settlement, words: Wording) -> Iterator[str]:
    """What is to be asked before anything is sent."""
    to_ask = settlement.to_ask
    for statement in to_ask[:_NAMED]:
        for note in statement.notes:
            if note.code in TO_ASK:
                yield words.text(TO_CHECK, what=f"{_row(statement, words)}: {words.reason(note)}")
    if len(to_ask) > _NAMED:
        more = len(to_ask) - _NAMED
        yield words.text(N_("And {number} more rows with something to ask: the file has them all."), number=more)
    if settlement.undecided:
        yield words.text(N_("Correct them in the file, or say under “values” of the edition what they mean."))


def _noted(settlement: Settlement, words: Wording) -> Iterator[str]:
    """Who has another number than before, or one that was somebody else's."""
    noted = [(each, note) for each in settlement.statements for note in each.notes if note.code in _OF_THE_EARLIER]
    for statement, note in noted[:_NAMED]:
        yield f"{_row(statement, words)}: {words.reason(note)}"
    if len(noted) > _NAMED:
        more = len(noted) - _NAMED
        yield words.text(N_("And {number} more notes on numbers: the file has them all."), number=more)


def _refused(statement: SettledStatement, words: Wording) -> str:
    return f"{_row(statement, words)}: {words.reason(statement.reason)}"


def _row(statement: SettledStatement, words: Wording) -> str:
    row = words.text(N_("Row {row}"), row=statement.row)
    return f"{row} ({statement.application})" if statement.application else row
