"""How much is told of one file: where very much is wrong, the first hundred findings show what is at fault."""

from __future__ import annotations

from collections.abc import Sequence

from coursewright.model.finding import Code, Finding

MAX_FINDINGS = 100


def are_too_many(findings: Sequence[Finding]) -> bool:
    """Whether there is no use in looking for more."""
    return len(findings) > MAX_FINDINGS


def limited(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings of one file; of too many the first, and one that says so."""
    if not are_too_many(findings):
        return tuple(findings)
    rest = Finding(Code.TOO_MANY_FINDINGS, findings[MAX_FINDINGS].place, {"limit": MAX_FINDINGS})
    return (*findings[:MAX_FINDINGS], rest)
