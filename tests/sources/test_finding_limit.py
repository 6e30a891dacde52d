"""Of very many findings of a file the first are told."""

from __future__ import annotations

from coursewright.model.finding import Code, Finding
from coursewright.model.place import Place
from coursewright.sources.finding_limit import MAX_FINDINGS, are_too_many, limited


def findings(count: int) -> list[Finding]:
    return [Finding(Code.YAML_TAG, Place("a", line)) for line in range(1, count + 1)]


def test_many_findings_are_told() -> None:
    many = findings(MAX_FINDINGS)
    assert not are_too_many(many)
    assert limited(many) == tuple(many)


def test_of_too_many_the_first_are_told_and_that_there_are_more() -> None:
    many = findings(MAX_FINDINGS + 5)
    assert are_too_many(many)
    rest = Finding(Code.TOO_MANY_FINDINGS, Place("a", MAX_FINDINGS + 1), {"limit": MAX_FINDINGS})
    assert limited(many) == (*many[:MAX_FINDINGS], rest)
