"""The pages one looks things up in: figures, people, venues, glossary, plain words."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.curriculum import Curriculum
from coursewright.model.figure import FigureReading
from coursewright.model.finding import Kind
from coursewright.views.gradations import AimedCompetency, aimed
from coursewright.views.links import anchor_of


@dataclass(frozen=True)
class FigurePortrait:
    """A figure: what it does and what it draws on."""

    anchor: str
    title: str
    summary: str
    draws_on: tuple[AimedCompetency, ...]
    by_authors: bool
    source: str
    illustrative: bool


@dataclass(frozen=True)
class FiguresPage:
    """All figures."""

    figures: tuple[FigurePortrait, ...]


@dataclass(frozen=True)
class PersonLine:
    """Someone who teaches."""

    anchor: str
    name: str
    role: str
    summary: str
    illustrative: bool


@dataclass(frozen=True)
class PeoplePage:
    """Everyone."""

    people: tuple[PersonLine, ...]


@dataclass(frozen=True)
class VenueLine:
    """A place."""

    anchor: str
    title: str
    municipality: str
    address: str
    seats: int
    access: str
    illustrative: bool


@dataclass(frozen=True)
class VenuesPage:
    """All places."""

    venues: tuple[VenueLine, ...]


@dataclass(frozen=True)
class TermLine:
    """A word and its meaning."""

    term: str
    means: str
    source: str
    illustrative: bool


@dataclass(frozen=True)
class GlossaryPage:
    """The glossary, words in alphabetical order."""

    terms: tuple[TermLine, ...]


@dataclass(frozen=True)
class PlainWordLine:
    """A word to avoid, and what to say instead."""

    avoid: str
    say: str


@dataclass(frozen=True)
class PlainWordsPage:
    """The words to avoid, in alphabetical order."""

    words: tuple[PlainWordLine, ...]


def figures_page(curriculum: Curriculum) -> FiguresPage:
    """The page of the figures."""
    file = curriculum.figures_file
    return FiguresPage(
        tuple(
            FigurePortrait(
                anchor_of(Kind.FIGURE, figure.id),
                figure.title,
                figure.summary,
                aimed(curriculum, figure.draws_on),
                figure.reading is FigureReading.AUTHORS,
                figure.source or "",
                figure.is_illustrative or (file is not None and file.is_illustrative),
            )
            for figure in (file.figures if file else ())
        )
    )


def people_page(curriculum: Curriculum) -> PeoplePage:
    """The page of those who teach."""
    people = curriculum.people_file
    return PeoplePage(
        tuple(
            PersonLine(
                anchor_of(Kind.PERSON, each.id),
                each.name,
                each.role,
                each.summary or "",
                each.is_illustrative or (people is not None and people.is_illustrative),
            )
            for each in curriculum.people.values()
        )
    )


def venues_page(curriculum: Curriculum) -> VenuesPage:
    """The page of the places."""
    venues = curriculum.venues_file
    return VenuesPage(
        tuple(
            VenueLine(
                anchor_of(Kind.VENUE, each.id),
                each.title,
                each.municipality,
                each.address or "",
                each.seats,
                each.access or "",
                each.is_illustrative or (venues is not None and venues.is_illustrative),
            )
            for each in curriculum.venues.values()
        )
    )


def glossary_page(curriculum: Curriculum) -> GlossaryPage:
    """The page of the glossary."""
    glossary = curriculum.glossary
    lines = (
        TermLine(
            each.term,
            each.means,
            each.source or "",
            each.is_illustrative or (glossary is not None and glossary.is_illustrative),
        )
        for each in (glossary.terms if glossary else ())
    )
    return GlossaryPage(tuple(sorted(lines, key=lambda line: line.term.casefold())))


def plain_words_page(curriculum: Curriculum) -> PlainWordsPage:
    """The page of the words that the course says more plainly."""
    words = curriculum.plain_words.words if curriculum.plain_words else ()
    lines = (PlainWordLine(word.avoid, word.say) for word in words)
    return PlainWordsPage(tuple(sorted(lines, key=lambda line: line.avoid.casefold())))
