"""A group's portrait and a group's reading, as people read them on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.cli.told_text import told_lines
from coursewright.groups.portrait import Portrait
from coursewright.groups.readings import GroupReading, as_yaml
from coursewright.locale import Wording
from coursewright.model.curriculum import Curriculum
from coursewright.model.words import N_
from coursewright.views.group_portrait import group_portrait


def portrait_lines(curriculum: Curriculum, portrait: Portrait, words: Wording) -> Iterator[str]:
    """The portrait, part by part."""
    yield portrait.group.title
    yield from told_lines(group_portrait(curriculum, portrait), words)


def reading_lines(curriculum: Curriculum, reading: GroupReading, words: Wording) -> Iterator[str]:
    """The distribution by practice, and the entry for the group's file."""
    yield words.text(
        N_("{thermometer}: readings of {people} people, the latest of each; the last is of {day}."),
        thermometer=curriculum.thermometers[reading.thermometer].title,
        people=reading.people,
        day=reading.on,
    )
    for practice, chosen in reading.counts.items():
        yield f"  {curriculum.competencies[practice].competency.title}"
        shown = (f"{curriculum.gradation_title(practice, each)}: {count}" for each, count in chosen.items())
        yield f"      {', '.join(shown)}"
    yield ""
    yield words.text(N_("For the group's file (where “readings:” stands already, without that line):"))
    yield ""
    yield from as_yaml(reading).splitlines()
