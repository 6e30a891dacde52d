"""The terms of payment of one cohort, compiled: which items, rate, plan and payers hold for an applicant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from zoneinfo import ZoneInfo

from coursewright.fees.conditions import Cell, Conditions, conditions_of
from coursewright.model.anchor import Anchor
from coursewright.model.cohort import Cohort
from coursewright.model.compared_text import compared
from coursewright.model.condition import Applicant
from coursewright.model.conditions.organisation import ORGANISATION
from coursewright.model.fee_rules import Fees, Item, Payer, Vat, When
from coursewright.model.nearest import nearest
from coursewright.model.payment_plan import Instalment
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.written import found

_PERSON = {"person", "persona", "privato", "privata", "partecipante", "participant", "io", "myself"}
_ORGANISATION = {
    "organisation",
    "organization",
    "organizzazione",
    "ente",
    "azienda",
    "società",
    "associazione",
    "company",
    "employer",
    "datore di lavoro",
}


@dataclass(frozen=True, slots=True)
class Way:
    """A way to pay: its instalments, and the plan's id and label where the file has several plans."""

    id: str
    label: str
    instalments: tuple[Instalment, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What of a file holds for an applicant; ``vat`` is None where nothing is said of tax."""

    items: tuple[Item, ...]
    vat: Vat | None
    payers: tuple[Payer, ...]


class Rest(StrEnum):
    """Whose is what no payer of the file takes; who is not known where an application names nobody that is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Basis:
    """All that a payment depends on, but for what is due: ``way`` is None where an application names none there is.

    ``received`` is the day of the receipt, None where no instalment is counted from it.
    """

    cell: Cell = ()
    way: int | None = 0
    rest: Rest = Rest.PERSON
    received: date | None = None


PLAIN = Basis()
"""Whoever says nothing, where the file tells nobody apart."""


@dataclass(frozen=True)
class Terms:
    """The terms of one cohort. ``conditions`` are None where they are the same for all."""

    fees: Fees
    zone: ZoneInfo
    conditions: Conditions | None
    ways: tuple[Way, ...]

    @property
    def counts_members(self) -> bool:
        """Whether something depends on how many of an organisation take part."""
        return any(each.when.asks(ORGANISATION) is not None for each in conditionals(self.fees))

    def basis_of(self, applicant: Applicant) -> Basis:
        """What the payment of an applicant depends on."""
        cell = () if self.conditions is None else self.conditions.cell_of(applicant)
        if not (cell or applicant.plan or applicant.payer or self._counts_from_receipt):
            return PLAIN
        day = applicant.received.astimezone(self.zone).date() if self._counts_from_receipt else None
        return Basis(cell, self._way(applicant.plan), rest_of(applicant), day)

    def notes(self, applicant: Applicant) -> Iterator[Reason]:
        """What of the way to pay cannot be told from the application: it is for the office to ask."""
        if self._way(applicant.plan) is None:
            yield self.unknown_plan(applicant.plan)
        if rest_of(applicant) is Rest.UNKNOWN:
            yield Reason(ReasonCode.PAYER_UNKNOWN, {"found": found(applicant.payer)})

    def unknown_plan(self, chosen: str) -> Reason:
        """That there is no such plan, and which was probably meant."""
        likely = nearest(compared(chosen), self._names)
        if likely is None:
            known = ", ".join(each.label for each in self.ways)
            return Reason(ReasonCode.PLAN_UNKNOWN, {"found": found(chosen), "known": known})
        values = {"found": found(chosen), "nearest": self.ways[self._names[likely]].label}
        return Reason(ReasonCode.PLAN_NEARLY, values)

    def held(self, cell: Cell) -> Held:
        """What holds in a cell: all items and payers whose conditions do, and the first rate."""
        return self._held(cell)

    @cached_property
    def _held(self) -> Callable[[Cell], Held]:
        return cache(self._found)

    def _found(self, cell: Cell) -> Held:
        fees, verdicts = self.fees, () if self.conditions is None else self.conditions.verdicts(cell)
        holds = [verdict is None for verdict in verdicts] or [True] * len(conditionals(fees))
        items, rest = holds[: len(fees.items)], holds[len(fees.items) :]
        rates, payers = rest[: len(fees.vat)], rest[len(fees.vat) :]
        return Held(
            items=tuple(each for each, does in zip(fees.items, items, strict=True) if does),
            vat=next((each for each, does in zip(fees.vat, rates, strict=True) if does), None),
            payers=tuple(each for each, does in zip(fees.payers, payers, strict=True) if does),
        )

    @cached_property
    def _counts_from_receipt(self) -> bool:
        return any(Anchor.RECEIVED in (each.after, each.before) for way in self.ways for each in way.instalments)

    @cached_property
    def _names(self) -> Mapping[str, int]:
        """Where each plan stands, by its id and by its label."""
        ways = list(enumerate(self.ways))
        return {compared(name): number for number, each in reversed(ways) for name in (each.label, each.id)}

    def _way(self, chosen: str) -> int | None:
        """Which plan is meant: the first where none is chosen, or there is no choice."""
        if not chosen or not self.fees.plans:
            return 0
        return self._names.get(compared(chosen))


def terms_of(cohort: Cohort, fees: Fees) -> Terms:
    """The compiled terms of a cohort that has these fees."""
    parts = conditionals(fees)
    for_all = all(each.when == _ALL for each in parts)
    return Terms(
        fees=fees,
        zone=ZoneInfo(cohort.timezone),
        conditions=None if for_all else conditions_of(cohort, fees, parts),
        ways=tuple(Way(each.id, each.label, each.instalments) for each in fees.plans)
        or (Way("", "", fees.instalments),),
    )


def _only(fees: Fees) -> tuple[Way, ...]:
    return (Way("", "", fees.instalments),)


def rest_of(applicant: Applicant) -> Rest:
    """Whose is what no payer takes: as the application says, by a word for it or by the organisation's name."""
    if not applicant.payer:
        return Rest.PERSON
    said = compared(applicant.payer)
    if said in _PERSON:
        return Rest.PERSON
    is_organisation = said in _ORGANISATION or said == compared(ORGANISATION.fact(applicant).name)
    return Rest.ORGANISATION if is_organisation else Rest.UNKNOWN


@dataclass(frozen=True, slots=True)
class _Conditional:
    """Whatever of the terms may hold for some: its name and its conditions."""

    label: str
    when: When


_ALL = When()


def conditionals(fees: Fees) -> tuple[_Conditional, ...]:
    """The items, then the rates, then the payers."""
    return (
        *(_Conditional(each.label, each.when) for each in fees.items),
        *(_Conditional("", each.when or _ALL) for each in fees.vat),
        *(_Conditional(each.label, each.when) for each in fees.payers),
    )
