"""BibTeX read for its entries, and each mistake at its place."""

from __future__ import annotations

import pytest

from coursewright.sources.bibtex import BibFile, read_bibtex
from coursewright.sources.text_files import TextFile


def read(text: str) -> BibFile:
    return read_bibtex(TextFile("r.bib", text))


def fields(text: str) -> list[tuple[str, dict[str, str]]]:
    file = read(text)
    assert file.findings == ()
    return [(entry.key, dict(entry.fields)) for entry in file.entries]


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("", []),
        ("Words, and more words.", []),
        ("@misc{a}", [("a", {})]),
        ("@misc{a,}", [("a", {})]),
        ("@misc{a, title = {T}}", [("a", {"title": "T"})]),
        ("@MISC(a, TITLE = {T},)", [("a", {"title": "T"})]),
        ("@ misc { a , title={T} , year = 2020 , }", [("a", {"title": "T", "year": "2020"})]),
        ("@misc{a, title={A {B {C}} \\{D\\}}}", [("a", {"title": "A {B {C}} \\{D\\}"})]),
        ('@misc{a, title="A {"}B{"} C"}', [("a", {"title": 'A {"}B{"} C'})]),
        ('@misc{a, title={a "b" , c = d}}', [("a", {"title": 'a "b" , c = d'})]),
        ('@misc{a, title="A" # " " # {B} # 1}', [("a", {"title": "A B1"})]),
        (
            '@string{s = "Some press"}@misc{a, publisher = s # {, }  # S}',
            [("a", {"publisher": "Some press, Some press"})],
        ),
        ("@misc{a, month = jan}", [("a", {"month": "jan"})]),
        ('@preamble{"\\x"}\n@comment{@misc{a, title={T}}}\n@misc{b,}', [("a", {"title": "T"}), ("b", {})]),
        ("% @misc{a,}\nwords\n@misc{b,}", [("a", {}), ("b", {})]),
        ("@misc{a,\n  title = {of two\n  lines}\n}", [("a", {"title": "of two\n  lines"})]),
    ],
)
def test_entries(text: str, entries: list[tuple[str, dict[str, str]]]) -> None:
    assert fields(text) == entries


def test_key_has_its_place() -> None:
    file = read("\n@misc{\n  a,}\n@misc{b,}\n")
    assert [str(entry.place) for entry in file.entries] == ["r.bib:3:3", "r.bib:4:7"]


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("info@x.it", ["1:5 a work such as @misc or @book"]),
        ("@misc a", ["1:1 a work such as @misc or @book"]),
        ("@misc{}", ["1:7 the id of the work"]),
        ("@misc{title={T}}", ["1:12 a comma or the closing brace"]),
        ("@misc{a title={T}}", ["1:9 a comma or the closing brace"]),
        ("@misc{a, title={T} year=2020}", ["1:20 a comma or the closing brace"]),
        ("@misc{a, title={T}", ["1:19 a comma or the closing brace"]),
        ("@misc{a, title={T})", ["1:19 a comma or the closing brace"]),
        ("@misc{a, title {T}}", ["1:16 “=” and a value in braces"]),
        ("@misc{a, = {T}}", ["1:10 a field such as title"]),
        ("@misc{a, title = T}", ["1:18 a value in braces"]),
        ("@misc{a, title = Tavoli insieme}", ["1:18 a value in braces"]),
        ("@misc{a, title = }", ["1:18 a value in braces"]),
        ("@misc{a, title = {T}", ["1:21 a comma or the closing brace"]),
        ("@misc{a, title = {T", ["1:18 a brace that closes this one"]),
        ('@misc{a, title = "T}', ["1:20 a quotation mark that closes this one"]),
        ('@misc{a, title = "T', ["1:18 a quotation mark that closes this one"]),
        ("@misc{a, title = {" + "{" * 60, ["1:69 fewer braces in braces"]),
        ("@misc{a, title = {" + "x" * 20_001 + "}}", ["1:20021 a shorter text"]),
        ("@string{s = {" + "x" * 101 + "}}", ["1:12 a shorter text"]),
        ("@string{s = 1", ["1:14 a comma or the closing brace"]),
    ],
)
def test_mistakes_have_their_place(text: str, mistakes: list[str]) -> None:
    findings = read(text).findings
    assert {str(finding.code) for finding in findings} == {"bibliography-syntax"}
    assert [
        f"{finding.place.line}:{finding.place.column} {finding.values['expected']}" for finding in findings
    ] == mistakes


def test_after_a_mistake_the_next_works_are_read() -> None:
    file = read("@misc{a, title = {T\n}\n@misc{b, title = {U}, year}\n\n@misc{c, title = {V\n\n@misc{d, title = {W}}\n")
    assert [entry.key for entry in file.entries] == ["a", "b", "c", "d"]
    assert [str(finding.place) for finding in file.findings] == ["r.bib:3:1", "r.bib:3:27", "r.bib:5:18"]
    assert file.entries[3].fields == {"title": "W"}


def test_field_that_is_there_twice() -> None:
    file = read("@misc{a,\n  title = {T},\n  Title = {U}}")
    (finding,) = file.findings
    assert (str(finding.code), str(finding.place)) == ("duplicate-key", "r.bib:3:3")
    assert finding.values == {"key": "title", "line": 2}
    assert file.entries[0].fields == {"title": "T"}
