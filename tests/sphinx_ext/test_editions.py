"""What is for trainers alone is in no file of the participants' site, and in the trainers' it is.

Covers also `model/page.py`, `sources/trainers_text.py`, `sphinx_ext/page_files.py`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coursewright.model.page import Edition
from tests.sphinx_ext.course_site import Build, CourseSite

SECRET = "zqx7zqx"
PICTURE = b"\x89PNG\r\n\x1a\n for trainers"

# Each is a place in a Markdown text where trainers' words can stand.
FACILITATION = {
    "colons": ":::{facilitation}\nSECRET\n:::\n",
    "backticks": "```{facilitation}\nSECRET\n```\n",
    "with a space": "::: {facilitation}\nSECRET\n:::\n",
    "words on the first line": ":::{facilitation} SECRET\nSECRET\n:::\n",
    "in a note": "::::{note}\nPer tutti.\n\n:::{facilitation}\nSECRET\n:::\n::::\n",
    "in a list": "- uno\n\n  :::{facilitation}\n  SECRET\n  :::\n\n- due\n",
    "in a quotation": "> :::{facilitation}\n> SECRET\n> :::\n",
    "in a dropdown": "::::{dropdown} Apri\n```{facilitation}\nSECRET\n```\n::::\n",
    "with a note in it": "::::{facilitation}\n:::{note}\nSECRET\n:::\n::::\n",
    "with a code block in it": "::::{facilitation}\n```text\nSECRET\n```\n::::\n",
    "with facilitation in it": "::::{facilitation}\n:::{facilitation}\nSECRET\n:::\nSECRET\n::::\n",
    "with a label": ":::{facilitation}\n(SECRET-label)=\n**SECRET**\n\n[le note su un segno](#SECRET-label)\n:::\n",
    "with a picture": ":::{facilitation}\n![SECRET](SECRET.png)\n:::\n",
    "with a download": ":::{facilitation}\n{download}`SECRET <SECRET.pdf>`\n:::\n",
    "with a table": ":::{facilitation}\n| a |\n|---|\n| SECRET |\n:::\n",
    "with a footnote": ":::{facilitation}\nNota[^SECRET].\n\n[^SECRET]: SECRET\n:::\n",
    "with an index entry": "::::{facilitation}\n```{index} SECRET\n```\nSECRET\n::::\n",
    "with roles": ":::{facilitation}\nSECRET {module}`misura` {term}`tavolo` {cite:p}`rossi-2020`\n:::\n",
}

# What lies among the course's files and is none of them.
STRAY = (
    f"curriculum/pages/_{SECRET}.md",
    f"curriculum/pages/.{SECRET}.md",
    f"curriculum/pages/_bozze/{SECRET}.md",
    f"curriculum/pages/{SECRET}.rst",
    f"curriculum/pages/{SECRET}.yaml",
    f"curriculum/pages/{SECRET}.txt",
    f"curriculum/competencies/altro/{SECRET}.yaml",
    f"curriculum/{SECRET}.yaml",
    f"curriculum/{SECRET}.md",
    f"modules/_{SECRET}.md",
    f"modules/bozze/{SECRET}.md",
    f"exercises/{SECRET}.rst",
    f"private/{SECRET}.md",
    f"docs/{SECRET}.md",
    f"{SECRET}.md",
)


def with_secrets(course: CourseSite) -> CourseSite:
    """The course with trainers' words wherever they can stand."""
    for name, text in FACILITATION.items():
        file = f"curriculum/pages/casi/{name.replace(' ', '-')}.md"
        course.write(file, f"# {name.capitalize()}\n\nPer tutti.\n\n{text.replace('SECRET', SECRET)}")
    (course.root / f"curriculum/pages/casi/{SECRET}.png").write_bytes(PICTURE)
    (course.root / f"curriculum/pages/casi/{SECRET}.pdf").write_bytes(PICTURE)
    course.replace("modules/ascolto.md", "SUGGERIMENTO-PIANO", SECRET)
    course.replace("exercises/cerchio.md", "SUGGERIMENTO-PASSO", f"{SECRET} **{SECRET}**")
    course.write(
        f"curriculum/pages/guide/{SECRET}.md",
        f"---\nid: altra-guida\nedition: trainers\n---\n\n# Guida {SECRET}\n\n![{SECRET}](../casi/{SECRET}.png)\n",
    )
    course.append("curriculum/pages/casi.md", f"\n```{{toctree}}\n/curriculum/pages/guide/{SECRET}\n```\n")
    course.append("curriculum/pages/moduli.md", f"\n```{{toctree}}\nUna guida <guide/{SECRET}>\n```\n")
    return course


@pytest.fixture(scope="module")
def secretive(tmp_path_factory: pytest.TempPathFactory) -> CourseSite:
    """The course with trainers' words, to be built and not changed."""
    return with_secrets(CourseSite.copy(tmp_path_factory.mktemp("secretive")))


@pytest.fixture(scope="module")
def open_site(secretive: CourseSite) -> Build:
    """What participants get of it."""
    return secretive.build(nitpicky=True, html_use_index=True)


@pytest.fixture(scope="module")
def trainers_site(secretive: CourseSite) -> Build:
    """What trainers get of it."""
    return secretive.build(edition=Edition.TRAINERS, nitpicky=True, html_use_index=True)


def test_participants_site_has_nothing_of_the_trainers(open_site: Build) -> None:
    assert open_site.warnings == ()
    assert [path for path in open_site.files if SECRET in path] == []
    assert [path for path, content in open_site.files.items() if SECRET.encode() in content] == []
    assert PICTURE not in open_site.everything


@pytest.mark.parametrize("name", FACILITATION)
def test_trainers_site_shows_facilitation(name: str, trainers_site: Build) -> None:
    assert trainers_site.warnings == ()
    assert SECRET in trainers_site.page(f"curriculum/pages/casi/{name.replace(' ', '-')}").text


def test_trainers_site_has_their_cues_and_pages_and_pictures(trainers_site: Build) -> None:
    assert SECRET in trainers_site.page("exercises/cerchio").text
    assert SECRET in trainers_site.page(f"curriculum/pages/guide/{SECRET}").headings[0]
    assert f"Guida {SECRET}" in trainers_site.page("curriculum/pages/casi").text
    assert f"curriculum/pages/guide/{SECRET}" in trainers_site.search_index.titles
    assert (trainers_site.folder / f"_images/{SECRET}.png").read_bytes() == PICTURE
    assert SECRET in trainers_site.search_index.terms


def test_toctree_entries_of_trainers_pages_vanish(open_site: Build) -> None:
    assert "Una guida" not in open_site.page("curriculum/pages/moduli").text
    assert "Guide" not in open_site.page("index").text


def test_participants_catalogs_have_nothing_of_the_trainers(secretive: CourseSite) -> None:
    catalogs = secretive.build("gettext")
    assert catalogs.warnings == ()
    assert b"Per tutti." in catalogs.everything
    assert SECRET.encode() not in catalogs.everything


def test_trainers_catalogs_have_facilitation(secretive: CourseSite) -> None:
    assert SECRET.encode() in secretive.build("gettext", Edition.TRAINERS).everything


def test_sources_are_not_copied_though_asked_for(course: CourseSite) -> None:
    course.write("conf.py", "extensions = ['coursewright.sphinx_ext']\nhtml_copy_source = True\n")
    assert not (course.build().folder / "_sources").exists()


def test_switching_the_edition_builds_everything_anew(course: CourseSite, tmp_path: Path) -> None:
    with_secrets(course)
    course.build(edition=Edition.TRAINERS, memory="shared")
    open_site = course.build(memory="shared")
    assert SECRET.encode() not in open_site.everything
    trainers = course.build(edition=Edition.TRAINERS, memory="shared")
    assert trainers.files == course.elsewhere(tmp_path / "clean").build(edition=Edition.TRAINERS).files


def test_switching_the_edition_of_one_folder_leaves_nothing_of_the_trainers(unbuilt: CourseSite) -> None:
    with_secrets(unbuilt)
    trainers = unbuilt.build(edition=Edition.TRAINERS)
    shutil.move(trainers.folder, unbuilt.output / "html-participants")
    open_site = unbuilt.build()
    assert SECRET.encode() not in open_site.everything
    assert PICTURE not in open_site.everything


def test_files_that_are_no_pages_of_the_course_are_not_read(unbuilt: CourseSite) -> None:
    for path in STRAY:
        unbuilt.write(path, f"---\nedition: trainers\n---\n\n# {SECRET}\n\n<script>alert(1)</script>\n\n{SECRET}\n")
    elsewhere = unbuilt.root.with_name("elsewhere")
    elsewhere.mkdir()
    (elsewhere / "pagina.md").write_text(f"# {SECRET}\n", "utf-8")
    (unbuilt.root / "curriculum/pages/altrove").symlink_to(elsewhere)
    build = unbuilt.build(suppress_warnings=["coursewright.unexpected-file"])
    assert build.warnings == ()
    assert [path for path, content in build.files.items() if SECRET.encode() in content] == []


INCLUDED = {
    "a page of the trainers": (
        f"---\nedition: trainers\n---\n\n# {SECRET}\n\n{SECRET}\n",
        "curriculum/pages/inclusa.md",
    ),
    "a lesson with cues": (
        "---\nid: inclusa\nsummary: Sì.\nminutes: 30\nteaches: []\n"
        f"plan: [{{title: Apertura, minutes: 30, cue: {SECRET}}}]\nillustrative: true\n---\n\n"
        f"# Inclusa\n\nPer tutti.\n\n:::{{facilitation}}\n{SECRET}\n:::\n",
        "modules/inclusa.md",
    ),
    "a text that is no page": (f"Per tutti.\n\n:::{{facilitation}}\n{SECRET}\n:::\n", "allegati/inclusa.md"),
}


@pytest.mark.parametrize("name", INCLUDED)
def test_included_text_obeys_its_own_edition(course: CourseSite, name: str) -> None:
    text, path = INCLUDED[name]
    course.write(path, text)
    course.append("curriculum/pages/casi.md", f"\n```{{include}} /{path}\n```\n")
    build = course.build(suppress_warnings=["myst", "coursewright", "toc"])
    assert SECRET.encode() not in build.everything
    assert ("Per tutti." in build.page("curriculum/pages/casi").text) == ("Per tutti." in text)


def test_included_text_is_checked_like_that_of_a_page(course: CourseSite) -> None:
    course.write("allegati/inclusa.md", "Per tutti.\n\n:::facilitation\nPer chi conduce.\n:::\n")
    course.append("curriculum/pages/casi.md", "\n```{include} /allegati/inclusa.md\n```\n")
    assert "allegati/inclusa.md:3" in course.try_to_build().warnings[0]


COMMENTS = (
    f"<!-- {SECRET} -->",
    f"Prima <!-- {SECRET} --> dopo.",
    f"<div>Prima <!-- {SECRET} --> dopo.</div>",
    f"<!--\n{SECRET}\n\n{SECRET}\n-->",
    f"% {SECRET}",
    f"<!{SECRET} x>",
    f"<? {SECRET} ?>",
    f"```{{eval-rst}}\n.. {SECRET}\n\n   {SECRET}\n```",
    f"```{{raw}} html\n<b>Prima</b> <!-- {SECRET}\n```",
)


def test_comments_are_in_no_output(course: CourseSite) -> None:
    course.append("curriculum/pages/casi.md", "\n" + "\n\n".join(COMMENTS) + "\n\nAlla fine.\n")
    for edition in Edition:
        build = course.build(edition=edition)
        assert "Alla fine." in build.page("curriculum/pages/casi").text
        assert SECRET.encode() not in build.everything
