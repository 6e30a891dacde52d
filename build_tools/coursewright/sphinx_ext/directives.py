"""Directives that show views of the curriculum: lists, cards, path, coverage matrix, map, an exercise's steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.domains.std import make_glossary_term
from sphinx.util.docutils import SphinxDirective

from coursewright.model.card import LISTED
from coursewright.model.entry import MADE_UP
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.nearest import nearest
from coursewright.model.place import Place
from coursewright.model.words import Term
from coursewright.sphinx_ext.domain import course_domain
from coursewright.sphinx_ext.drawings import exercise_frame, picture
from coursewright.sphinx_ext.safe_markdown import block_nodes
from coursewright.sphinx_ext.settings import edition_of
from coursewright.sphinx_ext.slots import render
from coursewright.views.booklet_link import BookletName
from coursewright.views.entry_list import EntryList
from coursewright.views.reference_pages import GlossaryPage, TermLine
from coursewright.views.registry import ViewName


def one_of(directive: SphinxDirective, word: str, known: Mapping[str, Kind]) -> Kind:
    """The kind that a word names; a warning with the nearest word where it names none."""
    if word in known:
        return known[word]
    raise unknown_word(directive, word, list(known))


def unknown_word(directive: SphinxDirective, word: str, known: Sequence[str]) -> Exception:
    """The warning that a directive's word is none of those known."""
    values = {"found": word, "nearest": nearest(word, known), "known": ", ".join(known)}
    told = course_domain(directive.env).wording.finding(Finding(Code.UNKNOWN_VALUE, Place(""), values))
    error: Exception = directive.error(f"{told.message} {told.hint}")
    return error


class ViewDirective(SphinxDirective):
    """Shows one view through the template of its name."""

    option_spec: ClassVar = {}
    view_name: ClassVar[str]
    kind: Kind | None = None
    has_parts: ClassVar[bool] = False
    """Whether the template has headings: parts of the page that the directive stands in."""

    def view(self) -> ViewName:
        """The view that the arguments name."""
        return ViewName(self.view_name, tuple(self.arguments))

    def run(self) -> list[nodes.Node]:
        """The view as nodes, or a warning where there is nothing of that id."""
        domain = course_domain(self.env)
        view = self.view()
        domain.note_view(self.env.current_document.docname, view)
        if not domain.digest(view):
            return [self._unknown(view)]
        shown = self.shown(domain.view(view))
        if domain.languages.text_language(self.env.current_document.docname):
            for node in shown:
                if isinstance(node, nodes.Element):
                    node["classes"].append(f"language-{domain.languages.site}")
        return shown

    def shown(self, view: Any) -> list[nodes.Node]:
        """The view as nodes."""
        wording = course_domain(self.env).wording
        myst = render(self.view().name, view, self.env, wording, edition_of(self.config))
        return self.parse_text_to_nodes(myst, allow_section_headings=self.has_parts)

    def _unknown(self, view: ViewName) -> nodes.Node:
        domain = course_domain(self.env)
        kind = self.kind or Kind.MODULE
        identifier = view.ids[-1] if view.ids else ""
        values = {
            "kind": Term(kind.value),
            "found": identifier,
            "nearest": nearest(identifier, domain.curriculum.ids(kind)),
        }
        told = domain.wording.finding(Finding(Code.UNKNOWN_ID, Place(""), values))
        return self.state.document.reporter.warning(f"{told.message} {told.hint}", line=self.lineno)


class DrawnDirective(ViewDirective):
    """Shows one view through a drawing of its name instead of MyST."""

    def shown(self, view: Any) -> list[nodes.Node]:
        """The drawing."""
        return [picture(name=self.view_name, view=view, number=self.env.new_serialno("course-picture"))]


@dataclass(frozen=True)
class Row:
    """A directive that shows a view and does nothing else: the view's name, and the kind of the id it is given.

    Its own name is that of the view with hyphens, unless ``name`` says otherwise.
    """

    view_name: str
    kind: Kind | None
    about: str
    is_drawn: bool = False
    has_parts: bool = False
    name: str = ""

    def directive(self) -> type[ViewDirective]:
        """The class that Sphinx is given."""
        facts = {
            "__doc__": self.about,
            "view_name": self.view_name,
            "kind": self.kind,
            "has_parts": self.has_parts,
            "required_arguments": 0 if self.kind is None else 1,
        }
        return type(self.view_name, (DrawnDirective if self.is_drawn else ViewDirective,), facts)


ROWS = (
    Row("module_card", Kind.MODULE, "A module's card."),
    Row("module_doors", Kind.MODULE, "Where to go after a module."),
    Row("module_plan", Kind.MODULE, "How a module's time is spent; in the trainers' edition alone."),
    Row("exercise_card", Kind.EXERCISE, "An exercise's card."),
    Row("course_path", None, "The modules in order, with times and prerequisites."),
    Row(
        "course_quality",
        None,
        "What of the course is made up, unsourced, untranslated, hard to read; what is ignored.",
        has_parts=True,
    ),
    Row("coverage_matrix", Kind.COMPETENCY_MAP, "Competencies by modules."),
    Row("map_overview", Kind.COMPETENCY_MAP, "The map at a glance.", name="competency-map"),
    # Words belong beside what is drawn.
    Row("map_picture", None, "All maps as knots on threads.", is_drawn=True),
    Row("group_picture", Kind.GROUP, "The network of a group.", is_drawn=True),
    Row(
        "cohort_state",
        Kind.COHORT,
        "Whether enrolment is open; whether it is next, running or over.",
        is_drawn=True,
    ),
    Row("fee_timeline", Kind.COHORT, "A cohort's prices on a line of time.", is_drawn=True),
    Row("calendar_months", Kind.COHORT, "The months of a cohort at a glance.", is_drawn=True),
    Row("calendar_links", Kind.COHORT, "How to take a published calendar into one's own.", is_drawn=True),
    Row("thermometer_axis", Kind.THERMOMETER, "A thermometer as a thread, its gradations as notches.", is_drawn=True),
    Row("thermometer_desk", Kind.THERMOMETER, "Where a script lets one take readings and compare them.", is_drawn=True),
    Row("thermometer_group", Kind.THERMOMETER, "Where a script reads the files of a group together.", is_drawn=True),
    Row("exercise_filters", None, "A form by which a script narrows the list of exercises below it.", is_drawn=True),
    Row("group_composer", None, "Where a script lets a group write its own curriculum.", is_drawn=True),
)
"""The directives that only show: a new one is a line here."""


class BookletLinkDirective(DrawnDirective):
    """``{booklet-link} exercises`` or ``{booklet-link} workbook``: a booklet to print."""

    required_arguments = 1
    view_name = "booklet_link"

    def view(self) -> ViewName:
        """The booklet that the argument names; a warning with the nearest name where there is none."""
        if self.arguments[0] not in set(BookletName):
            raise unknown_word(self, self.arguments[0], list(BookletName))
        return super().view()


class CourseCardDirective(ViewDirective):
    """``{course-card} module ID`` or ``{course-card} exercise ID``: a card anywhere."""

    required_arguments = 2

    def view(self) -> ViewName:
        """The card of the kind in the first argument."""
        self.kind = self._kind()
        return ViewName(f"{self.kind.value}_card", (self.arguments[1],))

    def _kind(self) -> Kind:
        return one_of(self, self.arguments[0], {kind.value: kind for kind in (Kind.MODULE, Kind.EXERCISE)})


class ExerciseFrameDirective(ViewDirective):
    """``{exercise-frame} ID``: what stands in it is about that exercise, and can be filtered."""

    required_arguments = 1
    has_content = True
    view_name = "listed_exercise"
    kind = Kind.EXERCISE

    def shown(self, view: Any) -> list[nodes.Node]:
        """The content in a frame that carries what filters ask for."""
        frame = exercise_frame(view=view)
        frame += self.parse_content_to_nodes()
        return [frame]


class StepsDirective(ViewDirective):
    """``{steps}``: the timed steps of the exercise whose page it stands in."""

    optional_arguments = 1
    view_name = "exercise_steps"
    kind = Kind.EXERCISE

    def view(self) -> ViewName:
        """The steps of the page's own exercise, or of the one that the argument names."""
        if self.arguments:
            return ViewName(self.view_name, (self.arguments[0],))
        frame = course_domain(self.env).framed_pages.get(self.env.current_document.docname)
        card = frame.card if frame is not None else None
        return ViewName(self.view_name, card.ids if card is not None and card.name == "exercise_card" else ("",))


class CourseGlossaryDirective(SphinxDirective):
    """``{course-glossary}``: the glossary's words, each a target for ``{term}``."""

    def run(self) -> list[nodes.Node]:
        """The words with their meanings, as Sphinx's own glossary would have them."""
        domain = course_domain(self.env)
        page: GlossaryPage = domain.show(self.env.current_document.docname, ViewName("glossary_page"))
        listing = nodes.definition_list(classes=["glossary"])
        for line in page.terms:
            listing += self._item(line)
        glossary = addnodes.glossary(sorted=False)  # the view is in order
        glossary += listing
        return [glossary]

    def _item(self, line: TermLine) -> nodes.definition_list_item:
        term = make_glossary_term(
            self.env,
            [nodes.Text(line.term)],
            "",
            self.get_source_info()[0],
            self.lineno,
            node_id=None,
            document=self.state.document,
        )
        meaning = nodes.definition("", *block_nodes(line.means))
        if line.illustrative:
            note = course_domain(self.env).wording.text(MADE_UP)
            meaning += nodes.paragraph("", note, classes=["course-note"])
        return nodes.definition_list_item("", term, meaning)


class CourseListDirective(ViewDirective):
    """``{course-list} modules``: cards of all entries of a kind; ``:toctree:`` puts their pages below this one."""

    required_arguments = 1
    option_spec: ClassVar = {"toctree": directives.flag}
    view_name = "entry_list"

    def view(self) -> ViewName:
        """The list of the kind that the argument names."""
        return ViewName(self.view_name, (one_of(self, self.arguments[0], LISTED).value,))

    def shown(self, view: EntryList) -> list[nodes.Node]:
        """The cards, and a hidden toctree of the entries' pages if asked for."""
        docnames = list(dict.fromkeys(_card_link(card).docname for card in view.cards))
        docnames = [docname for docname in docnames if docname in self.env.found_docs]
        is_above = "toctree" in self.options and bool(docnames)
        below = [_hidden_toctree(self.env.current_document.docname, docnames)] if is_above else []
        return [*super().shown(view), *below]


def _card_link(card: Any) -> Any:
    for name in ("module", "exercise", "cohort", "entry"):
        if hasattr(card, name):
            return getattr(card, name)
    raise TypeError(f"a card without an entry: {card!r}")


def _hidden_toctree(docname: str, docnames: list[str]) -> nodes.Node:
    toctree = addnodes.toctree(
        parent=docname,
        entries=[(None, each) for each in docnames],
        includefiles=docnames,
        maxdepth=1,
        caption=None,
        glob=False,
        hidden=True,
        includehidden=False,
        numbered=0,
        titlesonly=True,
    )
    wrapper = nodes.compound(classes=["toctree-wrapper"])
    wrapper += toctree
    return wrapper


def setup_directives(app: Sphinx) -> None:
    """Register the directives under the words of the model."""
    for row in ROWS:
        app.add_directive(row.name or row.view_name.replace("_", "-"), row.directive())
    app.add_directive("booklet-link", BookletLinkDirective)
    app.add_directive("course-card", CourseCardDirective)
    app.add_directive("exercise-frame", ExerciseFrameDirective)
    app.add_directive("steps", StepsDirective, override=True)  # sphinx-design has one of that name
    app.add_directive("course-glossary", CourseGlossaryDirective)
    app.add_directive("course-list", CourseListDirective)
