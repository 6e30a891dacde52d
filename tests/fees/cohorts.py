"""Cohorts with fees, made from dictionaries as files have them: money is quoted text, days are ISO days."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from coursewright.fees.rule_set import RuleSet, rule_set_of
from coursewright.model.cohort import Cohort
from coursewright.sources.yaml_tree import read_yaml

Data = dict[str, Any]
ROME = ZoneInfo("Europe/Rome")
_CM_2023 = Path(__file__).parents[2] / "curriculum/cohorts/cm-2023.yaml"
_ENROLMENT = ("opens", "closes", "places")
_COHORT = ("timezone", "starts", "ends")


def rule(name: str, **keys: Any) -> Data:
    """A rule as a file writes it; its label is its id in capitals."""
    return {"id": name, "label": name.upper(), **keys}


def cohort_of(*rules: Data, **keys: Any) -> Cohort:
    """A cohort with these rules: 1000.00 from 3 October 2022 to 20 January 2023 in Rome, but for ``keys``.

    Keys of the cohort and of its enrolment go where they belong, all others into ``fees``.
    """
    enrolment = {"opens": "2022-10-03", "closes": "2023-01-20", **_among(keys, _ENROLMENT)}
    fees = {"currency": "EUR", "price": "1000.00", "rounding": "half-up", "combine": "best", "rules": rules}
    fees |= {key: value for key, value in keys.items() if key not in (*_ENROLMENT, *_COHORT)}
    cohort = {"id": "c-2023", "title": "C", "timezone": "Europe/Rome", "starts": "2023-02-18", "ends": "2023-07-15"}
    return Cohort.model_validate({**cohort, **_among(keys, _COHORT), "enrolment": enrolment, "fees": fees})


def rule_set(*rules: Data, **keys: Any) -> RuleSet:
    """The compiled rules of :func:`cohort_of`."""
    return rule_set_of(cohort_of(*rules, **keys))


def cm_2023() -> RuleSet:
    """The rules of the real cohort."""
    return rule_set_of(Cohort.model_validate(read_yaml(_CM_2023.read_text("utf-8"), "cm-2023.yaml").data))


def at(written: str) -> datetime:
    """An instant in UTC; a time without an offset is one of Rome, the first where there are two."""
    moment = datetime.fromisoformat(written)
    return (moment if moment.tzinfo else moment.replace(tzinfo=ROME)).astimezone(UTC)


def _among(keys: Data, names: tuple[str, ...]) -> Data:
    return {key: value for key, value in keys.items() if key in names}
