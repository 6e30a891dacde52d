"""Conditions: which classes rules tell apart, and who belongs to which."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, timedelta
from hashlib import sha256
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from coursewright.fees.conditions import experience_day
from coursewright.fees.rule_set import RuleSet
from coursewright.model.applicant import Applicant
from coursewright.model.compared_text import compared
from coursewright.model.conditions.alumni import AlumniReason
from coursewright.model.conditions.category import CategoryReason
from coursewright.model.conditions.code import CodeReason, code_digest
from coursewright.model.conditions.experience import ExperienceReason, Period
from coursewright.model.conditions.organisation import MembersReason
from coursewright.model.moments import TICK
from coursewright.model.reason import Reason, ReasonCode, SentenceCode
from tests.fees.applications import applicant
from tests.fees.cohorts import at, rule, rule_set
from tests.fees.drawn import APPLICANTS, rule_sets
from tests.fees.plain_price import holds

NOON = at("2022-11-01T12:00")


def _verdict(rules: RuleSet, applicant: Applicant) -> Reason | None:
    (verdict,) = rules.conditions.verdicts(rules.cell_of(applicant))
    return verdict


def _asking(**when: Any) -> RuleSet:
    return rule_set(rule("r", percent=10, when=when), experience_at="enrolment.closes")


def _classes(rules: RuleSet) -> list[tuple[str, dict[str, Any]]]:
    (dimension,) = rules.conditions.dimensions
    return [(each.code.value, dict(each.values)) for each in dimension.classes]


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
    verdict = _verdict(_asking(received={"from": day, "until": day}), applicant(at(received)))
    assert verdict == (None if code is None else Reason(code, {"day": date.fromisoformat(day)}))


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
    rules = _asking(received={"from": "2022-11-01", "until": "2023-01-20"})
    windows = rules.conditions.windows
    assert all(first.end == second.start for first, second in pairwise(windows))
    assert (windows[0].start, windows[-1].end) == (None, None)


def test_experience_not_stated_is_never_eligible() -> None:
    somebody = applicant(NOON)
    unknown = Reason(ExperienceReason.UNKNOWN)
    assert [_verdict(_asking(experience=each), somebody) for each in ({"under_years": 2}, {"at_least_years": 0})] == [
        unknown,
        unknown,
    ]


@pytest.mark.parametrize(
    ("since", "under", "least"),
    [("2021-01-21", True, False), ("2021-01-20", False, True), ("2021-01-19", False, True)],
)
def test_experience_at_its_threshold(since: str, under: bool, least: bool) -> None:
    somebody = applicant(NOON, experience=(Period(date.fromisoformat(since)),))
    assert (_verdict(_asking(experience={"under_years": 2}), somebody) is None) is under
    assert (_verdict(_asking(experience={"at_least_years": 2}), somebody) is None) is least


def test_experience_says_what_it_asks() -> None:
    asking = _asking(experience={"at_least_years": 1, "under_years": 3})
    worked = [applicant(NOON, experience=(Period(date(2023 - years, 1, 20)),)) for years in range(5)]
    assert [_verdict(asking, each) for each in worked] == [
        Reason(ExperienceReason.TOO_SHORT, {"years": 1}),
        None,
        None,
        Reason(ExperienceReason.TOO_LONG, {"years": 3}),
        Reason(ExperienceReason.TOO_LONG, {"years": 3}),
    ]


def test_classes_of_experience_lie_between_the_bounds() -> None:
    assert _classes(_asking(experience={"at_least_years": 1, "under_years": 3})) == [
        ("experience-unknown", {}),
        ("years-under", {"under": 1}),
        ("years-between", {"least": 1, "under": 3}),
        ("years-from", {"least": 3}),
    ]


def test_no_class_is_for_less_than_no_years() -> None:
    assert _classes(_asking(experience={"at_least_years": 0})) == [
        ("experience-unknown", {}),
        ("years-from", {"least": 0}),
    ]
    assert _verdict(_asking(experience={"at_least_years": 0}), applicant(NOON, experience=())) is None
    never = _asking(experience={"under_years": 0})
    assert _verdict(never, applicant(NOON, experience=())) == Reason(ExperienceReason.TOO_LONG, {"years": 0})


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
    assert experience_day(rules.cohort, rules.fees, received, rules.zone) == day


def test_experience_counted_at_receipt_grows_at_local_midnight() -> None:
    rules = rule_set(rule("r", percent=10, when={"experience": {"at_least_years": 1}}), experience_at="received")
    midnight, since = at("2022-10-30T00:00"), (Period(date(2021, 10, 30)),)
    assert _verdict(rules, applicant(midnight, experience=since)) is None
    assert _verdict(rules, applicant(midnight - TICK, experience=since)) is not None


@pytest.mark.parametrize(("members", "code"), [(0, False), (1, False), (2, True), (3, True)])
def test_organisation_at_its_threshold(members: int, code: bool) -> None:
    verdict = _verdict(_asking(organisation_members=2), applicant(NOON, organisation_members=members))
    assert verdict == (None if code else Reason(MembersReason.TOO_FEW, {"members": 2}))


def test_classes_of_organisations_name_whole_numbers() -> None:
    rules = rule_set(*(rule(f"r{count}", percent=count, when={"organisation_members": count}) for count in (5, 2)))
    assert _classes(rules) == [
        ("members-under", {"under": 2}),
        ("members-between", {"least": 2, "most": 4}),
        ("members-from", {"least": 5}),
    ]


@pytest.mark.parametrize(
    ("given", "holds"),
    [("PRIMAVERA", True), (" PRIMAVERA ", True), ("primavera", False), ("", False), ("ALTRO", False)],
)
@pytest.mark.parametrize("asked", ["PRIMAVERA", f"sha256:{sha256(b'PRIMAVERA').hexdigest()}"])
def test_code_is_given_as_text_and_asked_as_text_or_digest(asked: str, given: str, holds: bool) -> None:
    verdict = _verdict(_asking(code=asked), applicant(NOON, code=given))
    assert verdict == (None if holds else Reason(CodeReason.NOT_GIVEN))


def test_digest_is_no_code() -> None:
    digest = code_digest("PRIMAVERA")
    assert _verdict(_asking(code=f"sha256:{digest}"), applicant(NOON, code=f"sha256:{digest}")) is not None


def test_classes_of_codes_do_not_tell_them() -> None:
    rules = rule_set(
        rule("a", percent=1, when={"code": "ALFA"}),
        rule("b", percent=2, when={"code": f"sha256:{code_digest('ALFA')}"}),
        rule("c", percent=3, when={"code": "BETA"}),
    )
    assert _classes(rules) == [("without-code", {}), ("with-code", {"rule": "A"}), ("with-code", {"rule": "C"})]


def test_category_is_compared_without_capitals_and_spaces() -> None:
    asking = _asking(category="Terzo  settore")
    assert _verdict(asking, applicant(NOON, category=" terzo settore")) is None
    other = Reason(CategoryReason.OTHER, {"category": "Terzo settore"})
    assert [_verdict(asking, applicant(NOON, category=each)) for each in ("", "terzo")] == [other, other]


@pytest.mark.parametrize(
    ("asked", "before", "code"),
    [
        (True, True, None),
        (True, False, AlumniReason.NOT_ALUMNI),
        (False, True, AlumniReason.ALUMNI),
        (False, False, None),
    ],
)
def test_alumni_are_asked_for_or_excluded(asked: bool, before: bool, code: SentenceCode | None) -> None:
    assert _verdict(_asking(alumni=asked), applicant(NOON, alumni=before)) == (None if code is None else Reason(code))


def test_all_conditions_must_hold() -> None:
    asking = _asking(alumni=True, category="ente", received={"until": "2022-11-01"})
    fits = applicant(NOON, alumni=True, category="ente")
    assert _verdict(asking, fits) is None
    others = (
        applicant(NOON, category="ente"),
        applicant(NOON, alumni=True),
        replace(fits, received=at("2022-11-02T00:00")),
    )
    assert None not in [_verdict(asking, each) for each in others]


def test_compared_text_has_neither_capitals_nor_spaces_around() -> None:
    assert [compared(text) for text in ("  Coop\tALFA ", "coop alfa", "Straße", "")] == [
        "coop alfa",
        "coop alfa",
        "strasse",
        "",
    ]


@settings(max_examples=150)
@given(rule_sets(), APPLICANTS)
def test_rules_hold_for_those_whom_their_words_fit(rules: RuleSet, applicant: Applicant) -> None:
    verdicts = rules.conditions.verdicts(rules.cell_of(applicant))
    assert [each is None for each in verdicts] == [holds(rules.cohort, each, applicant) for each in rules.rules]
