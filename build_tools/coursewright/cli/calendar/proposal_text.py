"""A proposal as a text to read, and as a document for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from coursewright.cli.calendar.place_words import place_words
from coursewright.cli.calendar.requirement_words import remedy_sentence, requirement_sentence
from coursewright.cli.calendar.session_lines import last_day_line, session_lines
from coursewright.cli.text_table import Column, table_lines
from coursewright.locale import Wording, wording
from coursewright.model.curriculum import Curriculum
from coursewright.model.planned_session import PlannedSession
from coursewright.model.words import N_
from coursewright.timetable.announcement import people_names, session_title
from coursewright.timetable.planner.arrangement import Preference
from coursewright.timetable.planner.proposal import Proposal
from coursewright.timetable.planner.proposed_cohort import ProposedCohort
from coursewright.timetable.planner.requirement import Requirement
from coursewright.timetable.planner.wanted import DEFAULT_END, DEFAULT_START

_PREFERENCES: Mapping[Preference, str] = {
    Preference.TRIPS: N_("days on which a trainer goes to a place"),
    Preference.SPACING: N_("days off an even rhythm"),
    Preference.BRIDGE_DAYS: N_("sessions on bridge days"),
    Preference.LATE_DAYS: N_("days after the end of the cohort"),
    Preference.PLACES: N_("places beyond a cohort's first"),
    Preference.PEOPLE: N_("trainers beyond a cohort's first"),
    Preference.ORDER: N_("sessions before their turn"),
}


def proposal_lines(curriculum: Curriculum, proposal: Proposal, words: Wording) -> Iterator[str]:
    """The plan with the lines to paste and what it traded; else why there is none and what would help."""
    say = words.text
    if proposal.is_interrupted:
        yield say(N_("Interrupted: this is the best found until then.") if proposal.cohorts else N_("Interrupted."))
    if not proposal.cohorts:
        yield say(N_("There is no plan.") if proposal.is_impossible else N_("No plan was found; there may be one."))
        if not proposal.is_impossible:
            yield say(N_("Give it more time with --effort, or fewer cohorts at once."))
        yield from _why(curriculum, proposal, words)
        return
    for proposed in proposal.cohorts:
        yield from _cohort_lines(curriculum, proposed, words)
        yield ""
    if proposal.conflict is not None:
        yield say(N_("No plan ends in time. This one ends as little late as possible."))
        yield from _why(curriculum, proposal, words)
        yield ""
    yield from _traded(proposal, words)


def _cohort_lines(curriculum: Curriculum, proposed: ProposedCohort, words: Wording) -> Iterator[str]:
    say, cohort = words.text, proposed.cohort
    yield f"{cohort.title} ({cohort.timezone})"
    for each in proposed.planned:
        yield from _session_lines(curriculum, proposed, each, words)
    yield from _assumptions(proposed, words)
    yield ""
    has_calendar = "calendar" in cohort.model_fields_set
    where = N_("Lines for {file}, under “calendar”:") if has_calendar else N_("Lines for {file}:")
    if cohort.calendar.sessions:
        where = N_("Lines for {file}, in place of “sessions” under “calendar”:")
    yield say(where, file=cohort.origin.path)
    yield ""
    if not has_calendar:
        yield "calendar:"
    yield from session_lines(proposed.sessions)
    if proposed.without_rhythm or proposed.ends is not None:
        yield ""
    if proposed.without_rhythm:
        yield say(N_("Take “every” out of the pattern: each session has a day of its own now."))
    if proposed.ends is not None:
        yield say(N_("And the last day, which is later now:"))
        yield ""
        yield last_day_line(proposed.ends)


def _session_lines(
    curriculum: Curriculum, proposed: ProposedCohort, each: PlannedSession, words: Wording
) -> Iterator[str]:
    times = f"{each.starts_at:%H:%M}–{each.ends_at:%H:%M}"
    stays = f" [{words.text(N_('stays as it is'))}]" if each.session.id in proposed.kept else ""
    yield f"{each.session.id:>5}  {words.weekday(each.day)}, {times}  {session_title(curriculum, each)}{stays}"
    place = place_words(curriculum, each.session, words)
    people = ", ".join(people_names(curriculum, each.session.trainers))
    if place or people:
        yield f"       {' · '.join(filter(None, (place, people)))}"


def _assumptions(proposed: ProposedCohort, words: Wording) -> Iterator[str]:
    """What nobody has said and the plan takes for granted."""
    calendar = proposed.cohort.calendar
    if calendar.pattern is None:
        hours = {"start": f"{DEFAULT_START:%H:%M}", "end": f"{DEFAULT_END:%H:%M}"}
        yield words.text(
            N_("Assumed: from {start} to {end} at the latest. Other hours: under “calendar”, “pattern”."), **hours
        )
    if not calendar.planning.days and (calendar.pattern is None or calendar.pattern.every is None):
        weekday = words.weekday_name(proposed.cohort.starts.weekday())
        yield words.text(
            N_("Assumed: on the weekday of the first day, {weekday}. Others: under “calendar”, “planning”, “days”."),
            weekday=weekday,
        )
    if calendar.holidays is None:
        yield words.text(N_("Assumed: public holidays are days like others. To skip them: “calendar”, “holidays”."))


def _why(curriculum: Curriculum, proposal: Proposal, words: Wording) -> Iterator[str]:
    why = proposal.conflict
    if why is None:
        return
    if 0 < len(why.sessions) < len(proposal.asked):
        yield words.text(N_("These editions alone are in each other's way already; others may be too."))
    for cohort, count in why.sessions:
        yield words.text(N_("Sessions that “{cohort}” has to hold: {count}."), cohort=cohort, count=count)
    if not why.requirements and not why.relaxation:
        yield words.text(N_("Nobody can lead the sessions, or there is nowhere to hold them, whatever the conditions."))
        return
    if why.requirements:
        yield words.text(N_("These conditions cannot all hold; without any one of them they would:"))
        for each in why.requirements:
            yield f"  {each.place}"
            yield f"      {requirement_sentence(curriculum, each, words)}"
    if why.relaxation:
        yield words.text(N_("The easiest to change:"))
        sentences = {each.requirement: remedy_sentence(curriculum, each, words) for each in proposal.remedies}
        for each in why.relaxation:
            told = f"{requirement_sentence(curriculum, each, words)} {sentences.get(each, '')}".rstrip()
            yield f"  {each.place}"
            yield f"      {told}"


def _traded(proposal: Proposal, words: Wording) -> Iterator[str]:
    say = words.text
    yield say(N_("What was weighed (the less the better):"))
    departures = proposal.departures
    weights = ["–".join(map(str, dict.fromkeys((each.weights[0], each.weights[-1])))) for each in departures]
    yield from table_lines(
        Column(say(N_("What")), [say(_PREFERENCES[each.preference]) for each in departures]),
        Column(say(N_("found")), [each.amount for each in departures], is_figures=True),
        Column(say(N_("alone")), [each.alone for each in departures], is_figures=True),
        Column(say(N_("weight")), weights, is_figures=True),
    )
    yield say(N_("“alone” is the least there is if nothing else counts."))
    if proposal.is_best:
        yield say(N_("Cost {cost}: no plan costs less."), cost=proposal.cost)
    else:
        gap = 100 * (proposal.cost - proposal.bound) // max(1, proposal.cost)
        yield say(
            N_("Cost {cost}. None costs less than {bound}: what is left to gain is {gap}% at most."),
            cost=proposal.cost,
            bound=proposal.bound,
            gap=gap,
        )


def proposal_document(curriculum: Curriculum, proposal: Proposal, untouched: tuple[str, ...]) -> dict[str, object]:
    """The proposal for programs, in English."""
    words = wording("en")
    why = proposal.conflict
    remedies = {each.requirement: remedy_sentence(curriculum, each, words) for each in proposal.remedies}
    return {
        "cohorts": [_cohort(each) for each in proposal.cohorts],
        "untouched": list(untouched),
        "found": bool(proposal.cohorts),
        "impossible": proposal.is_impossible,
        "interrupted": proposal.is_interrupted,
        "cost": proposal.cost if proposal.cohorts else None,
        "bound": proposal.bound if proposal.cohorts else None,
        "best": proposal.is_best,
        "preferences": [
            {
                "preference": each.preference.value,
                "weights": list(each.weights),
                "amount": each.amount,
                "alone": each.alone,
            }
            for each in proposal.departures
        ],
        "conflict": [_condition(curriculum, each, words) for each in why.requirements] if why is not None else [],
        "smallest": why.is_smallest if why is not None else None,
        "sessions": dict(why.sessions) if why is not None else {},
        "relax": [{**_condition(curriculum, each, words), "remedy": remedies.get(each, "")} for each in why.relaxation]
        if why is not None
        else [],
    }


def _cohort(proposed: ProposedCohort) -> dict[str, Any]:
    return {
        "cohort": proposed.cohort.id,
        "file": proposed.cohort.origin.path,
        "sessions": [
            {
                "session": each.session.id,
                "starts_at": each.starts_at.isoformat(),
                "ends_at": each.ends_at.isoformat(),
                "minutes": each.minutes,
                "modules": list(each.session.modules),
                "trainers": list(each.session.trainers),
                "venue": each.session.venue,
                "online": each.session.online is not None,
                "new": each.session.id in proposed.new,
                "kept": each.session.id in proposed.kept,
            }
            for each in proposed.planned
        ],
        "lines": list(session_lines(proposed.sessions)),
        "ends": None if proposed.ends is None else proposed.ends.isoformat(),
        "take_out_every": proposed.without_rhythm,
    }


def _condition(curriculum: Curriculum, requirement: Requirement, words: Wording) -> dict[str, Any]:
    return {
        "kind": requirement.kind.value,
        "path": requirement.place.path,
        "line": requirement.place.line,
        "column": requirement.place.column,
        "message": requirement_sentence(curriculum, requirement, words),
    }
