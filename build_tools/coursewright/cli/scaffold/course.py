"""A new course: one competency map, one lesson, one exercise, and the pages that list them."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.cli.scaffold.exercise import exercise_text
from coursewright.cli.scaffold.lift import Lift
from coursewright.cli.scaffold.module import PlannedExercise, module_text
from coursewright.cli.scaffold.name import Name
from coursewright.cli.scaffold.template import rendered, rendered_folder
from coursewright.model.competency import Competency, Gradation
from coursewright.model.exercise import Device

_MODULE_MINUTES, _EXERCISE_MINUTES = 120, 40


@dataclass(frozen=True)
class _FirstThings:
    """What the things of a new course are called until somebody names them."""

    map: Name
    area: Name
    competency: Name
    gradations: tuple[Name, Name, Name]
    module: Name
    exercise: Name


_FIRST = {
    "it": _FirstThings(
        map=Name("mappa", "Le competenze del corso"),
        area=Name("prima-area", "La prima area"),
        competency=Name("prima-competenza", "La prima competenza"),
        gradations=(Name("osserva", "Osserva"), Name("prova", "Prova"), Name("pratica", "Pratica")),
        module=Name("primo-modulo", "Il primo modulo"),
        exercise=Name("primo-esercizio", "Il primo esercizio"),
    ),
    "en": _FirstThings(
        map=Name("map", "The course's competencies"),
        area=Name("first-area", "The first area"),
        competency=Name("first-competency", "The first competency"),
        gradations=(Name("observes", "Observes"), Name("tries", "Tries"), Name("practises", "Practises")),
        module=Name("first-module", "The first module"),
        exercise=Name("first-exercise", "The first exercise"),
    ),
}


def new_course(name: Name, language: str) -> dict[str, str]:
    """The files of a course in one of the languages of the templates, by their paths."""
    first = _FIRST[language]
    lift = _lift(first)
    exercise = PlannedExercise(first.exercise.id, _EXERCISE_MINUTES)
    return {
        **rendered_folder(f"course/{language}", name=name, first=first),
        f"curriculum/competencies/{first.map.id}.yaml": _map_text(first, language),
        f"modules/{first.module.id}.md": module_text(first.module, lift, _MODULE_MINUTES, language, exercise),
        f"exercises/{first.exercise.id}.md": exercise_text(
            first.exercise, lift, Device.LABORATORY, _EXERCISE_MINUTES, language
        ),
    }


def _map_text(first: _FirstThings, language: str) -> str:
    return rendered(f"competency-map/{language}/map.yaml", first=first)


def _lift(first: _FirstThings) -> Lift:
    start, to, _ = (Gradation(id=each.id, title=each.title) for each in first.gradations)
    return Lift(Competency(id=first.competency.id, title=first.competency.title), start, to)
