"""Payment plans: how what is due is split into instalments, and when each is to be paid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from pydantic import Field, model_validator

from coursewright.model.anchor import COUNTED_BACK_FROM, AnchorDay, refuse_receipt
from coursewright.model.entry import Entry
from coursewright.model.words import N_
from coursewright.model.written import Day, Days, Identifier, Money, Months, Percentage, Text, refuse


class Instalment(Entry):
    """A share of what is due or a fixed deposit, by a date or some days or months after or before one."""

    share: Percentage | None = Field(
        default=None, description=N_("How much per cent of what is due, less the fixed amounts.")
    )
    amount: Money | None = Field(default=None, description=N_("A fixed amount, such as a deposit, in quotes."))
    due: Day | None = Field(default=None, description=N_("The day it is due."))
    months: Months | None = Field(
        default=None, description=N_("How many months after the day in “after”, or before that in “before”.")
    )
    days: Days | None = Field(
        default=None, description=N_("How many days after the day in “after”, or before that in “before”.")
    )
    after: AnchorDay | None = Field(
        default=None, description=N_("The day one counts from: a date, received, starts or enrolment.closes.")
    )
    before: AnchorDay | None = Field(default=None, description=COUNTED_BACK_FROM)

    @model_validator(mode="after")
    def _is_one_part_by_one_day(self) -> Self:
        self._one_of("share", "amount")
        self._one_of("due", "months", "days")
        counted = next((name for name in ("months", "days") if getattr(self, name) is not None), None)
        if counted is not None and self.after is None and self.before is None:
            raise refuse("keys-together", key=counted, needs="after")
        if counted is not None:
            self._one_of("after", "before")
        refuse_receipt(self.before, "before")
        return self

    def _one_of(self, *names: str) -> None:
        given = [name for name in names if getattr(self, name) is not None]
        if len(given) != 1:
            raise refuse("one-of-keys", keys=", ".join(names), found=", ".join(given) or None)


class Plan(Entry):
    """One of several ways to pay, which an application may choose."""

    id: Identifier = Field(description=N_("The id of the plan, as applications may name it."))
    label: Text = Field(description=N_("What people call it: applications may name it so too."))
    instalments: tuple[Instalment, ...] = Field(description=N_("Its instalments; the shares add up to 100."))

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        refuse_parts(self.instalments)
        return self


def refuse_parts(instalments: Sequence[Instalment]) -> None:
    """Refuse instalments whose shares are not together all that fixed amounts leave to pay."""
    total = sum(each.share for each in instalments if each.share is not None)
    if instalments and total != 100:
        raise refuse("shares-not-whole", at="instalments", found=str(total))
