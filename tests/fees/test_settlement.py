"""Settlements: places, limited rules, what each row becomes, and what an earlier settlement keeps."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.fees.award import DrawNeededError
from coursewright.fees.following import follow_people
from coursewright.fees.rule_set import RuleSet, rule_set_of
from coursewright.fees.settlement import settle
from coursewright.model.application import Application, UnreadableApplication
from coursewright.model.condition import Applicant
from coursewright.model.conditions.alumni import ALUMNI
from coursewright.model.conditions.category import CATEGORY
from coursewright.model.conditions.code import CODE
from coursewright.model.conditions.experience import EXPERIENCE
from coursewright.model.conditions.organisation import ORGANISATION
from coursewright.model.earlier_statement import EarlierStatement
from coursewright.model.fee_rules import ApplicationStatus
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.statement import Line, PaymentSums, SettledStatement, Settlement, Sums, Totals
from tests.fees.applications import (
    applicant,
    application,
    earlier_of,
    held_by,
    numbered,
    outcomes,
    received_at,
    settled,
)
from tests.fees.cohorts import at, rule, rule_set
from tests.fees.drawn import application_lists, rule_sets
from tests.fees.plain_price import plain_due

EARLY = rule("early", percent=10, when={"received": {"until": "2022-12-15"}})
GRANT = rule("grant", percent=100, places=1, award=["score desc", "received asc"])
HALF = rule("half", percent=50, places=1)
TEAM = rule("team", percent=20, when={"organisation_members": 2})


def test_place_goes_by_receipt() -> None:
    statements = settled(
        rule_set(places=2),
        application("A", "2022-11-03T10:00"),
        application("B", "2022-11-01T10:00"),
        application("C", "2022-11-02T10:00"),
    )
    assert outcomes(statements) == {
        "A": ("waiting", "1000.00"),
        "B": ("accepted", "1000.00"),
        "C": ("accepted", "1000.00"),
    }
    assert statements["A"].reason == Reason(ReasonCode.NO_PLACE_LEFT, {"places": 2, "number": 1})


def test_place_of_two_received_at_once_goes_by_id_compared_by_code_point() -> None:
    statements = settled(rule_set(places=1), application("a"), application("Z"), application("10"), application("9"))
    assert {name: each.status for name, each in statements.items() if each.status == "accepted"} == {"10": "accepted"}


def test_statements_stand_in_the_order_of_the_rows() -> None:
    rows = numbered([application("B", "2022-11-02"), application("A"), application("C", "2022-10-20")])
    assert [(each.row, each.application) for each in settle(rule_set(), rows).statements] == [
        (2, "B"),
        (3, "A"),
        (4, "C"),
    ]


def test_limited_rule_without_award_goes_by_receipt_among_those_with_a_place() -> None:
    statements = settled(
        rule_set(HALF, places=2),
        application("A", "2022-11-03"),
        application("B", "2022-11-01", score=Decimal(1)),
        application("C", "2022-11-02", score=Decimal(9)),
    )
    assert outcomes(statements) == {
        "A": ("waiting", "1000.00"),
        "B": ("accepted", "500.00"),
        "C": ("accepted", "1000.00"),
    }
    assert [each.lines[0].reason for each in statements.values()] == [
        Reason(ReasonCode.PLACE_NEEDED),
        Reason(ReasonCode.APPLIES),
        Reason(ReasonCode.RANKED_BELOW, {"rank": 2, "places": 1}),
    ]


def test_scholarship_is_a_won_rule_with_an_award() -> None:
    statements = settled(
        rule_set(EARLY, GRANT, places=3),
        application("A", "2022-11-03", score=Decimal(1)),
        application("B", "2022-11-01"),
        application("C", "2022-12-16", score=Decimal("9.5")),
        application("D", "2022-12-17", score=Decimal(10)),
    )
    assert outcomes(statements) == {
        "A": ("accepted", "900.00"),
        "B": ("accepted", "900.00"),
        "C": ("scholarship", "0.00"),
        "D": ("waiting", "1000.00"),
    }
    assert statements["C"].reason == Reason(ReasonCode.WINS_SCHOLARSHIP, {"rule": "GRANT"})


def test_waiting_row_owes_the_price_at_its_own_receipt() -> None:
    statements = settled(
        rule_set(EARLY, places=1),
        application("A", "2022-10-04"),
        application("B", "2022-12-15T23:59:59.999999"),
        application("C", "2022-12-16T00:00"),
    )
    assert outcomes(statements) == {
        "A": ("accepted", "900.00"),
        "B": ("waiting", "900.00"),
        "C": ("waiting", "1000.00"),
    }


def test_waiting_row_owes_what_it_would_if_it_alone_were_promoted() -> None:
    statements = settled(
        rule_set(TEAM, places=1),
        application("A", "2022-10-04", organisation="Coop"),
        application("B", "2022-10-05", organisation=" COOP"),
        application("C", "2022-10-06", organisation="Ente"),
        application("D", "2022-10-07", organisation="ente"),
    )
    assert outcomes(statements) == {
        "A": ("accepted", "1000.00"),
        "B": ("waiting", "800.00"),
        "C": ("waiting", "1000.00"),
        "D": ("waiting", "1000.00"),
    }


def test_organisation_counts_its_rows_with_a_place() -> None:
    statements = settled(
        rule_set(TEAM),
        application("A", organisation="Coop  Alfa"),
        application("B", organisation="coop alfa "),
        application("C", organisation="Coop Alfa", withdrawn=True),
        application("D", organisation=""),
        application("E", organisation=""),
        application("F", organisation="Ente"),
        application("G", "2023-01-21", organisation="Ente"),
    )
    assert outcomes(statements) == {
        "A": ("accepted", "800.00"),
        "B": ("accepted", "800.00"),
        "C": ("withdrawn", None),
        "D": ("accepted", "1000.00"),
        "E": ("accepted", "1000.00"),
        "F": ("accepted", "1000.00"),
        "G": ("refused", None),
    }


def test_withdrawn_row_leaves_its_place_and_its_scholarship() -> None:
    statements = settled(
        rule_set(GRANT, places=1),
        application("A", "2022-11-01", withdrawn=True, score=Decimal(9)),
        application("B", "2022-11-02"),
    )
    assert outcomes(statements) == {"A": ("withdrawn", None), "B": ("scholarship", "0.00")}


def test_rows_that_pay_nothing_have_no_lines_and_no_instalments() -> None:
    rules = rule_set(EARLY, instalments=[{"share": 100, "due": "2023-02-01"}])
    statement = settled(rules, application("A", withdrawn=True))["A"]
    assert (statement.due, statement.lines, statement.instalments, statement.vat) == (None, (), (), None)


def test_unreadable_row_is_refused_with_its_column() -> None:
    reason = Reason(ReasonCode.TIME_UNREADABLE, {"column": "Ricevuta", "found": "ieri"})
    rows = [UnreadableApplication(2, "A", None, "Ricevuta", reason)]
    (statement,) = settle(rule_set(), rows).statements
    assert (statement.status, statement.reason, statement.column, statement.row, statement.received) == (
        ApplicationStatus.REFUSED,
        reason,
        "Ricevuta",
        2,
        None,
    )


@pytest.mark.parametrize(
    ("received", "status"),
    [
        ("2022-10-02T23:59:59.999999", "refused"),
        ("2022-10-03T00:00", "accepted"),
        ("2023-01-20T23:59:59.999999", "accepted"),
        ("2023-01-21T00:00", "refused"),
    ],
)
def test_enrolment_lasts_from_the_first_instant_to_the_last(received: str, status: str) -> None:
    assert settled(rule_set(), application("A", received))["A"].status == status


def test_received_is_told_in_the_zone_of_the_cohort() -> None:
    statement = settled(rule_set(), application("A", "2022-11-01T10:00+00:00"))["A"]
    assert statement.received is not None
    assert statement.received.isoformat() == "2022-11-01T11:00:00+01:00"


def test_ladder_lists_those_who_asked_best_first() -> None:
    rows = numbered(
        [
            application("A", "2022-11-01"),
            application("B", "2022-11-02", score=Decimal(5)),
            application("C", "2022-11-03", score=Decimal(7)),
            application("D", "2022-11-04", score=Decimal(5)),
        ]
    )
    (ladder,) = settle(rule_set(GRANT), rows).ladders
    assert (ladder.rule, ladder.label, ladder.places) == ("grant", "GRANT", 1)
    assert [(rung.rank, rung.application, rung.won, rung.draw) for rung in ladder.rungs] == [
        (1, "C", True, ""),
        (2, "B", False, ""),
        (3, "D", False, ""),
        (4, "A", False, ""),
    ]


def test_totals_are_of_those_with_a_place() -> None:
    rows = numbered(
        [
            application("A", "2022-10-04"),
            application("B", "2023-01-02"),
            application("C", "2023-01-03"),
            application("D", withdrawn=True),
        ]
    )
    fees: dict[str, Any] = {"vat": {"exempt": "Formazione", "reference": "art. 10"}, "stamp": True}
    assert settle(rule_set(EARLY, places=2, **fees), rows).totals == Totals(
        {ApplicationStatus.ACCEPTED: 2, ApplicationStatus.WAITING: 1, ApplicationStatus.WITHDRAWN: 1},
        Sums(Decimal("2000.00"), Decimal("-100.00"), Decimal("1900.00"), Decimal("4.00")),
        PaymentSums(Decimal("1904.00"), {}, {"person": Decimal("1904.00")}, {}),
    )


def test_no_rows_settle_to_nothing() -> None:
    zero = Decimal("0.00")
    totals = Totals({}, Sums(zero, zero, zero, zero), PaymentSums(zero, {}, {}, {}))
    assert settle(rule_set(), []) == Settlement("c-2023", (), (), totals)


def test_draw_without_a_seed_is_refused_only_where_it_decides() -> None:
    drawn = rule("grant", percent=100, places=1, award=["score desc", "draw"])
    equals = [application("B", score=Decimal(5)), application("A", score=Decimal(5)), application("C")]
    with pytest.raises(DrawNeededError) as error:
        settled(rule_set(drawn), *equals)
    assert (error.value.rule, error.value.applications) == (0, ["A", "B"])
    best = application("D", score=Decimal(6))
    assert settled(rule_set(drawn), *equals, best)["D"].status == "scholarship"


def test_draw_with_a_seed_is_the_digest_of_seed_and_id() -> None:
    drawn = rule("grant", percent=100, places=2, award=["draw"])
    names = ["A", "B", "C", "D", "E"]
    digests = {name: sha256(f"2023|{name}".encode()).hexdigest() for name in names}
    rules = rule_set(drawn, draw_seed="2023")
    settlement = settle(rules, numbered(map(application, names)))
    winners = {each.application for each in settlement.statements if each.status == "scholarship"}
    assert winners == set(sorted(names, key=digests.__getitem__)[:2])
    assert [rung.draw for rung in settlement.ladders[0].rungs] == sorted(digests.values())


# After an earlier settlement


def _after(rules: RuleSet, now: Iterable[Application], earlier: Sequence[EarlierStatement]) -> Settlement:
    rows = numbered(now)
    return settle(rules, rows, follow_people(rows, earlier))


def test_holder_keeps_the_place_though_others_applied_before() -> None:
    rules, late = rule_set(places=1), application("A", "2022-12-01")
    earlier = earlier_of(settled(rules, late))
    after = settled(rules, application("B", "2022-11-01"), late, earlier=earlier)
    assert outcomes(after) == {"B": ("waiting", "1000.00"), "A": ("accepted", "1000.00")}
    assert after["A"].reason == Reason(ReasonCode.KEEPS_PLACE)


def test_place_of_a_holder_who_withdraws_goes_to_the_first_who_waits() -> None:
    rules = rule_set(EARLY, places=1)
    first, second, third = (application(name, f"2022-12-1{day}") for name, day in (("A", 4), ("B", 5), ("C", 6)))
    earlier = earlier_of(settled(rules, first, second, third))
    after = settled(rules, replace(first, withdrawn=True), second, third, earlier=earlier)
    assert outcomes(after) == {"A": ("withdrawn", None), "B": ("accepted", "900.00"), "C": ("waiting", "1000.00")}


def test_scholarship_of_a_holder_who_withdraws_goes_to_the_next_of_the_ladder() -> None:
    rules = rule_set(GRANT, places=3)
    rows = [application(name, score=Decimal(score)) for name, score in (("A", 9), ("B", 5), ("C", 7))]
    earlier = earlier_of(settled(rules, *rows))
    after = settled(rules, replace(rows[0], withdrawn=True), *rows[1:], earlier=earlier)
    assert outcomes(after) == {"A": ("withdrawn", None), "B": ("accepted", "1000.00"), "C": ("scholarship", "0.00")}


def test_scholarship_stays_though_somebody_better_came() -> None:
    rules, holder = rule_set(GRANT), application("A", score=Decimal(1))
    earlier = earlier_of(settled(rules, holder))
    after = settled(rules, holder, application("B", score=Decimal(9)), earlier=earlier)
    assert outcomes(after) == {"A": ("scholarship", "0.00"), "B": ("accepted", "1000.00")}
    assert after["A"].reason == Reason(ReasonCode.KEEPS_SCHOLARSHIP, {"rule": "GRANT"})


def test_freed_scholarship_goes_to_nobody_who_has_one() -> None:
    better = rule("better", percent=100, places=1, award=["score desc"])
    worse = rule("worse", percent=50, places=1, award=["score desc"])
    rules = rule_set(better, worse)
    rows = [application(name, score=Decimal(score)) for name, score in (("A", 9), ("B", 8), ("C", 7))]
    earlier = earlier_of(settled(rules, *rows))
    after = settled(rules, replace(rows[0], withdrawn=True), *rows[1:], earlier=earlier)
    assert outcomes(after) == {"A": ("withdrawn", None), "B": ("scholarship", "500.00"), "C": ("scholarship", "0.00")}


def test_limited_rule_that_a_holder_leaves_for_a_better_one_goes_to_the_next() -> None:
    rules = rule_set(rule("better", percent=50, places=1), rule("worse", percent=20, places=1))
    rows = [application("A", "2022-11-01"), application("B", "2022-11-02"), application("C", "2022-11-03")]
    earlier = earlier_of(settled(rules, *rows))
    after = settled(rules, replace(rows[0], withdrawn=True), *rows[1:], earlier=earlier)
    assert outcomes(after) == {"A": ("withdrawn", None), "B": ("accepted", "500.00"), "C": ("accepted", "800.00")}


def test_capacity_below_the_holders_drops_nobody_and_warns() -> None:
    rows = [application("A"), application("B"), application("C")]
    earlier = earlier_of(settled(rule_set(places=2), *rows))
    settlement = _after(rule_set(places=1), rows, earlier)
    assert [each.status for each in settlement.statements] == ["accepted", "accepted", "waiting"]
    assert settlement.warnings == (Reason(ReasonCode.HOLDERS_ABOVE_PLACES, {"holders": 2, "places": 1}),)


def test_holder_who_is_not_in_the_file_keeps_the_place_and_the_rule() -> None:
    rules, rows = rule_set(HALF, places=1), [application("A", "2022-11-01"), application("B", "2022-11-02")]
    settlement = _after(rules, rows[1:], earlier_of(settled(rules, rows[0])))
    assert [(each.status, each.due) for each in settlement.statements] == [("waiting", Decimal("1000.00"))]
    said: dict[str, Any] = {"who": "A", "application": "A", "row": 2, "held": "accepted"}
    assert settlement.warnings == (Reason(ReasonCode.HOLDER_MISSING, said),)
    (roomy,) = _after(rule_set(HALF), rows[1:], earlier_of(settled(rules, rows[0]))).statements
    assert (roomy.status, roomy.due) == ("accepted", Decimal("1000.00"))


def test_holder_whose_row_is_refused_is_a_warning() -> None:
    rules, row = rule_set(places=1), application("A")
    refused = received_at(row, at("2023-01-21"))
    settlement = _after(rules, [refused], earlier_of(settled(rules, row)))
    assert settlement.statements[0].status == "refused"
    said: dict[str, Any] = {"who": "A", "application": "A", "row": 2, "held": "accepted", "now": 2}
    assert settlement.warnings == (Reason(ReasonCode.HOLDER_REFUSED, said),)


def test_due_of_a_holder_never_rises_with_the_price() -> None:
    row = application("A")
    earlier = earlier_of(settled(rule_set(EARLY), row))
    statement = settled(rule_set(EARLY, price="1200.00"), row, earlier=earlier)["A"]
    assert (statement.price, statement.due) == (Decimal("1000.00"), Decimal("900.00"))
    assert statement.lines == (Line("early", "EARLY", Decimal("-100.00"), Reason(ReasonCode.KEPT)),)


def test_due_of_a_holder_falls_with_the_price() -> None:
    row = application("A")
    earlier = earlier_of(settled(rule_set(EARLY), row))
    statement = settled(rule_set(EARLY, price="800.00"), row, earlier=earlier)["A"]
    assert (statement.price, statement.due) == (Decimal("800.00"), Decimal("720.00"))


def test_due_of_a_holder_keeps_a_rule_that_the_file_no_longer_has() -> None:
    row = application("A")
    earlier = earlier_of(settled(rule_set(EARLY), row))
    statement = settled(rule_set(TEAM), row, earlier=earlier)["A"]
    assert [(line.rule, line.label, str(line.amount)) for line in statement.lines] == [
        ("team", "TEAM", "0.00"),
        ("early", "early", "-100.00"),
    ]
    assert (statement.price, statement.due) == (Decimal("1000.00"), Decimal("900.00"))


def test_due_of_a_holder_does_not_rise_when_a_colleague_withdraws() -> None:
    rules, rows = rule_set(TEAM), [application("A", organisation="Coop"), application("B", organisation="Coop")]
    earlier = earlier_of(settled(rules, *rows))
    after = settled(rules, rows[0], replace(rows[1], withdrawn=True), earlier=earlier)
    assert outcomes(after) == {"A": ("accepted", "800.00"), "B": ("withdrawn", None)}


def test_limited_rule_is_not_spent_on_a_holder_who_pays_less_as_before() -> None:
    row, other = application("A", "2022-11-01"), application("B", "2022-11-02")
    earlier = earlier_of(settled(rule_set(price="400.00"), row))
    after = settled(rule_set(HALF), row, other, earlier=earlier)
    assert outcomes(after) == {"A": ("accepted", "400.00"), "B": ("accepted", "500.00")}


def test_scholarship_holder_stays_one_when_the_price_falls_below_what_it_leaves() -> None:
    grant, row = rule("grant", price="500.00", places=1, award=["received asc"]), application("A")
    earlier = earlier_of(settled(rule_set(grant), row))
    after = settled(rule_set(grant, price="400.00"), row, earlier=earlier)
    assert outcomes(after) == {"A": ("scholarship", "400.00")}


def test_scholarship_kept_as_before_is_named_by_its_rule() -> None:
    rules, row = rule_set(EARLY, GRANT, combine="cumulate"), application("A")
    earlier = [held_by(row, "scholarship", "0.00", early="100", grant="900")]
    late = received_at(row, at("2022-12-16T00:00"))
    assert settled(rules, row, earlier=earlier)["A"].reason == Reason(ReasonCode.KEEPS_SCHOLARSHIP, {"rule": "GRANT"})
    half = rule_set(EARLY, {**GRANT, "percent": 50}, combine="cumulate")
    assert settled(half, late, earlier=earlier)["A"].reason == Reason(ReasonCode.KEEPS_SCHOLARSHIP, {"rule": "GRANT"})


def test_who_waited_before_holds_nothing() -> None:
    rules = rule_set(places=1)
    row = application("A", "2022-11-02")
    after = settled(rules, row, application("B", "2022-11-01"), earlier=[held_by(row, "waiting", "1.00")])
    assert outcomes(after) == {"A": ("waiting", "1000.00"), "B": ("accepted", "1000.00")}


# What holds for all


def _applicant(each: Application, statements: dict[int, SettledStatement], rows: list[Application]) -> Applicant:
    """What the rules ask of a row, counted from the statements."""
    name = _organisation(each)
    seated = [row for row in rows if statements[row.row].status in ("accepted", "scholarship")]
    members = sum(_organisation(row) == name for row in seated)
    joining = statements[each.row].status == "waiting"
    return applicant(
        received=each.received,
        experience=EXPERIENCE.fact(each.applicant),
        organisation_members=members + joining if name else 0,
        code=CODE.fact(each.applicant),
        category=CATEGORY.fact(each.applicant),
        alumni=ALUMNI.fact(each.applicant),
    )


def _organisation(each: Application) -> str:
    return ORGANISATION.fact(each.applicant).name.strip().lower()


def _won(rules: RuleSet, statement: SettledStatement) -> tuple[str, ...]:
    """The limited rules that a statement has."""
    limited = {rules.rules[number].id for number in rules.limited}
    return tuple(line.rule for line in statement.lines if line.amount and line.rule in limited)


def _key(rules: RuleSet, name: str, each: Application) -> tuple[Any, ...]:
    """The rank of an application for a rule, from the words of its award; smaller is better."""
    key: list[Any] = []
    for words in next(other.award for other in rules.rules if other.id == name):
        if words == "draw":
            key.append(sha256(f"{rules.fees.draw_seed}|{each.id}".encode()).hexdigest())
        elif words.startswith("score"):
            key.append((each.score is None, -(each.score or 0)))
        else:
            key.append(each.received)
    return (*key, each.received, each.id)


@settings(max_examples=100)
@given(rule_sets(), application_lists(), st.none() | st.integers(1, 6))
def test_every_row_is_out_once_and_adds_up(rules: RuleSet, rows: list[Application], places: int | None) -> None:
    statements = settle(_with_places(rules, places), rows).statements
    assert [(each.row, each.application) for each in statements] == [(each.row, each.id) for each in rows]
    for each in statements:
        if each.due is None:
            assert each.status in ("refused", "withdrawn")
        else:
            assert each.price + sum(line.amount for line in each.lines) == each.due
            assert 0 <= each.due <= each.price
            assert [line.rule for line in each.lines] == [other.id for other in rules.rules]
    seated = [each for each in statements if each.status in ("accepted", "scholarship")]
    waiting = [each for each in statements if each.status == "waiting"]
    assert places is None or len(seated) == min(places, len(seated) + len(waiting))
    assert places is not None or not waiting
    order = [(each.received, each.application) for each in statements]
    taken = {(each.received, each.application) for each in seated}
    assert all(order[index] > max(taken) for index, each in enumerate(statements) if each.status == "waiting")


@settings(max_examples=100)
@given(rule_sets(), application_lists(), st.none() | st.integers(1, 6))
def test_every_due_is_the_plain_price_with_what_was_granted(
    rules: RuleSet, rows: list[Application], places: int | None
) -> None:
    statements = {each.row: each for each in settle(_with_places(rules, places), rows).statements if each.row}
    for each in rows:
        statement = statements[each.row]
        if statement.due is not None:
            applicant = _applicant(each, statements, rows)
            assert statement.due == plain_due(rules.cohort, applicant, _won(rules, statement))


@settings(max_examples=100)
@given(rule_sets(), application_lists(), st.none() | st.integers(1, 6), st.randoms(use_true_random=False))
def test_order_of_the_rows_changes_no_outcome(
    rules: RuleSet, rows: list[Application], places: int | None, shuffled: random.Random
) -> None:
    limited = _with_places(rules, places)
    once = settle(limited, rows)
    mixed = list(rows)
    shuffled.shuffle(mixed)
    again = settle(limited, mixed)
    assert sorted(again.statements, key=_row) == sorted(once.statements, key=_row)
    assert (again.ladders, again.totals, again.warnings) == (once.ladders, once.totals, once.warnings)


@settings(max_examples=150)
@given(rule_sets(combine="best"), application_lists())
def test_nobody_ranked_lower_wins_what_a_higher_ranked_one_wanted(rules: RuleSet, rows: list[Application]) -> None:
    statements = {each.row: each for each in settle(rules, rows).statements if each.row}
    winners = defaultdict(list)
    for each in rows:
        for name in _won(rules, statements[each.row]):
            winners[name].append(each)
    for number in rules.limited:
        name, places = rules.rules[number].id, rules.rules[number].places
        assert places is None or len(winners[name]) <= places
        last = max((_key(rules, name, each) for each in winners[name]), default=None)
        for each in rows:
            due = statements[each.row].due
            if due is None or each in winners[name]:
                continue
            if plain_due(rules.cohort, _applicant(each, statements, rows), (name,)) < due:
                assert places is not None
                assert len(winners[name]) == places
                assert last is not None
                assert last < _key(rules, name, each)


@settings(max_examples=100)
@given(rule_sets(combine="best"), application_lists())
def test_limited_rule_goes_under_best_to_those_who_pay_less_by_it(rules: RuleSet, rows: list[Application]) -> None:
    settlement = settle(rules, rows)
    statements = {each.row: each for each in settlement.statements if each.row}
    by_row = {each.row: each for each in rows}
    for ladder in settlement.ladders:
        for rung in (rung for rung in ladder.rungs if rung.won):
            due, applicant = statements[rung.row].due, _applicant(by_row[rung.row], statements, rows)
            assert due is not None
            assert due < plain_due(rules.cohort, applicant)


@settings(max_examples=60)
@given(rule_sets(combine="cumulate"), application_lists())
def test_ladders_rank_as_the_award_says_and_the_first_win(rules: RuleSet, rows: list[Application]) -> None:
    by_row = {each.row: each for each in rows}
    for ladder in settle(rules, rows).ladders:
        keys = [_key(rules, ladder.rule, by_row[rung.row]) for rung in ladder.rungs]
        assert keys == sorted(keys)
        room = len(keys) if ladder.places is None else ladder.places
        assert [rung.won for rung in ladder.rungs] == [number < room for number in range(len(keys))]


@settings(max_examples=200)
@given(
    rule_sets(),
    rule_sets(),
    st.booleans(),
    application_lists(),
    application_lists(4),
    st.sets(st.sampled_from("ABCDEFGHIJKLMNOP"), max_size=3),
    st.integers(1, 6),
    st.integers(1, 6),
)
def test_holders_are_kept_and_pay_no_more(
    rules: RuleSet,
    others: RuleSet,
    changed: bool,
    rows: list[Application],
    new: list[Application],
    withdrawn: set[str],
    places: int,
    places_now: int,
) -> None:
    before = settle(_with_places(rules, places), rows)
    now = [replace(each, withdrawn=each.withdrawn or each.id in withdrawn) for each in rows]
    known = {each.id for each in rows}
    now += [replace(each, row=100 + each.row) for each in new if each.id not in known]
    after = settle(_with_places(others if changed else rules, places_now), now, follow_people(now, earlier_of(before)))
    after_by_row = {each.row: each for each in after.statements}
    for each in before.statements:
        if each.due is None or each.status == "waiting" or each.application in withdrawn:
            continue
        kept = after_by_row[each.row]
        assert kept.due is not None
        assert kept.due <= each.due
        assert kept.status in ("accepted", "scholarship")
        assert changed or kept.status in (each.status, "scholarship")
        assert kept.price + sum(line.amount for line in kept.lines) == kept.due


@settings(max_examples=100)
@given(rule_sets(), application_lists(), st.integers(1, 6))
def test_settling_again_after_oneself_changes_no_price(rules: RuleSet, rows: list[Application], places: int) -> None:
    limited = _with_places(rules, places)
    once = settle(limited, rows)
    again = settle(limited, rows, follow_people(rows, earlier_of(once)))
    assert [(each.status, each.due) for each in again.statements] == [
        (each.status, each.due) for each in once.statements
    ]


@settings(max_examples=100)
@given(rule_sets(), application_lists(), st.integers(1, 6), st.sets(st.sampled_from("ABCDEFGH"), max_size=3))
def test_limited_rules_are_never_given_more_often_than_there_are_places(
    rules: RuleSet, rows: list[Application], places: int, withdrawn: set[str]
) -> None:
    limited = _with_places(rules, places)
    now = [replace(each, withdrawn=each.withdrawn or each.id in withdrawn) for each in rows]
    after = settle(limited, now, follow_people(now, earlier_of(settle(limited, rows))))
    given = Counter(name for each in after.statements if each.due is not None for name in _won(rules, each))
    most = {each.id: each.places for each in rules.rules if each.places is not None}
    assert [name for name in most if given[name] > most[name]] == []


def _with_places(rules: RuleSet, places: int | None) -> RuleSet:
    enrolment = rules.cohort.enrolment.model_copy(update={"places": places})
    return rule_set_of(rules.cohort.model_copy(update={"enrolment": enrolment}))


def _row(statement: SettledStatement) -> int:
    return statement.row or 0


# Zone, language and hash seed of the process

_ELSEWHERE = """
import json, locale, sys
from tests.fees.applications import application, numbered
from tests.fees.cohorts import cm_2023
from coursewright.fees.settlement import settle
from coursewright.fees.table import fee_table
locale.setlocale(locale.LC_ALL, "")
rules = cm_2023()
rows = numbered(application(f"{number:02}", f"2022-1{number % 2}-{10 + number}T10:00") for number in range(15))
print(repr((settle(rules, rows), fee_table(rules))))
"""


def test_results_do_not_depend_on_the_process() -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", _ELSEWHERE],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale},
        )
        for seed, zone, locale in (("1", "Asia/Tokyo", "C.UTF-8"), ("2", "America/Havana", "C"))
    ]
    first, second = (process.communicate()[0] for process in processes)
    assert [process.returncode for process in processes] == [0, 0]
    assert first
    assert first == second
