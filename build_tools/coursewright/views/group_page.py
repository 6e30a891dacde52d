"""The page of a group curriculum: who carries what, who can serve whom, what the group may become and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coursewright.groups.figures import Becoming, FigureState
from coursewright.groups.portrait import Portrait, portrait
from coursewright.groups.standing import rank
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.model.group import Aspiration, GroupCurriculum, Member
from coursewright.model.reason import Reason
from coursewright.model.thermometer import Reading
from coursewright.views.gradations import gradation_title
from coursewright.views.links import Link, docname_of, link, links


@dataclass(frozen=True)
class MemberLine:
    """A member under its pseudonym."""

    id: str
    figure: Link | None
    offers: tuple[Link, ...]
    seeks: tuple[Link, ...]


@dataclass(frozen=True)
class CarriedRow:
    """A competency that matters to the group: where it stands, what it aims at (or an empty text), who carries it.

    ``cells`` has a pair for each member: whether it offers the competency, and whether it seeks it.
    """

    competency: Link
    stands_at: str
    aims_at: str
    carriers: int
    cells: tuple[tuple[bool, bool], ...]


@dataclass(frozen=True)
class MatchLine:
    """One member who can serve another in a competency."""

    giver: str
    receiver: str
    competency: Link


@dataclass(frozen=True)
class InteractionLine:
    """How two members work together; a bridge is one whose loss splits a part of the network."""

    first: str
    second: str
    way: str
    practice: Link | None
    rhythm: str
    is_bridge: bool


@dataclass(frozen=True)
class AspirationLine:
    """What the group wants to become; ``to`` is empty for a figure."""

    target: Link
    to: str


@dataclass(frozen=True)
class FigureLine:
    """A figure, how far it is, and why."""

    figure: Link
    state: FigureState
    why: Reason


@dataclass(frozen=True)
class PathStage:
    """A module of the path; ``until`` is the time from the beginning to its end, in minutes."""

    module: Link
    minutes: int
    until: int


@dataclass(frozen=True)
class ShortLine:
    """A competency in which the path does not lead as far as the group aims."""

    competency: Link
    reached: str
    aims_at: str


@dataclass(frozen=True)
class ReadingRow:
    """A practice of a reading: for each gradation how many chose it, and its title."""

    practice: Link
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class ReadingTable:
    """One reading of the group, in the order of its thermometer."""

    on: date
    thermometer: Link
    rows: tuple[ReadingRow, ...]


@dataclass(frozen=True)
class GroupPage:
    """The page of a group curriculum.

    ``carried`` leaves out competencies that nobody carries, seeks or aims at and in which the group stands at the
    beginning: ``others`` counts them. ``nobody`` and ``alone`` count competencies, of all of them, by their carriers.
    """

    group: Link
    purpose: str
    invites: str
    licence: str
    illustrative: bool
    source: str
    members: tuple[MemberLine, ...]
    carried: tuple[CarriedRow, ...]
    others: int
    nobody: int
    alone: int
    matches: tuple[MatchLine, ...]
    seeks: int
    interactions: tuple[InteractionLine, ...]
    components: tuple[str, ...]
    bridges: str
    apart: str
    giving: int
    mutual: int
    becoming: tuple[AspirationLine, ...]
    figures: tuple[FigureLine, ...]
    path: tuple[PathStage, ...]
    minutes: int
    complete: bool
    proven: bool
    aims: int
    short: tuple[ShortLine, ...]
    readings: tuple[ReadingTable, ...]


def group_page(curriculum: Curriculum, identifier: str) -> GroupPage:
    """The page of the group curriculum with that id."""
    group = curriculum.groups[identifier]
    seen = portrait(curriculum, group, None)
    carried = tuple(_carried(curriculum, seen))
    network, short = seen.network, tuple(_short(curriculum, seen))
    return GroupPage(
        group=Link(Kind.GROUP, group.id, group.title, docname_of(group)),
        purpose=group.purpose,
        invites=group.open.invites,
        licence=group.open.licence,
        illustrative=group.is_illustrative,
        source=group.source or "",
        members=tuple(_member(curriculum, each) for each in group.members),
        carried=carried,
        others=len(seen.coverage) - len(carried),
        nobody=sum(not each.carriers for each in seen.coverage),
        alone=sum(len(each.carriers) == 1 for each in seen.coverage),
        matches=tuple(
            MatchLine(each.giver, each.receiver, to)
            for each in seen.matches
            if (to := link(curriculum, Kind.COMPETENCY, each.competency)) is not None
        ),
        seeks=seen.seeks,
        interactions=tuple(_interactions(curriculum, seen)),
        components=tuple(", ".join(each) for each in network.components),
        bridges=", ".join(f"{one}–{other}" for one, other in network.bridges),
        apart=", ".join(network.apart),
        giving=network.giving,
        mutual=network.mutual,
        becoming=tuple(_becoming(curriculum, group)),
        figures=tuple(_figures(curriculum, seen.figures)),
        path=tuple(_path(curriculum, seen)),
        minutes=seen.path.minutes,
        complete=seen.path.complete,
        proven=seen.path.proven,
        aims=sum(each.aspiration is not None for each in seen.coverage),
        short=short,
        readings=tuple(table for each in group.readings if (table := _reading(curriculum, each)) is not None),
    )


def _member(curriculum: Curriculum, member: Member) -> MemberLine:
    return MemberLine(
        member.id,
        link(curriculum, Kind.FIGURE, member.figure) if member.figure else None,
        links(curriculum, Kind.COMPETENCY, member.offers),
        links(curriculum, Kind.COMPETENCY, member.seeks),
    )


def _carried(curriculum: Curriculum, seen: Portrait) -> Iterator[CarriedRow]:
    members = seen.group.members
    for each in seen.coverage:
        to = link(curriculum, Kind.COMPETENCY, each.competency)
        cells = tuple((each.competency in member.offers, each.competency in member.seeks) for member in members)
        stands_higher = rank(curriculum, each.competency, each.standing) > 0
        if to is not None and (each.aspiration is not None or stands_higher or any(map(any, cells))):
            yield CarriedRow(
                to,
                gradation_title(curriculum, each.competency, each.standing),
                gradation_title(curriculum, each.competency, each.aspiration) if each.aspiration is not None else "",
                len(each.carriers),
                cells,
            )


def _interactions(curriculum: Curriculum, seen: Portrait) -> Iterator[InteractionLine]:
    bridges = {frozenset(pair) for pair in seen.network.bridges}
    for each in seen.group.interactions:
        practice = link(curriculum, Kind.COMPETENCY, each.practice) if each.practice else None
        is_bridge = frozenset(each.between) in bridges
        yield InteractionLine(*each.between, each.way, practice, each.rhythm or "", is_bridge)


def _becoming(curriculum: Curriculum, group: GroupCurriculum) -> Iterator[AspirationLine]:
    for each in group.becoming:
        line = _aspiration(curriculum, each)
        if line is not None:
            yield line


def _aspiration(curriculum: Curriculum, aspiration: Aspiration) -> AspirationLine | None:
    if aspiration.figure is not None:
        figure = link(curriculum, Kind.FIGURE, aspiration.figure)
        return AspirationLine(figure, "") if figure is not None else None
    competency = link(curriculum, Kind.COMPETENCY, aspiration.competency or "")
    if competency is None:
        return None
    return AspirationLine(competency, gradation_title(curriculum, competency.id, aspiration.to or ""))


def _figures(curriculum: Curriculum, found: tuple[Becoming, ...]) -> Iterator[FigureLine]:
    for each in found:
        figure = link(curriculum, Kind.FIGURE, each.figure)
        if figure is not None:
            yield FigureLine(figure, each.state, each.why)


def _path(curriculum: Curriculum, seen: Portrait) -> Iterator[PathStage]:
    until = 0
    for identifier in seen.path.modules:
        module = curriculum.modules[identifier]
        until += module.minutes
        yield PathStage(Link(Kind.MODULE, module.id, module.title, docname_of(module)), module.minutes, until)


def _short(curriculum: Curriculum, seen: Portrait) -> Iterator[ShortLine]:
    for each in seen.coverage:
        to = link(curriculum, Kind.COMPETENCY, each.competency)
        if each.aspiration is None or to is None:
            continue
        reached = seen.path.reached[each.competency]
        if rank(curriculum, each.competency, reached) < rank(curriculum, each.competency, each.aspiration):
            titles = (
                gradation_title(curriculum, each.competency, gradation) for gradation in (reached, each.aspiration)
            )
            yield ShortLine(to, *titles)


def _reading(curriculum: Curriculum, reading: Reading) -> ReadingTable | None:
    thermometer = curriculum.thermometers.get(reading.thermometer)
    to = link(curriculum, Kind.THERMOMETER, reading.thermometer)
    if thermometer is None or to is None or thermometer.map not in curriculum.maps:
        return None
    scale = curriculum.maps[thermometer.map].gradations
    rows = []
    for practice in thermometer.practices:
        named = link(curriculum, Kind.COMPETENCY, practice.competency)
        counts = reading.counts.get(practice.competency)
        if named is not None and counts is not None:
            rows.append(ReadingRow(named, tuple((each.title, counts.get(each.id, 0)) for each in scale)))
    return ReadingTable(reading.on, to, tuple(rows))
