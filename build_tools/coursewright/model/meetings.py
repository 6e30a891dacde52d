"""Addresses of online sessions: where they are written, and that nobody reads them but who takes part.

``private/meetings.yaml`` holds those that a cohort's file, which others may read, only calls ``online: true``.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, WithJsonSchema

from coursewright.model.entry import Entry
from coursewright.model.words import N_
from coursewright.model.written import Identifier, Plain, WebAddress, read_web_address, reads


def _online(value: Any) -> str | bool | None:
    if value is True or (isinstance(value, Plain) and value == "true"):
        return True
    return read_web_address(value)


Online = Annotated[
    str | Literal[True],
    reads(N_("a web address, or true"), _online, without_quotes=True),
    WithJsonSchema({"anyOf": [{"type": "boolean", "const": True}, {"type": "string", "pattern": "^https?://"}]}),
]
"""Where a session is held online; true where the address stands elsewhere, or is not told."""


class Meetings(Entry):
    """``private/meetings.yaml``: the addresses of online sessions, by cohort and by session."""

    kind: Literal["meetings"] = Field(default="meetings", description=N_("Always “meetings”."))
    addresses: dict[Identifier, dict[Identifier, WebAddress]] = Field(
        description=N_("For each cohort, by its id, the address of each session that is “online: true”, by its id.")
    )
