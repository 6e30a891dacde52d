"""Whether the applicant took part before."""

from __future__ import annotations

import pytest

from coursewright.model.conditions.alumni import AlumniReason
from coursewright.model.reason import Reason, SentenceCode
from tests.fees.applications import applicant
from tests.fees.asking import NOON, asking, verdict


@pytest.mark.parametrize(
    ("asked", "before", "code"),
    [
        (True, True, None),
        (True, False, AlumniReason.NOT_ALUMNI),
        (False, True, AlumniReason.ALUMNI),
        (False, False, None),
    ],
)
def test_alumni_are_asked_for_or_excluded(asked: bool, before: bool, code: SentenceCode | None) -> None:
    assert verdict(asking(alumni=asked), applicant(NOON, alumni=before)) == (None if code is None else Reason(code))
