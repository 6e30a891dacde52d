"""The name that was probably meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from coursewright.model.words import N_

DID_YOU_MEAN = N_("Did you mean “{nearest}”?")
KNOWN_HERE = N_("Known here: {known}.")


def nearest(written: str, known: Iterable[str]) -> str | None:
    """The known name most like the written one, or None where none is like it."""
    by_form = {_form(name): name for name in sorted(known, reverse=True)}
    matches = get_close_matches(_form(written[:100]), by_form, n=1, cutoff=0.6)
    return by_form[matches[0]] if matches else None


def as_identifier(written: str) -> str | None:
    """The id that the written text would make, or None where nothing of it can stay."""
    return "-".join(re.findall("[a-z0-9]+", _form(written)))[:64].strip("-") or None


def _form(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    return "".join(character for character in decomposed if not unicodedata.combining(character))
