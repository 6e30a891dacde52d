"""``coursewright calendar --propose``: the search, which an interruption ends with the best plan so far."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event
from types import FrameType

from coursewright.cli.calendar.proposal_text import proposal_document, proposal_lines
from coursewright.cli.invocation import Invocation
from coursewright.cli.json_text import json_text
from coursewright.cli.opened import opened
from coursewright.cli.progress import show_state
from coursewright.cli.terminal import plain, say, shows_progress
from coursewright.door.errors import RefusalError
from coursewright.door.use import curriculum_to_plan
from coursewright.locale import Wording
from coursewright.model.cohort import Cohort
from coursewright.model.curriculum import Curriculum
from coursewright.model.words import N_
from coursewright.timetable.planner.proposal import Effort, lacks_days, propose
from coursewright.timetable.planner.solving import Tell, tell_nobody
from coursewright.timetable.planner.wanted import wanted_by

# Three years; and about six times what twenty editions of twelve sessions in half a year come to.
_MOST_DAYS = 1100
_MOST_CHOICES = 250_000


def propose_days(invocation: Invocation, cohort: str | None, effort: int, as_document: bool) -> int:
    """Propose days for one cohort, or for all that lack some, and print them; 1 where there is no plan."""
    curriculum = curriculum_to_plan(opened(invocation).project, cohort)
    asked = _asked(curriculum, cohort)
    _refuse_too_much([curriculum.cohorts[each] for each in asked], curriculum)
    untouched = tuple(each for each in curriculum.cohorts if each not in asked)
    with _interruptible() as stop, _watched(invocation.words) as tell:
        proposal = propose(curriculum, asked, Effort(effort, stop, tell))
    if as_document:
        say(json_text(proposal_document(curriculum, proposal, untouched)))
    else:
        for line in proposal_lines(curriculum, proposal, invocation.words):
            say(plain(line).rstrip())
        if cohort is None and untouched:
            say(invocation.words.text(N_("Left as they are: {cohorts}"), cohorts=", ".join(untouched)))
    return 0 if proposal.cohorts else 1


def _asked(curriculum: Curriculum, cohort: str | None) -> list[str]:
    """The cohorts to propose for; refused where there is nothing to propose."""
    if cohort is None:
        asked = [each.id for each in curriculum.cohorts.values() if lacks_days(curriculum, each)]
        if not asked:
            raise RefusalError(
                N_("No cohort lacks days: nothing to propose."),
                N_("Begin one: coursewright new cohort. Or ask for one by its id, to have its days anew."),
            )
        return asked
    published = curriculum.published.get(cohort)
    known = {each.id for each in published.sessions} if published is not None else set()
    sessions = curriculum.cohorts[cohort].calendar.sessions
    is_settled = all(
        each.cancelled is not None or each.on is not None or each.moved is not None or each.id in known
        for each in sessions
    )
    if sessions and is_settled and not lacks_days(curriculum, curriculum.cohorts[cohort]):
        raise RefusalError(
            N_("All sessions of “{cohort}” have their days, or are published: they stay as they are."),
            N_("Take “on” away from the sessions that may move. Begin another edition with: coursewright new cohort"),
            cohort=cohort,
        )
    return [cohort]


def _refuse_too_much(cohorts: Sequence[Cohort], curriculum: Curriculum) -> None:
    """Refuse what would take hours to pose: calendars of many years, sessions by the thousand."""
    for cohort in cohorts:
        days = (cohort.ends - cohort.starts).days
        if days > _MOST_DAYS:
            raise RefusalError(
                N_("“{cohort}” lasts {days} days. Days are proposed for {most} at most."),
                N_("Bring “starts” and “ends” nearer to each other."),
                cohort=cohort.id,
                days=days,
                most=_MOST_DAYS,
            )
    sizes = [len(wanted_by(curriculum, cohort)) * ((cohort.ends - cohort.starts).days + 1) for cohort in cohorts]
    if sum(sizes) > _MOST_CHOICES:
        raise RefusalError(
            N_("There is too much to choose from: sessions times days are {found}, of at most {most}."),
            N_("Ask for fewer cohorts at once, or make their sessions longer."),
            found=sum(sizes),
            most=_MOST_CHOICES,
        )


@contextmanager
def _interruptible() -> Iterator[Event]:
    """An event that the first interruption sets; a second one ends the program as always."""
    stop = Event()
    handled = [signal.SIGINT, signal.SIGTERM]
    before = {each: signal.getsignal(each) for each in handled}

    def interrupt(number: int, _: FrameType | None) -> None:
        stop.set()
        signal.signal(number, before[signal.Signals(number)])

    for each in handled:
        signal.signal(each, interrupt)
    try:
        yield stop
    finally:
        for each in handled:
            signal.signal(each, before[each])


@contextmanager
def _watched(words: Wording) -> Iterator[Tell]:
    """Who watches sees the cost of the best plan so far; afterwards that is gone."""
    if not shows_progress():
        yield tell_nobody
        return

    def tell(cost: int, bound: int) -> None:
        message = N_("Best so far: cost {cost}; none costs less than {bound}. To stop here: Ctrl+C")
        show_state(words.text(message, cost=cost, bound=max(0, bound)))

    show_state(words.text(N_("Looking for a plan …")))
    try:
        yield tell
    finally:
        show_state("")
