"""Prices computed plainly from the words of the rules: local days, days counted one by one, Decimals."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from coursewright.model.anchor import Anchor
from coursewright.model.cohort import Cohort
from coursewright.model.condition import Applicant
from coursewright.model.conditions.alumni import ALUMNI
from coursewright.model.conditions.category import CATEGORY
from coursewright.model.conditions.code import CODE, code_digest
from coursewright.model.conditions.experience import EXPERIENCE, Period
from coursewright.model.conditions.organisation import ORGANISATION
from coursewright.model.fee_rules import Combine, Fees, Rule

CENT = Decimal("0.01")


def fees_of(cohort: Cohort) -> Fees:
    """The fees of a cohort that has them."""
    assert cohort.fees is not None
    return cohort.fees


def plain_due(cohort: Cohort, applicant: Applicant, granted: Collection[str] = ()) -> Decimal:
    """What is due for someone who was granted these limited rules."""
    rules = [rule for rule in fees_of(cohort).rules if holds(cohort, rule, applicant)]
    return due_under(fees_of(cohort), at_work(rules, granted))


def at_work(holding: Sequence[Rule], granted: Collection[str]) -> list[Rule]:
    """Of the rules that hold those for everybody, and what was granted."""
    return [rule for rule in holding if (rule.places is None and not rule.award) or rule.id in granted]


def due_under(fees: Fees, rules: Sequence[Rule]) -> Decimal:
    """What is due when these rules are at work."""
    return fees.price - sum(taken_off(fees, rules).values())


def taken_off(fees: Fees, rules: Sequence[Rule]) -> dict[str, Decimal]:
    """What each of the rules at work takes off."""
    alone = rules if fees.combine is not Combine.CUMULATE else [rule for rule in rules if rule.exclusive]
    together = {}
    rest = fees.price
    for rule in (rule for rule in rules if rule not in alone):
        together[rule.id] = rest - left_by(rule, rest)
        rest = left_by(rule, rest)
    best = min(alone, key=lambda rule: left_by(rule, fees.price), default=None)
    none = dict.fromkeys((rule.id for rule in rules), Decimal("0.00"))
    if best is not None and left_by(best, fees.price) < rest:
        return {**none, best.id: fees.price - left_by(best, fees.price)}
    return {**none, **together}


def left_by(rule: Rule, rest: Decimal) -> Decimal:
    """What a rule leaves of ``rest``."""
    if rule.percent is not None:
        return rest - (rest * rule.percent / 100).quantize(CENT, ROUND_HALF_UP)
    if rule.amount is not None:
        return max(rest - rule.amount, Decimal("0.00"))
    assert rule.price is not None
    return min(rest, rule.price)


def holds(cohort: Cohort, rule: Rule, applicant: Applicant) -> bool:
    """Whether all conditions of the rule hold."""
    return is_in_time(cohort, rule, applicant.received) and suits(cohort, rule, applicant)


def is_in_time(cohort: Cohort, rule: Rule, received: datetime) -> bool:
    """Whether the local day of the receipt is one of the rule's."""
    days, today = rule.when.received, received.astimezone(ZoneInfo(cohort.timezone)).date()
    if days is None:
        return True
    return (days.start is None or days.start <= today) and (days.until is None or today <= days.until)


def suits(cohort: Cohort, rule: Rule, applicant: Applicant) -> bool:
    """Whether the conditions hold that do not ask when the application came."""
    when, today = rule.when, applicant.received.astimezone(ZoneInfo(cohort.timezone)).date()
    if when.experience is not None:
        periods = EXPERIENCE.fact(applicant)
        if periods is None:
            return False
        on, under, least = counted_on(cohort, today), when.experience.under_years, when.experience.at_least_years
        if under is not None and plain_years(periods, on, under):
            return False
        if least is not None and not plain_years(periods, on, least):
            return False
    if when.organisation_members is not None and ORGANISATION.fact(applicant).members < when.organisation_members:
        return False
    given = CODE.fact(applicant)
    if when.code is not None and when.code.startswith("sha256:"):
        if when.code[7:] not in map(code_digest, (given, given.upper(), given.lower())):
            return False
    elif when.code is not None and _bare(given) != _bare(when.code):
        return False
    if when.category is not None and _bare(CATEGORY.fact(applicant)) != _bare(when.category):
        return False
    return when.alumni is None or when.alumni == ALUMNI.fact(applicant)


def counted_on(cohort: Cohort, received: date) -> date:
    """The day at which experience is counted."""
    anchor = fees_of(cohort).experience_at
    days = {
        Anchor.RECEIVED: received,
        Anchor.ENROLMENT_CLOSES: cohort.enrolment.closes,
        Anchor.STARTS: cohort.starts,
    }
    return days[anchor] if isinstance(anchor, Anchor) else anchor or received


def plain_years(periods: Sequence[Period], on: date, years: int) -> bool:
    """Whether the days worked before ``on`` reach so many years, each day counted."""
    worked = set()
    for period in periods:
        last = on if period.end is None else min(on, period.end)
        worked |= {period.start + timedelta(days=number) for number in range((last - period.start).days)}
    if not worked:
        return years == 0
    return min(worked) + relativedelta(years=years) <= min(worked) + timedelta(days=len(worked))


def _bare(text: str) -> str:
    """A word without capitals and spaces: so much of what makes no difference as the drawn ones have."""
    return "".join(text.casefold().split())
