"""A cohort's fee table as people read it: windows and profiles, rules that meet, the proof; and as a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby

from coursewright.cli.fees.payment_text import payment_lines
from coursewright.documents.sheet import FROM, Heading, Kind, Sheet
from coursewright.locale import Wording
from coursewright.model.cohort import DAYS, Cohort
from coursewright.model.fee_rules import REDUCTIONS, Fees
from coursewright.model.interval import Interval
from coursewright.model.moments import TICK, last_day
from coursewright.model.proof import PROPERTIES, Counterexample, FeeTable, Meeting, Proven, TableRow
from coursewright.model.result_column import ResultColumn
from coursewright.model.statement import RULES
from coursewright.model.words import LOUD_NO, N_, NO, YES

_NOT_APPLICABLE = N_("not applicable: it concerns nothing here")


def table_lines(table: FeeTable, cohort: Cohort, words: Wording) -> Iterator[str]:
    """The table, a line at a time."""
    yield cohort.title
    yield words.text(N_("Full price: {amount}"), amount=words.money(table.price, table.currency))
    for window, rows in groupby(table.rows, key=lambda row: row.window):
        yield ""
        yield window_words(window, words)
        yield from _row_lines(list(rows), table, words)
    yield from payment_lines(cohort, words)
    if table.meetings:
        yield ""
        yield words.text(N_("Rules that can hold together"))
        yield from (f"  {each}" for each in _meeting_lines(table, cohort, words))
    yield ""
    yield words.text(N_("Proof, over every instant and profile"))
    for proven in table.proof:
        yield from _proven_lines(proven, words)
    yield ""
    yield words.text(RULES, hash=table.rules_hash)


def window_words(window: Interval, words: Wording) -> str:
    """From the first to the last day of a window, both included; hours where it does not begin or end with a day."""
    assert window.start is not None
    assert window.end is not None
    first: date = window.start
    last: date = window.end - TICK
    if _is_midnight(window.start) and _is_midnight(window.end):
        first, last = window.start.date(), last_day(window.end)
    return words.text(DAYS, first=first, last=last)


def table_sheet(table: FeeTable, fees: Fees, words: Wording) -> Sheet:
    """The prices as a sheet: a row for each window and profile."""
    name, labels = words.text, {rule.id: rule.label for rule in fees.rules}
    headings = (
        Heading(name(FROM), Kind.INSTANT, 20),
        Heading(name(N_("Until (excluded)")), Kind.INSTANT, 20),
        Heading(name(N_("Profile")), width=60),
        Heading(name(ResultColumn.DUE), Kind.MONEY, 14),
        Heading(name(REDUCTIONS), width=50),
        Heading(name(N_("May compete for")), width=50),
    )
    rows = [
        (
            None if row.window.start is None else row.window.start.replace(tzinfo=None),
            None if row.window.end is None else row.window.end.replace(tzinfo=None),
            words.profile(row.profile),
            row.due,
            "; ".join(labels[rule] for rule in row.rules),
            "; ".join(labels[rule] for rule in row.competing),
        )
        for row in table.rows
    ]
    return Sheet(name(N_("Prices")), headings, rows, frozen=0)


def proof_sheet(table: FeeTable, words: Wording) -> Sheet:
    """The proof as a sheet."""
    name = words.text
    headings = (
        Heading(name(N_("Property")), width=70),
        Heading(name(N_("Holds")), width=10),
        Heading(name(N_("Counterexample, or why it is not asked for")), width=80),
    )
    rows = [
        (
            name(PROPERTIES[each.name]),
            name(_NOT_APPLICABLE if not each.applicable else YES if each.holds else NO),
            each.waived
            or ("" if each.counterexample is None else " · ".join(_counterexample(each.counterexample, words))),
        )
        for each in table.proof
    ]
    return Sheet(name(N_("Proof")), headings, rows)


def _row_lines(rows: list[TableRow], table: FeeTable, words: Wording) -> Iterator[str]:
    amounts = [words.money(row.due, table.currency) for row in rows]
    width = max(map(len, amounts))
    for row, amount in zip(rows, amounts, strict=True):
        applied = f"  [{', '.join(row.rules)}]" if row.rules else ""
        yield f"  {amount:>{width}}  {words.profile(row.profile)}{applied}"
        if row.competing:
            competing = words.text(N_("may compete for: {rules}"), rules=", ".join(row.competing))
            yield f"  {'':{width}}    {competing}"


def _meeting_lines(table: FeeTable, cohort: Cohort, words: Wording) -> Iterator[str]:
    labels = {rule.id: rule.label for rule in cohort.fees.rules} if cohort.fees else {}
    for meeting in table.meetings:
        yield f"{' + '.join(labels[rule] for rule in meeting.rules)}: {_outcome(meeting, table, words)}"


def _outcome(meeting: Meeting, table: FeeTable, words: Wording) -> str:
    due = words.text(N_("{amount} due"), amount=words.money(meeting.due, table.currency))
    return f"{words.reason(meeting.reason)} ({due})"


def _proven_lines(proven: Proven, words: Wording) -> Iterator[str]:
    mark = "–" if not proven.applicable else words.text(YES if proven.holds else LOUD_NO)
    yield f"  {mark:<3} {words.text(PROPERTIES[proven.name])} ({proven.name})"
    if not proven.applicable:
        yield f"        {words.text(_NOT_APPLICABLE)}"
    elif proven.waived:
        yield f"        {words.text(N_('not asked for: {why}'), why=proven.waived)}"
    if proven.counterexample is not None:
        for line in _counterexample(proven.counterexample, words):
            yield f"        {line}"


def _counterexample(found: Counterexample, words: Wording) -> Iterator[str]:
    yield words.reason(found.reason)
    if found.instant is not None:
        instant = words.text(N_("from {instant} on"), instant=words.instant(found.instant))
        yield instant if found.profile is None else f"{instant}: {words.profile(found.profile)}"


def _is_midnight(instant: datetime) -> bool:
    return instant.time() == datetime.min.time()
