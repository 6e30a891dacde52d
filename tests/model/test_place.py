"""Where things stand: at their own marks, or at those of the nearest thing above that the file has."""

from __future__ import annotations

from coursewright.model.place import Marks, Origin, Place

MARKS = Marks(keys={("plan",): (3, 1)}, values={(): (1, 1), ("plan",): (3, 7), ("plan", 0): (4, 5)})
ORIGIN = Origin("modules/primo.md", MARKS)


def test_a_value_stands_at_its_mark_or_at_that_of_what_holds_it() -> None:
    found = [str(ORIGIN.value(*way)) for way in (("plan", 0), ("plan", 0, "title"), ("minutes",), ())]
    assert found == ["modules/primo.md:4:5", "modules/primo.md:4:5", "modules/primo.md:1:1", "modules/primo.md:1:1"]
    assert ORIGIN.below("plan").value(0) == ORIGIN.value("plan", 0)


def test_a_key_stands_before_its_value() -> None:
    assert [str(ORIGIN.key(*way)) for way in (("plan",), ("plan", 0))] == [
        "modules/primo.md:3:1",
        "modules/primo.md:4:5",
    ]


def test_places_are_in_order_of_path_line_and_column_and_the_way_takes_no_part() -> None:
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 2, 3), Place("a", 2, 1)]
    assert [str(each) for each in sorted(places)] == ["a:2:1", "a:2:3", "a:10:1", "b:1:1"]
    assert Place("a", 1, 1, keys=("x",)) == Place("a")
    assert str(Origin().value("x")) == ":1:1"
