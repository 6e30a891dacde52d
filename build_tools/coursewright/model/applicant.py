"""Applicants: what the rules of a cohort's fees ask of someone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Applicant:
    """When the application was received, in UTC, and what it says, by the name of the condition that asks for it.

    What is not said is not there: :meth:`Condition.fact` knows what that means.
    """

    received: datetime
    facts: Mapping[str, Any] = field(default_factory=dict)
