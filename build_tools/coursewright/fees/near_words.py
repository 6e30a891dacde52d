"""Words of applications that nearly are those of rules: told to the office, with what they would change, before anyone
pays more for a slip of the pen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from coursewright.fees.conditions import Cell
from coursewright.fees.rule_set import Granted, Outcome, RuleSet
from coursewright.model.application import Application
from coursewright.model.compared_text import nearly
from coursewright.model.condition import Applicant, Condition
from coursewright.model.conditions.organisation import ORGANISATION
from coursewright.model.money import Amount, amount_of
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.words import Term

_NOBODY: Granted = frozenset()
# Names of organisations that begin otherwise are not compared: there may be very many.
_SAME_BEGINNING = 3


class NearWords:
    """What one cohort's rules ask for by words, and what applications say that is nearly that."""

    def __init__(self, rules: RuleSet, outcome: Callable[[Cell, Granted], Outcome]) -> None:
        self.rules = rules
        self.outcome = outcome
        self.asked: dict[Condition[Any, Any], Sequence[Any]] = {}
        for condition in rules.fees.conditions:
            asked = [rule.when.asks(condition) for rule in rules.rules]
            if any(each is not None for each in asked):
                self.asked[condition] = [each for each in asked if each is not None]
        # Very many applications say the same.
        self._near: dict[tuple[str, Any], tuple[str, str, Any] | None] = {}

    def notes(self, applications: Iterable[Application], cells: Mapping[int, Cell]) -> Mapping[int, tuple[Reason, ...]]:
        """By row what is to be looked at; only what would change something is told. ``cells`` are those of the rows."""
        priced = list(applications)
        found: defaultdict[int, list[Reason]] = defaultdict(list)
        for each in priced:
            for reason in self._of(each.applicant, cells[each.row]):
                found[each.row].append(reason)
        for row, reason in self._of_organisations(priced, cells):
            found[row].append(reason)
        return {row: tuple(reasons) for row, reasons in found.items()}

    def _of(self, applicant: Applicant, cell: Cell) -> Iterator[Reason]:
        for condition, asked in self.asked.items():
            said = applicant.facts.get(condition.name)
            if said is None:
                continue
            key = (condition.name, said)
            if key not in self._near:
                self._near[key] = condition.meant(applicant, asked)
            near = self._near[key]
            if near is not None:
                written, meant, fact = near
                other = Applicant(applicant.received, {**applicant.facts, condition.name: fact})
                yield from self._told(condition, written, meant, cell, self.rules.cell_of(other))

    def _told(
        self, condition: Condition[Any, Any], written: str, meant: str, cell: Cell, other: Cell
    ) -> Iterator[Reason]:
        now, then = self.outcome(cell, _NOBODY), self.outcome(other, _NOBODY)
        if (now.due, now.competing) != (then.due, then.competing):
            currency = self.rules.fees.currency
            yield Reason(
                ReasonCode.NEARLY,
                {
                    "column": Term(condition.columns[0].title),
                    "found": written,
                    "meant": meant,
                    "due": Amount(amount_of(now.due), currency),
                    "instead": Amount(amount_of(then.due), currency),
                },
            )

    def _of_organisations(
        self, applications: Sequence[Application], cells: Mapping[int, Cell]
    ) -> Iterator[tuple[int, Reason]]:
        """Two organisations whose names are nearly one, where together their people would pay otherwise."""
        if ORGANISATION not in self.asked:
            return
        people: defaultdict[str, list[Application]] = defaultdict(list)
        for each in applications:
            if name := ORGANISATION.counted(each.applicant):
                people[name].append(each)
        for first, second in _pairs(people):
            fewer, more = sorted((first, second), key=lambda name: (len(people[name]), name))
            members = len(people[fewer]) + len(people[more])
            one = min(people[fewer], key=lambda each: (each.received, each.id))
            written, meant = (ORGANISATION.fact(people[name][0].applicant).name for name in (fewer, more))
            together = self.rules.cell_of(ORGANISATION.with_members(one.applicant, members))
            for reason in self._told(ORGANISATION, written, meant, cells[one.row], together):
                yield one.row, reason


def _pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The names that may be one, each two of them."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        alike[name[:_SAME_BEGINNING]].append(name)
    for several in alike.values():
        yield from (pair for pair in combinations(sorted(several), 2) if nearly(pair[0], [pair[1]]) is not None)
