"""Names that may be one person's, typed otherwise."""

from __future__ import annotations

import time

import pytest

from coursewright.model.name_likeness import may_be_one_name, share_a_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Neri", "Ada Nerri"),
        ("Ada Neri", "Neri Ada"),
        ("Ada Neri", "Ada Nrei"),
        ("Ada Neri", "Ada"),
        ("Ada Neri", "Ada Maria Neri"),
        ("Ada Neri", ""),
        ("Francesco Ruis", "Francisco Ruiz"),
        ("Nicolò D’Angelo", "Nicolo Dangello"),
        ("Classe 1", "Clase 1"),
    ],
)
def test_names_that_may_be_one(one: str, other: str) -> None:
    assert (may_be_one_name(one, other), may_be_one_name(other, one)) == (True, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Neri", "Bruno Sala"),
        ("Ada Neri", "Ada Bianchi"),
        ("Ada", "Ida"),
        ("A", "B"),
        ("Classe 1", "Classe 2"),
        ("Classe 1", "Classe 11"),
        ("Francesco Ruis", "Franzisko Ruiz"),
    ],
)
def test_names_of_two(one: str, other: str) -> None:
    assert (may_be_one_name(one, other), may_be_one_name(other, one)) == (False, False)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("Ada Neri", "Ada Bianchi", True),
        ("Ada Neri", "Bruno Néri", True),
        ("Ada N", "Bruno N", False),
        ("Classe 1", "Classe 2", False),
        ("Ada Neri", "Bruno Sala", False),
    ],
)
def test_names_with_a_word_in_common(one: str, other: str, shared: bool) -> None:
    assert share_a_word(one, other) is shared


def test_texts_too_long_for_names_are_told_apart_at_once() -> None:
    start = time.process_time()
    assert not may_be_one_name("a" * 30_000 + "b", "a" * 30_000 + "c")
    assert time.process_time() - start < 1
