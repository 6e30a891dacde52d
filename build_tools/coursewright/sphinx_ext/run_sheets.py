"""``{run-sheets} COHORT``: a section with the run sheet of each session; in the trainers' edition alone."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from coursewright.model.finding import Kind
from coursewright.model.page import Edition
from coursewright.sphinx_ext.directives import ViewDirective
from coursewright.sphinx_ext.domain import course_domain
from coursewright.sphinx_ext.settings import edition_of
from coursewright.sphinx_ext.slots import render
from coursewright.views.registry import ViewName
from coursewright.views.run_sheet import RunSheet, run_sheet_ids


class RunSheetsDirective(ViewDirective):
    """The run sheets of a cohort, each a section that begins a page on paper."""

    required_arguments = 1
    view_name = "calendar_sheet"
    kind = Kind.COHORT

    def shown(self, view: Any) -> list[nodes.Node]:
        """The sections, in order of time."""
        if edition_of(self.config) is not Edition.TRAINERS:
            return []
        cohort = self.arguments[0]
        sessions = run_sheet_ids(course_domain(self.env).curriculum, cohort)
        return [self._section(cohort, session) for session in sessions]

    def _section(self, cohort: str, session: str) -> nodes.Node:
        domain = course_domain(self.env)
        sheet: RunSheet = domain.show(self.env.current_document.docname, ViewName("run_sheet", (cohort, session)))
        title = sheet.title or "; ".join(module.title for module in sheet.modules) or session
        section = nodes.section(ids=[f"run-sheet-{cohort}-{session}"], classes=["run-sheet-section"])
        section += nodes.title("", f"{sheet.number}. {title}")
        section += self.parse_text_to_nodes(render("run_sheet", sheet, self.env, domain.wording, Edition.TRAINERS))
        return section


def setup_run_sheets(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("run-sheets", RunSheetsDirective)
