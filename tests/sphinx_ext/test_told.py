"""What is told, as MyST: texts of the course stay in slots, links and lengths of time are roles."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import cast

from sphinx.environment import BuildEnvironment

from coursewright.locale import wording
from coursewright.model.page import Edition
from coursewright.sphinx_ext.slots import render
from coursewright.views.group_page import group_page
from tests.views.courses import whole


def test_page_of_a_group_is_made_of_the_sections_that_are_told() -> None:
    # All that templates ask of the page being read is a place for their texts.
    env = cast("BuildEnvironment", SimpleNamespace(current_document={}))
    made = render("group_page", group_page(whole(), "rete"), env, wording("en"), Edition.PARTICIPANTS)
    _, told = made.split("Illustrative: made up for the course.", 1)
    told, _ = told.split("## An open curriculum")
    (texts,) = env.current_document.values()
    shown = re.sub(r"\{course-text\}`(\d+)`", lambda slot: f"<{texts[int(slot[1])]}>", told)
    assert [line for line in shown.splitlines() if line] == [
        "## What it wants to become",
        "- {course:figure}`facilitatrice`",
        "- {course:competency}`decidere`, up to: <Pratica>",
        "## The members",
        "Members have pseudonyms: the group is graded, its members never are.",
        "<nodo-a>, {course:figure}`facilitatrice`",
        ": offers: {course:competency}`ascoltare`. seeks: {course:competency}`decidere`.",
        "<nodo-b>, {course:figure}`custode`",
        ": offers: {course:competency}`decidere`.",
        "## Who carries what",
        "Who offers a competency carries it. Competencies of the course carried by nobody: 2; by one alone: 2.",
        ":::{table} Where the group stands, what it aims at, and what each member offers or seeks",
        ":class: coverage-matrix",
        "| Competency | stands at | aims at | carried by | <nodo-a> | <nodo-b> |",
        "|---|---|---|---|---|---|",
        "| {course:competency}`ascoltare` | <Pratica> | <Pratica> | **one alone** | offers |  |",
        "| {course:competency}`decidere` | <Osserva> | <Pratica> | **one alone** | seeks | offers |",
        ":::",
        "Left out are 2 competencies that nobody offers or seeks, and in which the group is at the beginning.",
        "## Who can serve whom",
        "- <nodo-b> → <nodo-a>: {course:competency}`decidere`",
        "Met: 1 of 1 that members seek, shared so that nobody carries more than has to be.",
        "## How members hang together",
        *("```{group-picture} rete", "```"),
        "- <nodo-a> – <nodo-b>: they design together, {course:competency}`decidere`, every week (a bridge)",
        "Parts: 1. Members in one part reach each other by interactions. "
        "Bridges, whose loss would split a part: <nodo-a–nodo-b>. "
        "Reciprocity: in 1 pairs one offers what the other seeks; in 0 of them, both ways.",
        "## The path to what the group wants to become",
        ":::::{container} course-path",
        *("1. {course:module}`ascolto` ({course-time}`1 h`)", "   up to there: {course-time}`1 h`"),
        *("2. {course:module}`decisione` ({course-time}`1 h`)", "   up to there: {course-time}`2 h`"),
        ":::::",
        "In all: {course-time}`2 h`. All that the group aims at is reached: 2 competencies. "
        "No path takes less time; of equal ones it has fewer modules, then those that come first.",
        "## What the group may become",
        "Each figure of the course, seen from where the group stands now.",
        "- {course:figure}`facilitatrice`: **within reach**. <Modules: 2, minutes: 120. No shorter way leads there.>",
        "- {course:figure}`custode`: **within reach**. <Modules: 3, minutes: 165. No shorter way leads there.>",
        "## Reading of 18 February 2023",
        "{course:thermometer}`stili`: how many of the group chose each gradation.",
        "| Practice | <Osserva> | <Pratica> | <Diffonde> |",
        "|---|---|---|---|",
        "| {course:competency}`ascoltare` | 2 | 4 | – |",
    ]
