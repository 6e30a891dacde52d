"""Conditions as rooms: what each says stands in no other.

Covers also `model/column.py`.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from coursewright.locale import wording
from coursewright.model.application import COLUMNS, COLUMNS_TO_FILL
from coursewright.model.column import REQUIRED
from coursewright.model.condition import Applicant
from coursewright.model.fee_rules import CONDITIONS, CONDITIONS_TO_FILL, When


def test_conditions_are_the_keys_of_when_in_their_order() -> None:
    assert ["received", *(condition.name for condition in CONDITIONS), "given"] == list(When.model_fields)


def test_columns_and_questions_have_an_order_of_their_own() -> None:
    places = [condition.place for condition in CONDITIONS_TO_FILL]
    assert places == sorted(set(places))
    assert set(CONDITIONS_TO_FILL) == set(CONDITIONS)
    assert set(COLUMNS) == set(COLUMNS_TO_FILL) > set(REQUIRED)


def test_no_name_of_a_column_or_question_is_given_twice() -> None:
    questions = [question.name for condition in CONDITIONS for question in condition.questions]
    columns = [column.name for column in COLUMNS]
    assert (len(set(questions)), len(set(columns))) == (len(questions), len(columns))


def test_who_says_nothing_has_the_fact_of_saying_nothing() -> None:
    nobody = Applicant(datetime(2022, 11, 1, tzinfo=UTC))
    assert [condition.fact(nobody) for condition in CONDITIONS] == [condition.nothing for condition in CONDITIONS]


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        (
            "experience",
            {"at_least_years": 1, "under_years": 3},
            [
                "people with less than 3 years of work experience",
                "people with 1 years of work experience or more",
            ],
        ),
        ("organisation_members", 2, ["organisations of which 2 people or more have a place"]),
        ("code", "PRIMAVERA", ["people with the code received"]),
        ("category", "ente", ["the category “ente”"]),
        ("alumni", True, ["people who took part before"]),
        ("alumni", False, ["people who take part for the first time"]),
    ],
)
def test_condition_says_for_whom_a_rule_is(name: str, asked: object, said: list[str]) -> None:
    when = When.model_validate({name: asked})
    (condition,) = (each for each in CONDITIONS if each.name == name)
    assert [wording("en").shown(each) for each in condition.words(when.asks(condition))] == said
