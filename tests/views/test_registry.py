"""Views by name: plain data, a function of the course and of nothing else, equal when what they show is.

Covers also `views/booklet_link.py`, `views/cohort_fees.py`, `views/cohort_page.py`, `views/competency_map.py`,
`views/course_path.py`, `views/entry_list.py`, `views/exercise_card.py`, `views/fee_timeline.py`,
`views/gradations.py`, `views/map_picture.py`, `views/matrix_page.py`, `views/module_card.py`, `views/module_plan.py`,
`views/page_words.py`, `views/reference_pages.py`.
"""

from __future__ import annotations

import dataclasses
import re
import shutil
import sys
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import coursewright.sphinx_ext
from coursewright.model.condition import ValueClass
from coursewright.model.curriculum import Curriculum
from coursewright.model.money import Amount
from coursewright.model.reason import Reason
from coursewright.model.words import Sentence, Several, Strong, Term
from coursewright.sphinx_ext import directives
from coursewright.views.links import Link
from coursewright.views.registry import VIEWS, ViewName, digest_of
from coursewright.views.told import Duration
from tests.views.courses import WHOLE, course_of, every_view, whole

FOLDER = Path(coursewright.sphinx_ext.__file__).parent
TEMPLATES = {file.name.removesuffix(".md.jinja"): file for file in (FOLDER / "templates").glob("*.md.jinja")}
DRAWINGS = {file.name.removesuffix(".html.jinja"): file for file in (FOLDER / "pictures").glob("*.html.jinja")}
INCLUDED = re.compile(r'\{% include "([^"]+)" %\}')
# Views that code shows without a template: roles, the frame of an exercise, the words of the glossary, translations.
SHOWN_BY_CODE = {"entry_link", "listed_exercise", "glossary_page", "page_words"}
# How each view grows where it must list pairs: rows by columns, figures by the modules that lead there, sessions by
# those before them.
PAIRS = {"coverage_matrix", "group_page", "run_sheet"}
# By a filter each: amounts, links, reasons, profiles, and what sentences are made of.
SHOWN_WHOLE = (Amount, Link, Reason, ValueClass, Sentence, Several, Strong, Duration)
CURRICULUM = whole()


def test_every_view_has_a_template_or_a_drawing_or_a_directive() -> None:
    shown = TEMPLATES.keys() | DRAWINGS.keys() | SHOWN_BY_CODE
    assert VIEWS.keys() - shown == set()


def test_every_template_and_drawing_shows_a_view_or_is_part_of_one_that_does() -> None:
    included = {name for file in TEMPLATES.values() for name in INCLUDED.findall(file.read_text("utf-8"))}
    parts = {name.removesuffix(".md.jinja") for name in included}
    assert (TEMPLATES.keys() | DRAWINGS.keys()) - VIEWS.keys() == parts - VIEWS.keys()


def test_every_directive_shows_a_registered_view() -> None:
    named = {each.view_name for each in _below(directives.ViewDirective) if hasattr(each, "view_name")}
    assert named - VIEWS.keys() == set()


def test_every_view_is_looked_at_here() -> None:
    assert {view.name for view in every_view(CURRICULUM)} == set(VIEWS)


@pytest.mark.parametrize("view", every_view(CURRICULUM), ids=lambda view: " ".join((view.name, *view.ids)))
def test_view_is_frozen_plain_data(view: ViewName) -> None:
    assert [type(value) for value in _values(view.of(CURRICULUM)) if not _is_plain(value)] == []


def test_equal_courses_give_equal_views() -> None:
    again = whole()
    assert again is not CURRICULUM
    assert [view for view in every_view(CURRICULUM) if view.of(CURRICULUM) != view.of(again)] == []
    assert [
        view for view in every_view(CURRICULUM) if digest_of(view.of(CURRICULUM)) != digest_of(view.of(again))
    ] == []


def test_views_do_not_depend_on_where_things_stand_in_their_files(tmp_path: Path) -> None:
    root = tmp_path / "another-name"
    shutil.copytree(WHOLE, root)
    for file in root.rglob("*.yaml"):
        file.write_text("# A comment.\n\n" + file.read_text("utf-8") + "\n# Another.\n", "utf-8")
    moved = whole(root)
    assert [
        view for view in every_view(CURRICULUM) if digest_of(view.of(CURRICULUM)) != digest_of(view.of(moved))
    ] == []


def test_different_views_have_different_digests() -> None:
    by_digest: dict[str, list[object]] = {}
    for view in every_view(CURRICULUM):
        by_digest.setdefault(digest_of(view.of(CURRICULUM)), []).append(view.of(CURRICULUM))
    assert [views for views in by_digest.values() if any(view != views[0] for view in views)] == []


def test_view_of_what_does_not_exist_is_a_key_error_but_for_a_link() -> None:
    with pytest.raises(KeyError):
        ViewName("module_card", ("nothing",)).of(CURRICULUM)
    assert ViewName("entry_link", ("module", "nothing")).of(CURRICULUM) is None


@pytest.mark.parametrize("name", sorted((TEMPLATES | DRAWINGS).keys() & VIEWS.keys() - SHOWN_BY_CODE))
def test_view_holds_nothing_that_its_template_does_not_show(name: str) -> None:
    file = TEMPLATES.get(name) or DRAWINGS[name]
    used = set(re.findall(r"\.([a-z_]+)", _with_what_it_includes(file)))
    held = {field for view in every_view(CURRICULUM) if view.name == name for field in _fields(view.of(CURRICULUM))}
    assert held - used == set()


@pytest.mark.parametrize("name", sorted(VIEWS.keys() - PAIRS))
def test_view_takes_work_in_proportion_to_the_course(name: str) -> None:
    small, large = (_work(course_of(size), name) for size in (20, 80))
    assert large < 4 * 1.5 * small


def _with_what_it_includes(file: Path) -> str:
    text = file.read_text("utf-8")
    return text + "".join((file.parent / name).read_text("utf-8") for name in INCLUDED.findall(text))


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def _work(curriculum: Curriculum, name: str) -> int:
    """How many instructions of Python all views of that name take, for the whole of a course."""
    instructions = 0

    def count(frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal instructions
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        instructions += event == "opcode"
        return count

    views = [view for view in every_view(curriculum) if view.name == name]
    before = sys.gettrace()
    sys.settrace(count)
    try:
        for view in views:
            view.of(curriculum)
    finally:
        sys.settrace(before)
    return instructions


def _values(view: Any) -> Iterator[Any]:
    """The view and all that it holds."""
    yield view
    if dataclasses.is_dataclass(view):
        for field in dataclasses.fields(view):
            yield from _values(getattr(view, field.name))
    elif isinstance(view, tuple | dict):
        for value in view.values() if isinstance(view, dict) else view:
            yield from _values(value)


def _fields(view: Any) -> set[str]:
    """The names of all fields in a view but of those that are shown whole wherever they stand."""
    return {
        field.name
        for value in _values(view)
        if dataclasses.is_dataclass(value) and not isinstance(value, SHOWN_WHOLE)
        for field in dataclasses.fields(value)
    }


def _is_plain(value: Any) -> bool:
    if hasattr(value, "__dataclass_params__"):
        return bool(value.__dataclass_params__.frozen)
    return (
        value is None
        or type(value) in {str, int, bool, tuple, dict, date, datetime, Decimal, Term}
        or isinstance(value, StrEnum)
    )


def _that_differ(other: Curriculum) -> list[ViewName]:
    """The views whose digest is another in another curriculum."""
    return [view for view in every_view(CURRICULUM) if digest_of(view.of(CURRICULUM)) != digest_of(view.of(other))]
