"""What a Markdown text owes its readers: an outline without holes, images and links with words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursewright.checks.texts import prose_entries
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Code, Finding
from coursewright.model.module import WithProse
from coursewright.model.place import Place

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
