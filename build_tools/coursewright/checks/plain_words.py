"""Words that the course has decided to say more plainly."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.checks.texts import prose_entries
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Kind
from coursewright.model.place import Place
from coursewright.model.running_text import RunningText, covered
from coursewright.model.whole_words import Phrases, plain_form

# While these could not be read, a word to avoid may be part of one of their names.
_NAMING = {Kind.TERM, Kind.FIGURE, Kind.SOURCE}


def check_plain_words(curriculum: Curriculum) -> Iterator[Finding]:
    """plain-word-exists, once a line, in modules, exercises and pages, their notes for trainers included.

    What is quoted or in italics (titles of works are) is left as it is, and so are the names that the course itself
    has: words of its glossary, titles of figures and of works.
    """
    if curriculum.plain_words is None or _NAMING & curriculum.unread_kinds:
        return
    say = {plain_form(word.avoid): word for word in reversed(curriculum.plain_words.words)}
    avoided, names = Phrases(say), Phrases(_names(curriculum))
    for entry in prose_entries(curriculum):
        # Most texts hold none: looked for in all of one at once, that is known soonest.
        if not avoided.may_be_in("\n".join(text.words for text in entry.prose.running)):
            continue
        for text in entry.prose.running:
            for phrase, line, column in _uses(text, avoided, names):
                word = say[phrase]
                place = Place(entry.origin.path, line, column)
                yield Finding(Code.PLAIN_WORD_EXISTS, place, {"found": word.avoid, "expected": word.say})


def _uses(text: RunningText, avoided: Phrases, names: Phrases) -> Iterator[tuple[str, int, int]]:
    """Each word to avoid in a text, with the line and column where it first stands on that line."""
    if not avoided.may_be_in(text.words):
        return
    own = text.own_words
    told = set()
    for phrase in avoided.found(covered(own, ((name.start, name.end) for name in names.found(own)))):
        line, column = text.block.place(phrase.start)
        if (phrase.plain, line) not in told:
            told.add((phrase.plain, line))
            yield phrase.plain, line, column


def _names(curriculum: Curriculum) -> Iterator[str]:
    """Names that may hold a word to avoid."""
    if curriculum.glossary is not None:
        yield from (term.term for term in curriculum.glossary.terms)
    yield from (figure.title for figure in curriculum.figures.values())
    yield from (work.title for work in curriculum.works.values() if work.title)
