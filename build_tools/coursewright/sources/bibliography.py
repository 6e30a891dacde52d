"""``references.bib`` read for its works; the site's bibliography itself is made by sphinxcontrib-bibtex."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pybtex.database import Entry as BibEntry
from pybtex.database import parse_string
from pybtex.exceptions import PybtexError
from pybtex.scanner import PybtexSyntaxError

from coursewright.model.bibliography import Work
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.place import Place
from coursewright.model.words import Term
from coursewright.sources.text_files import TextFile

_ENTRY = re.compile(
    r"^[ \t]*@(?!comment|string|preamble)\w+[ \t]*[{(][ \t]*([^,\s{}]+)[ \t]*,", re.MULTILINE | re.IGNORECASE
)


@dataclass(frozen=True)
class Bibliography:
    """The works by id, in the order of the file, and what is wrong with it."""

    works: dict[str, Work]
    findings: tuple[Finding, ...] = ()


def read_bibliography(file: TextFile) -> Bibliography:
    """The works of a BibTeX file; authors as family names, since that is how sentences name them."""
    places: dict[str, Place] = {}
    findings: list[Finding] = []
    for match in _ENTRY.finditer(file.text):
        place = _place(file, match.start(1))
        key = match.group(1)
        if key in places:
            values = {"kind": Term(Kind.SOURCE.value), "found": key, "first": str(places[key])}
            findings.append(Finding(Code.DUPLICATE_ID, place, values, related=(places[key],)))
        else:
            places[key] = place
    if findings:
        return Bibliography(
            {key: Work(key, (), key, "", place) for key, place in places.items()}, tuple(findings)
        )
    try:
        entries = parse_string(file.text, "bibtex").entries
    except PybtexSyntaxError as error:
        findings.append(Finding(Code.BIBLIOGRAPHY_SYNTAX, Place(file.path, error.lineno or 1)))
        return Bibliography(
            {key: Work(key, (), key, "", place) for key, place in places.items()}, tuple(findings)
        )
    except (PybtexError, RecursionError):
        findings.append(Finding(Code.BIBLIOGRAPHY_SYNTAX, Place(file.path)))
        return Bibliography({}, tuple(findings))
    works = {key: _work(key, entry, places.get(key, Place(file.path))) for key, entry in entries.items()}
    return Bibliography(works)


def _place(file: TextFile, position: int) -> Place:
    before = file.text[:position]
    return Place(file.path, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _work(key: str, entry: BibEntry, place: Place) -> Work:
    people = entry.persons.get("author") or entry.persons.get("editor") or ()
    names = (_plain(" ".join((*person.prelast_names, *person.last_names))) for person in people)
    return Work(
        id=str(key),
        authors=tuple(name for name in names if name),
        title=_plain(str(entry.fields.get("title", ""))),
        year=_plain(str(entry.fields.get("year", ""))),
        place=place,
    )


def _plain(text: str) -> str:
    return " ".join(text.replace("{", "").replace("}", "").split())
