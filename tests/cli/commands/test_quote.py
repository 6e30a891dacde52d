"""``coursewright quote`` in a course with fees.

Covers also `cli/fees/applicant_options.py`, `cli/fees/payment_text.py`, `cli/fees/statement_told.py`,
`cli/opened.py`.
"""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.checks.course_folder import COHORT, COURSE, CourseFolder
from tests.cli.fees.applying import give_fees
from tests.cli.running import CommandLine, Said

LAST_INSTANT = "24 dicembre 2022, 23:59:59 (Europe/Rome)"


@pytest.fixture(autouse=True)
def course(tmp_path: Path, command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CourseFolder:
    """A course with fees; the command line stands in it."""
    copied = give_fees(CourseFolder.minimal(tmp_path / "course"))
    assert command_line.folder == Path.cwd()
    monkeypatch.chdir(copied.root)
    return copied


def _quote(command_line: CommandLine, received: str, *more: str) -> Said:
    return command_line.run("quote", "c-2023", "--received", received, *more)


def _plain(text: str) -> list[str]:
    return text.replace("\u00a0", " ").splitlines()


def test_each_line_has_its_reason_in_italian(command_line: CommandLine) -> None:
    said = _quote(command_line, "2022-12-24", "--experience-since", "2021-06-01")
    assert (said.status, said.err) == (0, "")
    lines = _plain(said.out)
    assert lines[-1].startswith("Impronta delle regole: ")
    assert lines[:-1] == [
        "Edizione 2023",
        f"Domanda ricevuta: {LAST_INSTANT}",
        "",
        "100,00 €  Prezzo intero",
        "-10,00 €  Prima di Natale",
        "            Le condizioni ci sono tutte.",
        "  0,00 €  Borsa di studio",
        "            Si può concorrere; a chi va si decide fra tutte le domande.",
        " 90,00 €  Quota dovuta",
        "",
        "Rata 1: 45,00 € entro il 1 febbraio 2023",
        "Rata 2: 45,00 € entro il 1 maggio 2023",
    ]


def test_each_line_has_its_reason_in_english(command_line: CommandLine) -> None:
    said = _quote(command_line, "2022-12-25", "--language", "en")
    assert (said.status, said.err) == (0, "")
    assert _plain(said.out)[3:9] == [
        "€100.00  Full price",
        "  €0.00  Prima di Natale",
        "           It is for applications received by 24 December 2022.",
        "  €0.00  Borsa di studio",
        "           Work experience is not stated.",
        "€100.00  Amount due",
    ]


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2022-12-24 23:59:59", "90.00"),
        ("24/12/2022 23.59.59", "90.00"),
        ("2022-12-24T22:59:59Z", "90.00"),
        ("2022-12-24T23:00:00Z", "100.00"),
        ("2022-12-25 00:00", "100.00"),
        ("2023-01-20", "100.00"),
    ],
)
def test_a_time_is_one_of_the_cohorts_zone(command_line: CommandLine, received: str, due: str) -> None:
    said = _quote(command_line, received, "--format", "json")
    assert (said.status, json.loads(said.out)["due"]) == (0, due)


def test_json_is_one_document_in_english(command_line: CommandLine) -> None:
    said = _quote(command_line, "2022-12-24", "--format", "json")
    document = json.loads(said.out)
    assert len(document.pop("rules_hash")) == 64
    assert (said.status, said.err) == (0, "")
    assert document == {
        "application": "",
        "cohort": "c-2023",
        "received": "2022-12-24T23:59:59.999999+01:00",
        "status": "open",
        "currency": "EUR",
        "price": "100.00",
        "lines": [
            {
                "rule": "presto",
                "label": "Prima di Natale",
                "amount": "-10.00",
                "code": "applies",
                "reason": "All its conditions hold.",
            },
            {
                "rule": "borsa",
                "label": "Borsa di studio",
                "amount": "0.00",
                "code": "experience-unknown",
                "reason": "Work experience is not stated.",
            },
        ],
        "due": "90.00",
        "items": [],
        "stamp": "0.00",
        "total": "90.00",
        "plan": "",
        "payers": [{"payer": "person", "kind": "person", "label": "", "amount": "90.00"}],
        "instalments": [{"due_on": "2023-02-01", "amount": "45.00"}, {"due_on": "2023-05-01", "amount": "45.00"}],
        "code": "enrolment-open",
        "reason": "Enrolment is open at that time.",
    }


@pytest.mark.parametrize(
    ("received", "told"),
    [
        ("2022-10-02", "Le iscrizioni aprono il giorno 3 ottobre 2022."),
        ("2023-01-21 00:00", "Le iscrizioni si sono chiuse il 20 gennaio 2023."),
    ],
)
def test_out_of_enrolment_there_is_no_price_but_the_dates(command_line: CommandLine, received: str, told: str) -> None:
    said = _quote(command_line, received)
    assert (said.status, said.err) == (1, "")
    assert said.out.splitlines()[2:] == [told, "Ci si iscrive dal 3 ottobre 2022 al 20 gennaio 2023."]


@pytest.mark.parametrize(("received", "status"), [("2022-10-02", "not-open"), ("2023-01-21", "closed")])
def test_json_out_of_enrolment_has_nothing_due(command_line: CommandLine, received: str, status: str) -> None:
    said = _quote(command_line, received, "--format", "json")
    document = json.loads(said.out)
    assert (said.status, document["status"], document["due"], document["instalments"]) == (1, status, None, [])


@pytest.mark.parametrize("name", ["quota.pdf", "quota.json"])
def test_a_refused_quote_leaves_no_file(command_line: CommandLine, course: CourseFolder, name: str) -> None:
    said = _quote(command_line, "2023-01-21", "--output", f"private/{name}")
    assert said.status == 1
    assert "Scritto" not in said.out
    assert not (course.root / "private").exists()


def test_the_statement_to_send_is_in_the_courses_language(command_line: CommandLine, course: CourseFolder) -> None:
    said = _quote(command_line, "2022-12-24", "--output", "private/quota.pdf", "--language", "en")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[-1] == "Written: private/quota.pdf"
    content = (course.root / "private/quota.pdf").read_bytes()
    reader = PdfReader(io.BytesIO(content))
    text = " ".join(reader.pages[0].extract_text().split()).replace("\u00a0", " ")
    assert reader.trailer["/Root"]["/Lang"] == "it"  # type: ignore[index]
    wanted = ["Conto della quota", LAST_INSTANT, "Prima di Natale", "-10,00 €", "Quota dovuta 90,00 €"]
    wanted += ["Il prezzo di questa edizione è illustrativo: nessuna fonte lo dice."]
    assert [word for word in wanted if word not in text] == []
    _quote(command_line, "2022-12-24", "--output", "private/quota.pdf", "--language", "it")
    assert (course.root / "private/quota.pdf").read_bytes() == content


def test_the_statement_as_json_is_what_stdout_has(command_line: CommandLine, course: CourseFolder) -> None:
    said = _quote(command_line, "2022-12-24", "--output", "private/quota.json", "--format", "json")
    assert (course.root / "private/quota.json").read_text("utf-8") == said.out


@pytest.mark.parametrize("output", ["quota.pdf", "curriculum/quota.pdf", "private/../quota.json"])
def test_a_statement_goes_nowhere_in_the_course_but_in_private(
    command_line: CommandLine, course: CourseFolder, output: str
) -> None:
    said = _quote(command_line, "2022-12-24", "--output", output)
    assert (said.status, said.out, (course.root / output).exists()) == (1, "", False)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--experience", "dal 2021"], "Errore: In «--experience», «dal 2021» non è un periodo."),
        (["--experience-since", "2021-02-30"], "Errore: In «--experience-since», «2021-02-30» non è un giorno."),
        (["--experience", "none", "--experience-since", "2021-02-01"], "Errore: "),
        (["--organisation-members", "0"], "Errore: "),
        (["--output", "private"], "Da come finisce «private» non si capisce in che formato scriverlo."),
    ],
)
def test_what_cannot_be_read_is_told_with_its_option(command_line: CommandLine, more: list[str], told: str) -> None:
    said = _quote(command_line, "2022-12-24", *more)
    assert (said.status, said.out) == (1 if "--output" in more else 2, "")
    assert told in said.err


@pytest.mark.parametrize(
    ("received", "told"),
    [
        ("Natale", "In «--received», «Natale» non è una data né un'ora."),
        ("30/02/2023", "In «--received», «30/02/2023» non è una data né un'ora."),
        ("2022-10-30 02:30", "In «--received», «2022-10-30 02:30» c'è stato due volte"),
        ("2022-03-27 02:30", "In «--received», «2022-03-27 02:30» non esiste"),
    ],
)
def test_a_time_that_is_none_or_two_is_wrong_use(command_line: CommandLine, received: str, told: str) -> None:
    said = _quote(command_line, received)
    assert (said.status, said.out) == (2, "")
    assert told in said.err


def test_the_time_must_be_given(command_line: CommandLine) -> None:
    said = command_line.run("quote", "c-2023")
    assert (said.status, said.out) == (2, "")
    assert "--received" in said.err


@pytest.mark.parametrize(
    ("rule", "more", "due"),
    [
        ("code: ENTRA", ["--code", " ENTRA "], "80.00"),
        ("code: ENTRA", ["--code", "entra"], "80.00"),
        ("code: ENTRA", ["--code", "esce"], "100.00"),
        ("category: socio", ["--category", "SOCIO"], "80.00"),
        ("alumni: true", ["--alumni"], "80.00"),
        ("alumni: true", [], "100.00"),
        ("organisation_members: 2", ["--organisation", "Casa", "--organisation-members", "2"], "80.00"),
        ("organisation_members: 2", ["--organisation", "Casa"], "100.00"),
        ("organisation_members: 1", ["--organisation", "Casa"], "80.00"),
        ("experience: {at_least_years: 3}", ["--experience", "2018-01-01/2021-01-20"], "80.00"),
        ("experience: {at_least_years: 3}", ["--experience-since", "20/01/2020"], "80.00"),
        ("experience: {under_years: 3}", ["--experience", "none"], "80.00"),
        ("experience: {under_years: 3}", [], "100.00"),
    ],
)
def test_what_is_said_of_the_applicant_counts(
    command_line: CommandLine, course: CourseFolder, rule: str, more: list[str], due: str
) -> None:
    course.replace(COHORT, "percent: 10, when: {received: {until: 2022-12-24}}", f"percent: 20, when: {{{rule}}}")
    said = _quote(command_line, "2022-12-24", "--format", "json", *more)
    assert (said.status, json.loads(said.out)["due"]) == (0, due)


def test_a_code_is_told_nowhere(command_line: CommandLine, course: CourseFolder) -> None:
    course.replace(COHORT, "when: {received: {until: 2022-12-24}}", "when: {code: SEGRETO-7}")
    for more in ([], ["--format", "json"], ["--code", "ALTRO"]):
        said = _quote(command_line, "2022-12-24", *more)
        assert "SEGRETO" not in said.out + said.err


def test_a_cohort_that_is_not_there_is_named_with_the_nearest(command_line: CommandLine) -> None:
    said = command_line.run("quote", "c-2032", "--received", "2022-12-24", "--language", "en")
    assert said == Said(1, "", "There is no cohort “c-2032”.\n    Did you mean “c-2023”?\n")


def test_errors_in_the_fees_are_a_document_too(command_line: CommandLine, course: CourseFolder) -> None:
    course.replace(COHORT, 'price: "100.00"', "price: 100.00")
    said = _quote(command_line, "2022-12-24", "--format", "json")
    assert (said.status, said.err) == (1, "")
    assert [each["code"] for each in json.loads(said.out)["findings"]] == ["unquoted-money"]


def test_errors_elsewhere_stand_in_nobodys_way(command_line: CommandLine, course: CourseFolder) -> None:
    course.replace(COURSE, "title:", "titel:")
    course.replace(COHORT, "modules: [primo]", "modules: [prmo]")
    said = _quote(command_line, "2022-12-24", "--format", "json")
    assert (said.status, json.loads(said.out)["due"]) == (0, "90.00")
    assert [line.split()[2] for line in said.err.splitlines() if "errore" in line] == ["unknown-id", "unknown-key"]


def test_a_cohort_that_cannot_be_read_is_told_with_its_errors(command_line: CommandLine, course: CourseFolder) -> None:
    course.replace(COHORT, "closes: 2023-01-20", "closes: 20 gennaio")
    said = _quote(command_line, "2022-12-24", "--format", "json")
    assert (said.status, said.err) == (1, "")
    assert [each["path"] for each in json.loads(said.out)["findings"]] == [COHORT]


@pytest.mark.parametrize(("old", "new"), [('from: "09:30"', "from: 9.30"), ("modules: [primo]", "moduls: [primo]")])
def test_calendar_that_cannot_be_read_does_not_touch_the_price(
    old: str, new: str, course: CourseFolder, command_line: CommandLine
) -> None:
    sound = _quote(command_line, "2022-12-24", "--format", "json").out
    course.replace(COHORT, old, new)
    said = _quote(command_line, "2022-12-24", "--format", "json")
    assert (said.status, json.loads(said.out)) == (0, json.loads(sound))
    assert COHORT in said.err


def test_fees_that_cannot_be_read_are_told(course: CourseFolder, command_line: CommandLine) -> None:
    course.replace(COHORT, 'from: "09:30"', "from: 9.30")
    course.replace(COHORT, "currency: EUR", "curency: EUR")
    said = _quote(command_line, "2022-12-24", "--format", "json")
    assert said.status == 1
    assert {each["path"] for each in json.loads(said.out)["findings"]} == {COHORT}


def test_plan_that_is_not_there_is_refused(command_line: CommandLine, course: CourseFolder) -> None:
    text = (course.root / COHORT).read_text("utf-8")
    plans = "  plans: [{id: rate, label: In due rate, instalments: [{share: 100, due: 2023-02-01}]}]\n"
    course.write(COHORT, "".join(line for line in text.splitlines(True) if "instalments" not in line) + plans)
    said = _quote(command_line, "2022-12-24", "--plan", "in due ratte")
    assert (said.status, said.out) == (2, "")
    assert "chiedi se si intende «In due rate»" in said.err
    said = _quote(command_line, "2022-12-24", "--plan", "In due rate", "--payer", "ente")
    assert "Piano di pagamento: In due rate\n" in said.out
    assert "In tutto, l'organizzazione: 90,00\xa0€\n" in said.out
