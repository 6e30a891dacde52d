"""How a cohort is paid, as its page tells it.

Covers also `views/for_whom.py`.
"""

from __future__ import annotations

from typing import Any

from coursewright.locale import wording
from coursewright.views.payment_terms import PartWords, PaymentTerms, payment_terms
from tests.fees.cohorts import rule_set

ITALIAN = wording("it")


def _terms(**fees: Any) -> PaymentTerms:
    rules = rule_set(**fees)
    return payment_terms(rules.cohort, rules.fees)


def _part(part: PartWords) -> tuple[str, str, list[str]]:
    return part.label, ITALIAN.shown(part.amount), list(map(ITALIAN.shown, part.who))


def test_plain_price_says_nothing_of_it() -> None:
    assert _terms() == PaymentTerms((), (), (), (), ())


def test_plans_say_when_each_instalment_is_due() -> None:
    plan = {
        "id": "rate",
        "label": "A rate",
        "instalments": [
            {"amount": "200.00", "days": 7, "after": "received"},
            {"share": 50, "due": "2023-02-01"},
            {"share": 30, "days": 15, "before": "starts"},
            {"share": 20, "months": 2, "after": "starts"},
        ],
    }
    (told,) = _terms(plans=[plan]).plans
    assert told.label == "A rate"
    assert [f"{ITALIAN.shown(each.share)}, {ITALIAN.shown(each.when)}" for each in told.instalments] == [
        "200,00\xa0€, importo fisso, 7 giorni dopo la ricezione della domanda",
        "50% di quanto resta da pagare, entro il 1 febbraio 2023",
        "30% di quanto resta da pagare, 15 giorni prima del 18 febbraio 2023",
        "20% di quanto resta da pagare, 2 mesi dopo il 18 febbraio 2023",
    ]


def test_items_and_payers_say_for_whom_they_are() -> None:
    terms = _terms(
        items=[{"id": "a", "label": "Assicurazione", "amount": "15.00"}],
        payers=[
            {"id": "f", "kind": "fund", "label": "Fondo", "share": 80, "when": {"category": "somministrato"}},
            {"id": "e", "kind": "organisation", "label": "Ente", "amount": "300.00"},
        ],
    )
    assert list(map(_part, terms.items)) == [("Assicurazione", "15,00\xa0€", [])]
    assert list(map(_part, terms.payers)) == [
        ("Fondo", "80% di tutto quello che c'è da pagare", ["la categoria «somministrato»"]),
        ("Ente", "fino a 300,00\xa0€", []),
    ]


def test_tax_by_profile_is_told_with_the_duty() -> None:
    vat = [{"when": {"category": "azienda"}, "rate": 22}, {"exempt": "Formazione", "reference": "art. 10"}]
    told = [
        (ITALIAN.shown(each.what), [*map(ITALIAN.shown, each.who)], each.for_others)
        for each in _terms(vat=vat, stamp="each").tax
    ]
    assert told == [
        ("L'IVA al 22% è compresa.", ["la categoria «azienda»"], False),
        ("Esente da IVA: Formazione (art. 10).", [], True),
        ("Dove la legge lo chiede, si aggiunge il bollo a ciascuna rata.", [], False),
    ]


def test_withdrawal_is_told_in_the_order_of_days() -> None:
    steps = [{"days_before": 15, "of": "starts", "back": 80}, {"until": "2022-12-31", "back": 100}]
    told = _terms(withdrawal={"steps": steps, "distance_selling": True}).withdrawal
    assert list(map(ITALIAN.shown, told)) == [
        "Entro 14 giorni dalla ricezione della domanda chi si iscrive da consumatore può recedere senza dire perché, "
        "e si restituisce tutto (d.lgs. 206/2005, art. 52).",
        "Chi si ritira entro il 31 dicembre 2022 riceve indietro il 100% della quota.",
        "Chi si ritira entro il 3 febbraio 2023 riceve indietro l'80% della quota.",
        "Dopo il 3 febbraio 2023 non si restituisce nulla.",
    ]
