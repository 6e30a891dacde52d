"""What modules require of each other."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.checks.loops import Edge, edges_of, loops
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding
from coursewright.model.module import Module
from coursewright.model.place import Place


def check_prerequisites(curriculum: Curriculum) -> Iterator[Finding]:
    """prerequisite-loop, and required-later where what is required comes later in the path and in no loop."""
    circles = loops({module.id: module.requires for module in curriculum.modules.values()})
    for circle in circles:
        yield _loop(circle, curriculum)
    yield from _required_later(curriculum, {edge for circle in circles for edge in edges_of(circle)})


def _loop(circle: tuple[str, ...], curriculum: Curriculum) -> Finding:
    places = [_requirement(curriculum.modules[module], required) for module, required in edges_of(circle)]
    values = {"loop": " → ".join((*circle, circle[0]))}
    return Finding(Code.PREREQUISITE_LOOP, places[0], values, related=tuple(places[1:]))


def _requirement(module: Module, required: str) -> Place:
    return module.place("requires", module.requires.index(required))


def _required_later(curriculum: Curriculum, in_loops: set[Edge]) -> Iterator[Finding]:
    position = {module.id: index for index, module in enumerate(curriculum.path)}
    for module in curriculum.path:
        for index, required in enumerate(module.requires):
            later = position.get(required, -1) > position[module.id]
            if later and (module.id, required) not in in_loops:
                yield Finding(Code.REQUIRED_LATER, module.place("requires", index), {"found": required})
