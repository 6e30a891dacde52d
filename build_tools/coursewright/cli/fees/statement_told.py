"""One statement told: as lines on a terminal, and as a page to send to the applicant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from coursewright.documents.statement_pdf import AmountRow, StatementPage
from coursewright.locale import Wording
from coursewright.model.cohort import Cohort
from coursewright.model.column import APPLICATION
from coursewright.model.course import Course
from coursewright.model.fee_rules import INSTALMENTS
from coursewright.model.money import Amount
from coursewright.model.reason import Reason
from coursewright.model.statement import RULES, ResultColumn, Statement
from coursewright.model.words import N_, Sentence, Term

_AMOUNT = N_("Amount")


@dataclass(frozen=True)
class _Row:
    """An amount of a statement: what it is, how much, and the reason where it has one of its own."""

    label: str
    amount: Amount | None
    why: Reason | None = None


def statement_lines(statement: Statement, cohort: Cohort, words: Wording) -> Iterator[str]:
    """The statement, a line at a time: what it is about, the price, each rule with its reason, what is due."""
    yield cohort.title
    if statement.received is not None:
        yield words.text(N_("Application received: {instant}"), instant=_received(statement, cohort))
    if statement.due is None:
        yield words.reason(statement.reason)
        opens, closes = words.day(cohort.enrolment.opens), words.day(cohort.enrolment.closes)
        yield words.text(N_("Enrolment is open from {first} to {last}."), first=opens, last=closes)
        return
    rows = list(_rows(statement))
    amounts = [words.shown(row.amount) for row in rows]
    width = max(map(len, amounts))
    yield ""
    for row, amount in zip(rows, amounts, strict=True):
        yield f"{amount:>{width}}  {words.shown(row.label)}"
        if row.why is not None:
            yield f"{'':{width}}    {words.reason(row.why)}"
    yield ""
    yield from map(words.shown, _tax(statement))
    for number, part in enumerate(statement.instalments, start=1):
        amount = words.money(part.amount, statement.currency)
        yield words.text(N_("Instalment {number}: {amount} by {day}"), number=number, amount=amount, day=part.due_on)
    yield words.text(RULES, hash=statement.rules_hash)


def statement_page(statement: Statement, cohort: Cohort, course: Course, words: Wording) -> StatementPage:
    """The page in the given language; what the cohort's file marks as illustrative is said to be so."""
    say, organisers = words.text, ", ".join(organiser.name for organiser in course.organisers)
    notes = [words.reason(statement.reason)]
    if cohort.shows_illustrative("fees.price"):
        notes.append(say(N_("The price of this edition is illustrative: no source states it.")))
    return StatementPage(
        language=words.language,
        title=say(N_("Statement of the fee")),
        subtitle=cohort.title if cohort.title.startswith(course.title) else f"{course.title} · {cohort.title}",
        author=organisers,
        organisers=organisers,
        facts=list(_facts(statement, cohort, words)),
        amounts_title=say(N_("What is due, and why")),
        amounts_header=(say(N_("Rule")), say(_AMOUNT)),
        amounts=[_on_page(row, words) for row in _rows(statement)],
        tax=list(map(words.shown, _tax(statement))),
        instalments_title=say(INSTALMENTS),
        instalments_header=(say(N_("Number")), say(N_("By")), say(_AMOUNT)),
        instalments=[
            (str(number), words.day(part.due_on), words.money(part.amount, statement.currency))
            for number, part in enumerate(statement.instalments, start=1)
        ],
        notes=notes,
        footer=say(RULES, hash=statement.rules_hash[:16]),
    )


def _rows(statement: Statement) -> Iterator[_Row]:
    """The price, what each rule takes off, and what is due."""
    amount = partial(Amount, currency=statement.currency)
    yield _Row(Term(ResultColumn.PRICE), amount(statement.price))
    for line in statement.lines:
        yield _Row(line.label, amount(line.amount), line.reason)
    yield _Row(Term(ResultColumn.DUE), None if statement.due is None else amount(statement.due))


def _tax(statement: Statement) -> Iterator[Sentence]:
    """What is said of VAT and stamp duty."""
    if statement.vat is not None:
        yield statement.vat.sentence(statement.currency)
    if statement.stamp:
        amount = Amount(statement.stamp, statement.currency)
        yield Sentence(N_("Stamp duty of {amount} is added to the first instalment."), {"amount": amount})


def _received(statement: Statement, cohort: Cohort) -> Sentence:
    return Sentence("{instant} ({zone})", {"instant": statement.received, "zone": cohort.timezone})


def _facts(statement: Statement, cohort: Cohort, words: Wording) -> Iterator[tuple[str, str]]:
    if statement.application:
        yield words.text(APPLICATION.title), statement.application
    if statement.received is not None:
        yield words.text(N_("Received")), words.shown(_received(statement, cohort))


def _on_page(row: _Row, words: Wording) -> AmountRow:
    amount = "-" if row.amount is None else words.shown(row.amount)
    if row.why is None:
        is_due = row.label == ResultColumn.DUE
        return AmountRow(words.shown(row.label), amount, strong=is_due)
    return AmountRow(row.label, amount, words.reason(row.why))
