"""Pages that are neither lessons nor exercises."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from coursewright.model.module import WithProse
from coursewright.model.words import N_
from coursewright.model.written import choice


class Edition(StrEnum):
    """For whom the site is built."""

    PARTICIPANTS = "participants"
    TRAINERS = "trainers"


class Page(WithProse):
    """``curriculum/pages/**/*.md`` and ``index.md``."""

    edition: Annotated[Edition, choice(Edition)] = Field(
        default=Edition.PARTICIPANTS, description=N_("trainers: only the trainers' site has it.")
    )
