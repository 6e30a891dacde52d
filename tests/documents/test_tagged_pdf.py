"""Letters that no font has: a document all the same, and it says where one is missing."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from coursewright.documents.statement_pdf import StatementPage, statement_pdf


def _text(words: str) -> str:
    page = StatementPage(
        language="it",
        title="Preventivo",
        subtitle=words,
        author="A",
        organisers="A",
        facts=[],
        amounts_title="Importi",
        amounts_header=("Regola", "Importo"),
        amounts=[],
        tax=[],
        instalments_title="Rate",
        instalments_header=("N.", "Entro", "Importo"),
        instalments=[],
        payers=[],
        notes=[],
        footer="F",
    )
    return PdfReader(io.BytesIO(statement_pdf(page))).pages[0].extract_text()


@pytest.mark.parametrize("words", ["Żółć, Ελλάδα, Україна", "½ → ✓", "Citroën «già» “sì” – 100 €"])
def test_letters_of_europe_are_shown(words: str) -> None:
    assert words in _text(words)


@pytest.mark.parametrize("missing", ["🎉", "中", "\x01", '"\U0001f600'])
def test_what_no_font_has_is_replaced_and_the_rest_stays(missing: str) -> None:
    text = _text(f"prima {missing} dopo")
    assert text[text.index("prima") : text.index("dopo")].strip('prima "') == "\ufffd"


def test_very_many_of_them_end_soon() -> None:
    text = _text("prima " + "".join(map(chr, range(0x4E00, 0x4E00 + 3000))) + "\x01 dopo")
    assert text.count("\ufffd") == 3001
