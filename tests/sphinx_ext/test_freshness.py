"""What a build reads and writes when little or nothing has changed, measured against a clean build.

Covers also `sphinx_ext/surroundings.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

from tests.sphinx_ext.conftest import Finished
from tests.sphinx_ext.course_site import CourseSite

HOME = "index.md"
COURSE = "curriculum/course.yaml"
MAP = "curriculum/competencies/mappa.yaml"
FIGURES = "curriculum/figures.yaml"
GLOSSARY = "curriculum/glossary.yaml"
HEARING = "modules/ascolto.md"
DECIDING = "modules/decisione.md"
MEASURING = "modules/misura.md"
LONGER = (
    *(MEASURING, "minutes: 60", "minutes: 90", MEASURING, "minutes: 30}", "minutes: 60}"),
    *("curriculum/cohorts/c-2023.yaml", "{id: s3, modules", '{id: s3, to: "12:00", modules'),
)
VENUES_BEFORE_PEOPLE = (HOME, "curriculum/venues\n", "", HOME, "Chi in", "curriculum/venues\nChi in")
PAGES_OF_EDITS = Path(__file__).with_name("pages_of_edits.txt")
# So many rows of edits, each followed by one clean build; an edit in two rows would tell nothing more.
CHAINS = 3
# The one page that has no source, and goes with any other.
WITHOUT_SOURCE = {"search.html"}


@dataclass(frozen=True)
class Edit:
    """A change of the course: what it is, and in which file what stands in place of what."""

    words: str
    changes: tuple[tuple[str, str, str], ...]

    def make(self, site: CourseSite) -> None:
        """Change the files."""
        for path, old, new in self.changes:
            site.replace(path, old, new)

    @property
    def pages(self) -> set[str]:
        """The pages of the files themselves: they are read and written whatever has changed in them."""
        return {str(PurePosixPath(path).with_suffix(".html")) for path, _, _ in self.changes}


def edit(words: str, *change: str) -> Edit:
    """An edit of one file, or of several: path, old text, new text, and again."""
    return Edit(words, tuple(zip(change[0::3], change[1::3], change[2::3], strict=True)))


EDITS = (
    edit("a competency's summary", MAP, "Scegliere e dirlo.", "Scegliere, e poi dirlo."),
    edit("a competency's title", MAP, "title: Decidere", "title: Decidere in tempo"),
    edit("a gradation's title", MAP, "title: Pratica,", "title: Fa ogni giorno,"),
    edit("what only the map's page says", MAP, "as: precedes", "as: related", MAP, "Si fa con altri.", "Si fa."),
    edit("titles of a map and an area", MAP, "title: Mappa di base", "title: Prima", MAP, "Lavorare ins", "Stare ins"),
    edit("a module's minutes", *LONGER),
    edit("a module's text", HEARING, "Una lezione breve.", "Una lezione lunga."),
    edit("a module's title", DECIDING, "# La decisione", "# Decidere bene"),
    edit("a module's title, in other letters", DECIDING, "# La decisione", "# La *decisione*"),
    edit("a module's heading", HEARING, "## Prima parte", "## Seconda parte"),
    edit("a module's exercises", MEASURING, "exercises: [conto]", "exercises: [conto, cerchio]"),
    edit("an exercise's title", "exercises/scelta.md", "# La scelta", "# Una scelta"),
    edit("an exercise's materials", "exercises/scelta.md", "[sedie, un cartellone]", "[sedie]"),
    edit("a figure", FIGURES, "title: Facilitatrice", "title: Tessitrice", FIGURES, "Tiene il conto di", "Conta"),
    edit("a meaning in the glossary", GLOSSARY, "che decidono insieme", "insieme"),
    edit("a word that no text uses", GLOSSARY, "term: ascolto attivo", "term: ascolto"),
    edit("the order of the path", COURSE, "misura, conclusione]", "conclusione, misura]"),
    edit("the course's licence", COURSE, "CC-BY-SA-4.0", "CC-BY-4.0"),
    edit("the names in the menu", HOME, ":caption: Partecipare", ":caption: Chi partecipa", HOME, "insegna qui", "c'è"),
    edit("the order of the menu", *VENUES_BEFORE_PEOPLE),
    edit("a page's title", "curriculum/pages/casi.md", "# Casi", "# Storie"),
    edit("a heading that a link names", "curriculum/pages/competenze.md", "# Dove si impara", "# Dove si trova"),
    edit("a heading that a list of pages shows", "curriculum/pages/casi/sportello.md", "## Chi c'è", "## Chi viene"),
    edit("a work's year", "curriculum/references.bib", "year = {2021}", "year = {2022}"),
)


def test_second_build_reads_and_writes_nothing(finished: Finished) -> None:
    before = finished.build.stamps, finished.build.files
    again = finished.site.build()
    assert (again.read, again.warnings) == ((), ())
    assert (again.stamps, again.files) == before


def _pages_by_edit() -> dict[str, set[str]]:
    """For each edit the pages that a clean build changes after it, as the golden file has them."""
    words, pages = "", dict[str, set[str]]()
    for line in PAGES_OF_EDITS.read_text("utf-8").splitlines():
        if line.startswith("    "):
            pages[words].add(line.strip())
        else:
            words = line
            pages[words] = set()
    return pages


@pytest.mark.parametrize("nth", range(CHAINS))
def test_edits_rewrite_the_pages_that_show_them_and_no_other(nth: int, finished: Finished, tmp_path: Path) -> None:
    """One edit after another; a clean build after the last says whether any of them left a page as it was."""
    site, now, expected = finished.site, finished.build, _pages_by_edit()
    for edit in EDITS[nth::CHAINS]:
        stamps = now.stamps
        edit.make(site)
        now = site.build()
        written = {path for path in now.html if stamps.get(path) != now.stamps[path]}
        passed_over = edit.pages | WITHOUT_SOURCE
        assert (edit.words, now.warnings) == (edit.words, ())
        assert (edit.words, written - passed_over) == (edit.words, expected[edit.words] - passed_over)
    clean = site.elsewhere(tmp_path).build()
    assert clean.warnings == ()
    assert [path for path in clean.html if now.html.get(path) != clean.html[path]] == []
    assert now.files == clean.files


@pytest.mark.audit
def test_pages_of_edits_are_those_that_a_clean_build_changes(
    pristine: Callable[[], Finished], tmp_path: Path, update_golden: bool
) -> None:
    found = {}
    for number, edit in enumerate(EDITS):
        finished = pristine()
        before = finished.build.html
        edit.make(finished.site)
        now = finished.site.build()
        clean = finished.site.elsewhere(tmp_path / str(number)).build()
        assert (edit.words, now.files == clean.files) == (edit.words, True)
        found[edit.words] = {path for path in clean.html if before.get(path) != clean.html[path]}
    if update_golden:
        lines = (line for words, pages in found.items() for line in (words, *(f"    {page}" for page in sorted(pages))))
        PAGES_OF_EDITS.write_text("\n".join(lines) + "\n", "utf-8")
    assert _pages_by_edit() == found


def test_own_style_sheet_is_copied_when_it_changes(course: CourseSite, tmp_path: Path) -> None:
    course.write(
        "conf.py", "extensions = ['coursewright.sphinx_ext']\nhtml_static_path = html_css_files = ['mio.css']\n"
    )
    course.write("mio.css", "p { color: blue }\n")
    first = course.build()
    stamps = first.stamps
    assert course.build().stamps == stamps
    course.write("mio.css", "p { color: red }\n")
    assert course.build().files == course.elsewhere(tmp_path / "clean").build().files
