"""Sheets for participants: tagged PDF, whatever the words, with addresses that one can follow."""

from __future__ import annotations

import io
from typing import Any

from pypdf import PdfReader

from coursewright.documents.participants_pdf import ParticipantsSheet, SheetSession, participants_pdf

HOSTILE = '#panic("x") *a* $x$ <b>&amp; \\ "è" 🎉'
ADDRESS = "https://stanza.example/a_(b)*?x=#1&y=" + "lungo" * 40


def _read(*sessions: SheetSession) -> PdfReader:
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


def test_pdf_is_tagged_in_its_language_and_titled() -> None:
    root: Any = _read(SheetSession(HOSTILE, [("Luogo", HOSTILE)], "Indirizzo", ADDRESS)).trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"], "/StructTreeRoot" in root) == (True, "it", True)
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()


def test_words_stay_words_and_an_address_leads_where_it_says() -> None:
    page = _read(SheetSession(HOSTILE, [("Luogo", HOSTILE)], "Indirizzo", ADDRESS)).pages[0]
    text = page.extract_text()
    assert (text.count('#panic("x") *a* $x$ <b>&amp; \\ "è"'), "Solo per chi partecipa" in text) == (3, True)
    annotations: Any = page["/Annots"]
    links = [each.get_object() for each in annotations]
    assert {str(each["/A"]["/URI"]) for each in links} == {ADDRESS}


def test_sheet_without_sessions_says_so() -> None:
    assert "Nessun incontro." in _read().pages[0].extract_text()
