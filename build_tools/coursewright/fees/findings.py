"""What is wrong or doubtful in the fees of cohorts: promises that do not hold, examples that come out otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from coursewright.fees.award import DrawNeededError
from coursewright.fees.column_names import unknown_names
from coursewright.fees.following import Unclear, UnclearError
from coursewright.fees.payment_findings import check_payment
from coursewright.fees.price_holes import price_holes
from coursewright.fees.profiles import MOST_ROWS, TooManyProfilesError
from coursewright.fees.proof import capped_rules, prove
from coursewright.fees.rule_set import RuleSet, rule_set_of
from coursewright.fees.scenarios import Difference, ScenarioUnreadableError, run_scenario, unknown_columns
from coursewright.model.application import COLUMN_BY_NAME
from coursewright.model.column import Column
from coursewright.model.condition import EVERYONE
from coursewright.model.conditions.given import PREFIX
from coursewright.model.curriculum import Curriculum
from coursewright.model.fee_rules import Scenario
from coursewright.model.finding import Code, Finding, Value
from coursewright.model.money import Amount
from coursewright.model.nearest import nearest
from coursewright.model.place import Place
from coursewright.model.proof import Counterexample, Property
from coursewright.model.words import Term


def check_fees(curriculum: Curriculum) -> Iterator[Finding]:
    """Every finding about the fees of every cohort whose time zone is known."""
    for cohort in curriculum.cohorts.values():
        own = () if cohort.fees is None else cohort.fees.own_columns
        for key, named in (("columns", cohort.columns), ("values", cohort.values)):
            for name in unknown_names(named, own):
                yield _unknown_column(cohort.place(key, name), name, own)
        if cohort.fees is not None and cohort.has_known_zone:
            yield from _of_cohort(rule_set_of(cohort))


def draw_needed(rules: RuleSet, error: DrawNeededError) -> Finding:
    """That a draw decides and the file gives no seed."""
    values = {"rule": rules.rules[error.rule].label, "applications": ", ".join(error.applications)}
    return Finding(Code.DRAW_SEED_MISSING, rules.rules[error.rule].place("award"), values)


def unclear_holders(error: UnclearError, applications: str, earlier: str) -> tuple[Finding, ...]:
    """What the office has to decide, each with the rows of both files; these are called as they are to be shown."""
    return tuple(_unclear(case, applications, earlier) for case in error.cases)


def _unclear(case: Unclear, applications: str, earlier: str) -> Finding:
    before, now = case.before[0], case.now[0]
    values: dict[str, Value] = {
        "file": earlier,
        "row": before.row,
        "now": now.row,
        "there": _called(before.application, before.name, before.email),
        "here": _called(now.id, now.name, now.email),
        "application": before.application,
    }
    if len(case.before) > 1:
        values |= {"rows": _listed(each.row for each in case.before), "now": _listed(each.row for each in case.now)}
        return Finding(Code.HOLDER_TWICE, Place(applications), values)
    if len(case.now) > 1:
        values["rows"] = _listed(each.row for each in case.now)
        return Finding(Code.HOLDER_IN_SEVERAL_ROWS, Place(applications), values)
    return Finding(Code.HOLDER_UNCLEAR, Place(applications), values)


def _called(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _listed(rows: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(rows)))


def _of_cohort(rules: RuleSet) -> Iterator[Finding]:
    fees = rules.fees
    yield from _undeclared(rules)
    yield from check_payment(rules)
    closes = rules.cohort.enrolment.closes
    for rule in rules.rules:
        days = rule.when.received
        if days is not None and days.until is not None and days.until > closes:
            yield Finding(Code.RULE_AFTER_CLOSING, days.place("until"), {"until": days.until, "closes": closes})
    try:
        yield from _proven(rules)
        yield from _capped(rules)
        yield from _holes(rules)
    except TooManyProfilesError:
        yield Finding(Code.TOO_MANY_PROFILES, fees.place("rules"), {"limit": MOST_ROWS})
    for number, scenario in enumerate(fees.scenarios):
        yield from _of_scenario(rules, number, scenario)


def _proven(rules: RuleSet) -> Iterator[Finding]:
    for proven in prove(rules):
        if proven.counterexample is not None and not proven.waived:
            yield _unproven(rules, proven.name, proven.counterexample)


def _unproven(rules: RuleSet, name: Property, found: Counterexample) -> Finding:
    codes = {
        Property.NO_GAP: Code.TIER_GAP,
        Property.NO_OVERLAP: Code.TIER_OVERLAP,
        Property.LATER_NOT_CHEAPER: Code.LATER_CHEAPER,
    }
    values: dict[str, Value] = {**found.reason.values, "reason": found.reason}
    values["instant"] = found.instant
    values["profile"] = found.profile or Term(EVERYONE)
    place = next((rule.place("id") for rule in rules.rules if rule.id in found.rules), rules.fees.place("rules"))
    return Finding(codes.get(name, Code.RULE_WITHOUT_EFFECT), place, values)


def _capped(rules: RuleSet) -> Iterator[Finding]:
    for number in capped_rules(rules):
        rule = rules.rules[number]
        yield Finding(Code.REDUCTION_CAPPED, rule.place("amount"), {"rule": rule.label})


def _holes(rules: RuleSet) -> Iterator[Finding]:
    for hole in price_holes(rules):
        assert hole.window.start is not None
        values: dict[str, Value] = {
            "day": hole.window.start.astimezone(rules.zone).date(),
            "profile": (hole.value,),
            "price": Amount(rules.fees.price, rules.fees.currency),
        }
        yield Finding(Code.PRICE_HOLE, hole.rule.place("id"), values)


def _of_scenario(rules: RuleSet, number: int, scenario: Scenario) -> Iterator[Finding]:
    unknown = list(unknown_columns(scenario, rules.fees.own_columns))
    for application, key in unknown:
        yield _unknown_column(_place(scenario, application, key), key, rules.fees.own_columns)
    if unknown:
        return
    place = rules.fees.place("scenarios", number)
    try:
        for each in run_scenario(rules, scenario).differences:
            yield _difference(scenario, each)
    except ScenarioUnreadableError as error:
        yield Finding(Code.SCENARIO_UNREADABLE, place, {"title": scenario.title, "reason": error.reason})
    except DrawNeededError as error:
        yield draw_needed(rules, error)


def _difference(scenario: Scenario, found: Difference) -> Finding:
    values: dict[str, Value] = {
        "title": scenario.title,
        "key": found.key,
        "expected": found.expected,
        "found": found.found or "-",
        "reason": found.reason,
    }
    key = found.key if scenario.given is not None else ""
    place = scenario.place(key) if key else _place(scenario, found.number, found.key)
    return Finding(Code.SCENARIO_DIFFERS, place, values)


def _place(scenario: Scenario, application: int, key: str) -> Place:
    if scenario.given is not None:
        return scenario.place("given", key)
    return scenario.place("applications", application, key)


def _undeclared(rules: RuleSet) -> Iterator[Finding]:
    """Columns of the course's own that are asked for and not declared: whoever is asked would have them all."""
    fees = rules.fees
    declared = [each.id for each in fees.given]
    parts = (fees.rules, fees.items, fees.vat, fees.payers)
    whens = [each.when for entries in parts for each in entries if each.when is not None]
    for when in whens:
        for name in when.given:
            if name not in declared:
                values = {"found": name, "nearest": nearest(name, declared), "known": ", ".join(declared)}
                yield Finding(Code.UNKNOWN_COLUMN, when.place("given", name), values)


def _unknown_column(place: Place, name: str, own: Sequence[Column]) -> Finding:
    known = tuple(dict.fromkeys((*COLUMN_BY_NAME, *(each.name.removeprefix(PREFIX) for each in own))))
    values = {"found": name, "nearest": nearest(name, known), "known": ", ".join(known)}
    return Finding(Code.UNKNOWN_COLUMN, place, values)
