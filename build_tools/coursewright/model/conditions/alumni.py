"""Whether the applicant took part before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from coursewright.model.cell_values import read_flag
from coursewright.model.column import Cells, Column
from coursewright.model.condition import Answer, Condition, Demands, Dimension, Question
from coursewright.model.reason import Reason, SentenceCode
from coursewright.model.words import N_, Sentence
from coursewright.model.written import Flag

_TOOK_PART = N_("took part before")


class AlumniClass(SentenceCode):
    """Whether it is the first time."""

    FIRST_TIME = ("first-time", N_("taking part for the first time"))
    TOOK_PART_BEFORE = ("took-part-before", _TOOK_PART)


class AlumniReason(SentenceCode):
    """Why a rule does not hold."""

    NOT_ALUMNI = ("not-alumni", N_("It is for those who took part before."))
    ALUMNI = ("alumni", N_("It is for those who take part for the first time."))


class _Alumni(Condition[bool, bool]):
    name = "alumni"
    about = N_("Whether the applicant took part before.")
    columns = (
        Column(
            "alumni",
            ("alumni", "took part before", "ha già partecipato", "ex partecipante", "ex allievo", "ex allieva"),
            N_("Took part before"),
            N_("yes or no."),
            _TOOK_PART,
        ),
    )
    questions = (Question("alumni", N_("The applicant took part before."), Answer.YES),)
    place = 5
    nothing = False

    def read(self, cells: Cells) -> bool:
        return cells.read(self.columns[0], read_flag)

    def told_apart(self, demands: Demands[bool]) -> Dimension | None:
        if all(each.asks is None for each in demands.of_rules):
            return None
        classes = (self.ordinary(AlumniClass.FIRST_TIME), self.particular(AlumniClass.TOOK_PART_BEFORE))
        verdicts = demands.verdicts((False, True), _verdict)
        return Dimension(classes, lambda applicant: int(self.fact(applicant)), verdicts)

    def words(self, asks: bool) -> Iterator[Sentence]:
        yield Sentence(N_("people who took part before") if asks else N_("people who take part for the first time"))


def _verdict(asks: bool, before: bool) -> Reason | None:
    if asks == before:
        return None
    return Reason(AlumniReason.NOT_ALUMNI if asks else AlumniReason.ALUMNI)


ALUMNI = _Alumni()
AlumniAsked = Annotated[Flag, ALUMNI]
