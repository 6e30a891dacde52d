"""Competencies with the gradation they are practised at, as cards and pages name them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coursewright.model.competency import Aim
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.views.links import Link, link


@dataclass(frozen=True)
class AimedCompetency:
    """A competency and the title of the gradation it leads to."""

    competency: Link
    to: str


def aimed(curriculum: Curriculum, aims: Iterable[Aim]) -> tuple[AimedCompetency, ...]:
    """The competencies of some aims, those that exist."""
    shown = []
    for aim in aims:
        to = link(curriculum, Kind.COMPETENCY, aim.competency)
        if to is not None:
            shown.append(AimedCompetency(to, curriculum.gradation_title(aim.competency, aim.to)))
    return tuple(shown)
