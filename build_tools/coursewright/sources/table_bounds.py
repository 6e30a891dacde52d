"""What a table may hold, so that reading it takes seconds and little memory, whatever the file."""

from __future__ import annotations

from coursewright.model.finding import Code, Value
from coursewright.model.words import N_, Term

MAX_BYTES = 150_000_000
# So many are settled in less than 500 MB, whatever the rules make of them, with so many bytes of text.
MAX_ROWS = 100_000
MAX_TEXT = 80_000_000
# A result has some 400 bytes more in each row, and is forgotten before other rows are read.
MAX_RESULT_TEXT = 150_000_000
# The last row and column that a spreadsheet has.
LAST_ROW = 1_048_576
MAX_COLUMNS = 16_384
MAX_ROW_LENGTH = 1_000_000
MAX_CELLS = 3_500_000

UNCLOSED = Term(N_("a cell goes on for very long, a quote is probably never closed"))
CELLS = Term(N_("cells"))
TEXT = Term(N_("bytes of text"))
STRINGS = Term(N_("different texts"))


class TableFaultError(Exception):
    """What is wrong with a table: code and values of the finding, and the row where it is known."""

    def __init__(self, code: Code, row: int = 1, **values: Value) -> None:
        super().__init__(code, row, values)
        self.code = code
        self.row = max(1, row)
        self.values = values


def too_large(size: int) -> TableFaultError:
    """A file of more bytes than are read."""
    return TableFaultError(Code.TABLE_TOO_LARGE, found=size, limit=MAX_BYTES)


def too_many_rows(row: int, limit: int) -> TableFaultError:
    """More rows than are read; ``row`` is the first that is not."""
    return TableFaultError(Code.TABLE_ROWS, row, limit=limit)


def too_many_columns(row: int) -> TableFaultError:
    """A row with more cells than a spreadsheet has columns."""
    return TableFaultError(Code.TABLE_COLUMNS, row, limit=MAX_COLUMNS)


def too_long(row: int) -> TableFaultError:
    """A row with more letters than anyone writes."""
    return TableFaultError(Code.TABLE_ROW_LENGTH, row, limit=MAX_ROW_LENGTH)


def too_much(row: int, what: Term, limit: int) -> TableFaultError:
    """More cells or text in the whole table than are read."""
    return TableFaultError(Code.TABLE_CONTENT, row, what=what, limit=limit)


def unreadable(why: Term, row: int = 1) -> TableFaultError:
    """A file that is no table, or a broken one."""
    return TableFaultError(Code.TABLE_UNREADABLE, row, found=why)
