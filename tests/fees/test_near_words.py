"""Words that nearly are those of rules."""

from __future__ import annotations

from decimal import Decimal

import pytest

from coursewright.fees.rule_set import RuleSet
from coursewright.fees.settlement import settle
from coursewright.model.application import Application
from coursewright.model.compared_text import compared, nearly
from coursewright.model.reason import ReasonCode
from coursewright.model.statement import SettledStatement
from tests.fees.applications import application, numbered
from tests.fees.cohorts import rule, rule_set

MEMBERS = rule_set(rule("soci", price="700.00", when={"category": "socio"}))


def _notes(rules: RuleSet, *applications: Application) -> list[tuple[str, object, object, object, object]]:
    settlement = settle(rules, numbered(applications))
    return [_told(statement, note.values) for statement, note in settlement.undecided]


def _told(statement: SettledStatement, values: object) -> tuple[str, object, object, object, object]:
    assert isinstance(values, dict)
    return (
        statement.application,
        values["found"],
        values["meant"],
        values["due"].value,
        values["instead"].value,
    )


@pytest.mark.parametrize(
    ("written", "same"),
    [("SOCIO", True), ("  socio ", True), ("sócio", True), ("soci'o", True), ("soci", False), ("", False)],
)
def test_capitals_spaces_accents_and_apostrophes_make_no_difference(written: str, same: bool) -> None:
    assert (compared(written) == compared("socio")) is same


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Soci", "socio"),
        ("socia", "socio"),
        ("socio (ordinario)", "socio"),
        ("Soci LICE", "socio"),
        ("scoio", "socio"),
        ("studentessa", None),
        ("non socio", None),
        ("ex socio", None),
        ("ospite", None),
        ("", None),
        ("…", None),
    ],
)
def test_what_is_nearly_a_word(written: str, meant: str | None) -> None:
    assert nearly(written, ["studente fuori corso", "socio"]) == meant


def test_nearest_of_several_is_meant() -> None:
    assert nearly("soci sostenitori", ["socio", "socio sostenitore"]) == "socio sostenitore"


def test_category_that_nearly_matches_is_told_with_what_it_would_change() -> None:
    rows = (application("A", category="Soci"), application("B", category="ospite"), application("C", category="SOCIO"))
    assert _notes(MEMBERS, *rows) == [("A", "Soci", "socio", Decimal("1000.00"), Decimal("700.00"))]


def test_what_would_change_nothing_is_not_told() -> None:
    same = rule_set(rule("soci", price="1000.00", when={"category": "socio"}))
    assert _notes(same, application("A", category="Soci")) == []


def test_waiting_people_are_told_too_and_refused_ones_are_not() -> None:
    full = rule_set(rule("soci", price="700.00", when={"category": "socio"}), places=1)
    late = application("C", "2023-01-30T10:00", category="Soci")
    rows = (application("A"), application("B", "2022-11-02T10:00", category="Soci"), late)
    assert [each[0] for each in _notes(full, *rows)] == ["B"]


def test_code_is_told_only_where_the_rule_has_it_as_text() -> None:
    text = rule_set(rule("codice", percent=50, when={"code": "PRIMAVERA"}))
    assert [each[1:3] for each in _notes(text, application("A", code="PRIMAVRA"))] == [("PRIMAVRA", "PRIMAVERA")]
    digest = rule_set(rule("codice", percent=50, when={"code": f"sha256:{'a' * 64}"}))
    assert _notes(digest, application("A", code="PRIMAVRA")) == []


def test_organisations_that_may_be_one_are_told_where_together_they_pay_otherwise() -> None:
    rules = rule_set(rule("insieme", percent=10, when={"organisation_members": 3}))
    three = [application(name, organisation="Casa del Sole") for name in "AB"]
    three.append(application("C", organisation="Casa del Solle"))
    assert _notes(rules, *three) == [("C", "Casa del Solle", "Casa del Sole", Decimal("1000.00"), Decimal("900.00"))]
    assert _notes(rules, *three[1:]) == []


def test_note_has_a_code_of_its_own() -> None:
    settlement = settle(MEMBERS, numbered([application("A", category="Soci")]))
    assert [note.code for each in settlement.statements for note in each.notes] == [ReasonCode.NEARLY]
