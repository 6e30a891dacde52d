"""A course with fees and applications: what the commands about fees are tried on."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.checks.course_folder import COHORT, CourseFolder

RULES = """\
  combine: best
  experience_at: enrolment.closes
  draw_seed: c-2023
  rules:
    - {id: presto, label: Prima di Natale, percent: 10, when: {received: {until: 2022-12-24}}, source: rossi-2020}
    - id: borsa
      label: Borsa di studio
      percent: 100
      places: 1
      when: {experience: {under_years: 2}}
      award: [score desc, received asc, draw]
      source: rossi-2020
  instalments: [{share: 50, due: 2023-02-01}, {share: 50, due: 2023-05-01}]
"""
HEADERS = ("domanda", "nome", "email", "ricevuta il", "lavora dal", "punteggio", "telefono", "rinuncia", "note")
ROWS = (
    ("A-01", "Ada", "ada@example.org", "18/10/2022 09.12", "2021-09-01", "82", "+39 055 000001", "", "=1+1"),
    ("A-02", "Bruno", "bruno@example.org", "2022-12-25 00:00", "14/03/2022", "74", "", "", "@SUM(A1)"),
    ("A-03", "Carla", "carla@example.org", "2022-12-24", "", "", "", "", "x;=cmd|' /C calc'!A0"),
    ("A-04", "Dino", "dino@example.org", "10/01/2023 10.00", "", "", "", "", "'virgolette"),
    ("A-05", "Elsa", "elsa@example.org", "03/12/2022 08.30", "", "", "", "sì", "\uff1d1"),
    ("A-06", "Fabio", "fabio@example", "03/12/2022 08.30", "", "", "", "", "-1+1"),
    ("A-07", "Gina", "gina@example.org", "21/01/2023 00.00", "", "", "", "", "-5"),
    ("A-08", "BRUNO", "Bruno@example.org", "26/12/2022", "", "", "", "", ""),
)
OUTCOMES = ["scholarship", "accepted", "accepted", "waiting", "withdrawn", "refused", "refused", "refused"]
DUE = ["0.00", "100.00", "90.00", "100.00", None, None, None, None]
WORDS = {
    "borsa di studio": "scholarship",
    "ammessa": "accepted",
    "lista d'attesa": "waiting",
    "ritirata": "withdrawn",
    "respinta": "refused",
}


@dataclass(frozen=True)
class Outcome:
    """What a file of results says of one application."""

    row: int
    application: str
    status: str
    due: str | None


def give_fees(course: CourseFolder) -> CourseFolder:
    """The course with rules to apply and three places."""
    course.replace(COHORT, "places: 20", "places: 3")
    text = (course.root / COHORT).read_text("utf-8")
    return course.write(COHORT, text[: text.index("  rules:")] + RULES)


def write_applications(file: Path, rows: tuple[tuple[str, ...], ...] = ROWS, delimiter: str = ";") -> Path:
    """The applications as a spreadsheet in Italian writes them."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\r\n").writerows([HEADERS, *rows])
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(stream.getvalue().encode("utf-8-sig"))
    return file


def outcomes(file: Path) -> list[Outcome]:
    """What a result in Italian says, row by row, whatever its format."""
    if file.suffix == ".json":
        return [
            Outcome(each["row"], each["application"], each["status"], each["due"])
            for each in json.loads(file.read_text("utf-8"))["statements"]
        ]
    records = csv_records(file) if file.suffix == ".csv" else sheet_records(file)
    return [
        Outcome(int(each["Riga"]), each["domanda"], WORDS[each["Esito"]], _amount(each["Quota dovuta"]))
        for each in records
    ]


def csv_records(file: Path) -> list[dict[str, Any]]:
    """The rows of a result by the names of their columns."""
    return list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline=""), delimiter=";"))


def sheet_records(file: Path, sheet: int = 0) -> list[dict[str, Any]]:
    """The rows of a sheet by the names of their columns."""
    header, *rows = load_workbook(file).worksheets[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def _amount(cell: Any) -> str | None:
    return None if cell in (None, "") else f"{float(str(cell).replace(',', '.')):.2f}"
