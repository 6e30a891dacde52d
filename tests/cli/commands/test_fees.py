"""``coursewright fees`` in a course with fees.

Covers also `cli/fees/table_text.py`, `cli/shared_options.py`.
"""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.checks.course_folder import COHORT, CourseFolder
from tests.cli.fees.applying import give_fees
from tests.cli.running import CommandLine, Said

PROPERTIES = [
    "no-gap",
    "no-overlap",
    "no-dead-rule",
    "none-after-closing",
    "within-price",
    "later-not-cheaper",
    "order-stated",
]


@pytest.fixture(autouse=True)
def course(tmp_path: Path, command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CourseFolder:
    """A course with fees; the command line stands in it."""
    copied = give_fees(CourseFolder.minimal(tmp_path / "course"))
    assert command_line.folder == Path.cwd()
    monkeypatch.chdir(copied.root)
    return copied


def _plain(text: str) -> list[str]:
    return text.replace("\u00a0", " ").splitlines()


def test_the_whole_table_is_told_in_italian(command_line: CommandLine) -> None:
    said = command_line.run("fees", "c-2023")
    assert (said.status, said.err) == (0, "")
    lines = _plain(said.out)
    assert lines[-1].startswith("Impronta delle regole: ")
    assert lines[:-1] == [
        "Edizione 2023",
        "Prezzo intero: 100,00 €",
        "",
        "3 ottobre 2022 – 24 dicembre 2022",
        "  90,00 €  esperienza lavorativa non indicata  [presto]",
        "  90,00 €  meno di 2 anni di esperienza lavorativa  [presto]",
        "             può concorrere a: borsa",
        "  90,00 €  almeno 2 anni di esperienza lavorativa  [presto]",
        "",
        "25 dicembre 2022 – 20 gennaio 2023",
        "  100,00 €  esperienza lavorativa non indicata",
        "  100,00 €  meno di 2 anni di esperienza lavorativa",
        "              può concorrere a: borsa",
        "  100,00 €  almeno 2 anni di esperienza lavorativa",
        "",
        "Regole che possono incontrarsi",
        "  Prima di Natale + Borsa di studio: Vale «Borsa di studio»: lascia meno da pagare. (dovuti 0,00 €)",
        "",
        "La prova, su ogni istante e profilo",
        "  –   ogni fascia ha una regola per ogni istante e profilo (no-gap)",
        "        non si applica: qui non riguarda nulla",
        "  –   nessuna fascia ha due regole per lo stesso istante e profilo (no-overlap)",
        "        non si applica: qui non riguarda nulla",
        "  sì  ogni regola cambia il prezzo a qualcuno (no-dead-rule)",
        "  sì  fuori dalle iscrizioni non c'è un prezzo (none-after-closing)",
        "  sì  nessuno paga meno di zero o più del prezzo (within-price)",
        "  sì  nessuno paga meno iscrivendosi più tardi (later-not-cheaper)",
        "  sì  nessun prezzo dipende dall'ordine delle regole, se il file non dice come si combinano (order-stated)",
        "",
    ]


def test_the_windows_are_told_in_english(command_line: CommandLine) -> None:
    said = command_line.run("fees", "c-2023", "--language", "en")
    assert _plain(said.out)[3:5] == [
        "from 3 October 2022 to 24 December 2022",
        "  €90.00  work experience not stated  [presto]",
    ]


def test_json_is_one_document_in_english(command_line: CommandLine) -> None:
    said = command_line.run("fees", "c-2023", "--format", "json")
    document = json.loads(said.out)
    assert (said.status, said.err) == (0, "")
    assert [(each["from"], each["until"]) for each in document["windows"][::3]] == [
        ("2022-10-03T00:00:00+02:00", "2022-12-25T00:00:00+01:00"),
        ("2022-12-25T00:00:00+01:00", "2023-01-21T00:00:00+01:00"),
    ]
    assert [(each["due"], each["rules"], each["may_compete"]) for each in document["windows"]] == [
        ("90.00", ["presto"], []),
        ("90.00", ["presto"], ["borsa"]),
        ("90.00", ["presto"], []),
        ("100.00", [], []),
        ("100.00", [], ["borsa"]),
        ("100.00", [], []),
    ]
    assert document["meetings"][0]["rules"] == ["presto", "borsa"]
    assert [(each["property"], each["holds"]) for each in document["proof"]] == [(name, True) for name in PROPERTIES]
    assert {key: document[key] for key in ("cohort", "currency", "price")} == {
        "cohort": "c-2023",
        "currency": "EUR",
        "price": "100.00",
    }


def test_a_property_that_does_not_hold_shows_its_counterexample(
    command_line: CommandLine, course: CourseFolder
) -> None:
    course.replace(COHORT, "{received: {until: 2022-12-24}}", "{received: {from: 2022-12-24}}")
    said = command_line.run("fees", "c-2023")
    assert said.status == 1
    assert " later-cheaper " in said.err
    lines = _plain(said.out)
    number = lines.index("  NO  nessuno paga meno iscrivendosi più tardi (later-not-cheaper)")
    assert "24 dicembre 2022" in lines[number + 2]
    as_json = command_line.run("fees", "c-2023", "--format", "json")
    proven = next(each for each in json.loads(as_json.out)["proof"] if each["property"] == "later-not-cheaper")
    assert (as_json.status, proven["holds"]) == (1, False)
    assert proven["counterexample"]["instant"] == "2022-12-24T00:00:00+01:00"


def test_what_is_waived_says_why(command_line: CommandLine, course: CourseFolder) -> None:
    course.replace(COHORT, "{received: {until: 2022-12-24}}", "{received: {from: 2022-12-24}}")
    course.replace(COHORT, "rounding: half-up", "rounding: half-up\n  later_may_be_cheaper: Ultimi posti.")
    said = command_line.run("fees", "c-2023")
    assert (said.status, said.err) == (0, "")
    assert "Ultimi posti." in said.out


def test_csv_has_a_row_for_each_window_and_profile(command_line: CommandLine, course: CourseFolder) -> None:
    said = command_line.run("fees", "c-2023", "--output", "prezzi.csv")
    assert (said.status, said.out.splitlines()[-1]) == (0, "Scritto: prezzi.csv")
    rows = list(csv.reader(io.StringIO((course.root / "prezzi.csv").read_text("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == ["Da", "Fino a (escluso)", "Profilo", "Quota dovuta", "Riduzioni", "Può concorrere a"]
    assert [(row[0], row[3]) for row in rows[1:]] == [("2022-10-03 00:00:00", "90,00")] * 3 + [
        ("2022-12-25 00:00:00", "100,00")
    ] * 3


def test_a_workbook_has_prices_and_proof(command_line: CommandLine, course: CourseFolder) -> None:
    command_line.run("fees", "c-2023", "--output", "prezzi.xlsx")
    prices, proof = load_workbook(course.root / "prezzi.xlsx").worksheets
    assert [cell.value for cell in prices[3]][:4] == [
        datetime(2022, 10, 3),
        datetime(2022, 12, 25),
        "meno di 2 anni di esperienza lavorativa",
        90,
    ]
    assert [row[1] for row in proof.iter_rows(min_row=2, values_only=True)] == [
        *["non si applica: qui non riguarda nulla"] * 2,
        *["sì"] * (len(PROPERTIES) - 2),
    ]
    assert (prices.freeze_panes, proof.freeze_panes) == ("A2", "A2")


def test_the_json_file_is_what_stdout_has(command_line: CommandLine, course: CourseFolder) -> None:
    said = command_line.run("fees", "c-2023", "--output", "prezzi.json", "--format", "json")
    assert (course.root / "prezzi.json").read_text("utf-8") == said.out


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_equal_rules_give_equal_bytes(command_line: CommandLine, course: CourseFolder, suffix: str) -> None:
    contents = []
    for _ in range(2):
        command_line.run("fees", "c-2023", "--output", f"prezzi{suffix}")
        contents.append((course.root / f"prezzi{suffix}").read_bytes())
    assert contents[0] == contents[1]


def test_an_ending_that_says_no_format_is_refused(command_line: CommandLine) -> None:
    said = command_line.run("fees", "c-2023", "--output", "prezzi.pdf")
    assert said == Said(
        1,
        "",
        "Da come finisce «prezzi.pdf» non si capisce in che formato scriverlo.\n"
        "    Fallo finire in uno di questi modi: .csv, .xlsx, .json.\n",
    )


def test_a_code_is_told_nowhere(command_line: CommandLine, course: CourseFolder) -> None:
    course.replace(COHORT, "when: {received: {until: 2022-12-24}}", "when: {code: SEGRETO-7}")
    for more in ([], ["--format", "json"]):
        said = command_line.run("fees", "c-2023", "--output", "prezzi.csv", *more)
        assert said.status == 0
        assert "SEGRETO" not in said.out + said.err + (course.root / "prezzi.csv").read_text("utf-8-sig")


def test_a_cohort_that_is_not_there_is_named_with_all_there_are(command_line: CommandLine) -> None:
    said = command_line.run("fees", "primavera")
    assert said == Said(1, "", "Non c'è un'edizione «primavera».\n    Le edizioni sono: c-2023.\n")


def test_a_course_without_cohorts_says_how_to_begin_one(command_line: CommandLine, course: CourseFolder) -> None:
    course.remove(COHORT)
    said = command_line.run("fees", "c-2023")
    assert (said.status, said.out) == (1, "")
    assert said.err.endswith("coursewright new cohort\n")


@pytest.mark.parametrize("output_format", ["text", "json"])
def test_errors_in_the_cohorts_file_stand_in_the_way(
    command_line: CommandLine, course: CourseFolder, output_format: str
) -> None:
    course.replace(COHORT, "closes: 2023-01-20", "closes: 2023-02-30")
    said = command_line.run("fees", "c-2023", "--format", output_format)
    assert (said.status, "no-such-day" in said.out, "no-such-day" in said.err) == (
        1,
        output_format == "json",
        output_format == "text",
    )


def test_out_of_a_course_it_says_so(command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(command_line.folder)
    said = command_line.run("fees", "c-2023")
    assert (said.status, said.out) == (1, "")


def test_without_a_cohort_it_is_wrong_use(command_line: CommandLine) -> None:
    assert command_line.run("fees").status == 2
