"""Which pages of a site are in its own language, and which show the course as it was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry
from coursewright.model.module import WithProse
from coursewright.model.translation import Catalog, Untranslated
from coursewright.model.translation_progress import is_translated
from coursewright.views.links import docname_of


@dataclass(frozen=True)
class PageLanguage:
    """How much of a page is in the site's language.

    ``unsaid`` are the passages that a translated Markdown page still has as they were written.
    """

    is_markdown: bool
    is_translated: bool
    has_title: bool
    unsaid: frozenset[str]


@dataclass(frozen=True)
class SiteLanguages:
    """The language that the site speaks and the one that the course is written in.

    ``pages`` are known where the two differ.
    """

    site: str
    course: str
    pages: Mapping[str, PageLanguage] = field(default_factory=dict)

    @classmethod
    def of(cls, curriculum: Curriculum, site: str) -> SiteLanguages:
        """The languages of a site of this course, which has been put into the site's language."""
        course = curriculum.course.language
        if site == course:
            return cls(site, course)
        catalogs = curriculum.catalogs.get(site, {})
        entries = {docname_of(entry): entry for entry in curriculum.files()}
        return cls(site, course, {name: _page(entry, catalogs.get(name)) for name, entry in entries.items()})

    @property
    def is_translation(self) -> bool:
        """Whether the site speaks another language than the course is written in."""
        return self.site != self.course

    def classes(self, text: str) -> list[str]:
        """The class by which docutils says that a text is in the course's language; none for those in the site's."""
        return [f"language-{self.course}"] if self.is_translation and isinstance(text, Untranslated) else []

    def classes_on(self, docname: str, text: str) -> list[str]:
        """The class of a text of the course that stands in the text of a page."""
        around = self.text_language(docname) or self.site
        own = self.course if isinstance(text, Untranslated) else self.site
        return [] if own == around else [f"language-{own}"]

    def is_untranslated(self, docname: str) -> bool:
        """Whether a page shows the course as it was written."""
        return docname in self.pages and not self.pages[docname].is_translated

    def text_language(self, docname: str) -> str:
        """The language of a Markdown page's text if it is not the site's; a data file's texts are marked one by one."""
        return self.course if self.is_untranslated(docname) and self.pages[docname].is_markdown else ""

    def title_language(self, docname: str) -> str:
        """The language of a page's title if it is not the site's."""
        return self.course if docname in self.pages and not self.pages[docname].has_title else ""

    def unsaid(self, docname: str) -> frozenset[str]:
        """The passages of a translated page that are shown as they were written."""
        return self.pages[docname].unsaid if docname in self.pages else frozenset()


def _page(entry: Entry, catalog: Catalog | None) -> PageLanguage:
    translated, is_markdown = is_translated(entry, catalog), isinstance(entry, WithProse)
    messages = entry.prose.messages if isinstance(entry, WithProse) else ()
    unsaid = frozenset(messages) - catalog.said.keys() if catalog is not None and translated else frozenset()
    has_title = not isinstance(getattr(entry, "title", ""), Untranslated)
    return PageLanguage(is_markdown, translated, has_title, unsaid)
