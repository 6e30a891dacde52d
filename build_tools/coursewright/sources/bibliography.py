"""``references.bib`` read for its works; the site's bibliography itself is made by sphinxcontrib-bibtex."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.model.bibliography import Work
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.nearest import as_identifier
from coursewright.model.words import Term
from coursewright.model.written import found, is_identifier
from coursewright.sources.bibtex import BibEntry, read_bibtex
from coursewright.sources.finding_limit import are_too_many, limited
from coursewright.sources.latex_text import plain_text
from coursewright.sources.text_files import TextFile

_BRACES_OR_AND = re.compile(r"[{}]|\s+and(?=\s)", re.IGNORECASE)
_BRACES_OR_SPACE = re.compile(r"[{}]|[\s~]+")


@dataclass(frozen=True)
class Bibliography:
    """The works by id, in the order of the file, and what is wrong with it."""

    works: dict[str, Work]
    findings: tuple[Finding, ...] = ()


def read_bibliography(file: TextFile) -> Bibliography:
    """The works of a BibTeX file; authors as family names, since that is how sentences name them."""
    written = read_bibtex(file)
    findings = list(written.findings)
    firsts: dict[str, BibEntry] = {}
    for entry in written.entries:
        if are_too_many(findings):
            break
        first = firsts.setdefault(entry.key.lower(), entry)
        if not is_identifier(entry.key):
            values = {"found": found(entry.key), "nearest": as_identifier(entry.key)}
            findings.append(Finding(Code.INVALID_ID, entry.place, values))
        elif first is not entry:
            told = {"kind": Term(Kind.SOURCE.value), "found": found(entry.key), "first": str(first.place)}
            findings.append(Finding(Code.DUPLICATE_ID, entry.place, told, related=(first.place,)))
    works = {entry.key: _work(entry) for entry in firsts.values()}
    return Bibliography(works, limited(findings))


def _work(entry: BibEntry) -> Work:
    people = entry.fields.get("author") or entry.fields.get("editor") or ""
    names = (plain_text(_family_name(name)) for name in _parts(people, _BRACES_OR_AND))
    return Work(
        id=entry.key,
        authors=tuple(name for name in names if name),
        title=plain_text(entry.fields.get("title", "")),
        year=plain_text(entry.fields.get("year", "")),
        place=entry.place,
        texts=tuple(value.replace("\\", "") for value in entry.fields.values()),  # as in \& and \_
    )


def _family_name(name: str) -> str:
    """The family name in BibTeX's sense: before the first comma, else the last word with the small ones before it."""
    before_comma = next(_parts(name, re.compile("[{},]")))
    if before_comma != name:
        return before_comma
    words = [word for word in _parts(name, _BRACES_OR_SPACE) if word]
    small = [number for number, word in enumerate(words[:-1]) if word[0].islower()]
    return " ".join(words[small[0] if small else -1 :])


def _parts(text: str, sign: re.Pattern[str]) -> Iterator[str]:
    """The parts of ``text`` between the signs that stand outside braces; ``sign`` finds braces too."""
    start = depth = 0
    for match in sign.finditer(text):
        if match.group() in "{}":
            depth += 1 if match.group() == "{" else -1
        elif depth == 0:
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]
