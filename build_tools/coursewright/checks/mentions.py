"""Roles in Markdown texts that name entries, sources or words of the course.

In data files roles are plain text, and nothing is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursewright.checks.lookup import Lookup, unknown_among
from coursewright.checks.texts import prose_entries
from coursewright.model.card import MENTIONED
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Finding, Kind
from coursewright.model.place import Place

_ROLES = {kind.value: kind for kind in MENTIONED}
_CITES = {"cite", "footcite"}
# Words before and after a key, as in {see}KEY{p. 30}.
_AROUND_KEY = re.compile(r"\{[^{}]*\}")


def check_mentions(curriculum: Curriculum) -> Iterator[Finding]:
    """unknown-id and unknown-source in the roles of modules, exercises and pages."""
    lookup = Lookup(curriculum)
    terms = _terms(curriculum)
    for entry in prose_entries(curriculum):
        for mention in entry.prose.mentions:
            place = Place(entry.origin.path, mention.line, mention.column)
            yield from _unknown(mention.role, mention.target, place, lookup, terms)


def _unknown(role: str, target: str, place: Place, lookup: Lookup, terms: dict[str, str] | None) -> Iterator[Finding]:
    kind = _ROLES.get(role.removeprefix("course:"))
    if kind is not None:
        yield from filter(None, [lookup.unknown(kind, target, place)])
    elif role.split(":")[0] in _CITES:
        keys = (key.strip() for key in _AROUND_KEY.sub("", target).split(","))
        yield from filter(None, (lookup.unknown(Kind.SOURCE, key, place) for key in keys if key))
    elif role == "term" and terms is not None and _plain(target) not in terms:
        yield unknown_among(Kind.TERM, target, place, terms.values())


def _terms(curriculum: Curriculum) -> dict[str, str] | None:
    """The glossary's words by their plain form; None where no glossary is there or readable."""
    if curriculum.glossary is None:
        return None
    return {_plain(term.term): term.term for term in curriculum.glossary.terms}


def _plain(term: str) -> str:
    return " ".join(term.casefold().split())
