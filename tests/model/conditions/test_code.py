"""Codes that rules ask for, by text or by digest."""

from __future__ import annotations

from hashlib import sha256

import pytest

from coursewright.model.conditions.code import CodeReason, code_digest
from coursewright.model.reason import Reason
from tests.fees.applications import applicant
from tests.fees.asking import NOON, asking, classes, verdict
from tests.fees.cohorts import rule, rule_set


@pytest.mark.parametrize(
    ("given", "holds"),
    [
        ("PRIMAVERA", True),
        (" PRIMAVERA ", True),
        ("primavera", True),
        ("Prima vera", True),
        ("", False),
        ("ALTRO", False),
    ],
)
@pytest.mark.parametrize("asked", ["PRIMAVERA", f"sha256:{sha256(b'PRIMAVERA').hexdigest()}"])
def test_code_is_given_as_text_and_asked_as_text_or_digest(asked: str, given: str, holds: bool) -> None:
    found = verdict(asking(code=asked), applicant(NOON, code=given))
    assert found == (None if holds else Reason(CodeReason.NOT_GIVEN))


def test_digest_is_no_code() -> None:
    digest = code_digest("PRIMAVERA")
    assert verdict(asking(code=f"sha256:{digest}"), applicant(NOON, code=f"sha256:{digest}")) is not None


def test_classes_of_codes_do_not_tell_them() -> None:
    rules = rule_set(
        rule("a", percent=1, when={"code": "ALFA"}),
        rule("b", percent=2, when={"code": f"sha256:{code_digest('ALFA')}"}),
        rule("c", percent=3, when={"code": "BETA"}),
    )
    assert classes(rules) == [("without-code", {}), ("with-code", {"rule": "A"}), ("with-code", {"rule": "C"})]
