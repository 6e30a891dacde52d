"""A proposal told: what its conditions say, and what would do in their place."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coursewright.model.place import Place
from coursewright.model.words import Scalar, Sentence, Several, WeekdayName
from coursewright.timetable.planner.conflict import Conflict
from coursewright.timetable.planner.proposal import Proposal
from coursewright.timetable.planner.remedies import Remedy
from coursewright.timetable.planner.requirement import Requirement, RequirementKind
from coursewright.timetable.planner.telling import (
    ToldCondition,
    easiest_to_change,
    in_each_others_way,
    why_there_is_none,
    worth,
)
from tests.timetable.planning import course_with, venue

AVAILABLE = [{"from": "2023-02-18", "to": "2023-03-18"}]
COURSE = course_with(available=AVAILABLE, venues=[venue(address="Via A 1")])


def _requirement(kind: RequirementKind, **values: Scalar) -> Requirement:
    return Requirement(kind, Place("curriculum/cohorts/c.yaml", 3), values)


def _without_plan(*requirements: Requirement, remedies: tuple[Remedy, ...] = ()) -> Proposal:
    given_up = tuple(each.requirement for each in remedies)
    return Proposal(is_impossible=True, conflict=Conflict(requirements, True, given_up), remedies=remedies)


@pytest.mark.parametrize(
    ("requirement", "sentence"),
    [
        (
            _requirement(RequirementKind.TRAINER_AVAILABLE, person="t1"),
            Sentence(
                "{person} is available {stretches}.",
                {
                    "person": Several(("T",)),
                    "stretches": Several(
                        (
                            Sentence(
                                "from {first} until {last}", {"first": date(2023, 2, 18), "last": date(2023, 3, 18)}
                            ),
                        ),
                        "; ",
                    ),
                },
            ),
        ),
        (
            _requirement(RequirementKind.COHORT_VENUES, cohort="c", venues="v1 v9"),
            Sentence(
                "“{cohort}” can be held at {venues}.",
                {"cohort": "c", "venues": Several(("V, Via A 1, Padova", "v9"), "; ")},
            ),
        ),
        (
            _requirement(RequirementKind.DAYS, cohort="c", days="monday friday"),
            Sentence(
                "“{cohort}” meets on these weekdays: {days}.",
                {"cohort": "c", "days": Several((WeekdayName(0), WeekdayName(4)))},
            ),
        ),
    ],
)
def test_condition_names_people_places_and_days(requirement: Requirement, sentence: Sentence) -> None:
    assert in_each_others_way(COURSE, _without_plan(requirement)) == (ToldCondition(requirement, sentence),)


DAYS = tuple(date(2023, 3, 1) + timedelta(number) for number in range(7))


@pytest.mark.parametrize(
    ("kind", "remedy", "told"),
    [
        (RequirementKind.PAUSE, {"ids": ("t1", "v1")}, ("It would do to use {names}.", ["T", "V, Via A 1, Padova"])),
        (RequirementKind.PAUSE, {"days": DAYS[:6]}, ("It would do to have these days too: {days}.", [*DAYS[:6]])),
        (RequirementKind.PAUSE, {"days": DAYS}, ("It would do to have these days too: {days}.", [*DAYS[:6], "…"])),
        (RequirementKind.PAUSE, {}, None),
        (RequirementKind.ENDS, {}, None),
        (RequirementKind.AT_MOST, {}, None),
    ],
)
def test_remedy_names_what_would_do_or_nothing_where_that_is_not_known(
    kind: RequirementKind, remedy: dict[str, tuple[date | str, ...]], told: tuple[str, list[date | str]] | None
) -> None:
    requirement = _requirement(kind, cohort="c", first=DAYS[0], last=DAYS[1], day=DAYS[0])
    (found,) = easiest_to_change(COURSE, _without_plan(remedies=(Remedy(requirement, **remedy),)))  # type: ignore[arg-type]
    if told is None:
        assert found.remedy is None
    else:
        assert found.remedy is not None
        (named,) = found.remedy.values.values()
        assert isinstance(named, Several)
        assert (found.remedy.message, [*named.items]) == told


def test_remedy_of_a_last_day_is_the_day_that_would_do() -> None:
    ends = _requirement(RequirementKind.ENDS, cohort="c", day=DAYS[0])
    (found,) = easiest_to_change(COURSE, _without_plan(remedies=(Remedy(ends, days=DAYS[:2]),)))
    assert found.remedy == Sentence("It would do to end on {last}.", {"first": DAYS[0], "last": DAYS[1], "distance": 0})


def test_why_there_is_no_plan_names_the_conditions_and_the_easiest_to_change() -> None:
    ends = _requirement(RequirementKind.ENDS, cohort="c", day=DAYS[0])
    proposal = _without_plan(ends, remedies=(Remedy(ends, days=DAYS[:1]),))
    assert [(sentence.message, conditions) for sentence, conditions in why_there_is_none(COURSE, proposal)] == [
        (
            "These conditions cannot all hold; without any one of them they would:",
            in_each_others_way(COURSE, proposal),
        ),
        ("The easiest to change:", easiest_to_change(COURSE, proposal)),
    ]
    assert list(why_there_is_none(COURSE, Proposal())) == []


def test_worth_of_a_plan_is_its_cost_and_what_is_left_to_gain() -> None:
    assert worth(Proposal(cost=80, bound=80, is_best=True)).values == {"cost": 80}
    assert worth(Proposal(cost=80, bound=60)).values == {"cost": 80, "bound": 60, "gap": 25}
