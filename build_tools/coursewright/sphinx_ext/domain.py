"""The ``course`` domain: roles for every kind, an inventory, and which page shows which views."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

from coursewright.locale import Wording
from coursewright.model.card import MENTIONED
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.nearest import nearest
from coursewright.model.page import Edition
from coursewright.model.place import Place
from coursewright.model.words import Term
from coursewright.sphinx_ext.site_languages import SiteLanguages
from coursewright.views.links import Link, docname_of
from coursewright.views.pages import Frame, data_pages, framed_pages
from coursewright.views.registry import ViewName, digest_of

if TYPE_CHECKING:
    from docutils.nodes import Element

logger = logging.getLogger(__name__)

# So many views are kept as they were made: a page shows what it has just been asked the digest of, and the next page
# often the same. All of them would take much memory in a large course.
_AT_HAND = 512

# Emitted with the environment when the domain wants to be told the course.
ASKED = "coursewright-asked"


@dataclass(frozen=True, order=True)
class Reference:
    """A link in a page's text: the name and the page that it may mean, and the part of that page.

    ``has_words`` is false where it takes its words from what it leads to.
    """

    name: str
    docname: str
    part: str
    has_words: bool


class EntryRole(XRefRole):
    """A mention of an entry by its id; its text is the entry's title unless the writer gives another."""

    innernodeclass = nodes.inline

    def process_link(
        self, env: BuildEnvironment, refnode: Element, has_explicit_title: bool, title: str, target: str
    ) -> tuple[str, str]:
        """Note that the page shows the entry's title, and say it: the list of a page's headings takes it from here."""
        domain, view = course_domain(env), ViewName("entry_link", (self.reftype, target))
        domain.note_view(env.current_document.docname, view)
        found = None if has_explicit_title else domain.view(view)
        return found.title if isinstance(found, Link) else title, target


class CourseDomain(Domain):
    """What a course's entries are called and where they are."""

    name = "course"
    label = "course"
    object_types: ClassVar[dict[str, ObjType]] = {kind.value: ObjType(kind.value, kind.value) for kind in MENTIONED}
    roles: ClassVar[dict[str, Any]] = {kind.value: EntryRole(warn_dangling=True) for kind in MENTIONED}
    initial_data: ClassVar[dict[str, Any]] = {"views": {}, "references": {}, "surroundings": {}, "files": frozenset()}
    data_version = 3

    curriculum: Curriculum
    wording: Wording
    languages: SiteLanguages
    data_pages: Mapping[str, ViewName]
    framed_pages: Mapping[str, Frame]
    _digests: dict[ViewName, str]
    _made: dict[ViewName, Any]

    def setup(self) -> None:
        """Ask for the course as soon as there is an environment: Sphinx looks for pages right after."""
        super().setup()
        self.env.events.emit(ASKED, self.env)

    def open(self, curriculum: Curriculum, wording: Wording, languages: SiteLanguages) -> None:
        """Be told the course; at every build, before anything is read."""
        self.curriculum = curriculum
        self.wording = wording
        self.languages = languages
        self.data_pages = data_pages(curriculum)
        self.framed_pages = framed_pages(curriculum)
        self._digests, self._made = {}, {}

    @property
    def views(self) -> dict[str, dict[ViewName, str]]:
        """For each page the views that it shows, with the digest each had when the page was read."""
        return cast("dict[str, dict[ViewName, str]]", self.data["views"])

    @property
    def references(self) -> dict[str, frozenset[Reference]]:
        """For each page the links of its text."""
        return cast("dict[str, frozenset[Reference]]", self.data["references"])

    @property
    def surroundings(self) -> dict[str, str]:
        """For each page the digest of what it showed of the others when it was written."""
        return cast("dict[str, str]", self.data["surroundings"])

    @property
    def files(self) -> frozenset[str]:
        """The pictures and downloads that pages had when they were written, by their paths in the site."""
        return cast("frozenset[str]", self.data["files"])

    @property
    def trainers_pages(self) -> frozenset[str]:
        """The names of the pages that only the trainers' edition has."""
        pages = self.curriculum.pages.values()
        return frozenset(docname_of(page) for page in pages if page.edition is Edition.TRAINERS)

    def view(self, name: ViewName) -> Any:
        """A view, made once as long as it is at hand; KeyError where what it is of does not exist."""
        if name not in self._made:
            if len(self._made) >= _AT_HAND:
                self._made.pop(next(iter(self._made)))
            self._made[name] = name.of(self.curriculum)
        return self._made[name]

    def digest(self, view: ViewName) -> str:
        """The view's digest in this build; empty where what it is of does not exist."""
        if view not in self._digests:
            try:
                self._digests[view] = digest_of(self.view(view))
            except KeyError:
                self._digests[view] = ""
        return self._digests[view]

    def note_view(self, docname: str, view: ViewName) -> None:
        """Remember that a page shows a view, so that it is read again when the view changes."""
        self.views.setdefault(docname, {})[view] = self.digest(view)

    def note_references(self, docname: str, references: frozenset[Reference]) -> None:
        """Remember the links of a page."""
        self.references[docname] = references

    def note_written(self, surroundings: dict[str, str], files: frozenset[str]) -> None:
        """Remember what every page shows of the others, and the files that go with the pages."""
        self.data["surroundings"] = surroundings
        self.data["files"] = files

    def show(self, docname: str, view: ViewName) -> Any:
        """The view, noted as shown by the page."""
        self.note_view(docname, view)
        return self.view(view)

    def outdated(self) -> Iterator[str]:
        """The pages one of whose views is not what it was."""
        for docname, views in self.views.items():
            if any(self.digest(view) != digest for view, digest in views.items()):
                yield docname

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is gone or about to be read."""
        self.views.pop(docname, None)
        self.references.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process noted about the pages that it read."""
        for docname in docnames:
            if docname in otherdata["views"]:
                self.views[docname] = otherdata["views"][docname]
            if docname in otherdata["references"]:
                self.references[docname] = otherdata["references"][docname]

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """The link to an entry, if this site has it."""
        link = self.view(ViewName("entry_link", (typ, target)))
        if not isinstance(link, Link) or link.docname not in env.found_docs:
            return None
        classes = [f"course-{typ}", *self.languages.classes_on(fromdocname, link.title)]
        text = contnode if node["refexplicit"] else nodes.inline("", link.title, classes=classes)
        return make_refnode(builder, fromdocname, link.docname, link.anchor, text)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """No link by guess: the writer names the kind."""
        return []

    def get_type_name(self, type: ObjType, primary: bool = False) -> str:
        """What a kind is called in search results."""
        return self.wording.text(str(type.lname))

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """Every entry, for the inventory by which other sites link here."""
        for kind in MENTIONED:
            for identifier in sorted(self.curriculum.ids(kind)):
                link = self.view(ViewName("entry_link", (kind.value, identifier)))
                if isinstance(link, Link) and link.docname in self.env.found_docs:
                    yield identifier, link.title, kind.value, link.docname, link.anchor, 1

    def tell(self, finding: Finding) -> str:
        """A finding on one line, with its place, in the language of the site."""
        told = self.wording.finding(finding)
        return f"{finding.place.path}:{finding.place.line}: {told.message} {told.hint}".strip()

    def warn_of_unknown(self, node: pending_xref) -> None:
        """Tell that there is no such entry, with the nearest id."""
        kind, target = Kind(node["reftype"]), node["reftarget"]
        values = {"kind": Term(kind), "found": target, "nearest": nearest(target, self.curriculum.ids(kind))}
        told = self.wording.finding(Finding(Code.UNKNOWN_ID, Place(node.get("refdoc", "")), values))
        logger.warning("%s %s", told.message, told.hint, location=node, type="coursewright", subtype="unknown-id")


def warn_in_our_words(app: Sphinx, domain: Domain, node: pending_xref) -> bool | None:
    """At ``warn-missing-reference``, when no other site has the entry either."""
    if not isinstance(domain, CourseDomain):
        return None
    domain.warn_of_unknown(node)
    return True


def setup_domain(app: Sphinx) -> None:
    """Register the domain."""
    app.add_event(ASKED)
    app.add_domain(CourseDomain)
    app.connect("warn-missing-reference", warn_in_our_words)


def course_domain(env: BuildEnvironment) -> CourseDomain:
    """The course domain of a build."""
    return cast("CourseDomain", env.domains["course"])
