"""Directives that show views of the curriculum: lists, cards, path, coverage matrix, map, an exercise's steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.domains.std import make_glossary_term
from sphinx.util.docutils import SphinxDirective

from coursewright.model.card import LISTED
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.nearest import nearest
from coursewright.model.place import Place
from coursewright.model.words import Term
from coursewright.sphinx_ext.domain import course_domain
from coursewright.sphinx_ext.drawings import exercise_frame
from coursewright.sphinx_ext.safe_markdown import block_nodes
from coursewright.sphinx_ext.settings import edition_of
from coursewright.sphinx_ext.slots import render
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


class ModuleCardDirective(ViewDirective):
    """``{module-card} ID``: a module's card."""

    required_arguments = 1
    view_name = "module_card"
    kind = Kind.MODULE


class ModuleDoorsDirective(ViewDirective):
    """``{module-doors} ID``: where to go after a module."""

    required_arguments = 1
    view_name = "module_doors"
    kind = Kind.MODULE


class ModulePlanDirective(ViewDirective):
    """``{module-plan} ID``: how a module's time is spent; in the trainers' edition alone."""

    required_arguments = 1
    view_name = "module_plan"
    kind = Kind.MODULE


class ExerciseCardDirective(ViewDirective):
    """``{exercise-card} ID``: an exercise's card."""

    required_arguments = 1
    view_name = "exercise_card"
    kind = Kind.EXERCISE


class CourseCardDirective(ViewDirective):
    """``{course-card} module ID`` or ``{course-card} exercise ID``: a card anywhere."""

    required_arguments = 2

    def view(self) -> ViewName:
        """The card of the kind in the first argument."""
        self.kind = self._kind()
        return ViewName(f"{self.kind.value}_card", (self.arguments[1],))

    def _kind(self) -> Kind:
        return one_of(self, self.arguments[0], {kind.value: kind for kind in (Kind.MODULE, Kind.EXERCISE)})


class CoursePathDirective(ViewDirective):
    """``{course-path}``: the modules in order, with times and prerequisites."""

    view_name = "course_path"


class CourseQualityDirective(ViewDirective):
    """``{course-quality}``: what of the course is made up, unsourced, untranslated, hard to read; what is ignored."""

    view_name = "course_quality"
    has_parts = True


class CoverageMatrixDirective(ViewDirective):
    """``{coverage-matrix} MAP``: competencies by modules."""

    required_arguments = 1
    view_name = "coverage_matrix"
    kind = Kind.COMPETENCY_MAP


class CompetencyMapDirective(ViewDirective):
    """``{competency-map} MAP``: the map at a glance."""

    required_arguments = 1
    view_name = "map_overview"
    kind = Kind.COMPETENCY_MAP


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
            note = course_domain(self.env).wording.text("Illustrative: made up for the course.")
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
    app.add_directive("module-card", ModuleCardDirective)
    app.add_directive("module-doors", ModuleDoorsDirective)
    app.add_directive("module-plan", ModulePlanDirective)
    app.add_directive("exercise-card", ExerciseCardDirective)
    app.add_directive("course-card", CourseCardDirective)
    app.add_directive("course-path", CoursePathDirective)
    app.add_directive("course-quality", CourseQualityDirective)
    app.add_directive("coverage-matrix", CoverageMatrixDirective)
    app.add_directive("competency-map", CompetencyMapDirective)
    app.add_directive("exercise-frame", ExerciseFrameDirective)
    app.add_directive("steps", StepsDirective, override=True)  # sphinx-design has one of that name
    app.add_directive("course-glossary", CourseGlossaryDirective)
    app.add_directive("course-list", CourseListDirective)
