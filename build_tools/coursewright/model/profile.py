"""Profiles: one class of values for each condition that a cohort's rules tell apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from coursewright.model.words import N_, Scalar


class Condition(StrEnum):
    """What a rule can ask of an applicant, apart from when the application was received."""

    EXPERIENCE = "experience"
    ORGANISATION = "organisation_members"
    CODE = "code"
    CATEGORY = "category"
    ALUMNI = "alumni"


class ClassCode(StrEnum):
    """A kind of class of values, with the words it is told in."""

    words: str

    def __new__(cls, code: str, words: str) -> Self:
        """One code with its words."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.words = words
        return member

    EXPERIENCE_UNKNOWN = ("experience-unknown", N_("work experience not stated"))
    YEARS_UNDER = ("years-under", N_("less than {under} years of work experience"))
    YEARS_BETWEEN = ("years-between", N_("{least} years of work experience or more, less than {under}"))
    YEARS_FROM = ("years-from", N_("{least} years of work experience or more"))
    MEMBERS_UNDER = ("members-under", N_("less than {under} of the same organisation"))
    MEMBERS_BETWEEN = ("members-between", N_("{least} to {most} of the same organisation"))
    MEMBERS_FROM = ("members-from", N_("{least} or more of the same organisation"))
    WITHOUT_CODE = ("without-code", N_("without a code"))
    WITH_CODE = ("with-code", N_("with the code for “{rule}”"))
    CATEGORY = ("category", N_("category “{category}”"))
    OTHER_CATEGORY = ("other-category", N_("any other category, or none"))
    FIRST_TIME = ("first-time", N_("taking part for the first time"))
    TOOK_PART_BEFORE = ("took-part-before", N_("took part before"))


@dataclass(frozen=True)
class ValueClass:
    """Values that no rule tells apart: a code with the values that its words name."""

    condition: Condition
    code: ClassCode
    values: Mapping[str, Scalar] = field(default_factory=dict, hash=False)


Profile = tuple[ValueClass, ...]
"""One class for each condition that the rules use; empty where they use none."""
