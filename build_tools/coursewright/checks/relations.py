"""Ties between competencies."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding


def check_relations(curriculum: Curriculum) -> Iterator[Finding]:
    """relation-to-itself: a competency tied to itself."""
    for competency_map in curriculum.maps.values():
        for competency in competency_map.competencies():
            for relation in competency.relations:
                if relation.to == competency.id:
                    yield Finding(Code.RELATION_TO_ITSELF, relation.place("to"), {"found": relation.to})
