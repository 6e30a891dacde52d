"""Every check, run over a curriculum."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Finding

Check = Callable[[Curriculum], Iterator[Finding]]

CHECKS: tuple[Check, ...] = ()


def check_curriculum(curriculum: Curriculum) -> tuple[Finding, ...]:
    """The findings of every check, without those that an entry ignores."""
    return tuple(finding for check in CHECKS for finding in check(curriculum))
