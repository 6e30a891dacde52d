"""Fees of a cohort as rules: conditions, effects, payment, worked examples. Declarative: nothing here computes."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal, Self, cast, get_args

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, WithJsonSchema, model_validator
from pydantic_core import CoreSchema

from coursewright.model.anchor import AnchorDay
from coursewright.model.column import Column
from coursewright.model.condition import Asked, Condition
from coursewright.model.conditions.age import AGE, AgeAsked
from coursewright.model.conditions.alumni import ALUMNI, AlumniAsked
from coursewright.model.conditions.category import CATEGORY, CategoryAsked
from coursewright.model.conditions.code import CODE, CodeAsked
from coursewright.model.conditions.experience import EXPERIENCE, ExperienceAsked
from coursewright.model.conditions.given import PREFIX, Given, GivenAsked, fits, given_condition
from coursewright.model.conditions.organisation import ORGANISATION, OrganisationAsked
from coursewright.model.entry import Entry, Subject
from coursewright.model.ids import ItsSource, ItsSources
from coursewright.model.payment_plan import Instalment, Plan, refuse_parts
from coursewright.model.withdrawal import Withdrawal
from coursewright.model.words import N_
from coursewright.model.written import (
    A_TEXT,
    FIRST_DAY,
    LAST_DAY_WHOLE,
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
    read_yes_or_no,
    reads,
    refuse,
    wrong_type,
)

# What pages and tables call parts of a price.
INSTALMENTS = N_("Instalments")
REDUCTIONS = N_("Reductions")
ITS_LABEL = N_("What people call it, on statements and pages.")
_FOR_WHOM = N_("For whom: all must hold.")


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


class ReceivedWindow(Entry):
    """The days in which an application must have been received, both included, in the cohort's zone."""

    start: Day | None = Field(default=None, alias="from", description=FIRST_DAY)
    until: Day | None = Field(default=None, description=LAST_DAY_WHOLE)

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
    age: AgeAsked | None = Field(default=None, description=AGE.about)
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
    label: Text = Field(description=ITS_LABEL)
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
    """VAT contained in the price, or the law by which there is none; of several each but the last for some."""

    when: When | None = Field(default=None, description=N_("For whom: the last of several is for all others."))

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


class Item(Entry):
    """A fixed amount beside the price, such as insurance: no reduction touches it."""

    id: Identifier = Field(description=N_("The id of the item."))
    label: Text = Field(description=ITS_LABEL)
    amount: Money = Field(description=N_("How much it is, tax included, in quotes."))
    when: When = Field(default_factory=When, description=_FOR_WHOM)


class PayerKind(StrEnum):
    """Who can pay for somebody."""

    PERSON = "person"
    ORGANISATION = "organisation"
    FUND = "fund"


class Payer(Entry):
    """Somebody who takes over a part of what is to be paid."""

    id: Identifier = Field(description=N_("The id of the payer."))
    kind: Annotated[PayerKind, choice(PayerKind)] = Field(description=N_("person, organisation or fund."))
    label: Text = Field(description=ITS_LABEL)
    when: When = Field(default_factory=When, description=_FOR_WHOM)
    share: Percentage | None = Field(default=None, description=N_("How much per cent of all it pays."))
    amount: Money | None = Field(default=None, description=N_("How much it pays at most, in quotes."))

    @model_validator(mode="after")
    def _takes_one_part(self) -> Self:
        given = [name for name in ("share", "amount") if getattr(self, name) is not None]
        if len(given) != 1:
            raise refuse("one-of-keys", keys="share, amount", found=", ".join(given) or None)
        return self


EACH: Literal["each"] = "each"
"""Stamp duty on every document that carries it."""


def _stamp(value: Any) -> bool | str | None:
    return EACH if value == EACH else read_yes_or_no(value)


class _OneOrMore:
    """Tells editors of a list that one entry may stand for it."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The schema of an entry, or of a list of them."""
        schema = handler(core)
        return {"anyOf": [schema["items"], schema]}


def _listed(value: Any) -> Any:
    """One alone is a list of one."""
    return [value] if isinstance(value, dict | Entry) else value


Stamp = Annotated[
    bool | Literal["each"],
    reads(N_("true, false or each"), _stamp, without_quotes=True),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"type": "string", "const": EACH}]}),
]
Vats = Annotated[tuple[Vat, ...], BeforeValidator(_listed), _OneOrMore()]


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
    total: Money | None = Field(default=None, description=N_("What is to be paid in all, in quotes."))
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
        if self.given is not None and self.due is None and self.total is None and self.status is None:
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
    experience_at: AnchorDay | None = Field(
        default=None, description=N_("The day at which work experience is counted. Needed if a rule uses it.")
    )
    age_at: AnchorDay | None = Field(
        default=None, description=N_("The day at which age is counted. Needed if a rule uses it.")
    )
    given: tuple[Given, ...] = Field(
        default=(), description=N_("Columns of the course's own that rules ask for, such as a level or an income.")
    )
    draw_seed: Name | None = Field(
        default=None, description=N_("The text from which draws are made, for all to verify.")
    )
    vat: Vats = Field(default=(), description=N_("VAT contained in the price, or the exemption; or several, in order."))
    stamp: Stamp = Field(
        default=False,
        description=N_(
            "true: stamp duty is added once where the law asks for it; each: on the document of each instalment."
        ),
    )
    items: tuple[Item, ...] = Field(default=(), description=N_("Fixed amounts beside the price, such as insurance."))
    later_may_be_cheaper: Text | None = Field(default=None, description=N_("Why a later application may pay less."))
    rules: tuple[Rule, ...] = Field(default=(), description=N_("Discounts and scholarships, in order."))
    instalments: tuple[Instalment, ...] = Field(
        default=(), description=N_("How what is due is split; the shares add up to 100.")
    )
    plans: tuple[Plan, ...] = Field(
        default=(), description=N_("Several ways to pay, in place of “instalments”: the first, unless one is chosen.")
    )
    payers: tuple[Payer, ...] = Field(default=(), description=N_("Who takes over a part of what is to be paid."))
    withdrawal: Withdrawal | None = Field(
        default=None, description=N_("What is due back to someone who enrolled and will not come.")
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
        if len(self.rules) > 1 and self.combine is None:
            raise refuse("keys-together", at="rules", key="rules", needs="combine")
        for key, entries in (("rules", self.rules), ("vat", self.vat), ("items", self.items), ("payers", self.payers)):
            for each in entries:
                self._states_what_is_needed_for(key, each.when or When())
        refuse_parts(self.instalments)
        if self.instalments and self.plans:
            raise refuse("one-of-keys", at="plans", keys="instalments, plans", found="instalments, plans")
        if any((each.when is None) == (each is not self.vat[-1]) for each in self.vat):
            raise refuse("vat-not-for-all", at="vat")
        return self

    def _states_what_is_needed_for(self, key: str, when: When) -> None:
        """Refuse conditions under ``key`` that ask for a day which is not stated, or for what a column cannot hold."""
        if self.experience_at is None and when.experience is not None:
            raise refuse("keys-together", at=key, key="experience", needs="experience_at")
        if self.age_at is None and when.age is not None:
            raise refuse("keys-together", at=key, key="age", needs="age_at")
        declared = {each.id: each for each in self.given}
        for name, asked in when.given.items():
            if name in declared and not fits(declared[name], asked):
                raise refuse("keys-together", at=key, key=name, needs="kind: number")
