"""Which pages of a site are in its own language, and which show the course as it was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coursewright.model.curriculum import Curriculum
from coursewright.model.module import WithProse
from coursewright.model.translation import Catalog, Untranslated
from coursewright.views.links import docname_of


@dataclass(frozen=True)
class SiteLanguages:
    """The language that the site speaks and the one that the course is written in.

    ``pages`` are the names of the Markdown pages, each with the texts that translators get of it.
    """

    site: str
    course: str
    catalogs: Mapping[str, Catalog] = field(default_factory=dict)
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, curriculum: Curriculum, site: str) -> SiteLanguages:
        """The languages of a site of this course."""
        course = curriculum.course.language
        if site == course:
            return cls(site, course)
        markdown = (entry for entry in curriculum.files() if isinstance(entry, WithProse))
        pages = {docname_of(entry): entry.prose.messages for entry in markdown}
        return cls(site, course, curriculum.catalogs.get(site, {}), pages)

    @property
    def is_translation(self) -> bool:
        """Whether the site speaks another language than the course is written in."""
        return self.site != self.course

    @property
    def text_class(self) -> str:
        """The class by which docutils says that something is in the course's language."""
        return f"language-{self.course}"

    def classes(self, text: str) -> list[str]:
        """The class of a text that is not in the site's language; none for the others."""
        return [self.text_class] if self.is_translation and isinstance(text, Untranslated) else []

    def is_translated(self, docname: str) -> bool:
        """Whether a page is meant to be in the site's language: its own, or one for which it has a catalog."""
        return not self.is_translation or docname in self.catalogs

    def text_language(self, docname: str) -> str:
        """The language of a Markdown page's text if it is not the site's; a data file's texts are marked one by one."""
        return self.course if docname in self.pages and not self.is_translated(docname) else ""

    def unsaid(self, docname: str) -> frozenset[str]:
        """The passages that the catalog of a translated Markdown page lacks."""
        if docname not in self.catalogs or docname not in self.pages:
            return frozenset()
        return frozenset(self.pages[docname]) - self.catalogs[docname].said.keys()
