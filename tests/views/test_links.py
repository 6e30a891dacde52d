"""Links to entries: page, anchor, title."""

from __future__ import annotations

import pytest

from coursewright.model.finding import Kind
from coursewright.views.links import Link, docname_of, link, links
from tests.views.courses import whole

CURRICULUM = whole()
LINKS = {
    Kind.COMPETENCY_MAP: ("mappa", "Mappa di base", "curriculum/competencies/mappa", ""),
    Kind.COMPETENCY: ("decidere", "Decidere", "curriculum/competencies/mappa", "competency-decidere"),
    Kind.FIGURE: ("custode", "Custode dei numeri", "curriculum/figures", "figure-custode"),
    Kind.PERSON: ("t1", "Docente A", "curriculum/people", "person-t1"),
    Kind.VENUE: ("v1", "Sala grande", "curriculum/venues", "venue-v1"),
    Kind.MODULE: ("ascolto", "L'ascolto", "modules/ascolto", ""),
    Kind.EXERCISE: ("cerchio", "Il cerchio", "exercises/cerchio", ""),
    Kind.THERMOMETER: ("stili", "Stili di lavoro", "curriculum/thermometers/stili", ""),
    Kind.GROUP: ("rete", "Rete di valle", "curriculum/groups/rete", ""),
    Kind.MATRIX: ("sportello", "Sportello di valle", "curriculum/matrices/sportello", ""),
    Kind.COHORT: ("c-2023", "Edizione 2023", "curriculum/cohorts/c-2023", ""),
    Kind.PAGE: ("casi", "Casi", "curriculum/pages/casi", ""),
}


@pytest.mark.parametrize("kind", LINKS)
def test_link_has_title_page_and_anchor(kind: Kind) -> None:
    identifier, title, docname, anchor = LINKS[kind]
    assert link(CURRICULUM, kind, identifier) == Link(kind, identifier, title, docname, anchor)


@pytest.mark.parametrize("kind", Kind)
def test_there_is_no_link_to_what_does_not_exist(kind: Kind) -> None:
    assert link(CURRICULUM, kind, "nothing") is None


def test_links_leave_out_what_does_not_exist_and_keep_the_order() -> None:
    found = links(CURRICULUM, Kind.MODULE, ("misura", "nothing", "ascolto"))
    assert [each.id for each in found] == ["misura", "ascolto"]


def test_page_of_an_entry_is_its_file_without_suffix() -> None:
    assert docname_of(CURRICULUM.modules["ascolto"]) == "modules/ascolto"
    assert docname_of(CURRICULUM.course) == "curriculum/course"
    assert docname_of(CURRICULUM.pages["home"]) == "index"
