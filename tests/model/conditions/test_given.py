"""Columns of a course's own: words, and numbers within bounds."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.fees.application_rows import applicant_answering
from coursewright.fees.quote import quote
from coursewright.fees.rule_set import RuleSet
from coursewright.fees.table import fee_table
from coursewright.locale import wording
from coursewright.model.finding_codes import Code
from tests.checks.course_folder import COHORT, CourseFolder
from tests.fees.asking import NOON
from tests.fees.cohorts import Data, rule, rule_set


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    """A copy of the minimal course."""
    return CourseFolder.minimal(tmp_path / "course")


LEVEL: Data = {"id": "titolo", "title": "Titolo di studio"}
INCOME: Data = {"id": "isee", "title": "ISEE", "kind": "number"}


def _due(rules: RuleSet, **answers: str) -> str:
    said = {f"given.{name}": value for name, value in answers.items()}
    return str(quote(rules, applicant_answering(NOON, said, rules.fees.conditions)).due)


def _reasons(rules: RuleSet, **answers: str) -> list[str]:
    said = {f"given.{name}": value for name, value in answers.items()}
    statement = quote(rules, applicant_answering(NOON, said, rules.fees.conditions))
    return [wording("en").reason(line.reason) for line in statement.lines]


WORDS = rule_set(
    rule("laureati", price="800.00", when={"given": {"titolo": "Laurea"}}),
    rule("altri", price="900.00", when={"given": {"titolo": "other"}}),
    given=[LEVEL],
)


@pytest.mark.parametrize(
    ("said", "due"), [("laurea ", "800.00"), ("LAUREA", "800.00"), ("diploma", "900.00"), ("", "900.00")]
)
def test_word_is_compared_and_other_is_all_the_rest(said: str, due: str) -> None:
    assert _due(WORDS, titolo=said) == due


def test_words_say_why_not() -> None:
    assert _reasons(WORDS, titolo="diploma")[0] == "It asks for “Titolo di studio”: Laurea."
    assert _reasons(WORDS, titolo="laurea")[1] == "It is for those whose “Titolo di studio” no other rule names."


BOUNDS = rule_set(
    rule("basso", price="100.00", when={"given": {"isee": {"at_most": "10000"}}}),
    rule("medio", price="500.00", when={"given": {"isee": {"over": "10000", "under": "20000.50"}}}),
    given=[INCOME],
)


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("10000", "100.00"),
        ("10000,00", "100.00"),
        ("10000.01", "500.00"),
        ("20000.49", "500.00"),
        ("20000.50", "1000.00"),
        ("-3", "100.00"),
        ("", "1000.00"),
    ],
)
def test_number_counts_at_its_bounds_to_the_cent(said: str, due: str) -> None:
    assert _due(BOUNDS, isee=said) == due


def test_what_is_not_stated_is_never_eligible_by_silence() -> None:
    assert set(_reasons(BOUNDS)) == {"“ISEE” is not stated."}


def test_table_names_each_stretch_of_numbers() -> None:
    profiles = [wording("en").profile(row.profile) for row in fee_table(BOUNDS).rows]
    assert profiles == [
        "ISEE: not stated",
        "ISEE: 10000 or less",
        "ISEE: more than 10000, less than 20000.50",
        "ISEE: 20000.50 or more",
    ]


NUMBERS = st.decimals(min_value=-3, max_value=6, places=1)
SIDES = {
    "under": lambda number, bound: number < bound,
    "at_most": lambda number, bound: number <= bound,
    "at_least": lambda number, bound: number >= bound,
    "over": lambda number, bound: number > bound,
}


@st.composite
def bounds(draw: st.DrawFn) -> dict[str, str]:
    """One bound or two, of integers."""
    below = draw(st.sampled_from([None, "at_least", "over"]))
    above = draw(st.sampled_from(["under", "at_most"] if below is None else [None, "under", "at_most"]))
    return {name: str(draw(st.integers(0, 4))) for name in (below, above) if name is not None}


@given(st.lists(bounds(), min_size=1, max_size=4), st.none() | NUMBERS)
@settings(max_examples=300, deadline=None)
def test_numbers_are_decided_as_arithmetic_says(asked: list[dict[str, str]], number: Decimal | None) -> None:
    rules = rule_set(
        *(
            rule(f"r{at}", price=f"{900 - 100 * at}.00", when={"given": {"isee": bound}})
            for at, bound in enumerate(asked)
        ),
        given=[INCOME],
    )
    holding = [
        Decimal(900 - 100 * at)
        for at, bound in enumerate(asked)
        if number is not None and all(SIDES[name](number, Decimal(value)) for name, value in bound.items())
    ]
    said = {} if number is None else {"isee": str(number)}
    assert Decimal(_due(rules, **said)) == min(holding, default=Decimal(1000))


@pytest.mark.parametrize(
    "asked",
    [{"isee": "Laurea"}, {"titolo": {"under": "3"}}],
)
def test_word_and_number_are_not_mixed(asked: Data) -> None:
    with pytest.raises(ValueError, match="keys-together"):
        rule_set(rule("r", percent=10, when={"given": asked}), given=[LEVEL, INCOME])


def test_bounds_have_one_side_each_at_most() -> None:
    for asked in ({}, {"under": "3", "at_most": "4"}, {"over": "3", "at_least": "4"}):
        with pytest.raises(ValueError, match=r"one-of-keys|given"):
            rule_set(rule("r", percent=10, when={"given": {"isee": asked}}), given=[INCOME])


def test_column_that_is_not_declared_is_found(course: CourseFolder) -> None:
    course.replace(COHORT, "{received: {until: 2022-12-24}}", "{given: {titol: laurea}}")
    course.replace(COHORT, "  rules:\n", "  given: [{id: titolo, title: Titolo}]\n  rules:\n")
    assert course.values(Code.UNKNOWN_COLUMN) == [{"found": "titol", "nearest": "titolo", "known": "titolo"}]
