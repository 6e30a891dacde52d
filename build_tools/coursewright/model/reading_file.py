"""Files of thermometer readings: one person's, as the site's page gives them to be taken along."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from coursewright.model.entry import Entry
from coursewright.model.thermometer import DAY_OF_READING, ITS_THERMOMETER
from coursewright.model.words import N_
from coursewright.model.written import WHOLE_NUMBER, Day, Identifier, wrong_type

FORMAT = "coursewright-readings"
VERSION = 1
_LONGEST = 10_000


def _one_line(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST or not value.isprintable():
        raise wrong_type(N_("one line of text"), "")
    return value


def _version(value: Any) -> Any:
    """A number alone: true is 1 for Python, and so is 1.0."""
    if type(value) is not int:
        raise wrong_type(WHOLE_NUMBER, "")
    return value


MaybeLine = Annotated[str, BeforeValidator(_one_line), WithJsonSchema({"type": "string"})]


class PersonalReading(Entry):
    """One use of the thermometer by one person."""

    on: Day = Field(description=DAY_OF_READING)
    situation: Identifier = Field(description=N_("The id of the situation that was chosen."))
    practices: dict[Identifier, Identifier] = Field(description=N_("The gradation chosen for each practice."))
    changed: MaybeLine = Field(description=N_("What changed, in one line; it may be empty."))


class ReadingFile(Entry):
    """All readings of one person with one thermometer, in the order in which they were taken."""

    format: Literal["coursewright-readings"] = Field(description=N_("Always “coursewright-readings”."))
    version: Annotated[Literal[1], BeforeValidator(_version)] = Field(description=N_("Always 1."))
    course: Identifier = Field(description=N_("The id of the course."))
    thermometer: Identifier = Field(description=ITS_THERMOMETER)
    readings: tuple[PersonalReading, ...] = Field(description=N_("The readings."))

    @property
    def latest(self) -> PersonalReading | None:
        """The reading of the last day; of several on that day, the one written last."""
        return max(reversed(self.readings), key=lambda reading: reading.on, default=None)
