"""What a course need not say in ``conf.py``, and what it may.

Covers also `sphinx_ext/labels.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import coursewright.sphinx_ext
from coursewright.locale import wording
from tests.sphinx_ext.course_site import Build, CourseSite

MAP = """
kind: competency-map
id: mappa
title: Mappa
source: rossi
gradations: [{id: osserva, title: Osserva}, {id: pratica, title: Pratica}]
areas: [{id: insieme, title: Insieme, competencies: [{id: ascoltare, title: Ascoltare}]}]
"""
MODULE = """---
id: primo
summary: Si impara ad ascoltare.
minutes: 60
teaches: [{competency: ascoltare, from: osserva, to: pratica}]
plan: [{title: Apertura, minutes: 60}]
---

# Primo

Il testo.
"""
HOME = "# Corso\n\n```{toctree}\ncurriculum/course\ncurriculum/competencies/mappa\nmodules/primo\n```\n"


@pytest.fixture
def smallest(tmp_path: Path) -> CourseSite:
    """A course of one map and one module, without ``conf.py``."""
    course = CourseSite(tmp_path / "course", tmp_path / "built")
    course.write("curriculum/course.yaml", "kind: course\nid: c\ntitle: C\nsummary: S.\nlanguage: it\npath: [primo]\n")
    course.write("curriculum/competencies/mappa.yaml", MAP.replace("source: rossi\n", ""))
    course.write("modules/primo.md", MODULE)
    course.write("index.md", HOME)
    return course


def test_smallest_course_builds_without_a_warning(smallest: CourseSite) -> None:
    build = smallest.build(nitpicky=True, suppress_warnings=["coursewright"])
    assert build.warnings == ()
    assert build.page("modules/primo").headings[0].startswith("Primo")


def test_work_is_named_where_no_page_lists_it(smallest: CourseSite) -> None:
    smallest.write("curriculum/competencies/mappa.yaml", MAP)
    smallest.write("curriculum/references.bib", "@misc{rossi, author = {Rossi, Ada}, year = {2020}}\n")
    build = smallest.build(suppress_warnings=["coursewright"])
    assert build.warnings == ()
    assert "(Rossi 2020)" in build.page("curriculum/competencies/mappa").text


def test_italian_course_speaks_italian(participants: Build) -> None:
    italian = wording("it")
    told = [(message, italian.text(message)) for message in interface_messages() if "{" not in message]
    english = [message for message, translation in told if translation != message and len(message) > 5]
    assert len(english) > 60
    for path in participants.html:
        page = participants.page(path.removesuffix(".html"))
        assert page.elements[0].attributes["lang"] == "it"
        text = f"{page.text} {page.title}"
        found = [message for message in english if re.search(rf"(?<!\w){re.escape(message)}(?!\w)", text)]
        assert (path, found) == (path, [])


def test_every_message_of_the_interface_is_in_the_catalog() -> None:
    catalog = wording("it").catalog
    known = getattr(catalog, "_catalog", {})
    assert sorted(message for message in interface_messages() if message not in known) == []


def test_english_course_speaks_english(course: CourseSite) -> None:
    course.replace("curriculum/course.yaml", "language: it", "language: en")
    build = course.build()
    page = build.page("curriculum/glossary")
    assert page.elements[0].attributes["lang"] == "en"
    assert page.headings[0].startswith("Glossary")
    assert "English (code: en)" not in page.text


def test_language_of_conf_has_the_last_word(course: CourseSite) -> None:
    course.write("conf.py", "extensions = ['coursewright.sphinx_ext']\nlanguage = 'en'\n")
    page = course.build().page("curriculum/glossary")
    assert page.elements[0].attributes["lang"] == "en"
    assert page.headings[0].startswith("Glossary")


def test_conf_has_the_last_word(unbuilt: CourseSite) -> None:
    unbuilt.write("curriculum/pages/casi/altro.md", "# Altro\n")
    unbuilt.write(
        "conf.py",
        "extensions = ['coursewright.sphinx_ext']\n"
        "project = html_title = 'Altro titolo'\n"
        "html_theme = 'basic'\n"
        "html_use_index = True\n"
        "smartquotes = True\n"
        "exclude_patterns = ['curriculum/pages/casi/altro.md']\n",
    )
    build = unbuilt.build()
    assert build.warnings == ()
    assert build.page("index").title == "Altro titolo"
    assert "genindex.html" in build.html
    assert "curriculum/pages/casi/altro.html" not in build.html
    assert not (build.folder / "_static/styles/sphinx-book-theme.css").exists()


def interface_messages() -> Iterator[str]:
    """The messages that templates, layout, drawings and code of the extension put into words."""
    folder = Path(coursewright.sphinx_ext.__file__).parent
    marks = re.compile(r"""(?:\b_|\bN_|\.text)\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")
    for file in sorted(folder.rglob("*")):
        if file.suffix in {".jinja", ".html", ".py"}:
            for found in marks.finditer(file.read_text("utf-8")):
                yield found[1] or found[2]
