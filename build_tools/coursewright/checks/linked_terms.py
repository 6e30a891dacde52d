"""Words of the glossary lead to it at least once in every lesson that uses them."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding
from coursewright.model.module import Module
from coursewright.model.place import Place
from coursewright.model.running_text import Part, RunningText
from coursewright.model.whole_words import Phrases, plain_form


def check_linked_terms(curriculum: Curriculum) -> Iterator[Finding]:
    """term-not-linked: a module uses a word of the glossary in what everyone reads, and links it nowhere there.

    Headings do not count, nor what is quoted or in italics (somebody else's words, the name of a gradation), nor other
    forms of the word (plurals, say), which nothing here can tell.
    """
    if curriculum.glossary is None:
        return
    terms = {plain_form(term.term): term.term for term in curriculum.glossary.terms}
    phrases = Phrases(terms)
    for module in curriculum.modules.values():
        for plain, place in _first_uses(module, phrases).items():
            yield Finding(Code.TERM_NOT_LINKED, place, {"found": terms[plain]})


def _first_uses(module: Module, phrases: Phrases) -> dict[str, Place]:
    """Where the terms that the module never links stand first."""
    read = [text for text in module.prose.running if not text.for_trainers and text.part is not Part.HEADING]
    uses: dict[str, Place] = {}
    for text in read:
        for phrase in phrases.found(text.own_words):
            if phrase.plain not in uses:
                uses[phrase.plain] = Place(module.origin.path, *text.block.place(phrase.start))
    linked = _linked(read)
    return {plain: place for plain, place in uses.items() if plain not in linked}


def _linked(read: list[RunningText]) -> set[str]:
    return {plain_form(term) for text in read for term in text.terms}
