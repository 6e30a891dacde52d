"""Words of the interface that templates show and something else does too, by the names of their constants.

Each stands beside what it is about; a template says ``{{ _(SOURCE) }}`` where it would else type the words again.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

from coursewright.model import (
    bibliography,
    cohort,
    column,
    competency,
    course,
    entry,
    exercise,
    fee_rules,
    module,
    reading_ease,
    thermometer,
    withdrawal,
)
from coursewright.model.reason import ReasonCode
from coursewright.model.result_column import ResultColumn
from coursewright.sphinx_ext import search
from coursewright.timetable import announcement, days_off
from coursewright.views import composer_words

_NAMES: Mapping[ModuleType, str] = {
    announcement: "ALL_TIMES MOVED_FROM",
    bibliography: "SOURCE",
    column: "WHO_PAYS",
    cohort: "DAYS DAYS_INCLUDED ENROLMENT LED_BY ONLINE PLACES TIME_ZONE",
    competency: "COMPETENCY UP_TO",
    course: "LICENCE",
    days_off: "PATRON_DAY",
    entry: "ILLUSTRATIVE MADE_UP",
    exercise: "DEVICE EXERCISES GROUP_SIZE MATERIALS PRACTISES",
    fee_rules: "INSTALMENTS REDUCTIONS",
    module: "BREAK CUE CUE_BEFORE_IT FROM_MINUTE IN_ALL MODULE TIME",
    reading_ease: "WORDS",
    thermometer: "PRACTICE",
    withdrawal: "IF_YOU_WITHDRAW",
    composer_words: "YES_ERASE NO_KEEP",
    search: "SEARCH SEARCH_THE_SITE",
}

SHARED_WORDS: Mapping[str, str] = {
    "AMOUNT_DUE": ResultColumn.DUE.value,
    "ENROLMENT_NOT_OPEN": ReasonCode.ENROLMENT_NOT_OPEN.sentence,
    **{name: getattr(owner, name) for owner, names in _NAMES.items() for name in names.split()},
}
