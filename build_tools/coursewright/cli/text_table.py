"""Tables on a terminal: words to the left, figures to the right, as wide as they need to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_GAP = "  "


@dataclass(frozen=True)
class Column:
    """A column: its heading, whether it holds figures, its cells; a figure that is not known is None."""

    heading: str
    cells: Sequence[str | int | None]
    is_figures: bool = False

    def shown(self) -> list[str]:
        """The heading and the cells, all of one width."""
        texts = [self.heading, *("–" if cell is None else str(cell) for cell in self.cells)]
        width = max(map(len, texts))
        return [text.rjust(width) if self.is_figures else text.ljust(width) for text in texts]


def table_lines(*columns: Column) -> Iterator[str]:
    """A line for the headings, then one for each row."""
    for cells in zip(*(column.shown() for column in columns), strict=True):
        yield _GAP.join(cells).rstrip()
