"""The course's path: every module once, each beginning where those before it have led, none before what it requires."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.checks.loops import Edge, edges_of, loops
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.module import Module, Teaching
from coursewright.model.place import Place


def check_path(curriculum: Curriculum) -> Iterator[Finding]:
    """path-repeats, and module-not-in-path unless the file that has the path could not be read."""
    seen: set[str] = set()
    for index, identifier in enumerate(curriculum.course.path):
        if identifier in seen:
            yield Finding(Code.PATH_REPEATS, curriculum.course.place("path", index), {"found": identifier})
        seen.add(identifier)
    for module in curriculum.modules.values() if Kind.COURSE not in curriculum.unread_kinds else ():
        if module.id not in seen:
            yield Finding(Code.MODULE_NOT_IN_PATH, module.place("id"), {"found": module.id})


def check_reach(curriculum: Curriculum) -> Iterator[Finding]:
    """gradation-not-reached: a module of the path starts from a gradation to which nothing before it leads.

    Everyone enters at the first gradation. A module lifts to ``to`` only from ``from`` or above, and never
    lowers. After a module of the path that could not be read nothing is said, since it may lead anywhere.
    """
    reached: dict[str, int] = {}
    for identifier in dict.fromkeys(curriculum.course.path):
        module = curriculum.modules.get(identifier)
        if module is None:
            return
        yield from _taught(module, reached, curriculum)


def _taught(module: Module, reached: dict[str, int], curriculum: Curriculum) -> Iterator[Finding]:
    for teaching in module.teaches:
        scale = _scale(teaching, curriculum)
        if not scale:
            continue
        here = reached.get(teaching.competency, 0)
        if scale.index(teaching.start) > here:
            values = {"competency": teaching.competency, "from": teaching.start, "reached": scale[here]}
            yield Finding(Code.GRADATION_NOT_REACHED, teaching.place("from"), values)
        else:
            reached[teaching.competency] = max(here, scale.index(teaching.to))


def _scale(teaching: Teaching, curriculum: Curriculum) -> tuple[str, ...]:
    """The scale on which the module lifts; empty where competency or gradations are not known."""
    seat = curriculum.competencies.get(teaching.competency)
    scale = seat.map.scale if seat is not None else ()
    return scale if teaching.start in scale and teaching.to in scale else ()


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
