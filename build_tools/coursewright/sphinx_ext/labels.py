"""Words of the interface for values that are written in English in data files."""

from __future__ import annotations

from coursewright.groups.figures import STATE_WORDS
from coursewright.model.competency import RelationWay
from coursewright.model.exercise import Device
from coursewright.model.finding import Kind
from coursewright.model.people import TRAINER
from coursewright.model.proof import PROPERTIES
from coursewright.model.result_column import STATUS_WORDS
from coursewright.model.words import N_

_TAKES_OFF = N_("how much it takes off")
_LABELS: dict[str, str] = {
    Device.LABORATORY: N_("laboratory"),
    Device.INTERVIEW: N_("interview"),
    Device.FOCUS_GROUP: N_("focus group"),
    Device.RITUAL: N_("ritual"),
    Device.HACKATHON: N_("hackathon"),
    Device.SPEED_DATE: N_("speed date"),
    Device.MATRIX: Kind.MATRIX.value,
    Device.CASE: N_("case"),
    Device.REFLECTION: N_("reflection"),
    RelationWay.PART_OF: N_("part of"),
    RelationWay.RELATED: N_("goes with"),
    RelationWay.PRECEDES: N_("comes before"),
    **{status.value: words for status, words in STATUS_WORDS.items()},
    **{name.value: words for name, words in PROPERTIES.items()},
    **{state.value: words for state, words in STATE_WORDS.items()},
    "score desc": N_("the highest score first"),
    "score asc": N_("the lowest score first"),
    "received asc": N_("the application received first"),
    "received desc": N_("the application received last"),
    "draw": N_("a draw that all can verify"),
    # What of a cohort can be illustrative, by its keys.
    "starts": N_("the first day"),
    "ends": N_("the last day"),
    "calendar": N_("days, hours, trainers and places of the sessions"),
    "enrolment": N_("the time for enrolment and the places"),
    "enrolment.opens": N_("the day enrolment opens"),
    "enrolment.closes": N_("the day enrolment closes"),
    "enrolment.places": N_("the number of places"),
    "fees": N_("everything about prices"),
    "fees.price": N_("the full price"),
    "fees.rounding": N_("how amounts are rounded"),
    "fees.combine": N_("how reductions go together"),
    "fees.age_at": N_("the day at which age counts"),
    "fees.experience_at": N_("the day up to which work experience counts"),
    "fees.draw_seed": N_("the word from which draws are made"),
    "fees.instalments": N_("the instalments"),
    "fees.rules.percent": _TAKES_OFF,
    "fees.rules.amount": _TAKES_OFF,
    "fees.rules.places": N_("how many can have it"),
    "fees.rules.award": N_("in which order it is awarded"),
    "trainer": TRAINER,
    "tutor": N_("tutor"),
    "coordinator": N_("coordinator"),
}


def label_of(value: str) -> str | None:
    """The message for such a value, or None where it is the writer's own word."""
    return _LABELS.get(str(value))
