"""Withdrawal: what is due back to someone who enrolled and will not come."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from coursewright.model.anchor import COUNTED_BACK_FROM, AnchorDay, refuse_receipt
from coursewright.model.entry import Entry
from coursewright.model.words import N_
from coursewright.model.written import LAST_DAY_WHOLE, Day, Days, Flag, Percentage, refuse

IF_YOU_WITHDRAW = N_("If you withdraw")
DISTANCE_DAYS = 14
"""So many days after the receipt consumers may take back a contract made at a distance, without a reason and without
cost (d.lgs. 206/2005, articles 52 and 56)."""


class Step(Entry):
    """How much of what was due is due back to whoever withdraws by a day, that day included."""

    until: Day | None = Field(default=None, description=LAST_DAY_WHOLE)
    days_before: Days | None = Field(default=None, description=N_("So many days before the day in “of”, or earlier."))
    of: AnchorDay | None = Field(default=None, description=COUNTED_BACK_FROM)
    back: Percentage = Field(description=N_("How much per cent of what was due is due back."))

    @model_validator(mode="after")
    def _has_one_day(self) -> Self:
        given = [name for name in ("until", "days_before") if getattr(self, name) is not None]
        if len(given) != 1:
            raise refuse("one-of-keys", keys="until, days_before", found=", ".join(given) or None)
        if self.days_before is not None and self.of is None:
            raise refuse("keys-together", key="days_before", needs="of")
        refuse_receipt(self.of, "of")
        return self


class Withdrawal(Entry):
    """What is due back by dated steps, and what the law grants beside."""

    steps: tuple[Step, ...] = Field(
        default=(), description=N_("The steps: the one counts that gives most of those whose day has not passed.")
    )
    distance_selling: Flag = Field(
        default=False,
        description=N_("true: within 14 days from the receipt all is due back, as consumers have it by law."),
    )
