"""What the command line will not do, said in a sentence."""

from __future__ import annotations

from coursewright.model.finding import Value
from coursewright.model.words import N_

INTERRUPTED = N_("Interrupted.")
SYSTEM_REFUSES = N_("The system refuses: {reason} ({file})")
IS_THERE = N_("“{file}” is there already, and nothing is written over.")


class RefusalError(Exception):
    """Something refused: a message of the catalogs with its values, and what to do instead."""

    def __init__(self, message: str, hint: str = "", **values: Value) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.values = values
