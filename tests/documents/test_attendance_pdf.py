"""Registers of attendance: tagged PDF, whatever the words."""

from __future__ import annotations

import io
from typing import Any

from pypdf import PdfReader

from coursewright.documents.attendance_pdf import AttendanceRegister, AttendanceSheet, attendance_pdf

HOSTILE = '#panic("x") *a* $x$ <b>&amp; \\ "è" 🎉'


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


def _read(register: AttendanceRegister) -> PdfReader:
    return PdfReader(io.BytesIO(attendance_pdf(register)))


def test_pdf_is_tagged_in_its_language_and_titled() -> None:
    root: Any = _read(_register(SHEET)).trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"], "/StructTreeRoot" in root) == (True, "it", True)
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()


def test_words_stay_words() -> None:
    text = _read(_register(SHEET)).pages[0].extract_text()
    assert '#panic("x") *a* $x$ <b>&amp; \\ "è"' in text


def test_a_sheet_a_session_and_more_where_it_does_not_fit() -> None:
    assert len(_read(_register(SHEET, SHEET)).pages) == 2
    assert len(_read(_register(SHEET, lines=60)).pages) == 3


def test_register_without_sessions_says_so() -> None:
    assert "Nessun incontro." in _read(_register()).pages[0].extract_text()
