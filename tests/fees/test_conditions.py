"""Conditions: which classes rules tell apart, and who belongs to which.

Covers also `model/reason.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from coursewright.fees.conditions import counted_day
from coursewright.fees.rule_set import RuleSet
from coursewright.model.condition import Applicant
from coursewright.model.moments import TICK
from coursewright.model.reason import Reason, ReasonCode, SentenceCode
from tests.fees.applications import applicant
from tests.fees.asking import NOON, asking, verdict
from tests.fees.cohorts import at, rule, rule_set
from tests.fees.drawn import APPLICANTS, rule_sets
from tests.fees.plain_price import holds


def test_rules_that_ask_nothing_tell_nobody_apart() -> None:
    rules = rule_set(rule("r", percent=10))
    assert rules.conditions.dimensions == ()
    assert [(each.start, each.end) for each in rules.conditions.windows] == [
        (None, at("2022-10-03T00:00")),
        (at("2022-10-03T00:00"), at("2023-01-21T00:00")),
        (at("2023-01-21T00:00"), None),
    ]


@pytest.mark.parametrize(
    ("received", "code"),
    [
        ("2022-10-29T23:59:59.999999+02:00", ReasonCode.RECEIVED_BEFORE),
        ("2022-10-30T00:00:00+02:00", None),
        ("2022-10-30T02:30:00+02:00", None),
        ("2022-10-30T02:30:00+01:00", None),
        ("2022-10-30T23:59:59.999999+01:00", None),
        ("2022-10-31T00:00:00+01:00", ReasonCode.RECEIVED_AFTER),
    ],
)
def test_day_of_receipt_is_whole_though_clocks_change(received: str, code: SentenceCode | None) -> None:
    day = "2022-10-30"
    found = verdict(asking(received={"from": day, "until": day}), applicant(at(received)))
    assert found == (None if code is None else Reason(code, {"day": date.fromisoformat(day)}))


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Rome", date(2022, 10, 30)),
        ("Europe/Rome", date(2023, 3, 26)),
        ("America/Havana", date(2023, 3, 12)),
        ("America/Havana", date(2022, 11, 6)),
        ("Asia/Beirut", date(2022, 3, 27)),
        ("Asia/Beirut", date(2022, 10, 30)),
        ("Australia/Lord_Howe", date(2022, 10, 2)),
        ("Australia/Lord_Howe", date(2023, 4, 2)),
    ],
)
def test_every_bound_falls_where_the_local_day_changes(zone: str, day: date) -> None:
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    rules = rule_set(
        rule("until", percent=1, when={"received": {"until": before.isoformat()}}),
        rule("on", percent=2, when={"received": {"from": day.isoformat(), "until": day.isoformat()}}),
        rule("from", percent=3, when={"received": {"from": after.isoformat()}}),
        timezone=zone,
        opens=(day - timedelta(days=2)).isoformat(),
        closes=(day + timedelta(days=2)).isoformat(),
    )
    bounds = [each.start for each in rules.conditions.windows if each.start is not None]
    assert len(bounds) == 4
    for bound in bounds:
        for instant in (bound - TICK, bound, bound + TICK):
            local = instant.astimezone(ZoneInfo(zone)).date()
            verdicts = rules.conditions.verdicts(rules.cell_of(applicant(instant)))
            assert [each is None for each in verdicts] == [local <= before, local == day, local >= after]
            assert (instant in rules.conditions.enrolment) == (abs(local - day) <= timedelta(days=2))


def test_windows_cover_all_time_once() -> None:
    rules = asking(received={"from": "2022-11-01", "until": "2023-01-20"})
    windows = rules.conditions.windows
    assert all(first.end == second.start for first, second in pairwise(windows))
    assert (windows[0].start, windows[-1].end) == (None, None)


@pytest.mark.parametrize(
    ("anchor", "day"),
    [
        ("received", date(2022, 10, 30)),
        ("enrolment.closes", date(2023, 1, 20)),
        ("starts", date(2023, 2, 18)),
        ("2022-05-01", date(2022, 5, 1)),
    ],
)
def test_experience_is_counted_on_the_day_the_file_names(anchor: str, day: date) -> None:
    rules = rule_set(experience_at=anchor)
    received = at("2022-10-30T00:00")
    assert received.astimezone(UTC).date() == date(2022, 10, 29)
    assert counted_day(rules.cohort, rules.fees.experience_at, received, rules.zone) == day


def test_all_conditions_must_hold() -> None:
    rules = asking(alumni=True, category="ente", received={"until": "2022-11-01"})
    fits = applicant(NOON, alumni=True, category="ente")
    assert verdict(rules, fits) is None
    others = (
        applicant(NOON, category="ente"),
        applicant(NOON, alumni=True),
        replace(fits, received=at("2022-11-02T00:00")),
    )
    assert None not in [verdict(rules, each) for each in others]


@settings(max_examples=150)
@given(rule_sets(), APPLICANTS)
def test_rules_hold_for_those_whom_their_words_fit(rules: RuleSet, applicant: Applicant) -> None:
    verdicts = rules.conditions.verdicts(rules.cell_of(applicant))
    assert [each is None for each in verdicts] == [holds(rules.cohort, each, applicant) for each in rules.rules]
