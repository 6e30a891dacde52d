"""What a Markdown text owes its readers: an outline, words for images and links, sentences to read after a long day."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from coursewright.checks.texts import is_for_trainers, prose_entries
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding, Value
from coursewright.model.module import WithProse
from coursewright.model.place import Place
from coursewright.model.reading_ease import is_measured, longest_sentences, reading

_SAYS_NOTHING = re.compile(
    r"""
    # Italian
    qui | di\ più | altro | dettagli | info | (maggiori|ulteriori|altre)\ informazioni
    | ((il|al|questo|a\ questo|il\ seguente|al\ seguente)\ )?(link|sito|sito\ web)
    | ((la|alla|questa|a\ questa)\ )?pagina | quest[oa]
    | (clicca|cliccare|cliccando|premi|leggi|vai|vedi|guarda|apri|scarica|continua|scopri)(\ qui)?
    | leggi\ (tutto|ancora|l'articolo) | continua\ a\ leggere | approfondisci
    | (leggi|scopri|vedi|per\ saperne|saperne)\ di\ più
    | vai\ (al\ link|al\ sito|alla\ pagina)
    # English
    | here | more | details | (more|further)\ (info|information|details) | this(\ one)? | that
    | ((the|this|following|the\ following)\ )?(link|page|site|website)
    | (click|clicking|press|read|see|view|open|go|download|continue)(\ here)?
    | (read|see|learn|find\ out)\ more | read\ on | continue\ reading | go\ to\ (the\ )?page
    # A bare address
    | (https?://|www\.)\S+
    """,
    re.VERBOSE,
)
_EDGES = " \t\n.,:;!?…«»\"“”'‘’()[]<>→›*_"
# Who reads has a diploma or a degree, and reads without help from 40 on; the rest is for the end of a working day.
LEAST_EASE = 45
# The index was measured on whole passages: in a few lines one long word decides.
LEAST_WORDS = 100
_TOLD = 3
# The roles of Sphinx that lead to a page by its path without the ending.
_ROLES = {"doc"}


def check_headings(curriculum: Curriculum) -> Iterator[Finding]:
    """second-title and heading-jump."""
    for entry in prose_entries(curriculum):
        above, titles = 1, 0
        for heading in entry.prose.headings:
            place = _at(entry, heading.line)
            titles += heading.level == 1
            if heading.level == 1 and titles > 1:
                yield Finding(Code.SECOND_TITLE, place)
            if heading.level > above + 1:
                values = {"above": above, "found": heading.level, "expected": above + 1}
                yield Finding(Code.HEADING_JUMP, place, values)
            above = heading.level


def check_images(curriculum: Curriculum) -> Iterator[Finding]:
    """image-without-alt."""
    for entry in prose_entries(curriculum):
        for image in entry.prose.images_without_alt:
            yield Finding(Code.IMAGE_WITHOUT_ALT, _at(entry, image.line, image.column), {"found": image.text[:60]})


def check_links(curriculum: Curriculum) -> Iterator[Finding]:
    """uninformative-link; a link without words takes those of the page it leads to, and is fine."""
    for entry in prose_entries(curriculum):
        for link in entry.prose.links:
            if says_nothing(link.text):
                yield Finding(Code.UNINFORMATIVE_LINK, _at(entry, link.line, link.column), {"found": link.text[:60]})


def check_shown_steps(curriculum: Curriculum) -> Iterator[Finding]:
    """steps-not-shown: an exercise with timed steps has no ``{steps}`` block."""
    for exercise in curriculum.exercises.values():
        shown = any(directive.text == "steps" for directive in exercise.prose.directives)
        if exercise.steps and not shown:
            yield Finding(Code.STEPS_NOT_SHOWN, exercise.origin.key("steps"))


def says_nothing(words: str) -> bool:
    """Whether the words of a link, in Italian or English, do not name what it leads to."""
    plain = " ".join(words.casefold().replace("’", "'").strip(_EDGES).split())
    return _SAYS_NOTHING.fullmatch(plain) is not None


def _at(entry: WithProse, line: int, column: int = 1) -> Place:
    return Place(entry.origin.path, line, column)


def check_reading_ease(curriculum: Curriculum) -> Iterator[Finding]:
    """hard-to-read: the Gulpease index of a module or exercise is below 45; only in a course in Italian."""
    if not is_measured(curriculum.course.language):
        return
    lessons: tuple[WithProse, ...] = (*curriculum.modules.values(), *curriculum.exercises.values())
    for entry in lessons:
        read = reading(entry.prose)
        ease = read.ease
        if ease is not None and ease < LEAST_EASE and read.words >= LEAST_WORDS:
            lines = sorted({sentence.line for sentence in longest_sentences(entry.prose, _TOLD)})
            values: dict[str, Value] = {"found": ease, "least": LEAST_EASE, "lines": ", ".join(map(str, lines))}
            yield Finding(Code.HARD_TO_READ, _title(entry), values)


def _title(entry: WithProse) -> Place:
    line = next((heading.line for heading in entry.prose.headings if heading.level == 1), 1)
    return Place(entry.origin.path, line)


def check_linked_pages(curriculum: Curriculum) -> Iterator[Finding]:
    """link-for-trainers."""
    hidden = {posixpath.splitext(page.origin.path)[0] for page in curriculum.pages.values() if is_for_trainers(page)}
    for entry in prose_entries(curriculum) if hidden else ():
        if is_for_trainers(entry):
            continue
        for target, line, column in _links(entry):
            is_shown = not any(first <= line < end for first, end in entry.prose.for_trainers)
            if is_shown and _page(target, entry.origin.path) in hidden:
                yield Finding(Code.LINK_FOR_TRAINERS, Place(entry.origin.path, line, column), {"found": target})


def _links(entry: WithProse) -> Iterator[tuple[str, int, int]]:
    """What the text's links and roles lead to, with line and column."""
    yield from ((each.target, each.line, each.column) for each in entry.prose.files if each.is_link)
    yield from ((each.target, each.line, each.column) for each in entry.prose.mentions if each.role in _ROLES)


def _page(target: str, path: str) -> str:
    """The page that a target means, by its path from the root without ending."""
    joined = target.lstrip("/") if target.startswith("/") else posixpath.join(posixpath.dirname(path), target)
    return posixpath.normpath(joined).removesuffix(".md").removesuffix(".html")
