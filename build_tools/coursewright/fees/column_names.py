"""The columns of a table of applications found among its headers, as they are known and as a layout says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from coursewright.model.application import COLUMN_BY_NAME, COLUMNS
from coursewright.model.column import REQUIRED, Column
from coursewright.model.conditions.given import PREFIX
from coursewright.model.layout import Headers, Layout, compared_header

_AS_KNOWN = Layout()


@dataclass(frozen=True)
class Columns:
    """Where each column stands in a table; ``twice`` are headers that mean the same, ``missing`` the required ones.

    ``joined`` has all places of those that are put together from several, ``meanings`` what their values mean.
    """

    positions: Mapping[Column, int]
    headers: tuple[str, ...]
    missing: tuple[Column, ...]
    twice: tuple[tuple[str, str], ...]
    joined: Mapping[Column, tuple[int, ...]] = field(default_factory=dict)
    meanings: Mapping[Column, Mapping[str, str]] = field(default_factory=dict)

    def header(self, column: Column) -> str:
        """The column's name as the table has it, else as it should have been."""
        if column not in self.positions:
            return column.name
        return " + ".join(self.headers[each] for each in self.joined.get(column, (self.positions[column],)))


def columns_of(headers: Sequence[str], layout: Layout = _AS_KNOWN, own: Sequence[Column] = ()) -> Columns:
    """Find the columns among the headers: those that the layout says, then those that are known by their names.

    ``own`` are columns of the course's own; a header that is known as another is that.
    """
    plain = [compared_header(header) for header in headers]
    known = {compared_header(name): column for column in (*reversed(own), *COLUMNS) for name in column.names}
    found = _as_laid_out(plain, layout, named(own))
    taken = {position for places in found.values() for position in places}
    positions = {column: places[0] for column, places in found.items()}
    twice = [
        (headers[places[0]], headers[position])
        for places in found.values()
        for position in range(len(headers))
        if len(places) == 1 and position not in taken and plain[position] == plain[places[0]]
    ]
    for position, header in enumerate(plain):
        column = known.get(header)
        if column is None or position in taken or column in found:
            continue
        if column in positions:
            twice.append((headers[positions[column]], headers[position]))
        else:
            positions[column] = position
    return Columns(
        positions,
        tuple(headers),
        tuple(column for column in REQUIRED if column not in positions),
        tuple(twice),
        {column: places for column, places in found.items() if len(places) > 1},
        {column: meant for column in positions if (meant := _meanings(layout, column))},
    )


def _meanings(layout: Layout, column: Column) -> Mapping[str, str]:
    return layout.meanings(column.name) or layout.meanings(column.name.removeprefix(PREFIX))


def has_required(headers: Sequence[str], layout: Layout = _AS_KNOWN) -> bool:
    """Whether the cells of a row can be the headers of applications: the required columns are among them."""
    return not columns_of(headers, layout).missing


def unknown_names(mapped: Iterable[str], own: Sequence[Column] = ()) -> tuple[str, ...]:
    """The names of a layout that are no column's."""
    return tuple(name for name in mapped if name not in named(own))


def named(own: Sequence[Column]) -> Mapping[str, Column]:
    """Every column by its name; those of the course's own also without what stands before it, where that is free."""
    short = {column.name.removeprefix(PREFIX): column for column in own}
    return {**short, **{column.name: column for column in own}, **COLUMN_BY_NAME}


def _as_laid_out(plain: Sequence[str], layout: Layout, by_name: Mapping[str, Column]) -> dict[Column, tuple[int, ...]]:
    """The places of the columns that the layout names, by the first of its ways that the table has.

    A header is one column: the first that the layout has for it.
    """
    places: dict[Column, tuple[int, ...]] = {}
    taken: set[int] = set()
    for name, ways in layout.columns.items():
        column = by_name.get(name)
        way = next((found for way in ways if (found := _places(plain, way)) and taken.isdisjoint(found)), None)
        if column is not None and way is not None:
            places[column] = way
            taken.update(way)
    return places


def _places(plain: Sequence[str], way: Headers) -> tuple[int, ...]:
    """Where these headers stand; nothing where one of them is not there."""
    wanted = [compared_header(header) for header in way]
    return tuple(plain.index(each) for each in wanted) if all(each in plain for each in wanted) else ()
