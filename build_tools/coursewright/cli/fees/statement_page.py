"""One statement as a page to send to the applicant."""

from __future__ import annotations

from functools import partial

from coursewright.cli.fees.statement_text import vat_words
from coursewright.documents.statement_pdf import AmountRow, StatementPage
from coursewright.locale import Wording
from coursewright.model.cohort import Cohort
from coursewright.model.course import Course
from coursewright.model.statement import Statement
from coursewright.model.words import N_


def statement_page(statement: Statement, cohort: Cohort, course: Course, words: Wording) -> StatementPage:
    """The page in the given language; what the cohort's file marks as illustrative is said to be so."""
    say, money = words.text, partial(words.money, currency=statement.currency)
    organisers = ", ".join(organiser.name for organiser in course.organisers)
    tax = [] if statement.vat is None else [vat_words(statement.vat, statement.currency, words)]
    if statement.stamp:
        tax.append(say(N_("Stamp duty of {amount} is added to the first instalment."), amount=money(statement.stamp)))
    notes = [words.reason(statement.reason)]
    if cohort.shows_illustrative("fees.price"):
        notes.append(say(N_("The price of this edition is illustrative: no source states it.")))
    return StatementPage(
        language=words.language,
        title=say(N_("Statement of the fee")),
        subtitle=cohort.title if cohort.title.startswith(course.title) else f"{course.title} · {cohort.title}",
        author=organisers,
        organisers=organisers,
        facts=_facts(statement, cohort, words),
        amounts_title=say(N_("What is due, and why")),
        amounts_header=(say(N_("Rule")), say(N_("Amount"))),
        amounts=[
            AmountRow(say(N_("Full price")), money(statement.price)),
            *(AmountRow(line.label, money(line.amount), words.reason(line.reason)) for line in statement.lines),
            AmountRow(say(N_("Amount due")), "-" if statement.due is None else money(statement.due), strong=True),
        ],
        tax=tax,
        instalments_title=say(N_("Instalments")),
        instalments_header=(say(N_("Number")), say(N_("By")), say(N_("Amount"))),
        instalments=[
            (str(number), words.day(part.due_on), money(part.amount))
            for number, part in enumerate(statement.instalments, start=1)
        ],
        notes=notes,
        footer=say(N_("Rules: {hash}"), hash=statement.rules_hash[:16]),
    )


def _facts(statement: Statement, cohort: Cohort, words: Wording) -> list[tuple[str, str]]:
    facts = []
    if statement.application:
        facts.append((words.text(N_("Application")), statement.application))
    if statement.received is not None:
        facts.append((words.text(N_("Received")), f"{words.instant(statement.received)} ({cohort.timezone})"))
    return facts
