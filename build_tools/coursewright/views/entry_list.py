"""All entries of one kind, as a list of cards."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.curriculum import Curriculum
from coursewright.model.exercise import Device
from coursewright.model.finding import Kind
from coursewright.model.module import Module
from coursewright.views.cohort_page import CohortCard, cohort_card
from coursewright.views.links import Link, docname_of, link, links


@dataclass(frozen=True)
class ListedModule:
    """What the list says of a module; ``number`` is its place in the path from 1, or None."""

    module: Link
    summary: str
    number: int | None
    minutes: int


@dataclass(frozen=True)
class ListedExercise:
    """What the list says of an exercise; group sizes in people, time in minutes."""

    exercise: Link
    summary: str
    device: Device
    minutes: int
    smallest_group: int
    largest_group: int
    practises: tuple[Link, ...]


@dataclass(frozen=True)
class PlainCard:
    """An entry with its title and a few words."""

    entry: Link
    summary: str


@dataclass(frozen=True)
class EntryList:
    """The cards of one kind, in the order of the course."""

    kind: Kind
    cards: tuple[ListedModule | ListedExercise | CohortCard | PlainCard, ...]


def entry_list(curriculum: Curriculum, kind: str) -> EntryList:
    """The cards of all entries of a kind (the word as in files: module, exercise, …)."""
    wanted = Kind(kind)
    match wanted:
        case Kind.MODULE:
            return EntryList(wanted, tuple(_listed_module(curriculum, each) for each in curriculum.modules_in_order))
        case Kind.EXERCISE:
            return EntryList(
                wanted, tuple(listed_exercise(curriculum, each) for each in exercises_in_order(curriculum))
            )
        case Kind.COHORT:
            cohorts = sorted(curriculum.cohorts.values(), key=lambda each: (each.starts, each.id), reverse=True)
            return EntryList(wanted, tuple(cohort_card(curriculum, each.id) for each in cohorts))
        case _:
            return EntryList(wanted, _plain_cards(curriculum, wanted))


def listed_exercise(curriculum: Curriculum, identifier: str) -> ListedExercise:
    """What the list says of an exercise."""
    exercise = curriculum.exercises[identifier]
    return ListedExercise(
        exercise=Link(Kind.EXERCISE, identifier, exercise.title, docname_of(exercise)),
        summary=exercise.summary or "",
        device=exercise.device,
        minutes=exercise.minutes,
        smallest_group=exercise.group.min,
        largest_group=exercise.group.max,
        practises=links(curriculum, Kind.COMPETENCY, (aim.competency for aim in exercise.practises)),
    )


def exercises_in_order(curriculum: Curriculum) -> tuple[str, ...]:
    """The ids of the exercises: those of the path's modules first, in order, then the rest by id."""
    used = dict.fromkeys(each for module in curriculum.modules_in_order for each in module.exercises)
    known = [each for each in used if each in curriculum.exercises]
    return (*known, *sorted(set(curriculum.exercises) - set(known)))


def _listed_module(curriculum: Curriculum, module: Module) -> ListedModule:
    return ListedModule(
        module=Link(Kind.MODULE, module.id, module.title, docname_of(module)),
        summary=module.summary,
        number=curriculum.numbers.get(module.id),
        minutes=module.minutes,
    )


def _plain_cards(curriculum: Curriculum, kind: Kind) -> tuple[PlainCard, ...]:
    cards = []
    for identifier, summary in _summaries(curriculum, kind):
        to = link(curriculum, kind, identifier)
        if to is not None:
            cards.append(PlainCard(to, summary))
    return tuple(cards)


def _summaries(curriculum: Curriculum, kind: Kind) -> list[tuple[str, str]]:
    match kind:
        case Kind.COMPETENCY_MAP:
            return [(each.id, each.summary or "") for each in curriculum.maps.values()]
        case Kind.COMPETENCY:
            competencies = (seat.competency for seat in curriculum.competencies.values())
            return [(each.id, each.summary or "") for each in competencies]
        case Kind.FIGURE:
            figures = curriculum.figures_file.figures if curriculum.figures_file else ()
            return [(each.id, each.summary) for each in figures]
        case Kind.THERMOMETER:
            return [(each.id, each.summary or "") for each in curriculum.thermometers.values()]
        case Kind.GROUP:
            return [(each.id, each.purpose) for each in curriculum.groups.values()]
        case Kind.MATRIX:
            return [(each.id, each.summary or each.goal) for each in curriculum.matrices.values()]
        case _:
            return []


@dataclass(frozen=True)
class ExerciseFilters:
    """Devices and competencies that occur, in the order of the model and of the maps; lengths in minutes, rising."""

    devices: tuple[Device, ...]
    competencies: tuple[Link, ...]
    minutes: tuple[int, ...]


def exercise_filters(curriculum: Curriculum) -> ExerciseFilters:
    """The filters of the course's exercises."""
    exercises = curriculum.exercises.values()
    devices = {each.device for each in exercises}
    practised = {aim.competency for each in exercises for aim in each.practises}
    return ExerciseFilters(
        tuple(device for device in Device if device in devices),
        links(curriculum, Kind.COMPETENCY, (each for each in curriculum.competencies if each in practised)),
        tuple(sorted({each.minutes for each in exercises})),
    )
