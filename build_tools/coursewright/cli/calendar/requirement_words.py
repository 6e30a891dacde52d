"""What holds a plan back, in the words of whoever administers a course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from coursewright.locale import Wording
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Value
from coursewright.model.people import Availability
from coursewright.model.planning import Weekday
from coursewright.model.words import N_
from coursewright.timetable.announcement import people_names, venue_words
from coursewright.timetable.planner.remedies import Remedy
from coursewright.timetable.planner.requirement import Requirement, RequirementKind

_SENTENCES: Mapping[RequirementKind, str] = {
    RequirementKind.ENDS: N_("“{cohort}” ends on {day}."),
    RequirementKind.STARTS: N_("“{cohort}” starts on {day}."),
    RequirementKind.DAYS: N_("“{cohort}” meets on these weekdays: {days}."),
    RequirementKind.RHYTHM: N_("“{cohort}” meets to this rhythm: {every}."),
    RequirementKind.AT_LEAST: N_("Between two sessions of “{cohort}” lie at least so many days: {days}."),
    RequirementKind.AT_MOST: N_("Between two sessions of “{cohort}” lie at most so many days: {days}."),
    RequirementKind.TRAINER_AVAILABLE: N_("{person} is available {stretches}."),
    RequirementKind.VENUE_AVAILABLE: N_("{venue} is available {stretches}."),
    RequirementKind.SESSION_TRAINERS: N_("Session {session} of “{cohort}” is led by {people}."),
    RequirementKind.SESSION_VENUE: N_("Session {session} of “{cohort}” is held at {venue}."),
    RequirementKind.SESSION_DAY: N_("Session {session} of “{cohort}” is on {day}."),
    RequirementKind.LEADERS: N_("So many people lead each session of “{cohort}”: {leaders}."),
    RequirementKind.COHORT_TRAINERS: N_("“{cohort}” can be led by {people}."),
    RequirementKind.COHORT_VENUES: N_("“{cohort}” can be held at {venues}."),
    RequirementKind.LEADS: N_("{person} does not lead all modules."),
    RequirementKind.ROLE: N_("{person} is no trainer: the role is “{role}”."),
    RequirementKind.PAUSE: N_("“{cohort}” pauses from {first} to {last}."),
    RequirementKind.OTHER_SESSION: N_("Session {session} of “{cohort}” is on {day}, with the same people or place."),
    RequirementKind.SEATS: N_("{venue} has {seats} seats, “{cohort}” has {places} places."),
    RequirementKind.PATRON_DAY: N_("{venue}: no session on the patron day."),
    RequirementKind.HOLIDAYS: N_("“{cohort}” has no sessions on public holidays ({where})."),
    RequirementKind.LOCAL_HOLIDAYS: N_("{venue}: no session on the holidays of the place ({where})."),
    RequirementKind.REQUIRES: N_("Module “{required}” comes before “{module}”."),
}
_REMEDIES: Mapping[RequirementKind, str] = {
    RequirementKind.ENDS: N_("It would do to end on {last}."),
    RequirementKind.STARTS: N_("It would do to start on {first}."),
    RequirementKind.AT_LEAST: N_("It would do to ask for so many days at least: {distance}."),
    RequirementKind.AT_MOST: N_("It would do to allow so many days: {distance}."),
    RequirementKind.LEADERS: N_("It would do to have fewer people lead."),
    RequirementKind.SEATS: N_("It would do to have fewer places, or more seats."),
    RequirementKind.REQUIRES: N_("It would do to teach them in another order."),
}
_OTHER_DAYS = N_("It would do to have these days too: {days}.")
_OTHER_USE = N_("It would do to use {names}.")
# As many days are named; more say no more.
_MOST_DAYS = 6


def requirement_sentence(curriculum: Curriculum, requirement: Requirement, words: Wording) -> str:
    """What a condition says."""
    return words.text(_SENTENCES[requirement.kind], **_values(curriculum, requirement, words))


def remedy_sentence(curriculum: Curriculum, remedy: Remedy, words: Wording) -> str:
    """What would do in place of a condition; nothing where that is not known."""
    kind = remedy.requirement.kind
    if remedy.ids and kind not in _REMEDIES:
        return words.text(_OTHER_USE, names=_names(curriculum, remedy.ids))
    if kind in (RequirementKind.ENDS, RequirementKind.STARTS) and not remedy.days:
        return ""
    if kind in (RequirementKind.AT_LEAST, RequirementKind.AT_MOST) and remedy.distance is None:
        return ""
    if kind in _REMEDIES:
        days = remedy.days or (date.min,)
        return words.text(_REMEDIES[kind], first=days[0], last=days[-1], distance=remedy.distance or 0)
    if not remedy.days:
        return ""
    days_named = ", ".join(words.day(day) for day in remedy.days[:_MOST_DAYS])
    more = ", …" if len(remedy.days) > _MOST_DAYS else ""
    return words.text(_OTHER_DAYS, days=days_named + more)


def _values(curriculum: Curriculum, requirement: Requirement, words: Wording) -> Mapping[str, Value]:
    """What the sentence names: titles for ids of places and modules, names for people."""
    values = dict(requirement.values)
    for key in ("person", "people"):
        if key in values:
            values[key] = ", ".join(people_names(curriculum, str(values[key]).split()))
    for key in ("venue", "venues"):
        if key in values:
            values[key] = "; ".join(venue_words(curriculum, each) for each in str(values[key]).split())
    if requirement.kind is RequirementKind.TRAINER_AVAILABLE:
        values["stretches"] = _stretches(curriculum.people[str(requirement.values["person"])].available, words)
    if requirement.kind is RequirementKind.VENUE_AVAILABLE:
        values["stretches"] = _stretches(curriculum.venues[str(requirement.values["venue"])].available, words)
    for key in ("module", "required"):
        if key in values and str(values[key]) in curriculum.modules:
            values[key] = curriculum.modules[str(values[key])].title
    if requirement.kind is RequirementKind.DAYS:
        values["days"] = ", ".join(
            words.weekday_name(list(Weekday).index(Weekday(day))) for day in str(values["days"]).split()
        )
    return values


def _stretches(available: Sequence[Availability], words: Wording) -> str:
    return "; ".join(words.text(N_("from {first} until {last}"), first=each.start, last=each.to) for each in available)


def _names(curriculum: Curriculum, identifiers: tuple[str, ...]) -> str:
    found = []
    for each in identifiers:
        found.append(curriculum.people[each].name if each in curriculum.people else venue_words(curriculum, each))
    return "; ".join(found)
