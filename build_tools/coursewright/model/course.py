"""The course as a whole: who organises it, in which language, and the order of its modules."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from coursewright.model.entry import Entry, Identified
from coursewright.model.ids import ItsSource, ModuleId
from coursewright.model.words import N_
from coursewright.model.written import Markdown, Name, Text, WebAddress, matching

LICENCE = N_("Licence of the texts:")
"""What stands before the licence, wherever texts are given."""

Language = Annotated[str, matching(r"[a-z]{2}(-[A-Z]{2})?", N_("a language code such as it or en"))]


class Organiser(Entry):
    """Who organises the course."""

    name: Name = Field(description=N_("The organisation's name."))
    url: WebAddress | None = Field(default=None, description=N_("Its web address."))
    role: Text = Field(description=N_("What it does in this course."))


class Course(Identified):
    """``curriculum/course.yaml``."""

    kind: Literal["course"] = Field(default="course", description=N_("Always “course”."))
    title: Text = Field(description=N_("The course's title."))
    summary: Markdown = Field(description=N_("One or two sentences: what one learns to do."))
    language: Language = Field(description=N_("The language the course is written in, such as it."))
    translations: tuple[Language, ...] = Field(default=(), description=N_("Other languages it is translated to."))
    organisers: tuple[Organiser, ...] = Field(default=(), description=N_("Who organises it."))
    licence: Name | None = Field(default=None, description=N_("The licence of its texts, such as CC-BY-SA-4.0."))
    path: tuple[ModuleId, ...] = Field(description=N_("The ids of the modules, in the order they are taught."))
    source: ItsSource = None
