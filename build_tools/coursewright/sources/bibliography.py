"""``references.bib`` read for its works; the site's bibliography itself is made by sphinxcontrib-bibtex."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.model.bibliography import Work
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.nearest import as_identifier
from coursewright.model.words import Term
from coursewright.model.written import found, is_identifier
from coursewright.sources.bibtex import BibEntry, read_bibtex
from coursewright.sources.finding_limit import are_too_many, limited
from coursewright.sources.text_files import TextFile

_BRACES_OR_AND = re.compile(r"[{}]|\s+and(?=\s)", re.IGNORECASE)
_BRACES_OR_SPACE = re.compile(r"[{}]|[\s~]+")
_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "c": "\u0327",
    "k": "\u0328",
}
_LETTERS = {
    "aa": "å",
    "AA": "Å",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ss": "ß",
    "i": "ı",
    "j": "ȷ",
}
_ACCENT = re.compile(r"\\(?:([`'^~=.\"])\s*|([uvHckr])(?:\s+|(?=\{)))(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))")
_LETTER = re.compile(rf"\\({'|'.join(sorted(_LETTERS, key=len, reverse=True))})(?![A-Za-z])\s*")
_ESCAPED = re.compile(r"\\([&%$#_])")
_COMMAND = re.compile(r"\\[A-Za-z]+\s*|\\.?")


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


def plain_text(latex: str) -> str:
    """``latex`` with accents as letters, on one line; commands that mean nothing in plain text are left out."""
    if "\\" in latex:
        latex = _ACCENT.sub(_accented, latex)
        latex = _LETTER.sub(lambda match: _LETTERS[match.group(1)], latex)
        latex = _COMMAND.sub("", _ESCAPED.sub(r"\1", latex))
    dashed = latex.replace("---", "—").replace("--", "–").replace("~", " ")
    return " ".join(dashed.replace("{", "").replace("}", "").split())


def _accented(match: re.Match[str]) -> str:
    accent = _ACCENTS[match.group(1) or match.group(2)]
    return unicodedata.normalize("NFC", (match.group(3) or match.group(4)) + accent)
