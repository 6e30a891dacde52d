"""A word that is none of those known, refused with the nearest one."""

from __future__ import annotations

from coursewright.door.errors import RefusalError
from coursewright.model.finding_codes import Code
from coursewright.model.nearest import nearest


def not_among(found: str, known: list[str]) -> RefusalError:
    """The refusal of a word that is none of those known."""
    meant = nearest(found, known)
    code = Code.UNKNOWN_VALUE
    hint = code.hint if meant else code.otherwise
    return RefusalError(code.message, hint, found=found, nearest=meant, known=", ".join(known))
