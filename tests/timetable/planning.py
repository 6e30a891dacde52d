"""Cohorts with sessions, made from what a test wants different."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coursewright.model.cohort import Cohort
from coursewright.model.course import Course
from coursewright.model.curriculum import Curriculum
from coursewright.model.module import Module
from coursewright.model.people import People, Venue, Venues
from coursewright.model.place import Origin
from coursewright.model.written import Plain
from coursewright.timetable.sessions import Plan, plan

PATTERN = {"every": "2 weeks", "from": "09:30", "to": "12:30", "breaks": [{"at": "11:00", "minutes": 15}]}


def cohort(
    *sessions: dict[str, Any],
    identifier: str = "c",
    starts: str = "2023-02-18",
    ends: str = "2023-03-18",
    timezone: str = "Europe/Rome",
    places: int = 20,
    **calendar: Any,
) -> Cohort:
    """A cohort of three Saturdays, each with a session ``s1``, ``s2``, … where ``sessions`` says nothing else."""
    listed: Sequence[dict[str, Any]] = sessions or ({}, {}, {})
    numbered = [{"id": f"s{number}", **session} for number, session in enumerate(listed, start=1)]
    return Cohort.model_validate(
        {
            "id": identifier,
            "title": "C",
            "timezone": timezone,
            "starts": starts,
            "ends": ends,
            "enrolment": {"opens": "2022-10-03", "closes": "2023-01-20", "places": places},
            "calendar": {"pattern": PATTERN, **calendar, "sessions": numbered},
        }
    ).located(Origin(f"curriculum/cohorts/{identifier}.yaml"))


def venue(**keys: Any) -> Venue:
    """The venue ``v1``."""
    return Venue.model_validate({"id": "v1", "title": "V", "municipality": "Padova", "seats": 20, **keys})


def planned(made: Cohort, *venues: Venue, language: str = "it") -> Plan:
    """What its calendar comes to."""
    return plan(made, {each.id: each for each in venues}, language)


def days(made: Plan) -> list[str]:
    """The days of its sessions."""
    return [each.day.isoformat() for each in made.sessions]


def course_with(*cohorts: Cohort, available: Any = (), venues: Sequence[Venue] = ()) -> Curriculum:
    """A course of two modules, the second requires the first, with one trainer ``t1``."""
    people = {"people": [{"id": "t1", "name": "T", "role": "trainer", "available": list(available)}]}
    modules = {
        identifier: Module.model_validate(
            {
                "id": identifier,
                "summary": "S",
                "minutes": Plain("165"),
                "teaches": [{"competency": "k", "from": "a", "to": "b"}],
                "requires": requires,
            }
        )
        for identifier, requires in (("m1", []), ("m2", ["m1"]))
    }
    return Curriculum(
        course=Course(id="c", title="C", summary="S", language="it", path=("m1", "m2")),
        modules=modules,
        cohorts={each.id: each for each in cohorts},
        people_file=People.model_validate(people),
        venues_file=Venues(venues=tuple(venues)) if venues else None,
    )
