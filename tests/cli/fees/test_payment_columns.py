"""The columns of a settlement that say how it is paid, and the lines of the fee table."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.checks.course_folder import COHORT, CourseFolder
from tests.cli.fees.applying import csv_records, sheet_records
from tests.cli.running import CommandLine

TERMS = """\
  stamp: each
  vat: {exempt: Formazione, reference: "art. 10, n. 20, d.P.R. 633/1972"}
  items: [{id: assicurazione, label: Assicurazione, amount: "15.00"}]
  plans:
    - {id: unica, label: In un'unica soluzione, instalments: [{share: 100, months: 0, after: received}]}
    - id: rate
      label: In due rate
      instalments: [{amount: "30.00", days: 7, after: received}, {share: 100, due: 2023-02-10}]
  payers: [{id: fondo, kind: fund, label: Fondo, when: {category: somministrato}, share: 80}]
  withdrawal: {steps: [{until: 2023-01-25, back: 100}], distance_selling: true}
"""
ROWS = """\
domanda;nome;email;ricevuta il;categoria;piano;chi paga;rinuncia
A-01;Ada;ada@example.org;01/11/2022 09.12;somministrato;In due rate;;
A-02;Bruno;bruno@example.org;26/12/2022 09.12;;;organizzazione;
A-03;Carla;carla@example.org;01/11/2022 09.12;;;;2023-01-26
"""


@pytest.fixture
def course(course: CourseFolder, command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CourseFolder:
    """A course whose price list says all of how it is paid, and whose edition needs three people."""
    assert command_line.folder == Path.cwd()
    monkeypatch.chdir(course.root)
    (course.root / "private").mkdir()
    course.replace(COHORT, "places: 20", "places: 20, minimum: 3")
    course.write(COHORT, (course.root / COHORT).read_text("utf-8") + TERMS)
    return course.write("private/domande.csv", ROWS)


def _settle(command_line: CommandLine, output: str, *words: str) -> str:
    said = command_line.run("settle", "c-2023", "private/domande.csv", "--output", f"private/{output}", *words)
    assert said.err == ""
    return f"{said.status}\n{said.out}"


def _paying(record: dict[str, object]) -> dict[str, str]:
    names = ("Totale da pagare", "Piano applicato", "A carico di fondo", "Rata 1", "Rata 1 entro", "Rata 2")
    more = ("Voce assicurazione", "A carico di chi si iscrive", "A carico dell'organizzazione", "Da restituire")
    return {name: str(record[name]) for name in (*names, *more) if record.get(name)}


def test_columns_say_how_it_is_paid(command_line: CommandLine, course: CourseFolder) -> None:
    said = _settle(command_line, "esito.csv")
    assert said.splitlines()[0] == "0"
    assert "Hanno un posto 2 persone e ne servono 3: l'edizione non può ancora partire." in said
    assert list(map(_paying, csv_records(course.root / "private/esito.csv"))) == [
        {
            "Voce assicurazione": "15,00",
            "Totale da pagare": "105,00",
            "Piano applicato": "rate",
            "A carico di fondo": "84,00",
            "A carico di chi si iscrive": "21,00",
            "Rata 1": "45,00",
            "Rata 1 entro": "2022-11-08",
            "Rata 2": "60,00",
        },
        {
            "Voce assicurazione": "15,00",
            "Totale da pagare": "117,00",
            "Piano applicato": "unica",
            "A carico dell'organizzazione": "117,00",
            "Rata 1": "117,00",
            "Rata 1 entro": "2022-12-26",
        },
        {"Da restituire": "0,00"},
    ]


def test_totals_are_by_item_payer_and_day(command_line: CommandLine, course: CourseFolder) -> None:
    _settle(command_line, "esito.xlsx")
    rows = [tuple(each.values()) for each in sheet_records(course.root / "private/esito.xlsx", 3)]
    assert rows[-8:] == [
        ("Totale da pagare", None, 222),
        ("Voce assicurazione", None, 30),
        ("A carico di fondo", None, 84),
        ("A carico di chi si iscrive", None, 21),
        ("A carico dell'organizzazione", None, 117),
        ("da pagare entro l'8 novembre 2022", None, 45),
        ("da pagare entro il 26 dicembre 2022", None, 117),
        ("da pagare entro il 10 febbraio 2023", None, 60),
    ]


def test_json_has_who_pays_what_and_what_is_due_back(command_line: CommandLine, course: CourseFolder) -> None:
    _settle(command_line, "esito.json")
    document = json.loads((course.root / "private/esito.json").read_text("utf-8"))
    first, _, last = document["statements"]
    assert first["payers"] == [
        {"payer": "fondo", "kind": "fund", "label": "Fondo", "amount": "84.00"},
        {"payer": "person", "kind": "person", "label": "", "amount": "21.00"},
    ]
    assert first["instalments"][0]["payers"] == [
        {"payer": "fondo", "amount": "36.00"},
        {"payer": "person", "amount": "9.00"},
    ]
    assert (last["due_back"]["day"], last["due_back"]["amount"], last["due_back"]["code"]) == (
        "2023-01-26",
        "0.00",
        "back-nothing",
    )
    assert document["minimum"]["code"] == "minimum-missed"


def test_what_is_to_be_asked_ends_with_one(command_line: CommandLine, course: CourseFolder) -> None:
    course.write("private/domande.csv", ROWS.replace("In due rate", "In tre rate"))
    status, _, *lines = _settle(command_line, "esito.csv").splitlines()
    assert status == "1"
    told = "Da verificare: Riga 2 (A-01): Non c'è un piano di pagamento «In tre rate», perciò le rate mancano ancora: "
    assert f"{told}chiedi se si intende «In due rate»." in lines


@pytest.mark.parametrize("earlier", ["prima.csv", "prima.xlsx", "prima.json"])
def test_earlier_holder_pays_no_item_that_was_not_there(
    command_line: CommandLine, course: CourseFolder, earlier: str
) -> None:
    _settle(command_line, earlier)
    text = (course.root / COHORT).read_text("utf-8")
    more = ', {id: materiale, label: Materiale, amount: "30.00"}]'
    course.write(COHORT, text.replace('amount: "15.00"}]', 'amount: "20.00"}' + more))
    newcomer = "A-04;Dino;dino@example.org;26/12/2022 09.12;;;;\n"
    course.write("private/domande.csv", ROWS + newcomer)
    _settle(command_line, "dopo.csv", "--after", f"private/{earlier}")
    records = csv_records(Path(course.root / "private/dopo.csv"))
    items = [(each["domanda"], each["Voce assicurazione"], each["Voce materiale"]) for each in records]
    assert items == [("A-01", "15,00", ""), ("A-02", "15,00", ""), ("A-03", "", ""), ("A-04", "20,00", "30,00")]


def test_result_can_be_settled_again_and_is_then_the_same(command_line: CommandLine, course: CourseFolder) -> None:
    _settle(command_line, "esito.csv")
    said = command_line.run("settle", "c-2023", "private/esito.csv", "--output", "private/ancora.csv")
    assert said.status == 0
    assert (course.root / "private/ancora.csv").read_bytes() == (course.root / "private/esito.csv").read_bytes()


@pytest.mark.usefixtures("course")
def test_fee_table_says_how_it_is_paid(command_line: CommandLine) -> None:
    said = command_line.run("fees", "c-2023").out.replace("\xa0", " ")
    _, told = said.split("\nOltre al prezzo\n")
    assert told.startswith(
        "  Assicurazione: 15,00 €\n\n"
        "Piano di pagamento: In un'unica soluzione\n"
        "  100% della quota, il giorno in cui si riceve la domanda\n\n"
        "Piano di pagamento: In due rate\n"
        "  30,00 €, importo fisso, 7 giorni dopo la ricezione della domanda\n"
        "  100% di quanto resta da pagare, entro il 10 febbraio 2023\n\n"
        "Chi paga\n"
        "  Fondo: 80% di tutto quello che c'è da pagare (per: la categoria «somministrato»)\n\n"
        "Se ci si ritira\n"
    )
