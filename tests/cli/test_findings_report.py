"""Findings as sentences, JSON and commands for a forge."""

from __future__ import annotations

import json

import click

from coursewright.cli.findings_report import as_forge_commands, as_json, counted, told
from coursewright.locale import wording
from coursewright.model.finding import Finding
from coursewright.model.finding_codes import Code
from coursewright.model.place import Place

IT, EN = wording("it"), wording("en")
UNKNOWN = Finding(
    Code.UNKNOWN_KEY,
    Place("curriculum/course.yaml", 3, 1),
    {"key": "titel", "nearest": "title", "known": "id, title"},
)
UNPLANNED = Finding(Code.PLAN_MISSING, Place("modules/a.md", 1, 1))


def test_told_says_where_what_and_how_to_mend_it() -> None:
    assert click.unstyle(told(UNKNOWN, EN)) == (
        "curriculum/course.yaml:3:1: error unknown-key The key “titel” is not known here.\n    Did you mean “title”?"
    )
    assert click.unstyle(told(UNKNOWN, IT)).startswith("curriculum/course.yaml:3:1: errore unknown-key La voce")


def test_told_lets_no_control_character_through() -> None:
    finding = Finding(Code.UNKNOWN_KEY, Place("a\x1b]0;b.yaml"), {"key": "\u202e\x1b[1m", "known": "\x07"})
    assert click.unstyle(told(finding, EN)) == (
        "a\\x1b]0;b.yaml:1:1: error unknown-key The key “\\u202e\\x1b[1m” is not known here.\n    Known here: \\x07."
    )


def test_counted_names_only_what_there_is() -> None:
    assert counted([], IT) == "Nessun problema."
    assert counted([UNKNOWN], IT) == "1 errore."
    assert counted([UNKNOWN, UNKNOWN, UNPLANNED], IT) == "2 errori, 1 avviso."
    assert counted([UNPLANNED] * 10, EN) == "10 warnings."


def test_json_is_the_documented_shape_in_english() -> None:
    assert json.loads(as_json([UNKNOWN])) == {
        "findings": [
            {
                "code": "unknown-key",
                "severity": "error",
                "path": "curriculum/course.yaml",
                "line": 3,
                "column": 1,
                "message": "The key “titel” is not known here.",
                "hint": "Did you mean “title”?",
            }
        ]
    }
    assert json.loads(as_json([])) == {"findings": []}


def test_json_escapes_what_a_terminal_would_obey_and_keeps_the_text() -> None:
    nasty = "\x1b[2J\x9b\u202e\U000e0041è"
    text = as_json([Finding(Code.UNKNOWN_KEY, Place("a.yaml"), {"key": nasty, "nearest": "b"})])
    assert all(character not in text for character in "\x1b\x9b\u202e\U000e0041")
    assert "è" in text
    assert json.loads(text)["findings"][0]["message"] == f"The key “{nasty}” is not known here."


def test_forge_commands_escape_what_has_a_meaning_there() -> None:
    finding = Finding(Code.UNKNOWN_KEY, Place("50%, a:b.yaml", 2, 7), {"key": "100%", "nearest": "x::y"})
    assert list(as_forge_commands([finding, UNPLANNED], EN)) == [
        "::error file=50%25%2C a%3Ab.yaml,line=2,col=7,title=unknown-key"
        "::The key “100%25” is not known here.%0ADid you mean “x::y”?",
        "::warning file=modules/a.md,line=1,col=1,title=plan-missing"
        "::The module has no plan: nobody can run it from a timetable.%0AAdd “plan” with titles and minutes.",
    ]
