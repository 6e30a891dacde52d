"""A group's portrait and a group's reading as JSON documents."""

from __future__ import annotations

from coursewright.groups.figures import FigureState
from coursewright.groups.portrait import Portrait
from coursewright.groups.readings import GroupReading, as_yaml
from coursewright.locale import wording
from coursewright.model.reason import Reason


def portrait_document(portrait: Portrait) -> dict[str, object]:
    """The portrait; ``why`` is null for what is within reach, else a code with its sentence."""
    found = portrait.network
    return {
        "group": portrait.group.id,
        "coverage": [
            {
                "competency": each.competency,
                "standing": each.standing,
                "aspiration": each.aspiration,
                "carriers": list(each.carriers),
            }
            for each in portrait.coverage
        ],
        "matches": [
            {"from": each.giver, "to": each.receiver, "competency": each.competency} for each in portrait.matches
        ],
        "network": {
            "components": [list(each) for each in found.components],
            "bridges": [list(each) for each in found.bridges],
            "apart": list(found.apart),
            "reciprocity": None if found.reciprocity is None else float(found.reciprocity),
        },
        "figures": [
            {
                "figure": each.figure,
                "state": each.state.value,
                "modules": [] if each.path is None else list(each.path.modules),
                "minutes": 0 if each.path is None else each.path.minutes,
                "proven": each.path is None or each.path.proven,
                "why": _why(each.why) if each.state is FigureState.OUT_OF_REACH else None,
            }
            for each in portrait.figures
        ],
        "path": {
            "modules": list(portrait.path.modules),
            "minutes": portrait.path.minutes,
            "complete": portrait.path.complete,
            "proven": portrait.path.proven,
        },
    }


def reading_document(reading: GroupReading, notes: tuple[Reason, ...]) -> dict[str, object]:
    """The reading, its entry as YAML, and what was left out."""
    return {
        "reading": {
            "on": reading.on.isoformat(),
            "thermometer": reading.thermometer,
            "counts": {practice: dict(chosen) for practice, chosen in reading.counts.items()},
        },
        "people": reading.people,
        "yaml": as_yaml(reading),
        "notes": [_why(note) for note in notes],
    }


def _why(reason: Reason) -> dict[str, str]:
    return {"code": reason.code.value, "reason": wording("en").reason(reason)}
