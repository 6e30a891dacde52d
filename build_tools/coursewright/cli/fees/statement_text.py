"""One statement as people read it on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.locale import Wording
from coursewright.model.cohort import Cohort
from coursewright.model.money import percentage_text
from coursewright.model.statement import Statement, VatContained, VatExemption
from coursewright.model.words import N_


def statement_lines(statement: Statement, cohort: Cohort, words: Wording) -> Iterator[str]:
    """The statement, a line at a time: what it is about, the price, each rule with its reason, what is due."""
    yield cohort.title
    if statement.received is not None:
        received = f"{words.instant(statement.received)} ({cohort.timezone})"
        yield words.text(N_("Application received: {instant}"), instant=received)
    if statement.due is None:
        yield words.reason(statement.reason)
        opens, closes = words.day(cohort.enrolment.opens), words.day(cohort.enrolment.closes)
        yield words.text(N_("Enrolment is open from {first} to {last}."), first=opens, last=closes)
        return
    money = [words.money(statement.price, statement.currency)]
    money += [words.money(line.amount, statement.currency) for line in statement.lines]
    money += [words.money(statement.due, statement.currency)]
    width = max(map(len, money))
    yield ""
    yield f"{money[0]:>{width}}  {words.text(N_('Full price'))}"
    for line, amount in zip(statement.lines, money[1:-1], strict=True):
        yield f"{amount:>{width}}  {line.label}"
        yield f"{'':{width}}    {words.reason(line.reason)}"
    yield f"{money[-1]:>{width}}  {words.text(N_('Amount due'))}"
    yield ""
    if statement.vat is not None:
        yield vat_words(statement.vat, statement.currency, words)
    if statement.stamp:
        amount = words.money(statement.stamp, statement.currency)
        yield words.text(N_("Stamp duty of {amount} is added to the first instalment."), amount=amount)
    for number, part in enumerate(statement.instalments, start=1):
        amount = words.money(part.amount, statement.currency)
        yield words.text(N_("Instalment {number}: {amount} by {day}"), number=number, amount=amount, day=part.due_on)
    yield words.text(N_("Rules: {hash}"), hash=statement.rules_hash)


def vat_words(vat: VatContained | VatExemption, currency: str, words: Wording) -> str:
    """What is said of VAT."""
    if isinstance(vat, VatExemption):
        return words.text(N_("Exempt from VAT: {why} ({reference})."), why=vat.exempt, reference=vat.reference)
    amount = words.money(vat.contained, currency)
    return words.text(N_("VAT at {rate}% contained: {amount}."), rate=percentage_text(vat.rate), amount=amount)
