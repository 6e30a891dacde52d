"""Words of the interface that templates show and something else does too, by the names of their constants.

Each stands beside what it is about; a template says ``{{ _(SOURCE) }}`` where it would else type the words again.
"""

from __future__ import annotations

from collections.abc import Mapping

from coursewright.model.bibliography import SOURCE
from coursewright.model.cohort import DAYS, DAYS_INCLUDED, ENROLMENT, LED_BY, ONLINE, TIME_ZONE
from coursewright.model.competency import COMPETENCY, UP_TO
from coursewright.model.course import LICENCE
from coursewright.model.entry import ILLUSTRATIVE, MADE_UP
from coursewright.model.exercise import DEVICE, EXERCISES, GROUP_SIZE, MATERIALS, PRACTISES
from coursewright.model.module import BREAK, CUE, CUE_BEFORE_IT, FROM_MINUTE, IN_ALL, MODULE, TIME
from coursewright.model.reading_ease import WORDS
from coursewright.model.reason import ReasonCode
from coursewright.sphinx_ext.search import SEARCH, SEARCH_THE_SITE
from coursewright.timetable.announcement import ALL_TIMES, MOVED_FROM
from coursewright.timetable.days_off import PATRON_DAY

SHARED_WORDS: Mapping[str, str] = {
    "ALL_TIMES": ALL_TIMES,
    "BREAK": BREAK,
    "COMPETENCY": COMPETENCY,
    "CUE": CUE,
    "CUE_BEFORE_IT": CUE_BEFORE_IT,
    "DAYS": DAYS,
    "DAYS_INCLUDED": DAYS_INCLUDED,
    "DEVICE": DEVICE,
    "ENROLMENT": ENROLMENT,
    "ENROLMENT_NOT_OPEN": ReasonCode.ENROLMENT_NOT_OPEN.sentence,
    "EXERCISES": EXERCISES,
    "FROM_MINUTE": FROM_MINUTE,
    "GROUP_SIZE": GROUP_SIZE,
    "ILLUSTRATIVE": ILLUSTRATIVE,
    "IN_ALL": IN_ALL,
    "LED_BY": LED_BY,
    "LICENCE": LICENCE,
    "MADE_UP": MADE_UP,
    "MATERIALS": MATERIALS,
    "MODULE": MODULE,
    "MOVED_FROM": MOVED_FROM,
    "ONLINE": ONLINE,
    "PATRON_DAY": PATRON_DAY,
    "PRACTISES": PRACTISES,
    "SEARCH": SEARCH,
    "SEARCH_THE_SITE": SEARCH_THE_SITE,
    "SOURCE": SOURCE,
    "TIME": TIME,
    "TIME_ZONE": TIME_ZONE,
    "UP_TO": UP_TO,
    "WORDS": WORDS,
}
