"""A group's reading of a thermometer, from the files of its members: how many chose what, never who.

Fewer than five let members deduce each other's answers: they are not counted, neither files nor the answers to one
practice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from coursewright.model.curriculum import Curriculum
from coursewright.model.reading_file import PersonalReading, ReadingFile
from coursewright.model.reason import Reason, ReasonCode
from coursewright.model.thermometer import Thermometer

FEWEST = 5

Counts = Mapping[str, Mapping[str, int]]


class ReadingsRefusedError(Exception):
    """Files that make no reading of a group, and why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class GroupReading:
    """How many chose each gradation of each practice, in the order of the thermometer and of the scale.

    ``people`` are those whose latest reading was counted; ``notes`` say what was left out.
    """

    on: date
    thermometer: str
    counts: Counts
    people: int
    notes: tuple[Reason, ...]


def group_reading(curriculum: Curriculum, files: Sequence[ReadingFile]) -> GroupReading:
    """The reading that the files, each of another person, make together. ReadingsRefusedError where they make none."""
    thermometer = _thermometer(curriculum, files)
    latest = [reading for file in files if (reading := file.latest) is not None]
    notes = []
    if len(latest) < len(files):
        notes.append(Reason(ReasonCode.READINGS_EMPTY, {"count": len(files) - len(latest)}))
    if len(latest) < FEWEST:
        raise ReadingsRefusedError(Reason(ReasonCode.READINGS_TOO_FEW, {"found": len(latest), "least": FEWEST}))
    notes += _unknown(curriculum, thermometer, latest)
    counts: dict[str, Mapping[str, int]] = {}
    for practice, chosen in _counted(curriculum, thermometer, latest):
        if sum(chosen.values()) >= FEWEST:
            counts[practice] = chosen
        elif chosen:
            title = curriculum.competencies[practice].competency.title
            notes.append(Reason(ReasonCode.PRACTICE_TOO_FEW, {"practice": title, "least": FEWEST}))
    if not counts:
        raise ReadingsRefusedError(Reason(ReasonCode.PRACTICES_TOO_FEW, {"least": FEWEST}))
    return GroupReading(max(each.on for each in latest), thermometer.id, counts, len(latest), tuple(notes))


def as_yaml(reading: GroupReading) -> str:
    """The entry for the group's file, to be pasted there."""
    lines = ["readings:", f"  - on: {reading.on.isoformat()}", f"    thermometer: {reading.thermometer}", "    counts:"]
    for practice, chosen in reading.counts.items():
        shown = ", ".join(f"{gradation}: {count}" for gradation, count in chosen.items())
        lines.append(f"      {practice}: {{{shown}}}")
    return "\n".join(lines) + "\n"


def _thermometer(curriculum: Curriculum, files: Sequence[ReadingFile]) -> Thermometer:
    if any(file.course != curriculum.course.id for file in files):
        raise ReadingsRefusedError(Reason(ReasonCode.READINGS_OTHER_COURSE, {"course": curriculum.course.id}))
    named = sorted({file.thermometer for file in files})
    if len(named) > 1:
        raise ReadingsRefusedError(Reason(ReasonCode.READINGS_MIXED, {"thermometers": ", ".join(named)}))
    found = curriculum.thermometers.get(named[0]) if named else None
    if found is None or found.map not in curriculum.maps:
        raise ReadingsRefusedError(Reason(ReasonCode.READINGS_NO_THERMOMETER, {"found": ", ".join(named)}))
    return found


def _counted(
    curriculum: Curriculum, thermometer: Thermometer, latest: Sequence[PersonalReading]
) -> Iterator[tuple[str, Mapping[str, int]]]:
    scale = curriculum.maps[thermometer.map].scale
    for practice in _practices(curriculum, thermometer):
        chosen = Counter(each.practices[practice] for each in latest if practice in each.practices)
        yield practice, {gradation: chosen[gradation] for gradation in scale if chosen[gradation]}


def _practices(curriculum: Curriculum, thermometer: Thermometer) -> Sequence[str]:
    listed = dict.fromkeys(practice.competency for practice in thermometer.practices)
    return [identifier for identifier in listed if identifier in curriculum.competencies]


def _unknown(curriculum: Curriculum, thermometer: Thermometer, latest: Sequence[PersonalReading]) -> Iterator[Reason]:
    known, scale = set(_practices(curriculum, thermometer)), curriculum.maps[thermometer.map].scale
    strange = sorted({practice for each in latest for practice in each.practices if practice not in known})
    if strange:
        yield Reason(ReasonCode.PRACTICES_UNKNOWN, {"found": ", ".join(strange)})
    gradations = sorted(
        {
            gradation
            for each in latest
            for practice, gradation in each.practices.items()
            if practice in known and gradation not in scale
        }
    )
    if gradations:
        yield Reason(ReasonCode.GRADATIONS_UNKNOWN, {"found": ", ".join(gradations)})
