"""A group's portrait, told once: for the terminal, for the group's page, and as words for the composer."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from coursewright.groups.coverage import Covered
from coursewright.groups.figures import STATE_WORDS
from coursewright.groups.portrait import Portrait
from coursewright.model.competency import COMPETENCY
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.model.words import N_, Sayable, Sentence, Strong, Term
from coursewright.views.links import Link, link
from coursewright.views.told import Duration, Lines, Paragraph, Section, Steps, Table, say


class Said(StrEnum):
    """What the composer says in the same words: it finds each by its name, in small letters and with hyphens."""

    WHO_CARRIES = N_("Who carries what")
    COMPETENCY = COMPETENCY
    STANDS_AT = N_("stands at")
    AIMS_AT = N_("aims at")
    CARRIED_BY = N_("carried by")
    NOBODY = N_("nobody")
    ONE_ALONE = N_("{member} (one alone)")
    CARRIES = N_("Who offers a competency carries it.")
    COVERAGE_COUNTS = N_("Competencies of the course carried by nobody: {none}; by one alone: {one}.")
    WHO_SERVES = N_("Who can serve whom")
    MATCHES_COUNT = N_("Met: {met} of {sought} that members seek, shared so that nobody carries more than has to be.")
    HOW_TIED = N_("How members hang together")
    PARTS = N_("Parts: {parts}. Members in one part reach each other by interactions.")
    BRIDGES = N_("Bridges, whose loss would split a part: {bridges}.")
    APART = N_("Without any interaction: {members}.")
    NO_RECIPROCITY = N_("Nobody offers what another seeks: there is no reciprocity to speak of.")
    RECIPROCITY = N_("Reciprocity: in {giving} pairs one offers what the other seeks; in {mutual} of them, both ways.")
    MAY_BECOME = N_("What the group may become")
    THE_PATH = N_("The path to what the group wants to become")
    UP_TO_THERE = N_("up to there: {time}")
    PATH_NOT_NEEDED = N_("No module is needed: the group stands where it aims.")
    PATH_NOTHING = N_("No module brings the group nearer.")
    PATH_TIME = N_("In all: {time}.")
    PATH_COMPLETE = N_("All that the group aims at is reached: {count} competencies.")
    PATH_SHORTEST = N_("No path takes less time; of equal ones it has fewer modules, then those that come first.")
    PATH_SHORT = N_("Reached: {met} of {count} competencies that the group aims at, more than this no modules give.")
    PATH_BEST = N_("No path meets more aims, or comes nearer to them, or does as much in less time.")
    STAYS_SHORT = N_("{competency}: {reached}, towards {to}")


HEADS = tuple(map(Term, (Said.COMPETENCY, Said.STANDS_AT, Said.AIMS_AT, Said.CARRIED_BY)))
"""The heads of a table that says who carries what."""


def group_portrait(curriculum: Curriculum, seen: Portrait) -> tuple[Section, ...]:
    """The portrait in words alone, part by part."""
    rows = tuple((*standing_cells(curriculum, each), _carriers(each.carriers)) for each in seen.coverage)
    parts = tuple(say("{members}", members=", ".join(each)) for each in seen.network.components)
    return (
        Section(Sentence(Said.WHO_CARRIES), (Table(HEADS, rows), coverage_counts(seen))),
        matches_told(curriculum, seen),
        Section(Sentence(Said.HOW_TIED), (Lines(parts), network_counts(seen))),
        figures_told(curriculum, seen),
        path_told(curriculum, seen),
    )


def entry(curriculum: Curriculum, kind: Kind, identifier: str) -> Link | str:
    """The link to an entry; the id where there is none."""
    return link(curriculum, kind, identifier) or identifier


def standing_cells(curriculum: Curriculum, covered: Covered) -> tuple[Sayable, ...]:
    """A competency, where the group stands in it, and what it aims at."""
    gradations = (covered.standing, covered.aspiration)
    titles = (
        Sentence("–") if each is None else curriculum.gradation_title(covered.competency, each) for each in gradations
    )
    return (entry(curriculum, Kind.COMPETENCY, covered.competency), *titles)


def coverage_counts(seen: Portrait) -> Paragraph:
    """How many competencies nobody carries, or one alone."""
    carriers = [len(each.carriers) for each in seen.coverage]
    return Paragraph((Sentence(Said.CARRIES), say(Said.COVERAGE_COUNTS, none=carriers.count(0), one=carriers.count(1))))


def _carriers(carriers: tuple[str, ...]) -> Sayable:
    if len(carriers) == 1:
        return say(Said.ONE_ALONE, member=carriers[0])
    return ", ".join(carriers) if carriers else Term(Said.NOBODY)


def matches_told(curriculum: Curriculum, seen: Portrait) -> Section:
    """Who serves whom in what."""
    lines = (
        say(
            "{giver} → {receiver}: {competency}",
            giver=each.giver,
            receiver=each.receiver,
            competency=entry(curriculum, Kind.COMPETENCY, each.competency),
        )
        for each in seen.matches
    )
    met = say(Said.MATCHES_COUNT, met=len(seen.matches), sought=seen.seeks)
    return Section(Sentence(Said.WHO_SERVES), (Lines(tuple(lines)), Paragraph((met,))))


def network_counts(seen: Portrait) -> Paragraph:
    """In how many parts the group falls, what holds it together, and how much is given both ways."""
    found = seen.network
    told = [say(Said.PARTS, parts=len(found.components))]
    if found.bridges:
        told.append(say(Said.BRIDGES, bridges=", ".join(f"{one}–{other}" for one, other in found.bridges)))
    if found.apart:
        told.append(say(Said.APART, members=", ".join(found.apart)))
    if found.giving:
        told.append(say(Said.RECIPROCITY, giving=found.giving, mutual=found.mutual))
    else:
        told.append(Sentence(Said.NO_RECIPROCITY))
    return Paragraph(tuple(told))


def figures_told(curriculum: Curriculum, seen: Portrait) -> Section:
    """Every figure of the course, how far it is, and why."""
    lines = (
        say(
            "{figure}: {state}. {why}",
            figure=entry(curriculum, Kind.FIGURE, each.figure),
            state=Strong(Term(STATE_WORDS[each.state])),
            why=each.why,
        )
        for each in seen.figures
    )
    from_now = Sentence(N_("Each figure of the course, seen from where the group stands now."))
    return Section(Sentence(Said.MAY_BECOME), (Paragraph((from_now,)), Lines(tuple(lines))))


def path_told(curriculum: Curriculum, seen: Portrait) -> Section:
    """The modules to take, how far they lead, and how sure that is."""
    found = seen.path
    summed = Paragraph((_length(seen), _reached(seen), Sentence(_how_sure(seen))))
    short = (
        say(
            Said.STAYS_SHORT,
            competency=entry(curriculum, Kind.COMPETENCY, each),
            reached=curriculum.gradation_title(each, found.reached[each]),
            to=curriculum.gradation_title(each, to),
        )
        for each, to in found.short.items()
    )
    return Section(
        Sentence(Said.THE_PATH), (Steps(tuple(_steps(curriculum, found.modules))), summed, Lines(tuple(short)))
    )


def _steps(curriculum: Curriculum, modules: tuple[str, ...]) -> Iterator[tuple[Sentence, Sentence]]:
    until = 0
    for each in modules:
        minutes = curriculum.modules[each].minutes
        until += minutes
        step = say("{module} ({time})", module=entry(curriculum, Kind.MODULE, each), time=Duration(minutes))
        yield step, say(Said.UP_TO_THERE, time=Duration(until))


def _length(seen: Portrait) -> Sentence:
    if seen.path.modules:
        return say(Said.PATH_TIME, time=Duration(seen.path.minutes))
    return Sentence(Said.PATH_NOT_NEEDED if seen.path.complete else Said.PATH_NOTHING)


def _reached(seen: Portrait) -> Sentence:
    count = len(seen.path.reached)
    if seen.path.complete:
        return say(Said.PATH_COMPLETE, count=count)
    met = count - len(seen.path.short)
    if seen.minutes is None:
        return say(Said.PATH_SHORT, met=met, count=count)
    return say(
        N_("Reached: {met} of {count} competencies that the group aims at, in the time there is ({time})."),
        met=met,
        count=count,
        time=Duration(seen.minutes),
    )


def _how_sure(seen: Portrait) -> str:
    if not seen.path.proven:
        return N_("There may be a better path: there are too many to go through all of them.")
    return Said.PATH_SHORTEST if seen.path.complete else Said.PATH_BEST
