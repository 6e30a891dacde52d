"""Booklets: every exercise, a workbook to write in, and nothing for trainers where it does not belong.

Covers also `model/bibliography.py`, `model/rich_text.py`.
"""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from coursewright.documents.booklets import Booklet, Texts, booklet_pdf, exercise_booklet, name_in, workbook
from coursewright.model.curriculum import Curriculum
from coursewright.model.rich_text import BoxBlock, LinesBlock, ParagraphBlock, Run
from coursewright.sources.rich_text import rich_text
from tests.views.courses import WHOLE, whole

COURSE: Curriculum = whole()


def _say(message: str, **values: object) -> str:
    return message.format(**values)


def _texts() -> Texts:
    texts = {}
    for identifier, each in [*COURSE.exercises.items(), *COURSE.modules.items()]:
        text = (WHOLE / each.origin.path).read_text("utf-8").split("---\n", 2)[2]
        texts[identifier] = rich_text(text, name_in(COURSE), lambda _: True)
    return texts


def _pages(booklet: Booklet) -> list[str]:
    reader = PdfReader(io.BytesIO(booklet_pdf(booklet)))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    return [page.extract_text() for page in reader.pages]


def test_every_exercise_begins_a_page_in_the_order_of_the_path() -> None:
    booklet = exercise_booklet(COURSE, _texts(), _say, str, False)
    titles = [chapter.title for chapter in booklet.chapters]
    assert sorted(titles) == sorted(each.title for each in COURSE.exercises.values())
    used = [COURSE.exercises[name].title for module in COURSE.path for name in module.exercises]
    assert titles[: len(dict.fromkeys(used))] == list(dict.fromkeys(used))
    pages = _pages(booklet)
    assert [title for title in titles if not any(page.startswith(title) for page in pages)] == []


@pytest.mark.parametrize("with_cues", [True, False])
def test_cues_are_for_who_leads(with_cues: bool) -> None:
    cues = [step.cue for each in COURSE.exercises.values() for step in each.steps if step.cue]
    assert cues
    shown = repr(exercise_booklet(COURSE, _texts(), _say, str, with_cues))
    assert [cue in shown for cue in cues] == [with_cues] * len(cues)


def test_workbook_has_room_below_each_question_and_answers_at_the_end() -> None:
    module = COURSE.path[0]
    question = BoxBlock("dropdown", "", (Run("Perché?"),), (ParagraphBlock((Run("Perché sì."),)),))
    look = BoxBlock("admonition", "double-look", (Run("Doppio sguardo"),), (ParagraphBlock((Run("Prima."),)),))
    booklet = workbook(COURSE, {module.id: (look, question)}, _say)
    first, answers = booklet.chapters
    asked = first.blocks.index(ParagraphBlock((Run("Perché?"),)))
    assert isinstance(first.blocks[asked + 1], LinesBlock)
    assert isinstance(first.blocks[first.blocks.index(look) + 1], LinesBlock)
    assert "Perché sì." not in repr(first)
    assert "Perché sì." in repr(answers)
    pages = _pages(booklet)
    assert (pages[2].startswith(module.title), "Perché sì." in pages[-1]) == (True, True)


def test_names_of_what_texts_mention() -> None:
    name_of = name_in(COURSE)
    module = COURSE.path[0]
    assert name_of("module", module.id) == module.title
    assert name_of("module", "nessuno") == "nessuno"
    assert name_of("term", "una parola") == "una parola"
    work = next(iter(COURSE.works.values()))
    assert name_of("cite:p", work.id) == f"({work.citation})"


def test_course_without_lessons_has_an_empty_workbook() -> None:
    assert workbook(COURSE, {}, _say).chapters == ()
