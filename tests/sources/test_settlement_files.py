"""Settlements as JSON, read statement by statement."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coursewright.model.finding import Code
from coursewright.sources import settlement_files
from coursewright.sources.settlement_files import open_settlement
from coursewright.sources.table_files import TableError

STATEMENTS = [{"application": 'A]}è"', "lines": [{"rule": "a", "amount": "-1"}]}, {"application": "B", "lines": []}]
DOCUMENT = {"cohort": "c", "statements": STATEMENTS, "totals": {"due": "1"}, "warnings": []}


def _read(file: Path, text: str) -> list[Any]:
    file.write_text(text, "utf-8")
    with open_settlement(file) as document:
        return list(document["statements"])


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("sort_keys", [False, True])
@pytest.mark.parametrize("piece", [1, 2, 7, 1_000_000])
def test_statements_are_found_in_any_layout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, indent: int | None, sort_keys: bool, piece: int
) -> None:
    monkeypatch.setattr(settlement_files, "_PIECE", piece)
    document = {**DOCUMENT, "scholarships": [{"rule": "r", "ranking": [1, 2.5]}], "a": 12, "z": None}
    text = json.dumps(document, indent=indent, sort_keys=sort_keys, ensure_ascii=False)
    assert _read(tmp_path / "s.json", f" {text}\n") == STATEMENTS


def test_there_may_be_no_statements(tmp_path: Path) -> None:
    assert _read(tmp_path / "s.json", '{"statements": []}') == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"statements": 1}',
        '{"statements": {}}',
        '{"statements": [1 2]}',
        '{"statements": [1,]}',
        '{"statements": [1}',
        '{"statements": [{"a": 1}], "totals": ',
        '{"statements" []}',
        "\N{BYTE ORDER MARK}",
    ],
)
def test_what_is_no_document_or_is_cut_off_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        _read(tmp_path / "s.json", text)


@pytest.mark.parametrize(
    ("bound", "most", "code"),
    [("MAX_BYTES", 40, Code.TABLE_TOO_LARGE), ("MAX_ROWS", 1, Code.TABLE_ROWS), ("MAX_LINES", 0, Code.TABLE_ROWS)],
)
def test_more_than_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str, most: int, code: Code
) -> None:
    monkeypatch.setattr(settlement_files, bound, most)
    with pytest.raises(TableError) as error:
        _read(tmp_path / "s.json", json.dumps(DOCUMENT))
    assert error.value.finding.code is code


def test_a_statement_of_very_many_letters_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settlement_files, "_PIECE", 10)
    monkeypatch.setattr(settlement_files, "MAX_STATEMENT", 30)
    with pytest.raises(ValueError, match="very long"):
        _read(tmp_path / "s.json", json.dumps(DOCUMENT))
