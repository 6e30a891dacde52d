"""How many people of the applicant's organisation have a place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Annotated, Any

from coursewright.model.column import Cells, Column
from coursewright.model.compared_text import compared
from coursewright.model.condition import Answer, Applicant, Condition, Demands, Dimension, Question, ValueClass
from coursewright.model.reason import Reason, SentenceCode
from coursewright.model.words import N_, Sentence
from coursewright.model.written import PositiveCount


class MembersClass(SentenceCode):
    """How many have a place."""

    UNDER = ("members-under", N_("less than {under} of the same organisation"))
    BETWEEN = ("members-between", N_("{least} to {most} of the same organisation"))
    FROM = ("members-from", N_("{least} or more of the same organisation"))


class MembersReason(SentenceCode):
    """Why a rule does not hold."""

    TOO_FEW = ("organisation-too-few", N_("It asks that {members} people of the same organisation have a place."))


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as it was written, and how many of its people have a place, the applicant included."""

    name: str = ""
    members: int = 0


class _OrganisationMembers(Condition[int, Organisation]):
    name = "organisation_members"
    about = N_("How many of the same organisation have a place.")
    columns = (
        Column(
            "organisation",
            ("organisation", "organization", "organizzazione", "ente", "ente di appartenenza"),
            N_("Organisation"),
            N_("Where one works, if it counts for a reduction."),
            N_("organisation"),
        ),
    )
    questions = (
        Question("organisation", N_("The applicant's organisation."), Answer.NAME),
        Question(
            "organisation_members",
            N_("How many people of that organisation have a place, the applicant included; else one."),
            Answer.COUNT,
        ),
    )
    place = 2
    nothing = Organisation()

    def read(self, cells: Cells) -> Organisation:
        """The organisation, of which nobody else is known yet."""
        name = cells.text(self.columns[0])
        return _alone(name) if name else self.nothing

    def answered(self, cells: Cells, answers: Mapping[str, Any]) -> Organisation:
        """The organisation with as many members as are given."""
        read = self.read(cells)
        return replace(read, members=answers.get("organisation_members") or read.members)

    def counted(self, applicant: Applicant) -> str:
        """What members are counted by: the organisation's name as it is compared; empty for who has none."""
        return compared(self.fact(applicant).name)

    def with_members(self, applicant: Applicant, members: int) -> Applicant:
        """The applicant, of whose organisation so many have a place."""
        fact = replace(self.fact(applicant), members=members)
        return replace(applicant, facts={**applicant.facts, self.name: fact})

    def told_apart(self, demands: Demands[int]) -> Dimension | None:
        bounds = sorted({each.asks for each in demands.of_rules if each.asks is not None})
        if not bounds:
            return None

        def verdict(asks: int, reached: int) -> Reason | None:
            return None if reached > bounds.index(asks) else Reason(MembersReason.TOO_FEW, {"members": asks})

        classes = tuple(self._classes(bounds))
        verdicts = demands.verdicts(range(len(classes)), verdict)
        return Dimension(classes, lambda applicant: bisect_right(bounds, self.fact(applicant).members), verdicts)

    def _classes(self, bounds: Sequence[int]) -> Iterator[ValueClass]:
        yield self.ordinary(MembersClass.UNDER, under=bounds[0])
        for low, high in pairwise(bounds):
            yield self.particular(MembersClass.BETWEEN, least=low, most=high - 1)
        yield self.particular(MembersClass.FROM, least=bounds[-1])

    def words(self, asks: int) -> Iterator[Sentence]:
        yield Sentence(N_("organisations of which {members} people or more have a place"), {"members": asks})


# Very many applications name the same few.
@lru_cache(maxsize=1000)
def _alone(name: str) -> Organisation:
    return Organisation(name, 1)


ORGANISATION = _OrganisationMembers()
OrganisationAsked = Annotated[PositiveCount, ORGANISATION]
