"""A group's file is open to all, and nobody can be found or graded through it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursewright.checks.personal_data import personal_data
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry_texts import written_texts
from coursewright.model.finding import Code, Finding

LEAST_COUNT = 5
_MEMBER = re.compile(r"nodo-[a-z0-9]+")


def check_member_ids(curriculum: Curriculum) -> Iterator[Finding]:
    """member-id-form: a member is ``nodo-`` and letters or digits."""
    for group in curriculum.groups.values():
        for member in group.members:
            if _MEMBER.fullmatch(member.id) is None:
                yield Finding(Code.MEMBER_ID_FORM, member.place("id"), {"found": member.id})


def check_personal_data(curriculum: Curriculum) -> Iterator[Finding]:
    """personal-data: a text of a group's file by which somebody could be found."""
    for group in curriculum.groups.values():
        for way, text in written_texts(group):
            for what in personal_data(text):
                yield Finding(Code.PERSONAL_DATA, group.place(*way), {"what": what})


def check_readings(curriculum: Curriculum) -> Iterator[Finding]:
    """reading-too-small: fewer than five answers let members deduce each other."""
    for group in curriculum.groups.values():
        for reading in group.readings:
            for practice, counts in reading.counts.items():
                total = sum(counts.values())
                if total < LEAST_COUNT:
                    place = reading.origin.key("counts", practice)
                    yield Finding(Code.READING_TOO_SMALL, place, {"found": practice, "count": total})
