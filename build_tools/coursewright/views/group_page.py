"""The page of a group curriculum: who carries what, who can serve whom, what the group may become and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.groups.portrait import Portrait, portrait
from coursewright.groups.standing import rank
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.model.group import RHYTHM_WORDS, WAY_WORDS, Aspiration, Interaction, Member
from coursewright.model.thermometer import PRACTICE, Reading
from coursewright.model.words import N_, Sayable, Sentence, Several, Strong, Term
from coursewright.views.group_portrait import (
    HEADS,
    Said,
    coverage_counts,
    entry,
    figures_told,
    matches_told,
    network_counts,
    path_told,
    standing_cells,
)
from coursewright.views.links import links
from coursewright.views.told import Entries, Lines, Paragraph, Part, Picture, Section, Table, say


@dataclass(frozen=True)
class GroupPage:
    """The page of a group curriculum: what it says of itself, and what is told of it."""

    title: str
    purpose: str
    invites: str
    licence: str
    illustrative: bool
    source: str
    sections: tuple[Section, ...]


def group_page(curriculum: Curriculum, identifier: str) -> GroupPage:
    """The page of the group curriculum with that id."""
    group = curriculum.groups[identifier]
    return GroupPage(
        title=group.title,
        purpose=group.purpose,
        invites=group.open.invites,
        licence=group.open.licence,
        illustrative=group.is_illustrative,
        source=group.source or "",
        sections=tuple(_sections(curriculum, portrait(curriculum, group, None))),
    )


def _sections(curriculum: Curriculum, seen: Portrait) -> Iterator[Section]:
    group = seen.group
    if group.becoming:
        wishes = tuple(_wish(curriculum, each) for each in group.becoming)
        yield Section(Sentence(N_("What it wants to become")), (Lines(wishes),))
    under_pseudonyms = N_("Members have pseudonyms: the group is graded, its members never are.")
    members = Entries(tuple(_member(curriculum, each) for each in group.members))
    yield Section(Sentence(N_("The members")), (Paragraph((Sentence(under_pseudonyms),)), members))
    yield Section(Sentence(Said.WHO_CARRIES), (coverage_counts(seen), *_carried(curriculum, seen)))
    yield matches_told(curriculum, seen)
    yield Section(Sentence(Said.HOW_TIED), (*_interactions(curriculum, seen), network_counts(seen)))
    yield path_told(curriculum, seen)
    yield figures_told(curriculum, seen)
    for reading in group.readings:
        yield from _reading(curriculum, reading)


def _wish(curriculum: Curriculum, wish: Aspiration) -> Sentence:
    if wish.competency is None or wish.to is None:
        return say("{figure}", figure=entry(curriculum, Kind.FIGURE, wish.figure or ""))
    competency = entry(curriculum, Kind.COMPETENCY, wish.competency)
    to = curriculum.gradation_title(wish.competency, wish.to)
    return say(N_("{competency}, up to: {to}"), competency=competency, to=to)


def _member(curriculum: Curriculum, member: Member) -> tuple[Sentence, Paragraph]:
    named = say("{member}", member=member.id)
    if member.figure:
        named = say("{member}, {figure}", member=member.id, figure=entry(curriculum, Kind.FIGURE, member.figure))
    wishes = ((N_("offers: {competencies}."), member.offers), (N_("seeks: {competencies}."), member.seeks))
    said = (
        say(message, competencies=Several(links(curriculum, Kind.COMPETENCY, named)))
        for message, named in wishes
        if named
    )
    return named, Paragraph(tuple(said))


def _carried(curriculum: Curriculum, seen: Portrait) -> Iterator[Part]:
    """Who carries what that matters to the group, member by member, and how many competencies matter to nobody.

    Those are what nobody carries, seeks or aims at, and in which the group stands at the beginning.
    """
    members = seen.group.members
    rows = []
    for each in seen.coverage:
        cells = tuple(_wishes(each.competency in member.offers, each.competency in member.seeks) for member in members)
        stands_higher = rank(curriculum, each.competency, each.standing) > 0
        if each.aspiration is not None or stands_higher or any(cells):
            rows.append((*standing_cells(curriculum, each), _count(len(each.carriers)), *cells))
    if rows:
        caption = Sentence(N_("Where the group stands, what it aims at, and what each member offers or seeks"))
        yield Table((*HEADS, *(each.id for each in members)), tuple(rows), caption, "coverage-matrix")
        others = len(seen.coverage) - len(rows)
        left_out = N_(
            "Left out are {count} competencies that nobody offers or seeks, and in which the group is at the beginning."
        )
        if others:
            yield Paragraph((say(left_out, count=others),))


def _wishes(offers: bool, seeks: bool) -> Sayable:
    if offers and seeks:
        return Term("offers and seeks")
    return Term("offers") if offers else Term("seeks") if seeks else ""


def _count(carriers: int) -> Sayable:
    if carriers > 1:
        return carriers
    return Strong(Term("one alone") if carriers else Term(Said.NOBODY))


def _interactions(curriculum: Curriculum, seen: Portrait) -> Iterator[Part]:
    """A bridge is an interaction whose loss splits a part of the network."""
    bridges = {frozenset(pair) for pair in seen.network.bridges}
    told = tuple(_interaction(curriculum, each, frozenset(each.between) in bridges) for each in seen.group.interactions)
    if told:
        yield Picture("group-picture", seen.group.id)
        yield Lines(told)


def _interaction(curriculum: Curriculum, found: Interaction, is_bridge: bool) -> Sentence:
    how: list[Sayable] = [WAY_WORDS.get(found.way, found.way)]
    if found.practice:
        how.append(entry(curriculum, Kind.COMPETENCY, found.practice))
    if found.rhythm:
        how.append(RHYTHM_WORDS.get(found.rhythm, found.rhythm))
    first, second = found.between
    told = say("{first} – {second}: {how}", first=first, second=second, how=Several(tuple(how)))
    return say("{interaction} ({bridge})", interaction=told, bridge=Term("a bridge")) if is_bridge else told


def _reading(curriculum: Curriculum, reading: Reading) -> Iterator[Section]:
    """One reading of the group, in the order of its thermometer: for each gradation how many chose it."""
    thermometer = curriculum.thermometers.get(reading.thermometer)
    if thermometer is None or thermometer.map not in curriculum.maps:
        return
    scale = curriculum.maps[thermometer.map].gradations
    rows = tuple(
        (entry(curriculum, Kind.COMPETENCY, practice), *(counts.get(each.id) or Sentence("–") for each in scale))
        for practice in (each.competency for each in thermometer.practices)
        if (counts := reading.counts.get(practice)) is not None
    )
    to = entry(curriculum, Kind.THERMOMETER, thermometer.id)
    told = say(N_("{thermometer}: how many of the group chose each gradation."), thermometer=to)
    table = (Table((Term(PRACTICE), *(each.title for each in scale)), rows),) if rows else ()
    yield Section(say(N_("Reading of {day}"), day=reading.on), (Paragraph((told,)), *table))
