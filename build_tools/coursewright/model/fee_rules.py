"""Fees of a cohort as rules: conditions, effects, instalments, worked examples. Declarative: nothing here computes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal, Self, cast, get_args

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from coursewright.model.column import Column
from coursewright.model.condition import Asked, Condition
from coursewright.model.conditions.alumni import ALUMNI, AlumniAsked
from coursewright.model.conditions.category import CATEGORY, CategoryAsked
from coursewright.model.conditions.code import CODE, CodeAsked
from coursewright.model.conditions.experience import EXPERIENCE, ExperienceAsked
from coursewright.model.conditions.given import PREFIX, Given, GivenAsked, fits, given_condition
from coursewright.model.conditions.organisation import ORGANISATION, OrganisationAsked
from coursewright.model.entry import Entry, Subject
from coursewright.model.ids import ItsSource, ItsSources
from coursewright.model.words import N_
from coursewright.model.written import (
    A_TEXT,
    FIRST_DAY,
    Count,
    Day,
    Flag,
    Identifier,
    Money,
    Name,
    Percentage,
    PositiveCount,
    Text,
    choice,
    matching,
    read_day,
    reads,
    refuse,
    wrong_type,
)

# What pages and tables call parts of a price.
INSTALMENTS = N_("Instalments")
REDUCTIONS = N_("Reductions")


class Rounding(StrEnum):
    """How an amount is rounded to two decimals."""

    HALF_UP = "half-up"


class Combine(StrEnum):
    """What happens when rules meet."""

    BEST = "best"
    CUMULATE = "cumulate"


class ApplicationStatus(StrEnum):
    """What becomes of an application, or of a quote."""

    OPEN = "open"
    CLOSED = "closed"
    NOT_OPEN = "not-open"
    ACCEPTED = "accepted"
    SCHOLARSHIP = "scholarship"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


class Anchor(StrEnum):
    """A day that a cohort has or an application brings."""

    RECEIVED = "received"
    ENROLMENT_CLOSES = "enrolment.closes"
    STARTS = "starts"


def _day_or(*words: Anchor) -> Callable[[Any], date | Anchor | None]:
    return lambda value: Anchor(value) if value in words else read_day(value)


def _schema_of_day_or(*words: Anchor) -> WithJsonSchema:
    pattern = f"^({'|'.join(map(re.escape, words))}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})$"
    return WithJsonSchema({"type": "string", "pattern": pattern})


ExperienceDay = Annotated[
    date | Anchor,
    reads(N_("received, enrolment.closes, starts or a day"), _day_or(*Anchor)),
    _schema_of_day_or(*Anchor),
]
InstalmentDay = Annotated[
    date | Literal[Anchor.STARTS, Anchor.ENROLMENT_CLOSES],
    reads(N_("starts, enrolment.closes or a day"), _day_or(Anchor.STARTS, Anchor.ENROLMENT_CLOSES)),
    _schema_of_day_or(Anchor.STARTS, Anchor.ENROLMENT_CLOSES),
]


class ReceivedWindow(Entry):
    """The days in which an application must have been received, both included, in the cohort's zone."""

    start: Day | None = Field(default=None, alias="from", description=FIRST_DAY)
    until: Day | None = Field(default=None, description=N_("The last day, whole."))

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> Self:
        if self.start is not None and self.until is not None and self.until < self.start:
            raise refuse("reversed", at="until", first=str(self.start), last=str(self.until))
        return self


class When(Entry):
    """The conditions of a rule: all that are given must hold.

    Each but ``received`` is a room of ``model/conditions``; their order here is that of profiles.
    """

    received: ReceivedWindow | None = Field(default=None, description=N_("When the application was received."))
    experience: ExperienceAsked | None = Field(default=None, description=EXPERIENCE.about)
    organisation_members: OrganisationAsked | None = Field(default=None, description=ORGANISATION.about)
    code: CodeAsked | None = Field(default=None, description=CODE.about)
    category: CategoryAsked | None = Field(default=None, description=CATEGORY.about)
    alumni: AlumniAsked | None = Field(default=None, description=ALUMNI.about)
    given: dict[Name, GivenAsked] = Field(
        default_factory=dict,
        description=N_(
            "Columns of the course's own, as fees declare them: a word of each, other, or bounds of a number."
        ),
    )

    def asks(self, condition: Condition[Asked, Any]) -> Asked | None:
        """What the rule asks by a condition."""
        asked: Any
        if condition.name.startswith(PREFIX):
            asked = self.given.get(condition.name.removeprefix(PREFIX))
        else:
            asked = getattr(self, condition.name)
        return cast("Asked | None", asked)


CONDITIONS: tuple[Condition[Any, Any], ...] = tuple(
    mark
    for key in When.model_fields.values()
    for part in get_args(key.annotation)
    for mark in getattr(part, "__metadata__", ())
    if isinstance(mark, Condition)
)
"""Every condition that any rule can have, but for when the application was received."""
CONDITIONS_TO_FILL = tuple(sorted(CONDITIONS, key=lambda condition: condition.place))
"""The same in the order in which their columns and questions are shown."""


_AWARD = r"(score (asc|desc)|received (asc|desc)|draw)"
Award = Annotated[str, matching(_AWARD, N_("score desc, received asc or draw"))]


class Rule(Subject):
    """A discount or scholarship with its condition."""

    id: Identifier = Field(description=N_("The id of the rule."))
    label: Text = Field(description=N_("What people call it, on statements and pages."))
    when: When = Field(default_factory=When, description=N_("The conditions: all must hold."))
    percent: Percentage | None = Field(default=None, description=N_("How much per cent it takes off."))
    amount: Money | None = Field(default=None, description=N_("How much it takes off, in quotes."))
    price: Money | None = Field(default=None, description=N_("The price it gives, in quotes."))
    places: PositiveCount | None = Field(default=None, description=N_("How many applicants can have it."))
    award: tuple[Award, ...] = Field(default=(), description=N_("How those who get it are ranked."))
    exclusive: Flag = Field(default=False, description=N_("true: it competes alone against the sum of the others."))
    tier: Name | None = Field(
        default=None, description=N_("The name of the set of rules that together cover the enrolment window.")
    )
    source: ItsSource = None

    @model_validator(mode="after")
    def _has_one_effect(self) -> Self:
        given = [name for name in ("percent", "amount", "price") if getattr(self, name) is not None]
        if len(given) != 1:
            raise refuse("one-of-keys", keys="percent, amount, price", found=", ".join(given) or None)
        return self


class Vat(Entry):
    """VAT contained in the price, or the law by which there is none."""

    rate: Percentage | None = Field(default=None, description=N_("The rate contained in the price."))
    exempt: Text | None = Field(default=None, description=N_("Why there is none, in words."))
    reference: Name | None = Field(default=None, description=N_("The article of the law that exempts."))

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        given = [name for name in ("rate", "exempt") if getattr(self, name) is not None]
        if len(given) != 1:
            raise refuse("one-of-keys", keys="rate, exempt", found=", ".join(given) or None)
        if self.exempt is not None and self.reference is None:
            raise refuse("exemption-without-reference")
        return self


class Instalment(Entry):
    """A share of what is due, by a date or some months after one."""

    share: Percentage = Field(description=N_("How much per cent of what is due."))
    due: Day | None = Field(default=None, description=N_("The day it is due."))
    months: Count | None = Field(default=None, description=N_("How many months after the day in “after”."))
    after: InstalmentDay | None = Field(
        default=None, description=N_("The day the months count from: a date, starts or enrolment.closes.")
    )

    @model_validator(mode="after")
    def _has_one_date(self) -> Self:
        given = [name for name in ("due", "months") if getattr(self, name) is not None]
        if len(given) != 1:
            raise refuse("one-of-keys", keys="due, months", found=", ".join(given) or None)
        if self.months is not None and self.after is None:
            raise refuse("keys-together", key="months", needs="after")
        return self


def _cell(value: Any) -> str:
    if value is None or isinstance(value, str):
        return str(value or "")
    raise wrong_type(A_TEXT, value)


Columns = Annotated[
    dict[str, Annotated[str, BeforeValidator(_cell)]],
    WithJsonSchema(
        {
            "type": "object",
            "additionalProperties": {"type": ["string", "number", "boolean", "null"]},
        }
    ),
]


class Scenario(Entry):
    """A worked example: one applicant with what is due, or several with what becomes of each."""

    title: Text = Field(description=N_("What the example shows."))
    given: Columns | None = Field(default=None, description=N_("The columns of one application."))
    due: Money | None = Field(default=None, description=N_("What is due, in quotes."))
    status: Annotated[ApplicationStatus, choice(ApplicationStatus)] | None = Field(
        default=None, description=N_("What becomes of the application.")
    )
    applications: tuple[Columns, ...] = Field(
        default=(), description=N_("Several applications, each with its status and due.")
    )

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        given = [
            name
            for name, value in (("given", self.given), ("applications", self.applications or None))
            if value is not None
        ]
        if len(given) != 1:
            raise refuse("one-of-keys", keys="given, applications", found=", ".join(given) or None)
        if self.given is not None and self.due is None and self.status is None:
            raise refuse("keys-together", key="given", needs="due")
        return self


class Fees(Entry):
    """What a cohort costs, as rules."""

    currency: Annotated[str, matching(r"[A-Z]{3}", N_("a currency such as EUR"))] = Field(
        description=N_("The currency, such as EUR.")
    )
    price: Money = Field(description=N_("The full price, tax included, in quotes."))
    rounding: Annotated[Rounding, choice(Rounding)] = Field(description=N_("How amounts are rounded: half-up."))
    combine: Annotated[Combine, choice(Combine)] | None = Field(
        default=None,
        description=N_("What happens when rules meet: best or cumulate. Needed with two rules or more."),
    )
    experience_at: ExperienceDay | None = Field(
        default=None, description=N_("The day at which work experience is counted. Needed if a rule uses it.")
    )
    given: tuple[Given, ...] = Field(
        default=(), description=N_("Columns of the course's own that rules ask for, such as a level or an income.")
    )
    draw_seed: Name | None = Field(
        default=None, description=N_("The text from which draws are made, for all to verify.")
    )
    vat: Vat | None = Field(default=None, description=N_("VAT contained in the price, or the exemption."))
    stamp: Flag = Field(default=False, description=N_("true: stamp duty is added where the law asks for it."))
    later_may_be_cheaper: Text | None = Field(default=None, description=N_("Why a later application may pay less."))
    rules: tuple[Rule, ...] = Field(default=(), description=N_("Discounts and scholarships, in order."))
    instalments: tuple[Instalment, ...] = Field(
        default=(), description=N_("How what is due is split; the shares add up to 100.")
    )
    scenarios: tuple[Scenario, ...] = Field(
        default=(), description=N_("Worked examples: shown on the page and run by the checks.")
    )
    sources: ItsSources = ()

    @cached_property
    def conditions(self) -> tuple[Condition[Any, Any], ...]:
        """The conditions that its rules can have: those of every course, then one for each column of its own."""
        return (*CONDITIONS, *map(given_condition, self.given))

    @property
    def own_columns(self) -> tuple[Column, ...]:
        """The columns of applications that it asks for beside the known ones."""
        return tuple(column for each in self.conditions[len(CONDITIONS) :] for column in each.columns)

    @model_validator(mode="after")
    def _states_what_rules_need(self) -> Self:
        declared = {each.id: each for each in self.given}
        for rule in self.rules:
            for name, asked in rule.when.given.items():
                if name in declared and not fits(declared[name], asked):
                    raise refuse("keys-together", at="rules", key=name, needs="kind: number")
        if len(self.rules) > 1 and self.combine is None:
            raise refuse("keys-together", at="rules", key="rules", needs="combine")
        if self.experience_at is None and any(rule.when.experience for rule in self.rules):
            raise refuse("keys-together", at="rules", key="experience", needs="experience_at")
        total = sum(instalment.share for instalment in self.instalments)
        if self.instalments and total != 100:
            raise refuse("shares-not-whole", at="instalments", found=str(total))
        return self
