"""The works of a bibliography, as sentences name them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pybtex.database import parse_string

from coursewright.model.bibliography import Work
from coursewright.model.place import Place
from coursewright.sources.bibliography import Bibliography, plain_text, read_bibliography
from coursewright.sources.text_files import TextFile, read_text

REPOSITORY = Path(__file__).parents[2]
NAMES = [
    "Rossi",
    "Rossi, Ada",
    "Ada Rossi",
    "{De Aloe} and Ferri",
    "De Aloe, Marco",
    "Ludwig van Beethoven",
    "van Beethoven, Ludwig",
    "Beethoven, Ludwig van",
    "Jean de La Fontaine",
    "de la Fontaine, Jean",
    "{Industrial Areas Foundation}",
    "{{Turchi et al.}}",
    "Rossi, Jr, Mario",
    "{Ente, con virgola} and Bianchi",
    "Rossi  and\n Bianchi and  Verdi",
    'M{\\"u}ller, K. and Orr{\\`u}',
    "{Barnes and Noble}",
]


def read(text: str) -> Bibliography:
    return read_bibliography(TextFile("r.bib", text))


def authors(names: str) -> tuple[str, ...]:
    bibliography = read(f"@misc{{a, author = {{{names}}}}}")
    assert bibliography.findings == ()
    return bibliography.works["a"].authors


def test_work_with_its_place() -> None:
    fields = "author = {Rossi, Ada and De Aloe, L.},\n  title = {{Tavoli} e citt{\\`a}},\n  year = 2020"
    text = f"\n@book{{rossi-2020,\n  {fields}\n}}\n"
    work = Work("rossi-2020", ("Rossi", "De Aloe"), "Tavoli e città", "2020", Place("r.bib", 2, 7))
    assert read(text) == Bibliography({"rossi-2020": work})


@pytest.mark.parametrize("names", NAMES)
def test_family_names_are_those_of_the_sites_bibliography(names: str) -> None:
    entry = parse_string(f"@misc{{a, author = {{{names}}}}}", "bibtex").entries["a"]
    people = (" ".join((*person.prelast_names, *person.last_names)) for person in entry.persons["author"])
    assert authors(names) == tuple(plain_text(name) for name in people)


def test_editors_stand_in_for_authors() -> None:
    assert read("@book{a, editor = {Rossi, Ada}}").works["a"].authors == ("Rossi",)
    assert read("@book{a, title = {T}}").works["a"].authors == ()


def test_works_of_the_course_are_those_of_the_sites_bibliography() -> None:
    file = read_text(REPOSITORY / "curriculum" / "references.bib", REPOSITORY)
    bibliography = read_bibliography(file)
    entries = parse_string(file.text, "bibtex").entries
    assert bibliography.findings == ()
    assert [(work.id, work.title, work.year) for work in bibliography.works.values()] == [
        (key, plain_text(entry.fields.get("title", "")), entry.fields.get("year", "")) for key, entry in entries.items()
    ]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("@misc{a,}\n@misc{b,}\n@misc{a,}\n@misc{a,}", ["duplicate-id 3:7 a", "duplicate-id 4:7 a"]),
        ("@misc{De_Aloe,}", ["invalid-id 1:7 De_Aloe"]),
        ("@misc{Foo,}\n@misc{foo,}", ["invalid-id 1:7 Foo", "duplicate-id 2:7 foo"]),
        ("@misc{città2020,}", ["invalid-id 1:7 città2020"]),
    ],
)
def test_ids(text: str, findings: list[str]) -> None:
    assert [
        f"{finding.code} {finding.place.line}:{finding.place.column} {finding.values['found']}"
        for finding in read(text).findings
    ] == findings


def test_duplicate_names_both_places() -> None:
    (finding,) = read("@misc{a,}\n\n@misc{a,}").findings
    assert finding.values == {"kind": "source", "found": "a", "first": "r.bib:1:7"}
    assert finding.related == (Place("r.bib", 1, 7),)


def test_invalid_id_comes_with_one_that_would_do() -> None:
    (finding,) = read("@misc{Città_2020,}").findings
    assert finding.values == {"found": "Città_2020", "nearest": "citta-2020"}


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("{Dall'assistenzialismo} al  welfare\n innovativo", "Dall'assistenzialismo al welfare innovativo"),
        (r"Citt{\`a}, perch\'e, {\'{e}}, \'{\i}", "Città, perché, é, í"),
        (r"M{\"u}ller, \~n, \^{o}, \=a, \.z", "Müller, ñ, ô, ā, ż"),
        (r"\c{c} \v S \u{g} \H{o} \r a \k{e}", "ç Š ğ ő å ę"),
        (r"{\ss} {\AE} \o{} \L odz", "ß Æ ø Łodz"),
        (r"R\&D 5\% \$1 \#2 a\_b", "R&D 5% $1 #2 a_b"),
        (r"\emph{Essere} \textbf{leader} \cmd", "Essere leader"),
        ("pp. 3--5 --- fine~qui", "pp. 3–5 — fine qui"),
        ("\\", ""),
        ("\\\\", ""),
        ("{{}}", ""),
        ("", ""),
    ],
)
def test_latex_becomes_text(latex: str, text: str) -> None:
    assert plain_text(latex) == text
