"""One statement told: as lines on a terminal, and as a page to send to the applicant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from coursewright.documents.statement_pdf import AmountRow, StatementPage
from coursewright.fees.payment import STAMP
from coursewright.locale import Wording
from coursewright.model.cohort import Cohort
from coursewright.model.column import APPLICATION
from coursewright.model.course import Course
from coursewright.model.fee_rules import INSTALMENTS, PayerKind
from coursewright.model.money import Amount, amount_of
from coursewright.model.reason import Reason
from coursewright.model.result_column import ResultColumn
from coursewright.model.statement import RULES, DueInstalment, Statement
from coursewright.model.words import N_, Sayable, Sentence, Term
from coursewright.views.payment_terms import AMOUNT_OF, PLAN_CALLED, payment_terms

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
    if plan := _plan(statement, cohort):
        yield words.text(PLAN_CALLED, plan=plan)
    for number, part in enumerate(statement.instalments, start=1):
        amount = words.money(part.amount, statement.currency)
        line = words.text(N_("Instalment {number}: {amount} by {day}"), number=number, amount=amount, day=part.due_on)
        yield " · ".join([line, *map(words.shown, _shares(part, statement))])
    yield from map(words.shown, _payers(statement))
    yield from map(words.shown, _withdrawal(cohort))
    yield words.text(RULES, hash=statement.rules_hash)


def statement_page(statement: Statement, cohort: Cohort, course: Course, words: Wording) -> StatementPage:
    """The page in the given language; what the cohort's file marks as illustrative is said to be so."""
    say, organisers = words.text, ", ".join(organiser.name for organiser in course.organisers)
    plan = _plan(statement, cohort)
    notes = [words.reason(statement.reason)]
    notes += map(words.shown, _withdrawal(cohort))
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
        instalments_title=say(INSTALMENTS) if not plan else say(PLAN_CALLED, plan=plan),
        instalments_header=(say(N_("Number")), say(N_("By")), say(_AMOUNT)),
        instalments=[
            (
                str(number),
                " · ".join([words.day(part.due_on), *map(words.shown, _shares(part, statement))]),
                words.money(part.amount, statement.currency),
            )
            for number, part in enumerate(statement.instalments, start=1)
        ],
        payers=list(map(words.shown, _payers(statement))),
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
    if statement.total != statement.due and statement.total is not None:
        for item in statement.items:
            yield _Row(item.label, amount(item.amount))
        if statement.stamp:
            yield _Row(Term(ResultColumn.STAMP), amount(statement.stamp))
        yield _Row(Term(ResultColumn.TOTAL), amount(statement.total))


def _plan(statement: Statement, cohort: Cohort) -> str:
    """What people call the plan; empty where there is one alone."""
    plans = cohort.fees.plans if cohort.fees is not None else ()
    return next((each.label for each in plans if each.id == statement.plan), "")


def _shares(part: DueInstalment, statement: Statement) -> Iterator[Sentence]:
    """Who pays an instalment, where several do."""
    called = {each.payer: each.called for each in statement.payers}
    for share in part.payers:
        if share.payer in called:
            values: dict[str, Sayable] = {
                "what": called[share.payer],
                "amount": Amount(share.amount, statement.currency),
            }
            yield Sentence(AMOUNT_OF, values)


def _payers(statement: Statement) -> Iterator[Sentence]:
    """Who pays how much in all, unless the applicant pays for everything."""
    if any(each.kind is not PayerKind.PERSON for each in statement.payers):
        for each in statement.payers:
            values: dict[str, Sayable] = {"payer": each.called, "amount": Amount(each.amount, statement.currency)}
            yield Sentence(N_("In all, {payer}: {amount}"), values)


def _withdrawal(cohort: Cohort) -> tuple[Sentence, ...]:
    """What is given back to whoever withdraws."""
    return payment_terms(cohort, cohort.fees).withdrawal if cohort.fees is not None else ()


def _tax(statement: Statement) -> Iterator[Sentence]:
    """What is said of VAT and stamp duty."""
    if statement.vat is not None:
        yield statement.vat.sentence(statement.currency)
    if statement.stamp:
        amount = Amount(statement.stamp, statement.currency)
        is_once = statement.stamp == amount_of(STAMP)
        added = N_("Stamp duty of {amount} is added to the first instalment.")
        each = N_("Stamp duty of {amount} in all is on the documents that carry it.")
        yield Sentence(added if is_once else each, {"amount": amount})


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
        return AmountRow(words.shown(row.label), amount, strong=row.label in (ResultColumn.DUE, ResultColumn.TOTAL))
    return AmountRow(row.label, amount, words.reason(row.why))
