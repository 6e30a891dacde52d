"""How files of applications say things: a cohort's own words, and the layouts that are known by name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coursewright.fees.application_rows import RowReader
from coursewright.fees.column_names import columns_of, has_required
from coursewright.model.application import AnyRow, Application, UnreadableApplication
from coursewright.model.conditions.category import CATEGORY
from coursewright.model.conditions.code import CODE
from coursewright.model.layout import LAYOUTS, Layout, LayoutName, own_layout
from coursewright.sources.table_files import read_table
from tests.fees.cohorts import ROME
from tests.sources.workbooks import write_workbook

# A small file of each kind, made up after the makers' public documentation.
FILES: Mapping[LayoutName, str] = {
    LayoutName.GOOGLE_FORMS: (
        "Informazioni cronologiche,Indirizzo email,Nome e cognome,Categoria\n"
        "2025/09/01 3:05:00 PM CEST,ada@example.org,Ada Blu,socio\n"
        '"2025/09/01 3:06:10 PM GMT+2",bea@example.org,Bea Rossi,ospite\n'
    ),
    LayoutName.MICROSOFT_FORMS: (
        "ID;Ora di inizio;Ora di completamento;Posta elettronica;Nome;Categoria\n"
        "1;01/09/2025 15:01:00;01/09/2025 15:05:00;ada@example.org;Ada Blu;socio\n"
        "2;01/09/2025 15:02:00;01/09/2025 15:06:10;bea@example.org;Bea Rossi;ospite\n"
    ),
    LayoutName.EVENTBRITE: (
        "Order #,Order Date,Attendee #,First Name,Last Name,Email,Ticket Type,Attendee Status\n"
        "900,2025-09-01 15:05:00,11,Ada,Blu,ada@example.org,socio,Attending\n"
        "900,2025-09-01 15:06:10,12,Bea,Rossi,ada@example.org,ospite,Not Attending\n"
    ),
    LayoutName.PRETIX: (
        "Order code,Position ID,Status,Email,Order date,Order time,Product,Attendee name,Attendee email,Voucher code\n"
        "FOO12,1,paid,casa@example.org,2025-09-01,15:05:00,socio,Ada Blu,ada@example.org,\n"
        "FOO12,2,canceled,casa@example.org,2025-09-01,15:06:10,ospite,Bea Rossi,bea@example.org,PRIMA\n"
    ),
}
IDS = {
    LayoutName.MICROSOFT_FORMS: ["1", "2"],
    LayoutName.EVENTBRITE: ["11", "12"],
    LayoutName.PRETIX: ["FOO12 1", "FOO12 2"],
}


def _read(file: Path, layout: Layout) -> list[AnyRow]:
    table = read_table(file, is_header=lambda cells: has_required(cells, layout))
    return list(RowReader(columns_of(table.headers, layout), ROME).applications(table))


def _as_read(folder: Path, content: str, layout: Layout) -> list[AnyRow]:
    file = folder / "domande.csv"
    file.write_text(content, "utf-8")
    return _read(file, layout)


@pytest.mark.parametrize("name", LayoutName)
def test_file_of_a_known_layout_is_read_as_it_comes(tmp_path: Path, name: LayoutName) -> None:
    first, second = _as_read(tmp_path, FILES[name], LAYOUTS[name])
    assert isinstance(first, Application)
    assert isinstance(second, Application)
    assert [first.received, second.received] == [
        datetime(2025, 9, 1, 13, 5, tzinfo=UTC),
        datetime(2025, 9, 1, 13, 6, 10, tzinfo=UTC),
    ]
    assert (first.name, second.name) == ("Ada Blu", "Bea Rossi")
    assert (first.email, CATEGORY.fact(first.applicant)) == ("ada@example.org", "socio")
    is_shop = name in {LayoutName.EVENTBRITE, LayoutName.PRETIX}
    assert (first.withdrawn, second.withdrawn) == (False, is_shop)
    assert CODE.fact(second.applicant) == ("PRIMA" if name is LayoutName.PRETIX else "")
    assert [first.id, second.id] == IDS.get(name, [first.id, second.id])
    assert first.is_numbered is (name in IDS)


def test_workbook_of_a_form_has_days_and_hours_as_such(tmp_path: Path) -> None:
    file = tmp_path / "domande.xlsx"
    write_workbook(
        file,
        [
            ["Giorno", "Ora", "email"],
            [datetime(2025, 9, 1), datetime(2025, 9, 1, 15, 5).time(), "ada@example.org"],
        ],
    )
    layout = own_layout({"received": ["Giorno", "Ora"]}, {})
    (row,) = _read(file, layout)
    assert row.received == datetime(2025, 9, 1, 13, 5, tzinfo=UTC)


def test_own_words_come_before_those_of_a_known_layout(tmp_path: Path) -> None:
    own = own_layout({"category": ["Attendee status"]}, {"category": {"ATTENDING": "socio", "not attending": ""}})
    content = FILES[LayoutName.EVENTBRITE]
    first, second = _as_read(tmp_path, content, own.over(LAYOUTS[LayoutName.EVENTBRITE]))
    assert isinstance(first, Application)
    assert isinstance(second, Application)
    assert [CATEGORY.fact(each.applicant) for each in (first, second)] == ["socio", ""]


def test_title_blank_rows_and_sums_are_no_applications(tmp_path: Path) -> None:
    content = (
        "Elenco iscritti, edizione 2025;;;\n;;;\n"
        "email;ricevuta il;categoria;importo\n"
        "ada@example.org;01/09/2025;socio;100,00\n;;;\n"
        ";;TOTALE;100,00\nTotali (2);;;\n"
    )
    file = tmp_path / "domande.csv"
    file.write_text(content, "utf-8")
    table = read_table(file, is_header=has_required)
    reader = RowReader(columns_of(table.headers), ROME)
    (row,) = reader.applications(table)
    assert (row.row, row.email) == (4, "ada@example.org")
    assert reader.totals == [6, 7]


def test_somebody_called_total_who_says_when_is_an_application(tmp_path: Path) -> None:
    (row,) = _as_read(tmp_path, "email;ricevuta il;nome\n;01/09/2025;Totale Maria\n", Layout())
    assert isinstance(row, UnreadableApplication)


def test_where_no_row_has_the_headers_the_first_one_is_taken_for_them(tmp_path: Path) -> None:
    file = tmp_path / "domande.csv"
    file.write_text("posta;quando\nada@example.org;01/09/2025\n", "utf-8")
    assert read_table(file, is_header=has_required).headers == ("posta", "quando")
