"""How the time of a lesson or an exercise is shared out."""

from __future__ import annotations

from coursewright.door.errors import RefusalError
from coursewright.model.words import N_

LEAST, MOST = 10, 6000


def read_minutes(written: str) -> int:
    """A number of minutes as someone typed it; refused where it makes no lesson."""
    digits = written.strip()
    if digits.isascii() and digits.isdigit() and LEAST <= int(digits[:6]) <= MOST:
        return int(digits)
    raise RefusalError(N_("Write a number of minutes from {least} to {most}."), least=LEAST, most=MOST)


def shared_out(minutes: int, *weights: int) -> tuple[int, ...]:
    """The minutes by weight, in steps of five where there are enough; what is left over goes to the greatest weight.

    Each share is at least one minute, for as many minutes as there are weights.
    """
    step = 5 if minutes >= 5 * sum(weights) else 1
    shares = [max(1, minutes * weight // sum(weights) // step * step) for weight in weights]
    shares[weights.index(max(weights))] += minutes - sum(shares)
    return tuple(shares)
