"""The course in another language: every text that says something, and nothing else.

Covers also `model/entry_texts.py`, `model/translation.py`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry
from coursewright.model.translated import translated
from coursewright.model.translation import Catalog, CatalogEntry, Untranslated
from coursewright.project import open_project
from tests.sphinx_ext.course_site import WHOLE
from tests.sphinx_ext.text_fields import TextField, fill, text_fields

# The same in every language: names, codes, what a text mentions by its very words, what no page shows.
SAME = {
    TextField("Course", "licence"),
    TextField("GlossaryTerm", "term"),
    TextField("Ignore", "why"),
    TextField("Openness", "licence"),
    TextField("Organiser", "name"),
    TextField("Person", "name"),
    TextField("PlainWord", "avoid"),
    TextField("PlainWord", "say"),
    TextField("Vat", "reference"),
    TextField("Venue", "address"),
    TextField("Venue", "municipality"),
    TextField("Given", "column"),
    TextField("When", "given"),
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Curriculum:
    """The whole little course with a text of its own in every field that takes one."""
    root = tmp_path_factory.mktemp("filled") / "course"
    shutil.copytree(WHOLE, root)
    fill(root, lambda field, _: f"{field.model} {field.key}")
    return open_project(root).curriculum


@pytest.fixture(scope="module")
def whole() -> Curriculum:
    """The whole little course."""
    return open_project(WHOLE).curriculum


def _values(value: object, field: TextField) -> Iterator[tuple[TextField, str]]:
    if isinstance(value, Entry):
        for key, item in value.written():
            yield from _values(item, TextField(type(value).__name__, key))
    elif isinstance(value, tuple):
        for item in value:
            yield from _values(item, field)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _values(item, field)
    elif isinstance(value, str):
        yield field, value


def _all_values(curriculum: Curriculum) -> list[tuple[TextField, str]]:
    return [found for entry in curriculum.files() for found in _values(entry, TextField("", ""))]


def _with_catalog(curriculum: Curriculum, page: str, **said: str) -> Curriculum:
    entries = tuple(CatalogEntry(written.replace("_", " "), words) for written, words in said.items())
    return replace(curriculum, catalogs={"en": {page: Catalog(f"locales/en/LC_MESSAGES/{page}.po", entries)}})


def test_every_text_field_is_reached_and_no_other(filled: Curriculum) -> None:
    marked = {field for field, value in _all_values(translated(filled, "en")) if isinstance(value, Untranslated)}
    written = {field for field, _ in _all_values(filled)}
    assert marked == (text_fields() - SAME) & written
    assert len(marked) > 40


def test_nothing_but_the_words_changes(filled: Curriculum) -> None:
    entries = [CatalogEntry(value, f"EN {value}") for _, value in _all_values(filled)]
    pages = {entry.origin.path.rpartition(".")[0]: Catalog("", tuple(entries)) for entry in filled.files()}
    english = translated(replace(filled, catalogs={"en": pages}), "en")
    said = [(field, value.removeprefix("EN ")) for field, value in _all_values(english)]
    assert said == _all_values(filled)
    assert [entry.origin for entry in english.entries()] == [entry.origin for entry in filled.entries()]
    for kind in ("maps", "modules", "exercises", "thermometers", "groups", "matrices", "cohorts", "pages"):
        assert list(getattr(english, kind)) == list(getattr(filled, kind))


def test_text_without_words_stays_as_it_was_written_and_is_marked(whole: Curriculum) -> None:
    english = translated(whole, "en").course
    assert english.title == whole.course.title
    assert isinstance(english.title, Untranslated)
    assert repr(english.title) != repr(whole.course.title)  # the digest of a page that shows it


def test_title_of_a_lesson_comes_from_its_catalog_and_its_prose_stays(whole: Curriculum) -> None:
    name, module = next(iter(whole.modules.items()))
    page = f"modules/{name}"
    english = translated(_with_catalog(whole, page, **{module.title: "Listening"}), "en").modules[name]
    assert english.title == "Listening"
    assert replace(english.prose, title=module.title) == module.prose
    assert module.title == whole.modules[name].title != "Listening"


def test_words_that_someone_has_still_to_look_at_are_not_shown(whole: Curriculum) -> None:
    entries: tuple[Any, ...] = (
        CatalogEntry(whole.course.title, "Doubtful", is_doubtful=True),
        CatalogEntry(str(whole.course.summary), "Set aside", is_set_aside=True),
    )
    course = replace(whole, catalogs={"en": {"curriculum/course": Catalog("", entries)}})
    assert translated(course, "en").course.title == whole.course.title
    assert translated(course, "en").course.summary == whole.course.summary
