"""Tables on a terminal."""

from __future__ import annotations

from coursewright.cli.text_table import Column, table_lines


def test_words_stand_left_and_figures_right() -> None:
    words = Column("Parola", ["è", "lunghissima"])
    figures = Column("N", [7, None], is_figures=True)
    last = Column("Sì", ["sì", "NO"])
    assert list(table_lines(words, figures, last)) == [
        "Parola       N  Sì",
        "è            7  sì",
        "lunghissima  –  NO",
    ]


def test_a_table_without_rows_has_its_headings() -> None:
    assert list(table_lines(Column("A", []), Column("B", [], is_figures=True))) == ["A  B"]
