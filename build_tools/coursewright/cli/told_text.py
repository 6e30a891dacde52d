"""What is told, as people read it on a terminal: a line for each sentence, lists and tables indented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coursewright.cli.text_table import Column, table_lines
from coursewright.locale import Wording
from coursewright.views.told import Entries, Lines, Paragraph, Part, Picture, Section, Steps, Table


def told_lines(sections: Iterable[Section], words: Wording) -> Iterator[str]:
    """Each section after an empty line; pictures have none."""
    for section in sections:
        yield ""
        yield words.shown(section.heading)
        for part in section.parts:
            yield from _part(part, words)


def _part(part: Part, words: Wording) -> Iterator[str]:
    match part:
        case Paragraph(sentences):
            yield from (words.shown(each) for each in sentences)
        case Lines(lines):
            yield from (f"  {words.shown(each)}" for each in lines)
        case Entries(entries):
            for term, said in entries:
                yield f"  {words.shown(term)}"
                yield from (f"      {words.shown(each)}" for each in said.sentences)
        case Steps(steps):
            for number, (step, below) in enumerate(steps, start=1):
                yield f"  {number:>3}. {words.shown(step)}  {words.shown(below)}"
        case Table(heads, rows):
            shown = [[words.shown(cell) for cell in row] for row in rows]
            columns = (Column(words.shown(head), [row[number] for row in shown]) for number, head in enumerate(heads))
            yield from (f"  {line}" for line in table_lines(*columns))
        case Picture():
            return
