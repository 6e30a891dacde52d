"""The name that was probably meant: by likeness, without regard to accents and capitals, or none."""

from __future__ import annotations

import pytest

from coursewright.model.nearest import as_identifier, nearest


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("primo", "primo"),
        ("prmo", "primo"),
        ("PRIMÒ", "primo"),
        ("secundo", "secondo"),
        ("tutt'altro", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_the_most_alike(written: str, meant: str | None) -> None:
    assert nearest(written, ["secondo", "primo", "terzo"]) == meant


def test_of_names_that_differ_by_accents_alone_the_first_is_meant() -> None:
    assert (nearest("perche", ["perchè", "perché"]), nearest("a", [])) == ("perchè", None)


@pytest.mark.parametrize(
    ("written", "identifier"),
    [
        ("Più acqua, per tutti!", "piu-acqua-per-tutti"),
        ("già-scritto", "gia-scritto"),
        ("…", None),
        ("a" * 70, "a" * 64),
    ],
)
def test_a_title_makes_an_id(written: str, identifier: str | None) -> None:
    assert as_identifier(written) == identifier
