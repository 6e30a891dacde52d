"""What a build reads and writes when little or nothing has changed, measured against a clean build of the same course."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.sphinx_ext.conftest import Finished
from tests.sphinx_ext.course_site import CourseSite

MAP = "curriculum/competencies/mappa.yaml"
NOT_OF_A_SOURCE = {"search.html"}


@dataclass(frozen=True)
class Edit:
    """A change of the course in words, and how it is made."""

    words: str
    make: Callable[[CourseSite], None]


def replaces(path: str, old: str, new: str) -> Callable[[CourseSite], None]:
    """An edit that puts one text in place of another."""
    return lambda site: site.replace(path, old, new)


EDITS = (
    Edit("a competency's summary", replaces(MAP, "Scegliere e dirlo.", "Scegliere, e poi dirlo.")),
    Edit("a competency's title", replaces(MAP, "title: Decidere", "title: Decidere in tempo")),
    Edit("a competency's relation", replaces(MAP, "as: precedes", "as: related")),
    Edit("a gradation's title", replaces(MAP, "title: Pratica,", "title: Fa ogni giorno,")),
    Edit("a gradation's description", replaces(MAP, "describes: Si fa con altri.", "describes: Si fa.")),
    Edit("an area's title", replaces(MAP, "title: Lavorare insieme", "title: Stare insieme")),
    Edit("a map's title", replaces(MAP, "title: Mappa di base", "title: Mappa prima")),
    Edit(
        "a module's minutes",
        lambda site: (
            site.replace("modules/misura.md", "minutes: 60", "minutes: 90"),
            site.replace("modules/misura.md", "I numeri, minutes: 30", "I numeri, minutes: 60"),
        )
        and None,
    ),
    Edit("a module's summary", replaces("modules/decisione.md", "Si impara a decidere.", "Si decide.")),
    Edit("a module's text", replaces("modules/ascolto.md", "Una lezione breve.", "Una lezione lunga.")),
    Edit("a module's title", replaces("modules/decisione.md", "# La decisione", "# Decidere bene")),
    Edit("a module's title, in other letters", replaces("modules/decisione.md", "# La decisione", "# La *decisione*")),
    Edit("a module's heading", replaces("modules/ascolto.md", "## Prima parte", "## Seconda parte")),
    Edit("an exercise's title", replaces("exercises/scelta.md", "# La scelta", "# Una scelta")),
    Edit("a figure's summary", replaces("curriculum/figures.yaml", "Tiene il conto di", "Conta")),
    Edit("a figure's title", replaces("curriculum/figures.yaml", "title: Facilitatrice", "title: Tessitrice")),
    Edit("a glossary's meaning", replaces("curriculum/glossary.yaml", "che decidono insieme", "insieme")),
    Edit("a glossary's word that no text uses", replaces("curriculum/glossary.yaml", "ascolto attivo", "ascolto")),
    Edit("the order of the path", replaces("curriculum/course.yaml", "[ascolto, decisione, misura]", "[ascolto, misura]")),
    Edit("a caption of the menu", replaces("index.md", "Partecipare", "Chi partecipa")),
    Edit("a name in the menu", replaces("index.md", "Chi insegna qui", "Le persone")),
    Edit("the order of the menu", replaces("index.md", "curriculum/venues\ncurriculum/glossary", "curriculum/glossary\ncurriculum/venues")),
    Edit("a page's title", replaces("curriculum/pages/casi.md", "# Casi", "# Storie")),
    Edit("a work's year", replaces("curriculum/references.bib", "year = {2021}", "year = {2022}")),
    Edit("the course's title", replaces("curriculum/course.yaml", "title: Corso di prova", "title: Corso breve")),
    Edit("the course's licence", replaces("curriculum/course.yaml", "CC-BY-SA-4.0", "CC-BY-4.0")),
    Edit("a picture", lambda site: (site.root / "modules/porta.png").write_bytes(b"\x89PNG\r\n\x1a\n") and None),
)


def test_second_build_reads_and_writes_nothing(finished: Finished) -> None:
    before = finished.build.stamps, finished.build.files
    again = finished.site.build()
    assert (again.read, again.warnings) == ((), ())
    assert (again.stamps, again.files) == before


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.words)
def test_edit_rewrites_the_pages_that_show_it_and_no_other(
    edit: Edit, finished: Finished, tmp_path: Path
) -> None:
    before, stamps = finished.build.html, finished.build.stamps
    edit.make(finished.site)
    now = finished.site.build()
    clean = finished.site.elsewhere(tmp_path).build()
    assert now.warnings == clean.warnings
    assert [path for path in clean.html if now.html.get(path) != clean.html[path]] == []
    assert now.html.keys() == clean.html.keys()
    changed = {path for path in clean.html if before.get(path) != clean.html[path]}
    written = {path for path in now.html if stamps.get(path) != now.stamps[path]}
    assert written - NOT_OF_A_SOURCE == changed - NOT_OF_A_SOURCE
    assert now.search_index == clean.search_index
    assert _without_order(now.files) == _without_order(clean.files)


def _without_order(files: object) -> dict[str, bytes]:
    """Every file but the one whose order Sphinx does not keep."""
    assert isinstance(files, dict)
    return {path: content for path, content in files.items() if path != "searchindex.js"}
