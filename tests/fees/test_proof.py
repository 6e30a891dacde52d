"""The proof: each property with a cohort that breaks it, and all of them against what can be seen by looking.

Covers also `model/proof.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings

from coursewright.fees import proof
from coursewright.fees.combination import Effect
from coursewright.fees.profiles import TooManyProfilesError
from coursewright.fees.proof import prove
from coursewright.fees.quote import quote
from coursewright.fees.rule_set import RuleSet
from coursewright.model.condition import Applicant, Profile, ValueClass
from coursewright.model.conditions.alumni import ALUMNI, AlumniClass
from coursewright.model.conditions.category import CategoryClass
from coursewright.model.conditions.code import CodeClass
from coursewright.model.conditions.experience import EXPERIENCE, ExperienceClass, Period
from coursewright.model.conditions.organisation import MembersClass
from coursewright.model.fee_rules import Combine
from coursewright.model.money import Amount, Share
from coursewright.model.proof import Counterexample, Property, Proven
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.statement import Statement
from tests.fees.applications import applicant
from tests.fees.cohorts import ROME, at, cm_2023, rule, rule_set
from tests.fees.drawn import rule_sets
from tests.fees.looking import instants_seen, properties_seen
from tests.fees.plain_price import holds, plain_due

EARLY = rule("early", percent=10, when={"received": {"until": "2022-12-15"}}, tier="time")
LATE = rule("late", percent=5, when={"received": {"from": "2022-12-16"}}, tier="time")


def _found(rules: RuleSet, name: Property) -> Proven:
    return next(each for each in prove(rules) if each.name is name)


def _failing(rules: RuleSet) -> list[str]:
    return [each.name for each in prove(rules) if not each.holds]


def _instant(written: str) -> datetime:
    return at(written).astimezone(ROME)


def test_properties_are_decided_in_their_order() -> None:
    assert [each.name for each in prove(rule_set(EARLY, LATE))] == list(Property)
    assert _failing(rule_set(EARLY, LATE)) == []


def test_all_holds_for_the_real_cohort() -> None:
    without_tiers = {Property.NO_GAP, Property.NO_OVERLAP}
    assert prove(cm_2023()) == tuple(Proven(name, applicable=name not in without_tiers) for name in Property)


def _idle(rules: RuleSet) -> list[str]:
    return [each.name for each in prove(rules) if not each.applicable]


def test_property_that_concerns_nothing_is_not_applicable() -> None:
    tiers, of_rules, later = ["no-gap", "no-overlap"], ["no-dead-rule", "within-price"], ["later-not-cheaper"]
    assert _idle(rule_set()) == [*tiers, *of_rules, *later, "order-stated"]
    assert _idle(rule_set(rule("a", percent=10))) == [*tiers, *later, "order-stated"]
    assert _idle(rule_set(rule("a", percent=10), rule("b", percent=5, when={"alumni": True}))) == [*tiers, *later]
    apart = [rule("a", percent=10, when={"alumni": True}), rule("b", percent=5, when={"alumni": False})]
    assert _idle(rule_set(*apart)) == [*tiers, *later, "order-stated"]
    assert _idle(rule_set(EARLY, LATE)) == ["order-stated"]


def test_all_holds_without_rules() -> None:
    assert _failing(rule_set()) == []


def test_gap_of_a_tier_is_an_instant_and_a_profile() -> None:
    late = rule("late", percent=5, when={"received": {"from": "2022-12-17"}, "alumni": False}, tier="time")
    early = rule("early", percent=10, when={"received": {"until": "2022-12-15"}}, tier="time")
    assert _found(rule_set(early, late), Property.NO_GAP).counterexample == Counterexample(
        Reason(ReasonCode.TIER_GAP, {"tier": "time", "rules": ""}),
        _instant("2022-12-16T00:00"),
        (ValueClass(ALUMNI.name, AlumniClass.FIRST_TIME),),
    )


def test_gap_of_a_tier_can_be_a_profile_alone() -> None:
    junior = rule("junior", percent=20, when={"experience": {"under_years": 2}}, tier="years")
    senior = rule("senior", percent=10, when={"experience": {"at_least_years": 2}}, tier="years")
    found = _found(rule_set(junior, senior, experience_at="starts"), Property.NO_GAP).counterexample
    assert found is not None
    assert found.profile == (ValueClass(EXPERIENCE.name, ExperienceClass.UNKNOWN),)
    assert found.instant == _instant("2022-10-03T00:00")


def test_overlap_of_a_tier_names_its_rules() -> None:
    late = rule("late", percent=5, when={"received": {"from": "2022-12-15"}}, tier="time")
    assert _found(rule_set(EARLY, late), Property.NO_OVERLAP).counterexample == Counterexample(
        Reason(ReasonCode.TIER_OVERLAP, {"tier": "time", "rules": "early, late"}),
        _instant("2022-12-15T00:00"),
        (),
        ("early", "late"),
    )


def test_tier_may_end_at_the_full_price() -> None:
    full = rule("full", percent=0, when={"received": {"from": "2022-12-16"}}, tier="time")
    assert _failing(rule_set(EARLY, full)) == []


def test_tiers_are_decided_apart() -> None:
    member = rule("member", percent=5, when={"alumni": True}, tier="people")
    other = rule("other", percent=3, when={"alumni": False}, tier="people")
    assert _failing(rule_set(EARLY, LATE, member, other, combine="cumulate")) == []


@pytest.mark.parametrize(
    ("rules", "code", "name"),
    [
        ([rule("dead", percent=10, when={"received": {"from": "2023-01-21"}})], ReasonCode.NEVER_HOLDS, "dead"),
        ([rule("dead", percent=10, when={"received": {"until": "2022-10-02"}})], ReasonCode.NEVER_HOLDS, "dead"),
        ([rule("dead", percent=0)], ReasonCode.NEVER_CHANGES, "dead"),
        ([rule("dead", price="1000.00")], ReasonCode.NEVER_CHANGES, "dead"),
        ([rule("dead", percent=10), rule("more", amount="100.01")], ReasonCode.NEVER_CHANGES, "dead"),
        ([rule("same", amount="100.00"), rule("dead", percent=10, places=1)], ReasonCode.NEVER_CHANGES, "dead"),
    ],
)
def test_rule_that_never_changes_a_price_is_dead(rules: list[dict[str, Any]], code: ReasonCode, name: str) -> None:
    found = Counterexample(Reason(code, {"rule": name.upper()}), rules=(name,))
    assert _found(rule_set(*rules), Property.NO_DEAD_RULE) == Proven(Property.NO_DEAD_RULE, found)


def test_rule_for_less_than_no_years_is_dead() -> None:
    never = rule("never", percent=10, when={"experience": {"under_years": 0}})
    found = _found(rule_set(never, experience_at="starts"), Property.NO_DEAD_RULE).counterexample
    assert found == Counterexample(Reason(ReasonCode.NEVER_HOLDS, {"rule": "NEVER"}), rules=("never",))


def test_limited_rule_that_only_some_get_is_alive() -> None:
    assert _failing(rule_set(rule("grant", percent=50, places=1), rule("all", percent=10))) == []


def test_price_given_while_enrolment_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    def always(rules: RuleSet, applicant: Applicant) -> Statement:
        return replace(quote(rules, applicant), due=rules.fees.price)

    monkeypatch.setattr(proof, "quote", always)
    assert _found(rule_set(), Property.NONE_AFTER_CLOSING).counterexample == Counterexample(
        Reason(ReasonCode.PRICED_OUTSIDE), _instant("2022-10-02T23:59:59.999999")
    )


def test_price_that_leaves_its_bounds() -> None:
    broken = replace(rule_set(EARLY), effects=(Effect("EARLY", share=Share.of_hundred(Decimal(150))),))
    assert _found(broken, Property.WITHIN_PRICE).counterexample == Counterexample(
        Reason(ReasonCode.OUT_OF_PRICE, {"due": Amount(Decimal("-500.00"), "EUR")}),
        _instant("2022-10-03T00:00"),
        (),
        ("early",),
    )


def _euros(written: str) -> Amount:
    return Amount(Decimal(written), "EUR")


LAST = rule("last", percent=20, when={"received": {"from": "2023-01-10"}})


def test_later_and_cheaper_is_told_with_both_prices() -> None:
    assert _found(rule_set(LAST), Property.LATER_NOT_CHEAPER).counterexample == Counterexample(
        Reason(ReasonCode.LATER_CHEAPER, {"due": _euros("800.00"), "before": _euros("1000.00")}),
        _instant("2023-01-10T00:00"),
        (),
        ("last",),
    )


def test_later_and_cheaper_can_be_waived() -> None:
    proven = _found(rule_set(LAST, later_may_be_cheaper="Ultimi posti"), Property.LATER_NOT_CHEAPER)
    assert (proven.holds, proven.waived) == (True, "Ultimi posti")
    assert proven.counterexample is not None


def test_limited_rule_that_comes_later_makes_later_cheaper() -> None:
    grant = rule("grant", percent=50, places=1, when={"received": {"from": "2023-01-10"}})
    assert _failing(rule_set(grant)) == ["later-not-cheaper"]


class _Unstated(RuleSet):
    """Rules that add up though the file does not say so."""

    @property
    def combine(self) -> Combine:
        return Combine.CUMULATE


def test_price_that_depends_on_an_order_nobody_stated() -> None:
    stated = rule_set(rule("tenth", percent=10), rule("hundred", amount="100.00"), combine="cumulate")
    fees = stated.fees.model_copy(update={"combine": None})
    found = _found(
        _Unstated(stated.cohort, fees, stated.conditions, stated.effects, stated.terms), Property.ORDER_STATED
    ).counterexample
    assert found == Counterexample(
        Reason(ReasonCode.ORDER_MATTERS), _instant("2022-10-03T00:00"), (), ("tenth", "hundred")
    )
    assert _failing(stated) == []


def test_more_profiles_than_can_be_gone_through() -> None:
    many = [rule(f"r{number}", percent=1, when={"code": f"C{number}"}) for number in range(10)]
    many += [rule(f"s{number}", percent=1, when={"category": f"C{number}"}) for number in range(60)]
    many += [rule(f"t{number}", percent=1, when={"experience": {"at_least_years": number}}) for number in range(60)]
    with pytest.raises(TooManyProfilesError):
        prove(rule_set(*many, experience_at="starts"))


# Against looking everywhere


@settings(max_examples=100)
@given(rule_sets(tiers=True, experience_at="2022-10-30"))
def test_properties_hold_where_looking_finds_nothing_and_fail_where_it_does(rules: RuleSet) -> None:
    seen = properties_seen(rules)
    proven = {each.name: each.counterexample is None for each in prove(rules)}
    assert proven == {**dict.fromkeys(Property, True), **seen}


@settings(max_examples=100)
@given(rule_sets(tiers=True, experience_at="2022-10-30"))
def test_counterexamples_are_real(rules: RuleSet) -> None:
    for each in prove(rules):
        found = each.counterexample
        if found is None or found.instant is None:
            continue
        assert found.profile is not None
        somebody = _somebody(rules, found.instant, found.profile)
        holding = [rule for rule in rules.rules if holds(rules.cohort, rule, somebody)]
        if each.name is Property.LATER_NOT_CHEAPER:
            assert Amount(plain_due(rules.cohort, somebody, found.rules), "EUR") == found.reason.values["due"]
            before = {
                Amount(plain_due(rules.cohort, replace(somebody, received=instant), found.rules), "EUR")
                for instant in instants_seen()
                if instant < found.instant
            }
            assert found.reason.values["before"] in before
        else:
            tier = [rule.id for rule in holding if rule.tier == found.reason.values["tier"]]
            assert tuple(tier) == found.rules
            assert (len(tier) == 0) == (each.name is Property.NO_GAP)


def _somebody(rules: RuleSet, received: datetime, profile: Profile) -> Applicant:
    """An applicant of the profile, on the edge of its classes."""
    return applicant(received.astimezone(UTC), **{each.condition: _value(rules, each) for each in profile})


def _value(rules: RuleSet, of: ValueClass) -> Any:
    match of.code:
        case ExperienceClass.UNKNOWN:
            return None
        case ExperienceClass.UNDER:
            return ()
        case ExperienceClass.BETWEEN | ExperienceClass.FROM:
            years = int(str(of.values["least"]))
            return (Period(date(2022, 10, 30) - relativedelta(years=years)),)
        case MembersClass.UNDER:
            return int(str(of.values["under"])) - 1
        case MembersClass.BETWEEN | MembersClass.FROM:
            return of.values["least"]
        case CodeClass.WITH:
            return next(rule.when.code for rule in rules.rules if rule.label == of.values["rule"])
        case CategoryClass.CATEGORY:
            return of.values["category"]
        case AlumniClass.TOOK_PART_BEFORE | AlumniClass.FIRST_TIME:
            return of.code is AlumniClass.TOOK_PART_BEFORE
        case _:
            return ""
