"""A proposal as a text to read, and as a document for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import time
from typing import Any

from coursewright.cli.calendar.calendar_text import cohort_line, session_text
from coursewright.cli.refusal import INTERRUPTED
from coursewright.cli.text_table import Column, table_lines
from coursewright.documents.sheet import WHAT
from coursewright.locale import Wording, wording
from coursewright.model.cohort import Session, SessionBreak
from coursewright.model.curriculum import Curriculum
from coursewright.model.words import N_
from coursewright.timetable.announcement import announcement
from coursewright.timetable.planner.proposal import Proposal
from coursewright.timetable.planner.proposed_cohort import ProposedCohort
from coursewright.timetable.planner.telling import (
    ToldCondition,
    assumptions,
    easiest_to_change,
    in_each_others_way,
    why_there_is_none,
    worth,
)

# What YAML reads as this text without quotes, within braces too.
_PLAIN = re.compile(r"[a-z][a-z0-9-]*")
# What programs that read YAML 1.1 take for truth or for nothing.
_NOT_TEXT = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def proposal_lines(curriculum: Curriculum, proposal: Proposal, words: Wording) -> Iterator[str]:
    """The plan with the lines to paste and what it traded; else why there is none and what would help."""
    say = words.text
    if proposal.is_interrupted:
        yield say(N_("Interrupted: this is the best found until then.") if proposal.cohorts else INTERRUPTED)
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
    cohort, stays = proposed.cohort, words.text(N_("stays as it is"))
    yield cohort_line(cohort)
    for each in proposed.planned:
        mark = stays if each.session.id in proposed.kept else ""
        yield from session_text(each, announcement(curriculum, cohort, each), words.weekday(each.day), mark, words)
    yield from map(words.shown, assumptions(proposed))
    yield ""
    yield from _lines_to_paste(proposed, words)


def _lines_to_paste(proposed: ProposedCohort, words: Wording) -> Iterator[str]:
    say, cohort = words.text, proposed.cohort
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
        yield f"ends: {proposed.ends}"


def _why(curriculum: Curriculum, proposal: Proposal, words: Wording) -> Iterator[str]:
    for sentence, conditions in why_there_is_none(curriculum, proposal):
        yield words.shown(sentence)
        for each in conditions:
            yield f"  {each.requirement.place}"
            yield f"      {words.shown(each.says)} {words.shown(each.remedy)}".rstrip()


def _traded(proposal: Proposal, words: Wording) -> Iterator[str]:
    say = words.text
    yield say(N_("What was weighed (the less the better):"))
    departures = proposal.departures
    weights = ["–".join(map(str, dict.fromkeys((each.weights[0], each.weights[-1])))) for each in departures]
    yield from table_lines(
        Column(say(WHAT), [say(each.preference.words) for each in departures]),
        Column(say(N_("found")), [each.amount for each in departures], is_figures=True),
        Column(say(N_("alone")), [each.alone for each in departures], is_figures=True),
        Column(say(N_("weight")), weights, is_figures=True),
    )
    yield say(N_("“alone” is the least there is if nothing else counts."))
    yield words.shown(worth(proposal))


def proposal_document(curriculum: Curriculum, proposal: Proposal, untouched: tuple[str, ...]) -> dict[str, object]:
    """The proposal for programs, in English."""
    words, why = wording("en"), proposal.conflict
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
        "conflict": [_condition(each, words) for each in in_each_others_way(curriculum, proposal)],
        "smallest": why.is_smallest if why is not None else None,
        "sessions": dict(why.sessions) if why is not None else {},
        "relax": [
            {**_condition(each, words), "remedy": words.shown(each.remedy)}
            for each in easiest_to_change(curriculum, proposal)
        ],
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


def _condition(told: ToldCondition, words: Wording) -> dict[str, Any]:
    place = told.requirement.place
    return {
        "kind": told.requirement.kind.value,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "message": words.shown(told.says),
    }


def session_lines(sessions: Sequence[Session]) -> Iterator[str]:
    """``sessions:`` and a line for each, indented as below ``calendar:``."""
    yield "  sessions:"
    for each in sessions:
        yield f"    - {{{', '.join(_pairs(each))}}}"


def _pairs(session: Session) -> Iterator[str]:
    yield f"id: {_text(session.id)}"
    if session.title is not None:
        yield f"title: {_text(session.title)}"
    if session.on is not None:
        yield f"on: {session.on}"
    if session.start is not None:
        yield f"from: {_clock(session.start)}"
    if session.to is not None:
        yield f"to: {_clock(session.to)}"
    if session.breaks is not None:
        yield f"breaks: [{', '.join(map(_break, session.breaks))}]"
    yield f"modules: [{', '.join(map(_text, session.modules))}]"
    if session.trainers:
        yield f"trainers: [{', '.join(map(_text, session.trainers))}]"
    for key, value in (("venue", session.venue), ("online", session.online), ("cancelled", session.cancelled)):
        if value is not None:
            yield f"{key}: {'true' if value is True else _text(value)}"
    if session.moved is not None:
        yield f"moved: {{from: {session.moved.start}, to: {session.moved.to}}}"


def _break(each: SessionBreak) -> str:
    return f"{{at: {_clock(each.at)}, minutes: {each.minutes}}}"


def _clock(moment: time) -> str:
    return f'"{moment:%H:%M}"'


def _text(value: str) -> str:
    """A text as YAML reads it: quoted as in JSON, which is YAML too, unless it needs no quotes."""
    is_plain = _PLAIN.fullmatch(value) is not None and value not in _NOT_TEXT
    return value if is_plain else json.dumps(value, ensure_ascii=False)
