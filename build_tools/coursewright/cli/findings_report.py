"""Findings as people and programs read them: sentences, JSON, or commands for a forge's log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import click

from coursewright.cli.json_text import json_text
from coursewright.cli.terminal import plain, say
from coursewright.door.errors import RefusalError
from coursewright.locale import Wording, wording
from coursewright.model.finding import Finding, Severity
from coursewright.model.words import N_

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_FORGE_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def told(finding: Finding, words: Wording) -> str:
    """One finding: its place, how grave it is, its code and message, and the hint on a line of its own.

    Styled for a terminal; what prints it drops the colours where they are not shown.
    """
    said = words.finding(finding)
    severity = click.style(words.text(finding.severity), fg=_COLOURS[finding.severity], bold=True)
    place = click.style(plain(str(finding.place)), bold=True)
    line = f"{place}: {severity} {finding.code} {plain(said.message)}"
    return f"{line}\n    {plain(said.hint)}" if said.hint else line


def counted(findings: Sequence[Finding], words: Wording) -> str:
    """How many findings there are of each severity, in a sentence."""
    return counted_by_severity((finding.severity for finding in findings), words) or words.text(N_("No problem found."))


def counted_by_severity(severities: Iterable[Severity], words: Wording) -> str:
    """How many there are of each severity, in a sentence; nothing where there is none."""
    count = Counter(severities)
    parts = [
        words.plural("{count} error", "{count} errors", count[Severity.ERROR]),
        words.plural("{count} warning", "{count} warnings", count[Severity.WARNING]),
        words.plural("{count} note", "{count} notes", count[Severity.INFO]),
    ]
    shown = [part for part in parts if not part.startswith("0 ")]
    return f"{', '.join(shown)}." if shown else ""


def as_json(findings: Iterable[Finding], report: Mapping[str, Any] | None = None) -> str:
    """The findings, with a report beside them if there is one, as a JSON document in English, safe on a terminal."""
    document: dict[str, Any] = {"findings": [_entry(finding) for finding in findings]}
    return json_text(document if report is None else {**document, "report": report})


def refusal_as_json(refusal: RefusalError) -> str:
    """What is not done at all, in the same form: there is no file that it is about."""
    english = wording("en")
    entry = {
        "code": "refused",
        "severity": Severity.ERROR.value,
        "path": "",
        "line": 1,
        "column": 1,
        "message": english.text(refusal.message, **refusal.values),
        "hint": english.text(refusal.hint, **refusal.values),
    }
    return json_text({"findings": [entry]})


def tell_blocked(findings: Iterable[Finding], words: Wording, as_document: bool) -> int:
    """Say what stands in the way: on stdout as JSON, else on stderr. The exit status."""
    in_the_way = tuple(findings)
    if as_document:
        say(as_json(in_the_way))
    else:
        for finding in in_the_way:
            say(told(finding, words), err=True)
    return 1 if any(finding.severity is Severity.ERROR for finding in in_the_way) else 0


def as_forge_commands(findings: Iterable[Finding], words: Wording) -> Iterator[str]:
    """One line a finding that GitHub shows beside the line it is about."""
    for finding in findings:
        said = words.finding(finding)
        place = finding.place
        properties = {
            "file": place.path,
            "line": str(place.line),
            "col": str(place.column),
            "title": finding.code.value,
        }
        listed = ",".join(f"{name}={_property(plain(value))}" for name, value in properties.items())
        text = "\n".join(plain(part) for part in (said.message, said.hint) if part)
        yield f"::{_FORGE_WORDS[finding.severity]} {listed}::{_data(text)}"


def _entry(finding: Finding) -> dict[str, str | int]:
    said = wording("en").finding(finding)
    return {
        "code": finding.code.value,
        "severity": finding.severity.value,
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "message": said.message,
        "hint": said.hint,
    }


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
