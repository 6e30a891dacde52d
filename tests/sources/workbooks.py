"""Workbooks as people's programs write them, and as none should."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

SHEET = "xl/worksheets/sheet1.xml"


def write_workbook(file: Path, rows: Sequence[Sequence[Any]], formats: dict[str, str] | None = None) -> Path:
    """A workbook with one sheet; ``formats`` are number formats by the cell they are for."""
    workbook = Workbook()
    page = workbook.worksheets[0]
    for row in rows:
        page.append(list(row))
    for cell, number_format in (formats or {}).items():
        page[cell].number_format = number_format
    workbook.save(file)
    return file


def change_sheet(file: Path, change: Callable[[str], str]) -> Path:
    """Change the XML of the only sheet."""
    content = io.BytesIO()
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            text = source.read(entry)
            target.writestr(entry.filename, change(text.decode()) if entry.filename == SHEET else text)
    file.write_bytes(content.getvalue())
    return file


def with_dimension(claimed: str) -> Callable[[str], str]:
    """A change after which the sheet claims to be of another size."""
    return lambda xml: re.sub(r'<dimension ref="[^"]*"', f'<dimension ref="{claimed}"', xml)
