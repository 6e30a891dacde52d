"""Lessons and exercises can be read after a long day."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Value
from coursewright.model.module import WithProse
from coursewright.model.place import Place
from coursewright.model.reading_ease import is_measured, longest_sentences, reading

# Who reads has a diploma or a degree, and reads without help from 40 on; the rest is for the end of a working day.
LEAST_EASE = 45
# The index was measured on whole passages: in a few lines one long word decides.
LEAST_WORDS = 100
_TOLD = 3


def check_reading_ease(curriculum: Curriculum) -> Iterator[Finding]:
    """hard-to-read: the Gulpease index of a module or exercise is below 45; only in a course in Italian."""
    if not is_measured(curriculum.course.language):
        return
    lessons: tuple[WithProse, ...] = (*curriculum.modules.values(), *curriculum.exercises.values())
    for entry in lessons:
        read = reading(entry.prose)
        ease = read.ease
        if ease is not None and ease < LEAST_EASE and read.words >= LEAST_WORDS:
            lines = sorted({sentence.line for sentence in longest_sentences(entry.prose, _TOLD)})
            values: dict[str, Value] = {"found": ease, "least": LEAST_EASE, "lines": ", ".join(map(str, lines))}
            yield Finding(Code.HARD_TO_READ, _title(entry), values)


def _title(entry: WithProse) -> Place:
    line = next((heading.line for heading in entry.prose.headings if heading.level == 1), 1)
    return Place(entry.origin.path, line)
