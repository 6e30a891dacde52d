"""What translators get: the texts themselves, and what they make of them on the page.

Covers also `sphinx_ext/page_catalogs.py`.
"""

from __future__ import annotations

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from coursewright.model.module import WithProse
from coursewright.model.page import Edition
from coursewright.project import open_project
from coursewright.sources.markdown_prose import read_prose
from tests.sphinx_ext.course_site import WHOLE, Build, CourseSite
from tests.sphinx_ext.test_slots import _MARK

TEXTS = {
    "competencies/mappa": ("Capire che cosa c'è dietro una richiesta.", "Ascoltare", "Domanda e riformula."),
    "course": (
        "Si impara ad ascoltare e a decidere **insieme**.",
        "[Scuola di valle](https://scuola.example/corso): Promuove il corso.",
    ),
    "figures": ("Facilitatrice", "Tiene il filo di un tavolo."),
    "glossary": ("tavolo", "Persone che decidono insieme."),
    "cohorts/c-2023": ("Si scrive a: [iscrizioni@scuola.example](mailto:iscrizioni@scuola.example)",),
    "matrices/sportello": ("Rispondere insieme.", "Sceglie che cosa viene prima."),
}


MARKDOWN = """# Un *titolo*

Due righe
di testo con {term}`parola`.

| Prima |
| --- |
| cella |

:::{admonition} Attenzione
Dentro.
:::

```{course-list} modules
```

```python
codice
```

```{toctree}
:caption: Il corso

modules/primo
```
"""


@pytest.fixture(scope="module")
def catalogs(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The catalogs of the whole little course."""
    return CourseSite.copy(tmp_path_factory.mktemp("catalogs")).build("gettext", gettext_compact=False)


def messages(catalogs: Build, page: str) -> set[str]:
    """The messages of one page's catalog."""
    with (catalogs.folder / f"{page}.pot").open("rb") as file:
        return {str(message.id) for message in read_po(file) if message.id}


def test_catalogs_have_no_slots_and_no_templates(catalogs: Build) -> None:
    assert catalogs.warnings == ()
    for mark in (b"{course-text}", b"{course-words}", b"{course-prose}", b"{course-address}", b"{{", b"{%"):
        assert mark not in catalogs.everything
    assert "[Scuola di valle](https://scuola.example/corso): Promuove il corso." in messages(
        catalogs, "curriculum/course"
    )


@pytest.mark.parametrize("page", TEXTS)
def test_catalog_has_the_texts_themselves(page: str, catalogs: Build) -> None:
    found = messages(catalogs, f"curriculum/{page}")
    assert [text for text in TEXTS[page] if text not in found] == []


def test_texts_that_checks_expect_are_those_that_sphinx_looks_up(course: CourseSite) -> None:
    catalogs = course.build("gettext", Edition.TRAINERS, gettext_compact=False)
    entries = [entry for entry in open_project(WHOLE).curriculum.files() if isinstance(entry, WithProse)]
    assert len(entries) > 15
    for entry in entries:
        found = messages(catalogs, entry.origin.path.removesuffix(".md"))
        assert [text for text in entry.prose.messages if text not in found] == []


def test_titles_and_blocks_are_texts_and_what_names_things_is_not() -> None:
    prose = read_prose(MARKDOWN)
    assert prose.messages == (
        "Un *titolo*",
        "Due righe di testo con {term}`parola`.",
        "Prima",
        "cella",
        "Attenzione",
        "Dentro.",
        "Il corso",
    )


def test_translation_takes_the_place_of_the_text(course: CourseSite) -> None:
    folder = course.root / "locales/en/LC_MESSAGES/curriculum/competencies"
    folder.mkdir(parents=True)
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    po += 'msgid "Capire che cosa c\'è dietro una richiesta."\nmsgstr "To see what lies behind a request."\n'
    (folder / "mappa.po").write_text(po, "utf-8")
    with (folder / "mappa.po").open("rb") as source, (folder / "mappa.mo").open("wb") as target:
        write_mo(target, read_po(source))
    page = course.build(language="en", gettext_compact=False).page("curriculum/competencies/mappa")
    assert "To see what lies behind a request." in page.text
    assert "Capire che cosa" not in page.text
    assert "Scegliere e dirlo." in page.text
    assert _MARK.search(page.text) is None
