"""A statement as PDF, read as a program that reads aloud would."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from coursewright.documents.statement_pdf import AmountRow, StatementPage, statement_pdf

PAGE = StatementPage(
    language="it",
    title="Conto della quota",
    subtitle="Edizione 2023",
    author="DialogicaLab",
    organisers="DialogicaLab",
    facts=[("Domanda", "A-01"), ("Ricevuta", "15 dicembre 2022, 23:59 (Europe/Rome)")],
    amounts_title="Quanto si deve, e perché",
    amounts_header=("Regola", "Importo"),
    amounts=[
        AmountRow("Prezzo intero", "1.450,00 €"),
        AmountRow("Iscrizione entro il 15 dicembre", "-145,00 €", "Le condizioni ci sono tutte."),
        AmountRow("Quota dovuta", "1.305,00 €", strong=True),
    ],
    tax=["IVA al 22% compresa: 235,33 €."],
    instalments_title="Rate",
    instalments_header=("Numero", "Entro", "Importo"),
    instalments=[("1", "1 febbraio 2023", "652,50 €"), ("2", "1 maggio 2023", "652,50 €")],
    payers=["Fondo: 1.000,00 €", "chi si iscrive: 305,00 €"],
    notes=["In quel momento le iscrizioni sono aperte."],
    footer="Impronta delle regole: 7f0dccd6",
)


@pytest.fixture(scope="module")
def content() -> bytes:
    """The page as PDF."""
    return statement_pdf(PAGE)


def _text(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def test_all_words_are_in_the_text(content: bytes) -> None:
    text = _text(content)
    wanted = [PAGE.title, PAGE.subtitle, PAGE.organisers, *(value for fact in PAGE.facts for value in fact)]
    wanted += [word for row in PAGE.amounts for word in (row.label, row.amount, row.why)]
    wanted += [*PAGE.tax, *(cell for row in PAGE.instalments for cell in row), *PAGE.payers, *PAGE.notes, PAGE.footer]
    assert [word for word in wanted if word not in text] == []


def test_it_is_tagged_and_names_its_language_and_title(content: bytes) -> None:
    reader = PdfReader(io.BytesIO(content))
    catalog = reader.trailer["/Root"].get_object()
    assert catalog["/Lang"] == "it"  # type: ignore[index]
    assert catalog["/MarkInfo"]["/Marked"] is True or catalog["/MarkInfo"]["/Marked"].value is True  # type: ignore[index]
    assert "/StructTreeRoot" in catalog  # type: ignore[operator]
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (PAGE.title, PAGE.author)
    assert reader.xmp_metadata is not None
    assert b"pdfuaid" in content


def test_equal_pages_give_equal_bytes(content: bytes) -> None:
    assert statement_pdf(PAGE) == content


def test_a_page_without_instalments_has_no_heading_for_them() -> None:
    assert "Rate" not in _text(statement_pdf(replace(PAGE, instalments=[])))


def test_no_text_is_read_as_markup() -> None:
    hostile = '#read("/etc/passwd") = Titolo *forte* $x$ <a> @b \\ https://example.org'
    assert hostile in _text(statement_pdf(replace(PAGE, subtitle=hostile, notes=[])))


def test_a_long_statement_goes_on_over_pages() -> None:
    rows = [AmountRow(f"Regola {number}", "0,00 €", "Perché sì. " * 20) for number in range(60)]
    content = statement_pdf(replace(PAGE, amounts=rows))
    assert len(PdfReader(io.BytesIO(content)).pages) > 3
    assert "Regola 59" in _text(content)
