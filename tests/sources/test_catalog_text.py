"""Catalogs of the content as translators' programs write them."""

from __future__ import annotations

from io import BytesIO

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from coursewright.cli.commands.translations import catalog_source
from coursewright.model.translation import Catalog, CatalogEntry
from coursewright.sources.catalog_text import CatalogError, read_catalog_text

PO = r"""# by hand
msgid ""
msgstr "Language: en\n"

#. title
#: curriculum/course.yaml:3
msgid "Corso"
msgstr "Course"

#, fuzzy, python-format
#| msgid "Prima"
msgid "Dopo"
msgstr "Before"

msgid ""
"Due righe:\n"
"una \"tra virgolette\"\te \\ basta"
msgstr ""

#~ msgid "Via"
#~ msgstr "Gone"
"""
TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from('\n\t"\\#~')).filter(str.strip)


def test_a_catalog_is_read_with_its_marks() -> None:
    assert read_catalog_text(PO) == (
        CatalogEntry("Corso", "Course", line=7),
        CatalogEntry("Dopo", "Before", is_doubtful=True, line=12),
        CatalogEntry('Due righe:\nuna "tra virgolette"\te \\ basta', line=15),
        CatalogEntry("Via", "Gone", is_set_aside=True, line=20),
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Corso", 1),
        ('msgid "Corso"\nmsgstr "Course', 2),
        ('msgid "Corso"\n\nmsgid "Altro"\nmsgstr "Other"', 3),
        ('msgid "Corso"\n', 2),
        ('msgstr "Course"', 1),
        ('"Course"', 1),
        ('msgctxt "qui"\nmsgid "Corso"\nmsgstr "Course"', 1),
        ('msgid "un corso"\nmsgid_plural "corsi"\nmsgstr[0] "a"', 2),
        ('msgid "Corso"\nmsgstr "a"\nmsgstr "b"', 3),
    ],
)
def test_what_is_no_catalog_is_refused_at_its_line(text: str, line: int) -> None:
    with pytest.raises(CatalogError) as refusal:
        read_catalog_text(text)
    assert refusal.value.line == line


@given(
    st.lists(st.builds(CatalogEntry, TEXTS, TEXTS | st.just(""), st.booleans()), unique_by=lambda each: each.written)
)
def test_what_is_written_is_read_again_by_us_and_by_gettext(entries: list[CatalogEntry]) -> None:
    text = catalog_source(Catalog("", tuple(entries)), "en", {})
    read = read_catalog_text(text)
    assert [(each.written, each.said, each.is_doubtful) for each in read] == [
        (each.written, each.said, each.is_doubtful) for each in entries
    ]
    theirs = read_po(BytesIO(text.encode()), abort_invalid=True)
    assert [(each.id, each.string) for each in theirs if each.id] == [(each.written, each.said) for each in entries]
