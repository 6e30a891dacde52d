"""Sessions as tagged PDF: registers to sign and calendars for participants, whatever the words."""

from __future__ import annotations

import io
from typing import Any

from pypdf import PdfReader

from coursewright.documents.session_pdfs import (
    AttendanceRegister,
    AttendanceSheet,
    ParticipantsSheet,
    SheetSession,
    attendance_pdf,
    participants_pdf,
)

HOSTILE = '#panic("x") *a* $x$ <b>&amp; \\ "è" 🎉'
ADDRESS = "https://stanza.example/a_(b)*?x=#1&y=" + "lungo" * 40


def _register(*sheets: AttendanceSheet, lines: int = 24) -> AttendanceRegister:
    return AttendanceRegister(
        language="it",
        title="Registro",
        subtitle=HOSTILE,
        author="Chi organizza",
        header=("N.", "Nome", "Entrata", "Uscita"),
        lines=lines,
        signatures="Firma",
        empty="Nessun incontro.",
        sheets=sheets,
    )


SHEET = AttendanceSheet("Incontro 1", HOSTILE, [("Luogo", HOSTILE)], ["Docente A", "Docente B"])


def _read_register(register: AttendanceRegister) -> PdfReader:
    return PdfReader(io.BytesIO(attendance_pdf(register)))


def test_register_is_tagged_in_its_language_and_titled() -> None:
    root: Any = _read_register(_register(SHEET)).trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"], "/StructTreeRoot" in root) == (True, "it", True)
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()


def test_words_of_a_register_stay_words() -> None:
    text = _read_register(_register(SHEET)).pages[0].extract_text()
    assert '#panic("x") *a* $x$ <b>&amp; \\ "è"' in text


def test_a_sheet_a_session_and_more_where_it_does_not_fit() -> None:
    assert len(_read_register(_register(SHEET, SHEET)).pages) == 2
    assert len(_read_register(_register(SHEET, lines=60)).pages) == 3


def test_register_without_sessions_says_so() -> None:
    assert "Nessun incontro." in _read_register(_register()).pages[0].extract_text()


def _read_sheet(*sessions: SheetSession) -> PdfReader:
    sheet = ParticipantsSheet(
        language="it",
        title="Calendario",
        subtitle=HOSTILE,
        author="Chi organizza",
        warning="Solo per chi partecipa",
        notes=["Illustrativo"],
        empty="Nessun incontro.",
        sessions=sessions,
    )
    return PdfReader(io.BytesIO(participants_pdf(sheet)))


def test_sheet_for_participants_is_tagged_in_its_language_and_titled() -> None:
    root: Any = _read_sheet(SheetSession(HOSTILE, [("Luogo", HOSTILE)], "Indirizzo", ADDRESS)).trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"], "/StructTreeRoot" in root) == (True, "it", True)
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()


def test_words_of_a_sheet_for_participants_stay_words_and_an_address_leads_where_it_says() -> None:
    page = _read_sheet(SheetSession(HOSTILE, [("Luogo", HOSTILE)], "Indirizzo", ADDRESS)).pages[0]
    text = page.extract_text()
    assert (text.count('#panic("x") *a* $x$ <b>&amp; \\ "è"'), "Solo per chi partecipa" in text) == (3, True)
    annotations: Any = page["/Annots"]
    links = [each.get_object() for each in annotations]
    assert {str(each["/A"]["/URI"]) for each in links} == {ADDRESS}


def test_sheet_for_participants_without_sessions_says_so() -> None:
    assert "Nessun incontro." in _read_sheet().pages[0].extract_text()
