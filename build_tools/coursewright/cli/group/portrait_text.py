"""A group's portrait and a group's reading, as people read them on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from coursewright.cli.group.opened_group import scale_titles
from coursewright.groups.figures import STATE_WORDS
from coursewright.groups.portrait import Portrait
from coursewright.groups.readings import GroupReading, as_yaml
from coursewright.locale import Wording
from coursewright.model.curriculum import Curriculum
from coursewright.model.words import N_


def portrait_lines(curriculum: Curriculum, portrait: Portrait, words: Wording) -> Iterator[str]:
    """The portrait, part by part."""
    yield portrait.group.title
    for part in (_coverage, _matches, _network, _figures, _path):
        yield ""
        yield from part(curriculum, portrait, words)


def _coverage(curriculum: Curriculum, portrait: Portrait, words: Wording) -> Iterator[str]:
    yield words.text(N_("Who carries what"))
    rows = [tuple(words.text(head) for head in (N_("competency"), N_("stands at"), N_("aims at"), N_("carried by")))]
    for each in portrait.coverage:
        carriers = ", ".join(each.carriers)
        match len(each.carriers):
            case 0:
                carriers = words.text(N_("nobody"))
            case 1:
                carriers += f" ({words.text(N_('one alone'))})"
        rows.append(
            (
                curriculum.competencies[each.competency].competency.title,
                scale_titles(curriculum, each.competency, each.standing),
                "–" if each.aspiration is None else scale_titles(curriculum, each.competency, each.aspiration),
                carriers,
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        yield "  " + "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]])
    yield words.text(
        N_("Competencies carried by nobody: {none}; by one alone: {one}. Who offers a competency carries it."),
        none=sum(not each.carriers for each in portrait.coverage),
        one=sum(len(each.carriers) == 1 for each in portrait.coverage),
    )


def _matches(curriculum: Curriculum, portrait: Portrait, words: Wording) -> Iterator[str]:
    yield words.text(N_("Who can serve whom"))
    for each in portrait.matches:
        title = curriculum.competencies[each.competency].competency.title
        yield f"  {each.giver} → {each.receiver}  {title}"
    yield words.text(
        N_("Met: {met} of {sought} that members seek, shared so that nobody carries more than has to be."),
        met=len(portrait.matches),
        sought=portrait.seeks,
    )


def _network(_: Curriculum, portrait: Portrait, words: Wording) -> Iterator[str]:
    found = portrait.network
    yield words.text(N_("How members hang together"))
    for component in found.components:
        yield f"  {', '.join(component)}"
    yield words.text(
        N_("Parts: {parts}. Members in one part reach each other by interactions."), parts=len(found.components)
    )
    if found.bridges:
        yield words.text(
            N_("Bridges, whose loss would split a part: {bridges}."),
            bridges=", ".join(f"{one}–{other}" for one, other in found.bridges),
        )
    if found.apart:
        yield words.text(N_("Without any interaction: {members}."), members=", ".join(found.apart))
    if found.reciprocity is None:
        yield words.text(N_("Nobody offers what another seeks: there is no reciprocity to speak of."))
    else:
        yield words.text(
            N_("Reciprocity: in {giving} pairs one offers what the other seeks; in {mutual} of them, both ways."),
            giving=found.giving,
            mutual=found.mutual,
        )


def _figures(curriculum: Curriculum, portrait: Portrait, words: Wording) -> Iterator[str]:
    yield words.text(N_("What the group may become"))
    for each in portrait.figures:
        title, state = curriculum.figures[each.figure].title, words.text(STATE_WORDS[each.state])
        yield f"  {title}: {state}. {words.reason(each.why)}"


def _path(curriculum: Curriculum, portrait: Portrait, words: Wording) -> Iterator[str]:
    found = portrait.path
    yield words.text(N_("The path to what the group wants to become"))
    total = 0
    for number, identifier in enumerate(found.modules, start=1):
        module = curriculum.modules[identifier]
        total += module.minutes
        yield f"  {number:>3}. {module.title}  {module.minutes}′  ({_time(total)})"
    if not found.modules and found.complete:
        yield words.text(N_("No module is needed: the group stands where it aims."))
    elif not found.modules:
        yield words.text(N_("No module brings the group nearer."))
    else:
        yield words.text(
            N_("In all {minutes} minutes ({time}); in brackets the time up to there."),
            minutes=found.minutes,
            time=_time(found.minutes),
        )
    aims = {each.competency: each.aspiration for each in portrait.coverage if each.aspiration is not None}
    short = [each for each, to in aims.items() if _is_short(curriculum, each, found.reached[each], to)]
    if found.complete:
        yield words.text(N_("All that the group aims at is reached: {count} competencies."), count=len(aims))
    else:
        met = len(aims) - len(short)
        message = (
            N_("Reached: {met} of {count} competencies that the group aims at, more than this no modules give.")
            if portrait.minutes is None
            else N_("Reached: {met} of {count} competencies that the group aims at, in the time there is ({time}).")
        )
        yield words.text(message, met=met, count=len(aims), time=_time(portrait.minutes or 0))
        for each in short:
            yield "  " + words.text(
                N_("{competency}: {reached}, towards {to}"),
                competency=curriculum.competencies[each].competency.title,
                reached=scale_titles(curriculum, each, found.reached[each]),
                to=scale_titles(curriculum, each, aims[each]),
            )
    yield words.text(_how_sure(portrait))


def _how_sure(portrait: Portrait) -> str:
    if not portrait.path.proven:
        return N_("There may be a better path: there are too many to go through all of them.")
    if portrait.path.complete:
        return N_("No path takes less time; of equal ones it has fewer modules, then those that come first.")
    return N_("No path meets more aims, or comes nearer to them, or does as much in less time.")


def _is_short(curriculum: Curriculum, competency: str, reached: str, to: str) -> bool:
    scale = curriculum.competencies[competency].map.scale
    return scale.index(reached) < scale.index(to)


def _time(minutes: int) -> str:
    return f"{minutes // 60} h {minutes % 60:02} min"


def reading_lines(curriculum: Curriculum, reading: GroupReading, words: Wording) -> Iterator[str]:
    """The distribution by practice, and the entry for the group's file."""
    yield words.text(
        N_("{thermometer}: readings of {people} people, the latest of each; the last is of {day}."),
        thermometer=curriculum.thermometers[reading.thermometer].title,
        people=reading.people,
        day=reading.on,
    )
    for practice, chosen in reading.counts.items():
        yield f"  {curriculum.competencies[practice].competency.title}"
        shown = (f"{scale_titles(curriculum, practice, each)}: {count}" for each, count in chosen.items())
        yield f"      {', '.join(shown)}"
    yield ""
    yield words.text(N_("For the group's file (where “readings:” stands already, without that line):"))
    yield ""
    yield from as_yaml(reading).splitlines()
