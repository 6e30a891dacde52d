"""``coursewright settle`` on real files.

Covers also `cli/fees/documents_in_json.py`, `cli/fees/settlement_sheets.py`, `cli/fees/settlement_text.py`,
`documents/sheet.py`, `door/settling.py`, `model/result_column.py`, `model/statement.py`.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.checks.course_folder import COHORT, CourseFolder
from tests.cli.fees.applying import (
    DUE,
    HEADERS,
    OUTCOMES,
    ROWS,
    Outcome,
    csv_records,
    give_fees,
    outcomes,
    sheet_records,
    write_applications,
)
from tests.cli.running import CommandLine, Said, run_python
from tests.sources.workbooks import write_workbook

EXPECTED = [
    Outcome(number, row[0], status, due)
    for number, (row, status, due) in enumerate(zip(ROWS, OUTCOMES, DUE, strict=True), start=2)
]
GOOD = ROWS[:5]
FORMATS = [".csv", ".xlsx", ".json"]


@pytest.fixture(autouse=True)
def course(tmp_path: Path, command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CourseFolder:
    """A course with fees; the command line stands in it."""
    copied = give_fees(CourseFolder.minimal(tmp_path / "course"))
    assert command_line.folder == Path.cwd()
    monkeypatch.chdir(copied.root)
    return copied


def _settle(command_line: CommandLine, file: str, output: str, *more: str) -> Said:
    return command_line.run("settle", "c-2023", f"private/{file}", "--output", f"private/{output}", *more)


def test_what_it_did_is_told_in_italian(command_line: CommandLine, course: CourseFolder) -> None:
    write_applications(course.root / "private/domande.csv")
    assert _settle(command_line, "domande.csv", "esito.csv") == Said(
        1,
        "Letto come utf-8, celle separate da: punto e virgola.\n"
        "8 righe\n"
        "      2  ammessa\n"
        "      1  borsa di studio\n"
        "      1  lista d'attesa\n"
        "      1  ritirata\n"
        "      3  respinta\n"
        "Borsa di studio: A-01\n"
        "Riga 7 (A-06): Colonna «email»: «fabio@example» non è un indirizzo e-mail.\n"
        "Riga 8 (A-07): Le iscrizioni si sono chiuse il 20 gennaio 2023.\n"
        "Riga 9 (A-08): La stessa persona ha già fatto domanda, alla riga 3.\n"
        "Dovuto da chi ha un posto: 190,00\u00a0€\n"
        "Scritto: private/esito.csv\n",
        "",
    )


def test_what_it_did_is_told_in_english(command_line: CommandLine, course: CourseFolder) -> None:
    write_applications(course.root / "private/domande.csv", GOOD, ",")
    said = _settle(command_line, "domande.csv", "esito.csv", "--language", "en")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines() == [
        "Read as utf-8, cells parted by: comma.",
        "5 rows",
        "      2  accepted",
        "      1  scholarship",
        "      1  waiting list",
        "      1  withdrawn",
        "Borsa di studio: A-01",
        "Due from those who have a place: €190.00",
        "Written: private/esito.csv",
    ]


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_row_comes_out_once_with_its_number(command_line: CommandLine, course: CourseFolder, suffix: str) -> None:
    write_applications(course.root / "private/domande.csv")
    assert _settle(command_line, "domande.csv", f"esito{suffix}").status == 1
    assert outcomes(course.root / f"private/esito{suffix}") == EXPECTED


def test_a_csv_result_has_what_was_applied_with_beside_the_outcome(
    command_line: CommandLine, course: CourseFolder
) -> None:
    write_applications(course.root / "private/domande.csv", ROWS[1:2])
    _settle(command_line, "domande.csv", "esito.csv")
    assert csv_records(course.root / "private/esito.csv") == [
        {
            "Riga": "2",
            "Esito": "borsa di studio",
            "Quota dovuta": "0,00",
            "Prezzo intero": "100,00",
            "Riduzione presto": "0,00",
            "Riduzione borsa": "-100,00",
            "Imposta di bollo": "0,00",
            "Rata 1": "",
            "Rata 1 entro": "",
            "Rata 2": "",
            "Rata 2 entro": "",
            "Perché questo esito": "C'è un posto, e «Borsa di studio» è assegnata.",
            "Perché questa quota": "Prima di Natale: È per le domande ricevute entro il 24 dicembre 2022.\n"
            "Borsa di studio: Le condizioni ci sono tutte.",
            "Da verificare": "",
            "domanda": "A-02",
            "nome": "Bruno",
            "email": "bruno@example.org",
            "ricevuta il": "2022-12-25 00:00",
            "lavora dal": "14/03/2022",
            "punteggio": "74",
            "telefono": "",
            "rinuncia": "",
            "note": "'@SUM(A1)",
        }
    ]


def test_a_workbook_has_four_sheets(command_line: CommandLine, course: CourseFolder) -> None:
    write_applications(course.root / "private/domande.csv")
    _settle(command_line, "domande.csv", "esito.xlsx")
    file = course.root / "private/esito.xlsx"
    assert load_workbook(file).sheetnames == ["Conti", "Borse", "Lista d'attesa", "Totali"]
    ladder = [(each["Domanda"], each["Posto"], each["Assegnata"], each["Punteggio"]) for each in sheet_records(file, 1)]
    assert ladder == [("A-01", 1, "sì", 82), ("A-02", 2, "no", 74)]
    assert [each["domanda"] for each in sheet_records(file, 2)] == ["A-04"]
    assert [tuple(each.values()) for each in sheet_records(file, 3)] == [
        ("ammessa", 2, None),
        ("borsa di studio", 1, None),
        ("lista d'attesa", 1, None),
        ("ritirata", 1, None),
        ("respinta", 3, None),
        ("tutte le righe", 8, None),
        ("prezzi interi di chi ha un posto", None, 300),
        ("riduzioni", None, -110),
        ("dovuto", None, 190),
        ("imposta di bollo", None, 0),
        ("da pagare entro il 1 febbraio 2023", None, 95),
        ("da pagare entro il 1 maggio 2023", None, 95),
    ]


def test_the_receipt_of_a_bare_day_is_not_shown_as_the_next_day(
    command_line: CommandLine, course: CourseFolder
) -> None:
    row = ("A-01", "Ada", "ada@example.org", "2022-12-24", "2022-01-01", "", "", "", "")
    write_applications(course.root / "private/domande.csv", (row,))
    _settle(command_line, "domande.csv", "esito.xlsx")
    (rung,) = sheet_records(course.root / "private/esito.xlsx", 1)
    assert rung["Ricevuta (Europe/Rome)"] == datetime(2022, 12, 24, 23, 59, 59)


def test_nothing_in_a_workbook_is_a_formula(command_line: CommandLine, course: CourseFolder) -> None:
    write_applications(course.root / "private/domande.csv")
    _settle(command_line, "domande.csv", "esito.xlsx")
    file = course.root / "private/esito.xlsx"
    cells = [cell for page in load_workbook(file) for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n", "d"}
    assert [each["note"] or "" for each in sheet_records(file)] == [row[-1] for row in ROWS]
    assert sheet_records(file)[0]["telefono"] == "+39 055 000001"


def test_nothing_in_a_csv_would_be_run(command_line: CommandLine, course: CourseFolder) -> None:
    write_applications(course.root / "private/domande.csv")
    _settle(command_line, "domande.csv", "esito.csv")
    records = csv_records(course.root / "private/esito.csv")
    assert [each["note"] for each in records] == [
        "'=1+1",
        "'@SUM(A1)",
        "x;'=cmd|' /C calc'!A0",
        "'virgolette",
        "'\uff1d1",
        "'-1+1",
        "-5",
        "",
    ]
    assert records[0]["telefono"] == "'+39 055 000001"


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_result_settled_again_gives_the_same_bytes(
    command_line: CommandLine, course: CourseFolder, suffix: str
) -> None:
    write_applications(course.root / "private/domande.csv")
    _settle(command_line, "domande.csv", f"uno{suffix}")
    _settle(command_line, f"uno{suffix}", f"due{suffix}")
    one, two = ((course.root / f"private/{name}{suffix}").read_bytes() for name in ("uno", "due"))
    assert one == two


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_applications_give_the_same_bytes(
    command_line: CommandLine, course: CourseFolder, suffix: str
) -> None:
    write_applications(course.root / "private/domande.csv")
    _settle(command_line, "domande.csv", f"uno{suffix}")
    names = {"LANGUAGE": "it", "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7"}
    output = f"private/due{suffix}"
    run_python(course.root, "settle", "c-2023", "private/domande.csv", "--output", output, **names)
    one, two = ((course.root / f"private/{name}{suffix}").read_bytes() for name in ("uno", "due"))
    assert one == two


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("language", ["it", "en"])
def test_who_holds_a_place_keeps_it_after_an_earlier_result(
    command_line: CommandLine, course: CourseFolder, suffix: str, language: str
) -> None:
    write_applications(course.root / "private/domande.csv", GOOD)
    _settle(command_line, "domande.csv", f"prima{suffix}", "--language", language)
    earlier = ("A-00", "Zoe", "zoe@example.org", "04/10/2022", "2022-01-01", "99", "", "", "")
    write_applications(course.root / "private/domande.csv", (earlier, *GOOD))
    _settle(command_line, "domande.csv", "senza.csv", "--language", "it")
    said = _settle(command_line, "domande.csv", "dopo.csv", "--after", f"private/prima{suffix}", "--language", "it")
    assert said.status == 0
    without, after = (outcomes(course.root / f"private/{name}.csv") for name in ("senza", "dopo"))
    assert [each.status for each in without] == [
        "scholarship",
        "accepted",
        "waiting",
        "accepted",
        "waiting",
        "withdrawn",
    ]
    assert [each.status for each in after] == ["waiting", "scholarship", "accepted", "accepted", "waiting", "withdrawn"]


def test_a_workbook_with_real_dates_and_numbers_is_settled(command_line: CommandLine, course: CourseFolder) -> None:
    (course.root / "private").mkdir()
    rows: list[list[Any]] = [
        ["Application", "E-mail", "Received", "Experience since", "Score", "Withdrawn", "Notes"],
        ["A-01", "ada@example.org", datetime(2022, 12, 24, 23, 59), date(2021, 6, 1), 27.25, None, 3],
        [2, "bruno@example.org", date(2022, 12, 25), None, None, False, True],
        ["A-03", "carla@example.org", datetime(2022, 12, 1), None, None, datetime(2022, 12, 5), None],
    ]
    formats = {"C3": "dd/mm/yyyy", "C4": "dd/mm/yyyy", "D2": "dd/mm/yyyy"}
    write_workbook(course.root / "private/domande.xlsx", rows, formats)
    assert _settle(command_line, "domande.xlsx", "esito.json").status == 0
    document = json.loads((course.root / "private/esito.json").read_text("utf-8"))
    assert [
        (each["application"], each["status"], each["due"], each["received"]) for each in document["statements"]
    ] == [
        ("A-01", "scholarship", "0.00", "2022-12-24T23:59:00+01:00"),
        ("2", "accepted", "100.00", "2022-12-25T23:59:59.999999+01:00"),
        ("A-03", "withdrawn", None, "2022-12-01T23:59:59.999999+01:00"),
    ]
    assert document["scholarships"][0]["ranking"][0]["score"] == "27.25"
    _settle(command_line, "domande.xlsx", "esito.xlsx")
    kept = [tuple(each.values())[-5:] for each in sheet_records(course.root / "private/esito.xlsx")]
    assert kept == [
        (datetime(2022, 12, 24, 23, 59), datetime(2021, 6, 1), 27.25, None, 3),
        (datetime(2022, 12, 25), None, None, False, True),
        (datetime(2022, 12, 1), None, None, datetime(2022, 12, 5), None),
    ]


def test_a_cohort_says_what_its_columns_are_called(command_line: CommandLine, course: CourseFolder) -> None:
    course.replace(COHORT, "timezone: Europe/Rome", "timezone: Europe/Rome\ncolumns: {received: Arrivata alle}")
    (course.root / "private").mkdir()
    text = "domanda,email,ricevuta il,Arrivata alle\nA-01,ada@example.org,mai,2022-12-24 10:00\n"
    (course.root / "private/domande.csv").write_text(text)
    assert _settle(command_line, "domande.csv", "esito.json").status == 0
    assert outcomes(course.root / "private/esito.json") == [Outcome(2, "A-01", "accepted", "90.00")]


def test_a_row_with_too_many_cells_is_refused_and_loses_none(command_line: CommandLine, course: CourseFolder) -> None:
    (course.root / "private").mkdir()
    text = "domanda;email;ricevuta il\nA-01;ada@example.org;2022-12-24;di troppo\nA-02;b@example.org;2022-12-24\n"
    (course.root / "private/domande.csv").write_text(text)
    assert _settle(command_line, "domande.csv", "esito.csv").status == 1
    assert [each.status for each in outcomes(course.root / "private/esito.csv")] == ["refused", "accepted"]
    assert csv_records(course.root / "private/esito.csv")[0][""] == "di troppo"


def test_json_on_stdout_is_the_result_in_english(command_line: CommandLine, course: CourseFolder) -> None:
    write_applications(course.root / "private/domande.csv")
    said = _settle(command_line, "domande.csv", "esito.json", "--format", "json")
    assert (said.status, said.err) == (1, "")
    document = json.loads(said.out)
    assert document == json.loads((course.root / "private/esito.json").read_text("utf-8"))
    refused = document["statements"][5]
    assert (refused["row"], refused["column"], refused["code"]) == (7, "email", "email-unreadable")
    assert refused["reason"] == "Column “email”: “fabio@example” is no e-mail address."
    assert document["totals"] == {
        "accepted": 2,
        "scholarship": 1,
        "waiting": 1,
        "withdrawn": 1,
        "refused": 3,
        "price": "300.00",
        "reductions": "-110.00",
        "due": "190.00",
        "stamp": "0.00",
        "total": "190.00",
        "items": {},
        "payers": {"person": "190.00"},
        "instalments": {"2023-02-01": "95.00", "2023-05-01": "95.00"},
    }


def test_json_of_what_cannot_be_settled_is_its_findings(command_line: CommandLine, course: CourseFolder) -> None:
    write_applications(course.root / "private/domande.csv", ())
    (course.root / "private/domande.csv").write_text("domanda,arrivo\n")
    said = _settle(command_line, "domande.csv", "esito.json", "--format", "json")
    assert (said.status, said.err) == (1, "")
    assert [each["code"] for each in json.loads(said.out)["findings"]] == ["column-missing", "column-missing"]
    assert not (course.root / "private/esito.json").exists()


def test_an_error_in_the_fees_stands_in_the_way(command_line: CommandLine, course: CourseFolder) -> None:
    write_applications(course.root / "private/domande.csv")
    course.replace(COHORT, 'price: "100.00"', "price: 100.00")
    said = _settle(command_line, "domande.csv", "esito.csv")
    assert (said.status, said.out) == (1, "")
    assert " unquoted-money " in said.err
    assert not (course.root / "private/esito.csv").exists()


def test_an_error_elsewhere_is_told_and_stands_in_nobodys_way(command_line: CommandLine, course: CourseFolder) -> None:
    write_applications(course.root / "private/domande.csv", GOOD)
    course.replace("modules/primo.md", "minutes: 60", "minutes: 61")
    said = _settle(command_line, "domande.csv", "esito.csv")
    assert said.status == 0
    assert " plan-off " in said.err


def test_a_cohort_that_is_not_there_is_named_with_the_nearest(command_line: CommandLine, course: CourseFolder) -> None:
    write_applications(course.root / "private/domande.csv")
    said = command_line.run("settle", "c-2032", "private/domande.csv", "--output", "private/esito.csv")
    assert said == Said(1, "", "Non c'è un'edizione «c-2032».\n    Volevi scrivere «c-2023»?\n")


@pytest.mark.parametrize("output", ["esito.csv", "modules/esito.csv", "private/../esito.csv"])
def test_peoples_data_is_written_nowhere_in_the_course_but_in_private(
    command_line: CommandLine, course: CourseFolder, output: str
) -> None:
    write_applications(course.root / "private/domande.csv")
    said = command_line.run("settle", "c-2023", "private/domande.csv", "--output", output)
    assert (said.status, said.out) == (1, "")
    assert "private/esito.csv" in said.err
    assert not (course.root / output).exists()


@pytest.mark.parametrize(("output", "more"), [("domande.csv", []), ("prima.csv", ["--after", "private/prima.csv"])])
def test_what_is_read_is_not_written_over(
    command_line: CommandLine, course: CourseFolder, output: str, more: list[str]
) -> None:
    write_applications(course.root / "private/domande.csv")
    _settle(command_line, "domande.csv", "prima.csv")
    write_applications(course.root / "private/domande.csv", GOOD)
    before = (course.root / "private" / output).read_bytes()
    said = _settle(command_line, "domande.csv", output, *more)
    assert (said.status, said.out) == (1, "")
    assert (course.root / "private" / output).read_bytes() == before


@pytest.mark.parametrize("arguments", [["c-2023"], ["c-2023", "domande.csv"], []])
def test_what_is_left_out_is_wrong_use(command_line: CommandLine, course: CourseFolder, arguments: list[str]) -> None:
    said = command_line.run("settle", "--root", course.root, *arguments)
    assert (said.status, said.out) == (2, "")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("domande.csv", b""),
        ("domande.csv", b"\0"),
        ("domande.csv", b"\xff\xfe\x00"),
        ("domande.csv", b'"' * 99_999),
        ("domande.csv", b"\x1b]0;title\x07,b\n1,2\n"),
        ("domande.csv", b"application,email,received\n" + b"," * 100_000),
        ("domande.csv", b"application,email,received\nA,a@example.org," + b"9" * 100_000),
        ("domande.xlsx", b"PK\x05\x06" + b"\0" * 18),
        ("domande.xlsx", b"not a workbook"),
    ],
)
@pytest.mark.parametrize("option", ["applications", "--after"])
def test_no_hostile_file_ends_in_a_traceback(
    command_line: CommandLine, course: CourseFolder, name: str, content: bytes, option: str
) -> None:
    good = write_applications(course.root / "private/buone.csv", GOOD)
    hostile = course.root / "private" / name
    hostile.write_bytes(content)
    given = [hostile] if option == "applications" else [good, "--after", hostile]
    said = command_line.run("settle", "c-2023", *given, "--output", "private/esito.csv")
    assert said.status in (0, 1)
    assert "\x1b" not in said.out + said.err
    assert "Traceback" not in said.err
    assert "errore suo" not in said.err


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        "{",
        "[" * 100_000,
        '{"statements": [1]}',
        '{"statements": [{"status": "x", "lines": []}]}',
        "\udcff",
    ],
)
def test_json_that_is_no_result_is_refused(command_line: CommandLine, course: CourseFolder, content: str) -> None:
    write_applications(course.root / "private/domande.csv", GOOD)
    (course.root / "private/prima.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    said = _settle(command_line, "domande.csv", "esito.csv", "--after", "private/prima.json")
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("private/prima.json:1:1: errore earlier-unreadable ")


def test_headers_are_known_in_italian(command_line: CommandLine, course: CourseFolder) -> None:
    headers = (
        "Numero domanda",
        "Indirizzo e-mail",
        "Informazioni cronologiche",
        "Nome e cognome",
        "Ha già partecipato",
    )
    assert set(HEADERS).isdisjoint(headers)
    (course.root / "private").mkdir()
    text = f"{';'.join(headers)}\nA-01;ada@example.org;24/12/2022 23.59.59;Ada Neri;sì\n"
    (course.root / "private/domande.csv").write_bytes(text.encode("windows-1252"))
    said = _settle(command_line, "domande.csv", "esito.json")
    assert said.status == 0
    assert said.out.startswith("Letto come windows-1252, ")
    assert outcomes(course.root / "private/esito.json") == [Outcome(2, "A-01", "accepted", "90.00")]


# People and numbers after an earlier result

_ADA, _BRUNO, _CARLA, _DINO = GOOD[:4]


def _numbered_anew(*rows: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple((f"A-{number:02}", *row[1:]) for number, row in enumerate(rows, start=1))


def _after(
    command_line: CommandLine, course: CourseFolder, now: tuple[tuple[str, ...], ...], suffix: str = ".csv", *more: str
) -> Said:
    """Settle the good rows, then those of now after them."""
    write_applications(course.root / "private/domande.csv", GOOD)
    _settle(command_line, "domande.csv", f"prima{suffix}")
    write_applications(course.root / "private/domande.csv", now)
    return _settle(command_line, "domande.csv", "dopo.json", "--after", f"private/prima{suffix}", *more)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_scholarship_does_not_go_to_the_next_row(
    command_line: CommandLine, course: CourseFolder, suffix: str
) -> None:
    said = _after(command_line, course, _numbered_anew(_BRUNO, _CARLA, _DINO), suffix)
    assert (said.status, said.err) == (0, "")
    assert said.out == (
        "Letto come utf-8, celle separate da: punto e virgola.\n"
        "3 righe\n"
        "      2  ammessa\n"
        "      1  lista d'attesa\n"
        "Riga 2 (A-01): Nell'esito precedente (riga 3) questa persona aveva il numero «A-02», e ora ha «A-01»: "
        "conta la persona, non il numero.\n"
        "Riga 2 (A-01): Nell'esito precedente (riga 2) il numero «A-01» era di Ada, che nel file non c'è: "
        "conta la persona, non il numero.\n"
        "Riga 3 (A-02): Nell'esito precedente (riga 4) questa persona aveva il numero «A-03», e ora ha «A-02»: "
        "conta la persona, non il numero.\n"
        "Riga 3 (A-02): Nell'esito precedente (riga 3) il numero «A-02» era di Bruno, che ora ha «A-01»: "
        "conta la persona, non il numero.\n"
        "Riga 4 (A-03): Nell'esito precedente (riga 5) questa persona aveva il numero «A-04», e ora ha «A-03»: "
        "conta la persona, non il numero.\n"
        "Riga 4 (A-03): Nell'esito precedente (riga 4) il numero «A-03» era di Carla, che ora ha «A-02»: "
        "conta la persona, non il numero.\n"
        "Da verificare: Ada («A-01», riga 2 dell'esito precedente: borsa di studio) non è nel file. "
        "Il posto resta occupato; per liberarlo rimetti la riga, segnata come ritirata.\n"
        "Dovuto da chi ha un posto: 190,00\u00a0€\n"
        "Scritto: private/dopo.json\n"
    )
    assert outcomes(course.root / "private/dopo.json") == [
        Outcome(2, "A-01", "accepted", "100.00"),
        Outcome(3, "A-02", "accepted", "90.00"),
        Outcome(4, "A-03", "waiting", "100.00"),
    ]


@pytest.mark.parametrize("suffix", FORMATS)
def test_people_typed_otherwise_in_another_order_keep_what_they_have_without_a_word(
    command_line: CommandLine, course: CourseFolder, suffix: str
) -> None:
    retyped = [(row[0], f" {row[1].upper()}\u00a0", f"{row[2].title()}\u200b", *row[3:]) for row in GOOD[::-1]]
    said = _after(command_line, course, tuple(retyped), suffix)
    assert (said.status, said.err) == (0, "")
    assert "Da verificare" not in said.out
    assert "precedente" not in said.out
    assert [each.status for each in outcomes(course.root / "private/dopo.json")] == OUTCOMES[:5][::-1]


def test_notes_on_numbers_stand_in_every_result(command_line: CommandLine, course: CourseFolder) -> None:
    now = ((_BRUNO[0], *_ADA[1:]), (_ADA[0], *_BRUNO[1:]))
    _after(command_line, course, now)
    document = json.loads((course.root / "private/dopo.json").read_text("utf-8"))
    ada, bruno = document["statements"]
    assert (ada["email"], ada["name"], ada["status"]) == ("ada@example.org", "Ada", "scholarship")
    assert (bruno["email"], bruno["name"], bruno["status"]) == ("bruno@example.org", "Bruno", "accepted")
    assert [note["code"] for note in ada["notes"]] == ["number-changed", "number-of-another"]
    assert ada["notes"][0]["reason"] == (
        "In the earlier settlement (row 2) this person's number was “A-01”, and now it is “A-02”: "
        "the person counts, not the number."
    )
    for suffix in (".csv", ".xlsx"):
        file = f"dopo{suffix}"
        _settle(command_line, "domande.csv", file, "--after", "private/prima.csv", "--language", "it")
        records = (
            csv_records(course.root / f"private/{file}")
            if suffix == ".csv"
            else sheet_records(course.root / f"private/{file}")
        )
        assert records[0]["Da verificare"] == (
            "Nell'esito precedente (riga 2) questa persona aveva il numero «A-01», e ora ha «A-02»: "
            "conta la persona, non il numero.\n"
            "Nell'esito precedente (riga 3) il numero «A-02» era di Bruno, che ora ha «A-01»: "
            "conta la persona, non il numero."
        )


def test_very_many_notes_on_numbers_are_not_all_told(command_line: CommandLine, course: CourseFolder) -> None:
    rows = tuple(
        (f"{number}", f"Persona {number}", f"p{number}@example.org", "2022-12-01", *[""] * 5) for number in range(25)
    )
    write_applications(course.root / "private/domande.csv", rows)
    _settle(command_line, "domande.csv", "prima.csv")
    write_applications(course.root / "private/domande.csv", tuple((f"N-{row[0]}", *row[1:]) for row in rows))
    said = _settle(command_line, "domande.csv", "dopo.csv", "--after", "private/prima.csv")
    assert said.out.count("aveva il numero") == 20
    assert "E altre 5 cose da verificare sui numeri: nel file ci sono tutte." in said.out


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_cannot_be_decided_is_refused_with_both_rows_and_nothing_is_written(
    command_line: CommandLine, course: CourseFolder, suffix: str
) -> None:
    typed = (_ADA[0], "Ada Neri", *_ADA[2:])
    said = _after(command_line, course, (_BRUNO, typed), suffix)
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith(
        "private/domande.csv:1:1: errore holder-unclear La riga 3 (A-01, Ada Neri, ada@example.org) può essere "
        f"la persona della riga 2 di «private/prima{suffix}» (A-01, Ada, ada@example.org), che ha un posto, "
        "oppure un'altra."
    )
    assert not (course.root / "private/dopo.json").exists()
    as_json = _after(command_line, course, (_BRUNO, typed), suffix, "--format", "json")
    assert [each["code"] for each in json.loads(as_json.out)["findings"]] == ["holder-unclear"]


def test_a_missing_row_put_back_as_withdrawn_decides(command_line: CommandLine, course: CourseFolder) -> None:
    typed = (_ADA[0], "Ada Neri", *_ADA[2:])
    back = ("A-99", *_ADA[1:7], "sì", "")
    assert _after(command_line, course, (_BRUNO, typed, back)).status == 0
    assert [each.status for each in outcomes(course.root / "private/dopo.json")] == [
        "accepted",
        "scholarship",
        "withdrawn",
    ]


@pytest.mark.parametrize(("column", "side"), [("nome", "prima"), ("email", "prima"), ("nome", "domande")])
def test_a_table_that_tells_no_persons_is_refused_unless_numbers_are_asked_for(
    command_line: CommandLine, course: CourseFolder, column: str, side: str
) -> None:
    write_applications(course.root / "private/domande.csv", GOOD)
    _settle(command_line, "domande.csv", "prima.csv")
    file = course.root / f"private/{side}.csv"
    file.write_text(file.read_text("utf-8-sig").replace(f";{column};", ";altro;", 1), "utf-8")
    said = _settle(command_line, "domande.csv", "dopo.json", "--after", "private/prima.csv")
    found = "name" if column == "nome" else column
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith(
        f"private/{side}.csv:1:1: errore person-unknown Questo file non dice chi sono le persone: "
        f"in nessuna riga c'è «{found}»."
    )
    by_number = ("--after", "private/prima.csv", "--by-number")
    assert _settle(command_line, "domande.csv", "dopo.json", *by_number).status == 0
    assert [each.status for each in outcomes(course.root / "private/dopo.json")] == OUTCOMES[:5]


def test_a_document_of_before_tells_no_persons(command_line: CommandLine, course: CourseFolder) -> None:
    write_applications(course.root / "private/domande.csv", GOOD)
    _settle(command_line, "domande.csv", "prima.json")
    file = course.root / "private/prima.json"
    document = json.loads(file.read_text("utf-8"))
    for each in document["statements"]:
        del each["email"], each["name"]
    file.write_text(json.dumps(document), "utf-8")
    said = _settle(command_line, "domande.csv", "dopo.json", "--after", "private/prima.json")
    assert (said.status, said.err.count(" person-unknown ")) == (1, 2)
    assert _settle(command_line, "domande.csv", "dopo.json", "--after", "private/prima.json", "--by-number").status == 0


def test_by_number_a_number_is_followed_whoever_has_it(command_line: CommandLine, course: CourseFolder) -> None:
    assert _after(command_line, course, _numbered_anew(_BRUNO, _CARLA, _DINO), ".csv", "--by-number").status == 0
    assert [(each.application, each.status) for each in outcomes(course.root / "private/dopo.json")] == [
        ("A-01", "scholarship"),
        ("A-02", "accepted"),
        ("A-03", "accepted"),
    ]


def test_by_number_goes_with_after(command_line: CommandLine, course: CourseFolder) -> None:
    write_applications(course.root / "private/domande.csv", GOOD)
    said = _settle(command_line, "domande.csv", "dopo.json", "--by-number")
    assert (said.status, said.out) == (2, "")
    assert "--by-number va insieme a --after." in said.err


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_columns_of_the_cohort_are_known_in_the_earlier_result_too(
    command_line: CommandLine, course: CourseFolder, suffix: str
) -> None:
    course.replace(COHORT, "timezone: Europe/Rome", "timezone: Europe/Rome\ncolumns: {name: Chi, email: Posta di casa}")
    private = course.root / "private"
    private.mkdir()
    header = "domanda;Chi;Posta di casa;ricevuta il;lavora dal\n"
    ada, bruno = (
        "Ada Neri;ada@example.org;2022-12-24;2022-01-01\n",
        "Bruno Sala;bruno@example.org;2022-12-25;2010-01-01\n",
    )
    (private / "domande.csv").write_text(f"{header}1;{ada}2;{bruno}")
    _settle(command_line, "domande.csv", f"prima{suffix}")
    (private / "domande.csv").write_text(f"{header}1;{bruno}")
    assert _settle(command_line, "domande.csv", "dopo.json", "--after", f"private/prima{suffix}").status == 0
    assert outcomes(private / "dopo.json") == [Outcome(2, "1", "accepted", "100.00")]
