"""The words of the course and what they mean."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from coursewright.model.entry import Subject
from coursewright.model.ids import ItsSource
from coursewright.model.words import N_
from coursewright.model.written import Markdown, Name


class GlossaryTerm(Subject):
    """A word with its meaning."""

    term: Name = Field(description=N_("The word."))
    means: Markdown = Field(description=N_("What it means, in one to three sentences."))
    source: ItsSource = None


class Glossary(Subject):
    """``curriculum/glossary.yaml``."""

    kind: Literal["glossary"] = Field(default="glossary", description=N_("Always “glossary”."))
    terms: tuple[GlossaryTerm, ...] = Field(description=N_("The words, in any order."))
