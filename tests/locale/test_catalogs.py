"""The catalogs say all that the code says."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from coursewright.locale import LANGUAGES
from docs.renew_catalogs import (
    catalog_file,
    compiled_bytes,
    is_translated,
    messages,
    read_catalog,
    renewed,
    source_bytes,
)

TRANSLATED = [language for language in LANGUAGES if language != "en"]


def _entries(language: str) -> list[Message]:
    return [message for message in read_catalog(language) if message.id]


def _forms(texts: object) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts)  # type: ignore[arg-type]


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", TRANSLATED)
def test_catalog_has_every_message_of_the_code_and_no_other(language: str) -> None:
    known = {message.id if isinstance(message.id, str) else tuple(message.id) for message in _entries(language)}
    assert known == set(messages())


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: str) -> None:
    assert [message.id for message in _entries(language) if not is_translated(message) or message.fuzzy] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_name_the_same_values(language: str) -> None:
    differing = [
        (message.id, form)
        for message in _entries(language)
        for original, form in zip(_forms(message.id), _forms(message.string), strict=True)
        if _names(form) != _names(original)
    ]
    assert differing == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_catalog_is_as_it_would_be_renewed(language: str) -> None:
    file = catalog_file(language)
    catalog = renewed(language)
    assert file.read_bytes() == source_bytes(catalog, language)
    assert file.with_suffix(".mo").read_bytes() == compiled_bytes(catalog, language)


@pytest.mark.parametrize("language", TRANSLATED)
def test_catalog_tells_nothing_of_when_and_where_it_was_made(language: str) -> None:
    text = catalog_file(language).read_text("utf-8")
    assert "Date" not in text.split("\n\n")[0]
    assert not re.search(r"^#:", text, re.MULTILINE)
    assert str(Path.home()) not in text


def test_italian_has_one_kind_of_apostrophe_and_of_quotes() -> None:
    typed = [form for message in _entries("it") for form in _forms(message.string)]
    assert [form for form in typed if set(form) & set("’‘“”")] == []
    accents = re.compile(r"\b(?:e|perche|piu|puo|cosi|gia|cio|citta|poiche|finche|ne|si|se)'(?=[\s.,;:!?)]|$)")
    assert [form for form in typed if accents.search(form.lower())] == []
    assert [form for form in typed if form != form.strip() or "  " in form] == []
