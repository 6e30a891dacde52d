"""How a cohort is paid, in lines: what is beside the price, plans, payers, withdrawal; nothing where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coursewright.locale import Wording
from coursewright.model.cohort import Cohort
from coursewright.model.column import WHO_PAYS
from coursewright.model.withdrawal import IF_YOU_WITHDRAW
from coursewright.model.words import N_, Sayable, Sentence, Several
from coursewright.views.payment_terms import AMOUNT_OF, PLAN_CALLED, PartWords, PaymentTerms, payment_terms


def payment_lines(cohort: Cohort, words: Wording) -> Iterator[str]:
    """The lines, each part below its heading."""
    if cohort.fees is None:
        return
    terms = payment_terms(cohort, cohort.fees)
    for heading, lines in _parts(terms):
        if lines:
            yield ""
            yield words.shown(heading)
            yield from (f"  {words.shown(line)}" for line in lines)


def _parts(terms: PaymentTerms) -> Iterator[tuple[Sentence, Sequence[Sentence]]]:
    yield Sentence(N_("Beside the price")), [_part(each) for each in terms.items]
    for plan in terms.plans:
        if plan.label:
            instalments = [
                Sentence(N_("{what}, {when}"), {"what": each.share, "when": each.when}) for each in plan.instalments
            ]
            yield Sentence(PLAN_CALLED, {"plan": plan.label}), instalments
    yield Sentence(WHO_PAYS), [_part(each) for each in terms.payers]
    yield Sentence(IF_YOU_WITHDRAW), terms.withdrawal


def _part(part: PartWords) -> Sentence:
    if not part.who:
        return Sentence(AMOUNT_OF, {"what": part.label, "amount": part.amount})
    values: dict[str, Sayable] = {"what": part.label, "amount": part.amount, "who": Several(part.who, "; ")}
    return Sentence(N_("{what}: {amount} (for: {who})"), values)
