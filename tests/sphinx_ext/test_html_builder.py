"""What is gone from a course leaves no trace in its site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coursewright.model.page import Edition
from tests.sphinx_ext.conftest import Finished
from tests.sphinx_ext.course_site import Build, CourseSite

WORD = "ornitorinco"
COHORT = "curriculum/cohorts/c-2023.yaml"
TAUGHT = 'to: "11:00", breaks: [], modules: [decisione]'
TAUGHT_TOO = f'to: "11:30", breaks: [], modules: [decisione, {WORD}-modulo]'
PICTURE = b"\x89PNG\r\n\x1a\n with a platypus"


@pytest.fixture
def grown(course: CourseSite) -> CourseSite:
    """The course with a module, an exercise, a figure and a page of which nothing else speaks, all with one word."""
    course.replace("curriculum/course.yaml", "conclusione]", f"conclusione, {WORD}-modulo]")
    course.replace(COHORT, TAUGHT, TAUGHT_TOO)
    course.write(
        f"modules/{WORD}-modulo.md",
        f"---\nid: {WORD}-modulo\nsummary: Modulo {WORD}.\nminutes: 30\n"
        "teaches: [{competency: decidere, from: osserva, to: pratica}]\n"
        f"exercises: [{WORD}-esercizio]\nplan: [{{exercise: {WORD}-esercizio}}]\nsources: [rossi-2020]\n---\n\n"
        f"# Modulo {WORD}\n\n![Un {WORD}]({WORD}.png)\n\n{{download}}`Scheda <{WORD}.pdf>`\n",
    )
    (course.root / f"modules/{WORD}.png").write_bytes(PICTURE)
    (course.root / f"modules/{WORD}.pdf").write_bytes(b"%PDF")
    course.write(
        f"exercises/{WORD}-esercizio.md",
        f"---\nid: {WORD}-esercizio\ndevice: case\npractises: [{{competency: decidere, to: pratica}}]\n"
        "group: {min: 6, max: 10}\nminutes: 30\nsteps: [{title: Uno, minutes: 30}]\nsources: [rossi-2020]\n---\n\n"
        f"# Esercizio {WORD}\n\n```{{steps}}\n```\n",
    )
    course.append(
        "curriculum/figures.yaml",
        f"  - {{id: {WORD}-figura, title: Figura {WORD}, summary: Un {WORD}., source: rossi-2020,\n"
        "     draws_on: [{competency: decidere, to: pratica}]}\n",
    )
    course.write(f"curriculum/pages/casi/{WORD}.md", f"# Caso {WORD}\n\nLa storia di un {WORD}.\n")
    return course


def shrink(course: CourseSite) -> None:
    """Take away all that has the word."""
    course.replace("curriculum/course.yaml", f", {WORD}-modulo]", "]")
    course.replace(COHORT, TAUGHT_TOO, TAUGHT)
    for path in (f"modules/{WORD}-modulo.md", f"modules/{WORD}.png", f"modules/{WORD}.pdf"):
        course.remove(path)
    course.remove(f"exercises/{WORD}-esercizio.md")
    course.remove(f"curriculum/pages/casi/{WORD}.md")
    figures, _, _ = course.text("curriculum/figures.yaml").partition(f"  - {{id: {WORD}")
    course.write("curriculum/figures.yaml", figures)


@pytest.mark.parametrize("jobs", [1, 4])
def test_what_is_deleted_leaves_no_trace(grown: CourseSite, jobs: int, tmp_path: Path) -> None:
    before = grown.build(jobs=jobs)
    assert before.warnings == ()
    assert WORD.encode() in before.everything
    assert PICTURE in before.everything
    shrink(grown)
    now = grown.build(jobs=jobs)
    assert now.warnings == ()
    assert WORD.encode() not in now.everything
    assert PICTURE not in now.everything
    assert now.files == grown.elsewhere(tmp_path / "clean").build().files
    assert grown.build(jobs=jobs).stamps == now.stamps


def test_renamed_page_leaves_its_old_name_nowhere(finished: Finished, tmp_path: Path) -> None:
    finished.site.move("curriculum/pages/casi/sportello.md", "curriculum/pages/casi/bancone.md")
    now = finished.site.build()
    assert now.warnings == ()
    assert b"casi/sportello" not in now.everything
    assert now.files == finished.site.elsewhere(tmp_path / "clean").build().files


def test_page_on_its_own_is_deleted_though_nothing_else_changed(course: CourseSite) -> None:
    # Pages with patterns of pages are read again whenever a page comes or goes.
    course.replace("curriculum/pages/casi.md", ":glob:\n\ncasi/*", "\ncasi/sportello")
    course.replace("index.md", ":hidden:\n:glob:\n\ncurriculum/pages/guide/index*", "\ncurriculum/pages/guide/index")
    course.write(f"curriculum/pages/{WORD}/nota.md", f"# Nota\n\nUn {WORD}.\n")
    before = course.build(suppress_warnings=["toc.not_included"])
    assert f"curriculum/pages/{WORD}/nota.html" in before.html
    course.remove(f"curriculum/pages/{WORD}/nota.md")
    now = course.build(suppress_warnings=["toc.not_included"])
    assert now.read == ()
    assert WORD.encode() not in now.everything
    assert not (now.folder / "curriculum/pages" / WORD).exists()
    again = course.build(suppress_warnings=["toc.not_included"])
    assert (again.read, again.stamps) == ((), now.stamps)


def test_link_to_a_deleted_page_is_told_and_gone(finished: Finished) -> None:
    site = finished.site
    site.write("curriculum/pages/casi/altro.md", "# Un altro caso\n\nE poi?\n")
    site.append("modules/ascolto.md", "\nVedi [la storia](../curriculum/pages/casi/sportello.md).\n")
    assert site.build().warnings == ()
    site.remove("curriculum/pages/casi/sportello.md")
    now = site.build()
    assert [warning.partition("WARNING: ")[2] for warning in now.warnings] == [
        "Unknown source document 'curriculum/pages/casi/sportello' [myst.xref_missing]"
    ]
    assert "../curriculum/pages/casi/sportello.html" not in now.page("modules/ascolto").links


def test_what_a_forgotten_build_left_is_deleted(unbuilt: CourseSite, tmp_path: Path) -> None:
    trainers = unbuilt.build(edition=Edition.TRAINERS)
    shutil.move(trainers.folder, unbuilt.output / "html-participants")
    now = unbuilt.build()
    assert now.files == unbuilt.elsewhere(tmp_path / "clean").build().files


def test_every_html_file_of_the_site_is_a_page(participants: Build) -> None:
    assert [path for path in participants.files if path.endswith(".html") and path.startswith("_static/")] == []
