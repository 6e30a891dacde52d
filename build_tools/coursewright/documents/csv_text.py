"""A sheet as CSV that a spreadsheet opens well: UTF-8 with a byte order mark, texts that are never run."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal

from coursewright.documents.sheet import Sheet
from coursewright.model.spreadsheet_text import neutral
from coursewright.model.table import Cell

_PIECE = 100_000


def csv_bytes(sheet: Sheet, delimiter: str, decimal_comma: bool) -> bytes:
    """The sheet with this sign between cells; amounts with a comma or a point before the decimals."""
    return b"".join(csv_pieces(sheet, delimiter, decimal_comma))


def csv_pieces(sheet: Sheet, delimiter: str, decimal_comma: bool) -> Iterator[bytes]:
    """The same in pieces, so that very many rows need no memory at once."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    shown = _shown(decimal_comma)
    # Without it Excel reads the text in the encoding of its system.
    stream.write("\ufeff")
    writer.writerow([neutral(heading.name) for heading in sheet.headings])
    for row in sheet.rows:
        # Most cells are empty or texts.
        writer.writerow(["" if cell is None else neutral(cell) if type(cell) is str else shown(cell) for cell in row])
        if stream.tell() > _PIECE:
            yield _taken(stream)
    yield _taken(stream)


def _taken(stream: io.StringIO) -> bytes:
    """What was written, which is forgotten."""
    written = stream.getvalue().encode("utf-8", "backslashreplace")
    stream.seek(0)
    stream.truncate()
    return written


def _shown(decimal_comma: bool) -> Callable[[Cell], str]:
    def shown(cell: Cell) -> str:
        match cell:
            case None:
                return ""
            case Decimal() | float():
                return str(cell).replace(".", ",") if decimal_comma else str(cell)
            case datetime():
                return cell.isoformat(sep=" ")
            case date():
                return cell.isoformat()
            case bool():
                return "1" if cell else "0"
            case _:
                return neutral(str(cell))

    return shown
