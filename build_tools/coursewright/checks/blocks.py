"""Blocks of Markdown texts: opened with three signs, closed again, and of a name that is known.

A block for trainers that is opened wrongly would become ordinary text, and reach the participants' site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursewright.checks.texts import is_for_trainers, prose_entries
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry_texts import TRAINERS_KEY, texts_of
from coursewright.model.facilitation_slips import facilitation_slips
from coursewright.model.finding import Code, Finding
from coursewright.model.module import WithProse
from coursewright.model.nearest import nearest
from coursewright.model.place import Place

# The course's own, then those of MyST, Sphinx and sphinx-design that a text can have a use for.
OWN_BLOCKS = frozenset(
    [
        "facilitation",
        "steps",
        "course-list",
        "course-card",
        "course-path",
        "course-quality",
        "course-glossary",
        "coverage-matrix",
        "competency-map",
        "group-composer",
        "map-picture",
        "module-card",
        "module-doors",
        "module-plan",
        "exercise-card",
        "exercise-filters",
        "exercise-frame",
        "cohort-state",
        "fee-timeline",
        "calendar-months",
        "calendar-links",
        "run-sheets",
        "booklet-link",
        "group-picture",
        "thermometer-axis",
        "thermometer-desk",
        "thermometer-group",
    ]
)
OTHER_BLOCKS = frozenset(
    [
        "note",
        "tip",
        "hint",
        "important",
        "attention",
        "caution",
        "warning",
        "danger",
        "error",
        "seealso",
        "admonition",
        "dropdown",
        "card",
        "card-carousel",
        "grid",
        "grid-item",
        "grid-item-card",
        "tab-set",
        "tab-item",
        "tab-set-code",
        "button-link",
        "button-ref",
        "figure",
        "image",
        "table",
        "list-table",
        "csv-table",
        "container",
        "epigraph",
        "pull-quote",
        "highlights",
        "rubric",
        "topic",
        "sidebar",
        "margin",
        "aside",
        "math",
        "code",
        "code-block",
        "parsed-literal",
        "glossary",
        "include",
        "literalinclude",
        "only",
        "raw",
        "contents",
        "toctree",
        "bibliography",
        "footbibliography",
        "div",
        "eval-rst",
        "class",
        "versionadded",
        "versionchanged",
        "deprecated",
        "centered",
        "hlist",
        "index",
        "tabularcolumns",
        "figure-md",
        "line-block",
        "compound",
    ]
)
_KNOWN = OWN_BLOCKS | OTHER_BLOCKS
_WRITTEN = re.compile(r"(?:^|\s):{0,2}`{0,2}\{([a-z][a-z-]*)\}(?![`\w])")


def check_blocks(curriculum: Curriculum) -> Iterator[Finding]:
    """block-not-opened, block-not-closed, unknown-block and nearly-facilitation."""
    for entry in prose_entries(curriculum):
        nearly = () if is_for_trainers(entry) else tuple(_nearly_facilitation(entry))
        said = {finding.place.line for finding in nearly}
        yield from nearly
        yield from (finding for finding in _blocks(entry) if finding.place.line not in said)


def check_data_texts(curriculum: Curriculum) -> Iterator[Finding]:
    """nearly-facilitation and comment-in-data: in data there are no blocks and no comments, and both would be shown."""
    for entry in curriculum.files():
        for keys, text in () if is_for_trainers(entry) else texts_of(entry):
            if TRAINERS_KEY in keys:
                continue
            for _, found in facilitation_slips(text.split("\n")):
                yield Finding(Code.NEARLY_FACILITATION, entry.place(*keys), {"found": found})
            if "<!--" in text:
                yield Finding(Code.COMMENT_IN_DATA, entry.place(*keys))


def check_comments(curriculum: Curriculum) -> Iterator[Finding]:
    """comment-not-closed."""
    for entry in prose_entries(curriculum):
        for comment in entry.prose.open_comments:
            yield Finding(Code.COMMENT_NOT_CLOSED, Place(entry.origin.path, comment.line, comment.column))


def _nearly_facilitation(entry: WithProse) -> Iterator[Finding]:
    for slip in entry.prose.nearly_for_trainers:
        place = Place(entry.origin.path, slip.line, slip.column)
        yield Finding(Code.NEARLY_FACILITATION, place, {"found": slip.text})


def _blocks(entry: WithProse) -> Iterator[Finding]:
    path = entry.origin.path
    for passage in entry.prose.paragraphs:
        for match in _WRITTEN.finditer(passage.text):
            if match[1] in _KNOWN:
                place = Place(path, passage.line + passage.text.count("\n", 0, match.start(1)), 1)
                yield Finding(Code.BLOCK_NOT_OPENED, place, {"found": match[1]})
    for block in entry.prose.unclosed:
        yield Finding(Code.BLOCK_NOT_CLOSED, Place(path, block.line, block.column), {"found": block.text})
    for block in entry.prose.directives:
        name = block.text.removeprefix("course:")
        if name not in _KNOWN and ":" not in name:
            near = nearest(name, OWN_BLOCKS) or nearest(name, OTHER_BLOCKS)
            values = {"found": name, "nearest": near}
            yield Finding(Code.UNKNOWN_BLOCK, Place(path, block.line, block.column), values)
