"""Modules: Markdown lessons that lift competencies from one gradation to another."""

from __future__ import annotations

from typing import Any, Self

from pydantic import Field, PrivateAttr, model_validator

from coursewright.model.competency import ITS_COMPETENCY, ITS_GRADATION
from coursewright.model.entry import Entry, Identified
from coursewright.model.ids import CompetencyId, ExerciseId, ItsSources, ModuleId
from coursewright.model.prose import Prose
from coursewright.model.words import N_
from coursewright.model.written import ITS_MINUTES, Identifier, Markdown, Minutes, Text, refuse

ITS_CUE = N_("A note for the trainer alone.")
# What pages and tables call a module and its parts.
MODULE = N_("Module")
TITLE = N_("Title")
TIME = N_("Time")
MINUTES = N_("Minutes")
IN_ALL = N_("In all:")
BREAK = N_("Break")
FROM_MINUTE = N_("from minute {start} to {end}")
CUE = N_("Cue")
CUE_BEFORE_IT = N_("Cue:")


class WithProse(Identified):
    """An entry written as front matter with a Markdown text below it."""

    _prose: Prose = PrivateAttr(default_factory=Prose)

    @property
    def prose(self) -> Prose:
        """The text below the front matter."""
        return self._prose

    @property
    def title(self) -> str:
        """The text's title, else the id."""
        return self._prose.title or self.id

    def with_prose(self, prose: Prose) -> Self:
        """The same entry told its text. For the reader of files alone."""
        return self._with("_prose", prose)


class Teaching(Entry):
    """A competency that a module lifts from one gradation to another."""

    competency: CompetencyId = Field(description=ITS_COMPETENCY)
    start: Identifier = Field(alias="from", description=N_("The gradation it starts from."))
    to: Identifier = Field(description=ITS_GRADATION)


class PlanItem(Entry):
    """One stretch of a module's day: a titled part, an exercise, or a break."""

    title: Text | None = Field(default=None, description=N_("What happens in this part."))
    minutes: Minutes | None = Field(default=None, description=ITS_MINUTES)
    cue: Markdown | None = Field(default=None, description=ITS_CUE)
    exercise: ExerciseId | None = Field(default=None, description=N_("The id of an exercise, with its own minutes."))
    pause: Minutes | None = Field(
        default=None, alias="break", description=N_("A break, in minutes (not counted as teaching).")
    )

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        given = [
            name
            for name, value in (("title", self.title), ("exercise", self.exercise), ("break", self.pause))
            if value is not None
        ]
        if len(given) != 1:
            raise refuse("one-of-keys", keys="title, exercise, break", found=", ".join(given) or None)
        if given == ["title"] and self.minutes is None:
            raise refuse("keys-together", key="title", needs="minutes")
        if given != ["title"] and self.minutes is not None:
            raise refuse("one-of-keys", at="minutes", keys=f"minutes, {given[0]}", found=f"minutes, {given[0]}")
        return self


class Module(WithProse):
    """``modules/*.md``."""

    summary: Markdown = Field(description=N_("One or two sentences: what one learns to do here."))
    minutes: Minutes = Field(description=N_("The minutes of teaching, breaks not counted."))
    teaches: tuple[Teaching, ...] = Field(description=N_("The competencies it lifts, from which gradation to which."))
    requires: tuple[ModuleId, ...] = Field(default=(), description=N_("The modules that must come before."))
    exercises: tuple[ExerciseId, ...] = Field(default=(), description=N_("The exercises that go with it."))
    plan: tuple[PlanItem, ...] = Field(default=(), description=N_("How the time is spent; it adds up to the minutes."))
    sources: ItsSources = ()

    @property
    def timetable_exercises(self) -> tuple[str, ...]:
        """The exercises that stand in the plan."""
        return tuple(item.exercise for item in self.plan if item.exercise is not None)


def plan_minutes(module: Module, exercise_minutes: dict[str, Any]) -> int | None:
    """The minutes of a module's plan without breaks, or None where an exercise in it is not known."""
    total = 0
    for item in module.plan:
        if item.exercise is not None:
            if item.exercise not in exercise_minutes:
                return None
            total += exercise_minutes[item.exercise]
        elif item.pause is None:
            total += item.minutes or 0
    return total
