"""A group's portrait and a group's reading as JSON documents."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from coursewright.cli.json_text import Shapes, json_document
from coursewright.groups.figures import Becoming, FigureState
from coursewright.groups.matching import Match
from coursewright.groups.network import Network
from coursewright.groups.path import Path
from coursewright.groups.portrait import Portrait
from coursewright.groups.readings import GroupReading, as_yaml
from coursewright.model.reason import Reason

_PARTS = ("coverage", "matches", "network", "figures", "path")
_SHAPES: Shapes = {
    Portrait: {"group": "group.id", **{part: part for part in _PARTS}},
    Match: {"from": "giver", "to": "receiver", "competency": "competency"},
    Network: {name: name for name in ("components", "bridges", "apart", "reciprocity")},
    Becoming: {
        "figure": "figure",
        "state": "state",
        "modules": lambda each: each.path.modules if each.path else (),
        "minutes": lambda each: each.path.minutes if each.path else 0,
        "proven": lambda each: each.path is None or each.path.proven,
        "why": lambda each: each.why if each.state is FigureState.OUT_OF_REACH else None,
    },
    Path: {name: name for name in ("modules", "minutes", "complete", "proven")},
    GroupReading: {
        "reading": lambda each: {"on": each.on, "thermometer": each.thermometer, "counts": each.counts},
        "people": "people",
        "yaml": as_yaml,
        "notes": "notes",
    },
}


def portrait_document(portrait: Portrait) -> dict[str, Any]:
    """The portrait; ``why`` is null for what is within reach, else a code with its sentence."""
    document: dict[str, Any] = json_document(portrait, _SHAPES)
    return document


def reading_document(reading: GroupReading, notes: tuple[Reason, ...]) -> dict[str, Any]:
    """The reading, its entry as YAML, and what was left out."""
    document: dict[str, Any] = json_document(replace(reading, notes=notes), _SHAPES)
    return document
