"""Words that the course says more plainly."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from coursewright.model.entry import Subject
from coursewright.model.words import N_
from coursewright.model.written import Name


class PlainWord(Subject):
    """A word to avoid, with what to say instead."""

    avoid: Name = Field(description=N_("The word or words to avoid, as they are written in texts."))
    say: Name = Field(description=N_("What to say instead."))


class PlainWords(Subject):
    """``curriculum/plain-words.yaml``."""

    kind: Literal["plain-words"] = Field(default="plain-words", description=N_("Always “plain-words”."))
    words: tuple[PlainWord, ...] = Field(description=N_("The words to avoid, in any order."))
