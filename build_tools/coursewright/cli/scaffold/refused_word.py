"""A word that is none of those known, refused with the nearest one."""

from __future__ import annotations

from coursewright.cli.refusal import RefusalError
from coursewright.model.nearest import nearest
from coursewright.model.words import N_


def not_among(found: str, known: list[str]) -> RefusalError:
    """The refusal of a word that is none of those known."""
    meant = nearest(found, known)
    hint = N_("Did you mean “{nearest}”?") if meant else N_("Known here: {known}.")
    return RefusalError(
        N_("“{found}” is not one of the values known here."), hint, found=found, nearest=meant, known=", ".join(known)
    )
