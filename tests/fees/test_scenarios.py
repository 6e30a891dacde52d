"""Worked examples, run."""

from __future__ import annotations

from typing import Any

import pytest

from coursewright.fees.award import DrawNeededError
from coursewright.fees.rule_set import RuleSet
from coursewright.fees.scenarios import Difference, ScenarioUnreadableError, run_scenario, unknown_columns
from coursewright.model.fee_rules import Scenario
from coursewright.model.reason import Reason, ReasonCode
from tests.fees.cohorts import cm_2023, rule, rule_set

EARLY = rule("early", percent=10, when={"received": {"until": "2022-12-15"}})
GRANT = rule("grant", percent=100, places=1, award=["score desc", "draw"])


def _scenario(**keys: Any) -> Scenario:
    return Scenario.model_validate({"title": "T", **keys})


def _differences(rules: RuleSet, **keys: Any) -> list[tuple[int, str, str, str]]:
    found = run_scenario(rules, _scenario(**keys)).differences
    return [(each.number, each.key, each.expected, each.found) for each in found]


def test_every_example_of_the_real_cohort_comes_true() -> None:
    rules = cm_2023()
    runs = [run_scenario(rules, each) for each in rules.fees.scenarios]
    assert len(runs) == 7
    assert [run.differences for run in runs] == [()] * len(runs)
    assert [len(run.statements) for run in runs] == [1, 1, 1, 1, 1, 3, 1]


@pytest.mark.parametrize(
    ("received", "due", "status"),
    [
        ("2022-12-15", "900.00", "open"),
        ("2022-12-15 23:59:59.999999", "900.00", "open"),
        ("2022-12-16 00:00", "1000.00", "open"),
        ("2023-01-20", "1000.00", "open"),
        ("2023-01-21 00:00", None, "closed"),
        ("2022-10-02", None, "not-open"),
    ],
)
def test_example_of_a_quote(received: str, due: str | None, status: str) -> None:
    expected = {"status": status} if due is None else {"status": status, "due": due}
    assert _differences(rule_set(EARLY), given={"received": received}, **expected) == []


def test_difference_says_what_was_expected_and_what_came() -> None:
    run = run_scenario(rule_set(EARLY), _scenario(given={"received": "2022-12-16"}, due="900.00", status="open"))
    opened = Reason(ReasonCode.ENROLMENT_OPEN)
    assert run.differences == (Difference(0, "due", "900.00", "1000.00", opened),)


def test_example_may_say_what_is_paid_in_all() -> None:
    rules = rule_set(items=[{"id": "a", "label": "A", "amount": "15.00"}])
    assert _differences(rules, given={"received": "2022-12-16"}, total="1015.00") == []
    assert _differences(rules, given={"received": "2022-12-16"}, total="1000.00") == [
        (0, "total", "1000.00", "1015.00"),
    ]


def test_example_with_a_plan_that_is_not_there_cannot_be_read() -> None:
    plan = {"id": "rate", "label": "A rate", "instalments": [{"share": 100, "due": "2023-02-01"}]}
    with pytest.raises(ScenarioUnreadableError) as error:
        run_scenario(rule_set(plans=[plan]), _scenario(given={"received": "2022-12-16", "plan": "rat"}, due="1.00"))
    assert error.value.reason.code is ReasonCode.PLAN_NEARLY


def test_due_where_nothing_is_for_sale_is_a_difference() -> None:
    found = _differences(rule_set(EARLY), given={"received": "2023-01-21"}, due="1000.00", status="open")
    assert found == [(0, "status", "open", "closed"), (0, "due", "1000.00", "")]


def test_quote_counts_the_applicant_alone_in_the_organisation() -> None:
    rules = rule_set(
        rule("one", percent=1, when={"organisation_members": 1}),
        rule("two", percent=2, when={"organisation_members": 2}),
    )
    given = {"received": "2022-11-01", "organisation": "Coop"}
    assert _differences(rules, given=given, due="990.00") == []
    assert _differences(rules, given={"received": "2022-11-01"}, due="1000.00") == []


@pytest.mark.parametrize("status", ["accepted", "scholarship"])
def test_one_applicant_with_a_status_of_settlements_is_settled(status: str) -> None:
    rules = rule_set(EARLY, *([GRANT] if status == "scholarship" else []))
    due = "0.00" if status == "scholarship" else "900.00"
    assert _differences(rules, given={"received": "2022-11-01"}, status=status, due=due) == []


def test_example_of_a_settlement_compares_each_application() -> None:
    rows = [
        {"received": "2022-11-01", "status": "accepted", "due": "900.00"},
        {"received": "2022-12-16", "status": "waiting", "due": "1000.00"},
        {"received": "2022-11-02", "status": "accepted", "due": "900.00"},
        {"received": "ieri", "status": "refused"},
        {"received": "2022-11-03", "withdrawn": "sì", "status": "withdrawn"},
    ]
    assert _differences(rule_set(EARLY, places=2), applications=rows) == []
    rows[1]["status"] = "accepted"
    assert _differences(rule_set(EARLY, places=2), applications=rows) == [(1, "status", "accepted", "waiting")]


def test_quote_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(ScenarioUnreadableError) as error:
        run_scenario(rule_set(), _scenario(given={"received": "ieri"}, due="1.00"))
    assert error.value.reason == Reason(ReasonCode.TIME_UNREADABLE, {"column": "received", "found": "ieri"})


def test_example_that_needs_a_draw_needs_a_seed() -> None:
    rows = [{"received": "2022-11-01", "score": "5"}, {"received": "2022-11-02", "score": "5"}]
    with pytest.raises(DrawNeededError):
        run_scenario(rule_set(GRANT), _scenario(applications=rows))


def test_keys_that_are_no_columns_are_told() -> None:
    rows = [{"received": "x", "status": "refused", "due": ""}, {"Nome": "A", "score": "1", "punti": "2"}]
    assert list(unknown_columns(_scenario(applications=rows))) == [(1, "Nome"), (1, "punti")]
