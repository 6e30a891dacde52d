"""Made-up applications to the real cohort, as many as are asked for, always the same."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from pathlib import Path

from xlsxwriter import Workbook

HEADERS = ("Domanda", "Ricevuta il", "Nome", "E-mail", "Lavora dal", "Punteggio", "Ente", "Telefono")


def write_csv(file: Path, count: int) -> None:
    """Applications as a form would export them for an Italian spreadsheet."""
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(HEADERS)
        writer.writerows(_rows(count))


def write_xlsx(file: Path, count: int) -> None:
    """The same applications in a workbook, all cells texts."""
    workbook = Workbook(file, {"constant_memory": True})
    page = workbook.add_worksheet()
    for number, row in enumerate((HEADERS, *_rows(count))):
        page.write_row(number, 0, row)
    workbook.close()


def _rows(count: int) -> Iterator[tuple[str, ...]]:
    chance = random.Random(count)
    for number in range(count):
        day = f"{chance.randint(4, 28):02}/{chance.choice(('10', '11', '12'))}/2022"
        clock = f"{chance.randint(0, 23):02}.{chance.randint(0, 59):02}.{chance.randint(0, 59):02}"
        since = f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{chance.randint(2012, 2022)}"
        yield (
            f"A-{number:06}",
            f"{day} {clock}",
            f"Nome {number}",
            f"p{number}@example.org",
            since if chance.random() < 0.8 else "",
            str(chance.randint(1, 100)) if chance.random() < 0.7 else "",
            f"Ente {chance.randint(1, 500)}",
            f"+39 3{chance.randint(10**8, 10**9)}",
        )
