"""Texts as they are compared."""

from __future__ import annotations

from coursewright.model.compared_text import compared


def test_compared_text_has_neither_capitals_nor_spaces_around() -> None:
    assert [compared(text) for text in ("  Coop\tALFA ", "coop alfa", "Straße", "")] == [
        "coop alfa",
        "coop alfa",
        "strasse",
        "",
    ]
