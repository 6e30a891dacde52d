"""Names: what is typed, and the id that it makes."""

from __future__ import annotations

import pytest

from coursewright.cli.scaffold.name import Name, free_id, name_of
from coursewright.door.errors import RefusalError


@pytest.mark.parametrize(
    ("typed", "title", "name"),
    [
        ("Ascoltare davvero", None, Name("ascoltare-davvero", "Ascoltare davvero")),
        ("ascoltare-davvero", None, Name("ascoltare-davvero", "Ascoltare davvero")),
        ("ascolto", "Ascoltare: come?", Name("ascolto", "Ascoltare: come?")),
        ("Perché sì", None, Name("perche-si", "Perché sì")),
        ("Ascolto", "Un altro titolo", Name("ascolto", "Un altro titolo")),
        ("uno", "★★★", Name("uno", "★★★")),
        ("a\nb\t c\x07\u2028d", None, Name("a-b-c-d", "a b c d")),
        ("Fiducia 🤝", None, Name("fiducia", "Fiducia 🤝")),
        ("x" * 300, None, Name("x" * 64, "x" * 300)),
    ],
)
def test_name_has_an_id_made_of_what_is_typed(typed: str, title: str | None, name: Name) -> None:
    assert name_of(typed, title) == name


@pytest.mark.parametrize("typed", ["★★★", "日本語", "…"])
def test_name_without_a_letter_for_its_id_is_refused(typed: str) -> None:
    with pytest.raises(RefusalError, match="No id can be made"):
        name_of(typed)


@pytest.mark.parametrize(("typed", "title"), [("", None), (" \n", None), ("uno", "\x00 ")])
def test_empty_title_is_refused(typed: str, title: str | None) -> None:
    with pytest.raises(RefusalError, match="empty"):
        name_of(typed, title)


def test_free_id_takes_the_first_number_that_is_free_and_stays_short_enough() -> None:
    taken = {"uno", "uno-2", "x" * 64}
    assert free_id("due", taken.__contains__) == "due"
    assert free_id("uno", taken.__contains__) == "uno-3"
    assert free_id("x" * 64, taken.__contains__) == "x" * 62 + "-2"
