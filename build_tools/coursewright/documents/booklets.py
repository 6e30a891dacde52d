"""Booklets to print: the exercises of a course, and a workbook for those who take part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from coursewright.documents.tagged_pdf import tagged_pdf
from coursewright.model.course import LICENCE
from coursewright.model.curriculum import Curriculum
from coursewright.model.exercise import GROUP_SIZE, MATERIALS, Exercise
from coursewright.model.finding import Kind
from coursewright.model.module import CUE, MINUTES, Module
from coursewright.model.rich_text import (
    Block,
    BoxBlock,
    HeadingBlock,
    LinesBlock,
    ListBlock,
    ParagraphBlock,
    Run,
    TableBlock,
    words,
)
from coursewright.model.words import N_
from coursewright.views.links import link

# Puts a message of the interface, with the values of its names in braces, into the language of the course.
Say = Callable[..., str]
Texts = Mapping[str, Sequence[Block]]
"""The text of each module or exercise, by its id."""

_QUESTION, _DOUBLE_LOOK = "dropdown", "double-look"
_LINES_FOR_AN_ANSWER, _LINES_FOR_A_LOOK, _LINES_FOR_NOTES = 4, 6, 9


@dataclass(frozen=True)
class Chapter:
    """One exercise or module: its title, and what stands below it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Booklet:
    """A booklet in the course's language; every chapter begins a page."""

    language: str
    title: str
    subtitle: str
    author: str
    contents: str
    licence: str
    chapters: tuple[Chapter, ...]


def name_in(curriculum: Curriculum) -> Callable[[str, str], str]:
    """A function that gives the words for what a role of a text names."""

    def name_of(role: str, target: str) -> str:
        if role.startswith("cite"):
            works = (curriculum.works.get(each.strip()) for each in target.split(","))
            return f"({'; '.join(work.citation for work in works if work is not None)})"
        found = link(curriculum, Kind(role), target) if role in set(Kind) else None
        return found.title if found is not None else target

    return name_of


def exercise_booklet(curriculum: Curriculum, texts: Texts, say: Say, label: Say, with_cues: bool) -> Booklet:
    """Every exercise in the order of the path; ``label`` names a device, ``with_cues`` is for who leads."""
    used = [each for module in curriculum.path for each in module.exercises]
    in_order = dict.fromkeys([*used, *sorted(curriculum.exercises)])
    chapters = (
        Chapter(each.title, (*_facts(each, say, label), *_steps(each, say, with_cues), *_body(texts.get(each.id, ()))))
        for each in (curriculum.exercises[name] for name in in_order if name in curriculum.exercises)
    )
    return _booklet(curriculum, say(N_("The exercises")), say, tuple(chapters))


def workbook(curriculum: Curriculum, texts: Texts, say: Say) -> Booklet:
    """A chapter for each module of the path, with room to write; the answers to its questions at the end."""
    modules = [module for module in curriculum.path if module.id in texts]
    chapters = [Chapter(module.title, tuple(_sheet(curriculum, module, texts[module.id], say))) for module in modules]
    answers = tuple(block for module in modules for block in _answers(module, texts[module.id]))
    if answers:
        chapters.append(Chapter(say(N_("Answers")), answers))
    return _booklet(curriculum, say(N_("Workbook")), say, tuple(chapters))


def _booklet(curriculum: Curriculum, title: str, say: Say, chapters: tuple[Chapter, ...]) -> Booklet:
    course = curriculum.course
    organisers = ", ".join(organiser.name for organiser in course.organisers)
    licence = f"{say(LICENCE)} {course.licence}" if course.licence else ""
    return Booklet(
        course.language, title, course.title, organisers or course.title, say(N_("Contents")), licence, chapters
    )


def _body(blocks: Sequence[Block]) -> Iterator[Block]:
    """A text without its own title."""
    return (block for block in blocks if not (isinstance(block, HeadingBlock) and block.level == 1))


def _facts(exercise: Exercise, say: Say, label: Say) -> Iterator[Block]:
    if exercise.summary:
        yield ParagraphBlock((Run(exercise.summary, emphasis=True),))
    size = say(GROUP_SIZE, least=exercise.group.min, most=exercise.group.max)
    time = say(N_("{minutes} minutes"), minutes=exercise.minutes)
    yield ParagraphBlock(words(f"{label(exercise.device)}, {time}, {size}"))
    if exercise.materials:
        yield ParagraphBlock(words(say(MATERIALS), strong=True))
        yield ListBlock(False, tuple((ParagraphBlock(words(each)),) for each in exercise.materials))


def _steps(exercise: Exercise, say: Say, with_cues: bool) -> Iterator[Block]:
    if not exercise.steps:
        return
    heads = [say(N_("From minute")), say(N_("Step")), say(MINUTES)]
    rows, at = [], 0
    for step in exercise.steps:
        row = [str(at), step.title, str(step.minutes)]
        rows.append(tuple(words(cell) for cell in [*row, *([step.cue or ""] if with_cues else [])]))
        at += step.minutes
    header = tuple(words(head) for head in [*heads, *([say(CUE)] if with_cues else [])])
    yield TableBlock(header, tuple(rows))


def _sheet(curriculum: Curriculum, module: Module, text: Sequence[Block], say: Say) -> Iterator[Block]:
    """What one learns to do, the questions and the double look with room to write, and notes."""
    yield ParagraphBlock((Run(module.summary, emphasis=True),))
    yield HeadingBlock(2, words(say(N_("What you will be able to do"))))
    yield ListBlock(False, tuple(_lifts(curriculum, module)))
    for block in text:
        if isinstance(block, BoxBlock) and block.label == _DOUBLE_LOOK:
            yield block
            yield LinesBlock(_LINES_FOR_A_LOOK)
    questions = [block for block in text if isinstance(block, BoxBlock) and block.name == _QUESTION]
    if questions:
        yield HeadingBlock(2, words(say(N_("Questions for you"))))
    for question in questions:
        yield ParagraphBlock(question.title)
        yield LinesBlock(_LINES_FOR_AN_ANSWER)
    yield HeadingBlock(2, words(say(N_("Notes"))))
    yield LinesBlock(_LINES_FOR_NOTES)


def _lifts(curriculum: Curriculum, module: Module) -> Iterator[tuple[Block, ...]]:
    for teaching in module.teaches:
        seat = curriculum.competencies.get(teaching.competency)
        if seat is not None:
            described = seat.competency.gradations.get(teaching.to, "")
            yield (ParagraphBlock((Run(f"{seat.competency.title}. ", strong=True), Run(described))),)


def _answers(module: Module, text: Sequence[Block]) -> Iterator[Block]:
    questions = [block for block in text if isinstance(block, BoxBlock) and block.name == _QUESTION]
    if questions:
        yield HeadingBlock(2, words(module.title))
    for question in questions:
        yield ParagraphBlock(tuple(Run(run.text, strong=True) for run in question.title))
        yield from question.blocks


def booklet_pdf(booklet: Booklet) -> bytes:
    """The booklet as PDF; equal booklets give equal bytes."""
    return tagged_pdf("booklet.typ", asdict(booklet))
