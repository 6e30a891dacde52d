"""Warnings that a writer has seen and silenced, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Severity
from coursewright.model.place import Keys, Place


@dataclass
class _Silence:
    """One ignore of one entry, and whether it has silenced anything."""

    code: Code
    below: Keys
    place: Place
    is_used: bool = False

    def covers(self, finding: Finding) -> bool:
        """Whether the finding, which is in the same file, stands at the entry or below it."""
        return finding.code is self.code and finding.place.keys[: len(self.below)] == self.below


def apply_ignores(curriculum: Curriculum, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without those that an entry ignores, then what is wrong with the ignores themselves.

    An ignore silences findings of its code at its entry or below, in the same file; one in the front matter
    of a Markdown file covers the text too. ``findings`` are all there are, from whatever check. While
    something could not be read, ignores without effect are not reported: what they silence may come back.
    """
    silences: dict[str, list[_Silence]] = {}
    for path, silence in _silences(curriculum):
        silences.setdefault(path, []).append(silence)
    for finding in findings:
        if not _is_silenced(finding, silences.get(finding.place.path, ())):
            yield finding
    for silence in (silence for of_file in silences.values() for silence in of_file):
        values = {"found": silence.code.value}
        if silence.code.severity is Severity.ERROR:
            yield Finding(Code.IGNORE_OF_ERROR, silence.place, values)
        elif not silence.is_used and not curriculum.unread_kinds:
            yield Finding(Code.IGNORE_WITHOUT_EFFECT, silence.place, values)


def _is_silenced(finding: Finding, silences: Iterable[_Silence]) -> bool:
    if finding.severity is Severity.ERROR:
        return False
    covering = [silence for silence in silences if silence.covers(finding)]
    for silence in covering:
        silence.is_used = True
    return bool(covering)


def _silences(curriculum: Curriculum) -> Iterator[tuple[str, _Silence]]:
    for subject in curriculum.subjects():
        for ignore in subject.ignore:
            yield (
                subject.origin.path,
                _Silence(ignore.code, subject.origin.keys, ignore.place("code")),
            )
