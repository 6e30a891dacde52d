"""What every entry has: strict keys, frozen values, a place, marks of what is illustrative."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import Field, ValidationError

from coursewright.model.entry import Entry, Identified, Illustrative, Subject
from coursewright.model.page import Page
from coursewright.model.place import Marks, Origin, Place
from coursewright.model.prose import Prose
from coursewright.model.written import Plain, Text
from tests.model.refusals import code, read


class Part(Entry):
    """An entry inside another."""

    start: Text | None = Field(default=None, alias="from")


class Whole(Identified):
    """An entry with others below it."""

    first: Part | None = None
    parts: tuple[Part, ...] = ()
    by_name: dict[str, Part] = Field(default_factory=dict)


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(ValidationError):
        Part.model_validate({"until": "x"})


def test_values_never_change() -> None:
    part = Part(start="x")
    with pytest.raises(ValidationError):
        part.start = "y"  # type: ignore[misc]


def test_entry_and_those_below_know_where_they_stand() -> None:
    ways = {
        (): (1, 1),
        ("id",): (1, 5),
        ("first", "from"): (2, 9),
        ("parts", 0, "from"): (3, 4),
        ("parts", 1): (4, 2),
        ("by_name", "x"): (5, 6),
    }
    data = {"id": "a", "first": {"from": "x"}, "parts": [{"from": "y"}, {}], "by_name": {"x": {}}}
    whole = Whole.model_validate(data).located(Origin("f", Marks({}, ways)))
    assert whole.place() == Place("f", 1, 1)
    assert whole.place("id") == Place("f", 1, 5)
    assert whole.place("first", "from") == Place("f", 2, 9)
    assert whole.first is not None
    assert whole.first.place("from") == Place("f", 2, 9)
    assert whole.parts[0].place("from") == Place("f", 3, 4)
    assert whole.parts[1].place("from") == Place("f", 4, 2)
    assert whole.by_name["x"].place() == Place("f", 5, 6)


def test_entry_that_is_told_where_it_stands_or_what_its_text_is_stays_as_it_was() -> None:
    page = Page.model_validate({"id": "a", "ignore": [{"code": "title-missing", "why": "x"}]})
    told = page.located(Origin("f")).with_prose(Prose(title="T"))
    assert (page.origin, page.ignore[0].origin, page.prose) == (Origin(), Origin(), Prose())
    assert (told.origin, told.ignore[0].origin, told.prose) == (
        Origin("f"),
        Origin("f", keys=("ignore", 0)),
        Prose(title="T"),
    )


def test_entry_tells_the_keys_that_were_written() -> None:
    whole = Whole.model_validate({"id": "a", "parts": [{"from": "y"}]})
    assert dict(whole.written()) == {"id": "a", "parts": (Part(start="y"),)}
    assert dict(whole.parts[0].written()) == {"from": "y"}


@pytest.mark.parametrize(
    ("written", "paths"),
    [
        (True, ("",)),
        (Plain("true"), ("",)),
        (Plain("false"), ()),
        ([], ()),
        ([Plain("calendar"), " fees.price "], ("calendar", "fees.price")),
    ],
)
def test_illustrative_is_true_or_a_list_of_paths(written: object, paths: tuple[str, ...]) -> None:
    assert read(Illustrative, written) == paths


@pytest.mark.parametrize(
    ("written", "refused"),
    [
        (Plain("yes"), "wrong-type"),
        ("true", "quoted-value"),
        (None, "empty-text"),
        ([""], "wrong-type"),
        ([None], "wrong-type"),
        ([["a"]], "wrong-type"),
        ({"a": "b"}, "wrong-type"),
        (3, "wrong-type"),
    ],
)
def test_illustrative_of_another_shape(written: Any, refused: str) -> None:
    assert code(Illustrative, written) == refused


@pytest.mark.parametrize(
    ("paths", "path", "is_so"),
    [
        (True, "anything", True),
        (["fees"], "fees", True),
        (["fees"], "fees.price", True),
        (["fees.price"], "fees", False),
        (["fees"], "feeses", False),
        ([], "fees", False),
    ],
)
def test_a_path_covers_what_is_below_it(paths: object, path: str, is_so: bool) -> None:
    subject = Subject.model_validate({"illustrative": paths})
    assert subject.shows_illustrative(path) is is_so
    assert subject.is_illustrative is (paths is True)
