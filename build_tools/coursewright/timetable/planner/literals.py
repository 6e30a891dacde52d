"""The solver's truth values: a choice that it makes, or what is settled beforehand."""

from __future__ import annotations

from ortools.sat.python import cp_model

Literal = cp_model.BoolVarT | bool


def negated(literal: Literal) -> Literal:
    """What is true where the literal is not."""
    return not literal if isinstance(literal, bool) else literal.negated()
