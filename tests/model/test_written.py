"""Scalars as people write them: what each kind of field takes, and what it says of the rest."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

import pytest

from coursewright.model.words import Term
from coursewright.model.written import (
    ClockTime,
    Count,
    Day,
    EmailAddress,
    Flag,
    Identifier,
    Markdown,
    Minutes,
    Money,
    MonthDay,
    Percentage,
    Plain,
    PositiveCount,
    Text,
    WebAddress,
    Years,
    choice,
    found,
    is_identifier,
    matching,
)
from tests.model.refusals import code, read, refusal


class Way(StrEnum):
    """Two words."""

    OUT = "out"
    BACK = "back"


AnyWay = Annotated[Way, choice(Way)]
Letters = Annotated[str, matching("[a-z]+", "small letters")]
EVERY_KIND = [
    Text,
    Markdown,
    Identifier,
    Minutes,
    Count,
    Percentage,
    Flag,
    Day,
    ClockTime,
    MonthDay,
    Money,
    WebAddress,
    EmailAddress,
    Letters,
]


@pytest.mark.parametrize("kind", EVERY_KIND)
@pytest.mark.parametrize("nothing", [None, "", " \n", Plain("")])
def test_nothing_is_refused_as_nothing(kind: Any, nothing: object) -> None:
    values = refusal(kind, nothing)
    assert values is not None
    assert values["code"] == "empty-text"
    assert isinstance(values["expected"], Term)


@pytest.mark.parametrize("kind", EVERY_KIND)
@pytest.mark.parametrize("value", [[], ["a"], {}, {"a": "b"}])
def test_list_or_keys_are_refused(kind: Any, value: object) -> None:
    assert code(kind, value) in {"wrong-type", "invalid-money"}


@pytest.mark.parametrize(
    "scalar", ["10:30", "NO", "010", "1_000", "0x10", "1e3", ".5", "yes", "2023-02-18", "=", "true"]
)
def test_text_takes_any_scalar_as_written(scalar: str) -> None:
    assert read(Text, Plain(scalar)) == read(Markdown, scalar) == scalar
    assert type(read(Text, Plain(scalar))) is str


def test_text_is_one_line_and_markdown_keeps_its_lines() -> None:
    assert read(Text, " one\n  two\tthree\u00a0four \n") == "one two three\u00a0four"
    assert read(Markdown, " one\n\n  two \n") == "one\n\n  two"


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (Minutes, "1", 1),
        (Minutes, "6000", 6000),
        (Minutes, "+15", 15),
        (Count, "0", 0),
        (Count, "1000000", 1_000_000),
        (Years, "2", 2),
        (Percentage, "10", Decimal(10)),
        (Percentage, "12.5", Decimal("12.5")),
        (Percentage, "0", Decimal(0)),
        (Percentage, "100", Decimal(100)),
        (Flag, "true", True),
        (Flag, "false", False),
        (Flag, "True", True),
        (Day, "2023-02-18", date(2023, 2, 18)),
        (Day, "2024-02-29", date(2024, 2, 29)),
        (ClockTime, "09:30", time(9, 30)),
        (ClockTime, "00:00", time(0)),
        (MonthDay, "06-24", "06-24"),
        (MonthDay, "02-29", "02-29"),
        (Identifier, "cm-2023", "cm-2023"),
        (Identifier, "010", "010"),
        (Identifier, "a" * 64, "a" * 64),
        (WebAddress, "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (EmailAddress, "corsi@example.org", "corsi@example.org"),
        (Letters, "abc", "abc"),
        (AnyWay, "out", Way.OUT),
    ],
)
def test_written_without_quotes(kind: Any, written: str, value: object) -> None:
    assert read(kind, Plain(written)) == value


@pytest.mark.parametrize(
    ("kind", "written"),
    [(Day, "2023-02-18"), (ClockTime, "09:30"), (MonthDay, "06-24"), (Identifier, "a"), (AnyWay, "out")],
)
def test_days_times_and_words_may_stand_in_quotes(kind: Any, written: str) -> None:
    assert read(kind, written) == read(kind, Plain(written))


@pytest.mark.parametrize(("kind", "written"), [(Minutes, "240"), (Count, "0"), (Percentage, "12.5"), (Flag, "true")])
def test_numbers_and_truths_stand_without_quotes(kind: Any, written: str) -> None:
    values = refusal(kind, written)
    assert values is not None
    assert (values["code"], values["found"]) == ("quoted-value", written)


@pytest.mark.parametrize("value", [10, Decimal("10"), date(2023, 2, 18), time(9, 30), True])
def test_values_that_are_read_already_are_taken(value: object) -> None:
    kinds: dict[type, Any] = {int: Minutes, Decimal: Money, date: Day, time: ClockTime, bool: Flag}
    assert read(kinds[type(value)], value) == value


@pytest.mark.parametrize("kind", [Minutes, Count, PositiveCount, Years])
@pytest.mark.parametrize(
    "written",
    ["10:30", "010", "1_000", "0x10", "1e3", ".5", "1.0", "2023-02-18", "yes", "15 minuti", "1,5", "=", "--1", "١"],
)
def test_what_is_no_whole_number(kind: Any, written: str) -> None:
    assert code(kind, Plain(written)) == code(kind, written) == "wrong-type"


@pytest.mark.parametrize(
    "written", ["10 %", "10%", "1e1", ".5", "5.", "010", "1,5", "inf", ".inf", ".nan", "NaN", "1.1234567"]
)
def test_what_is_no_number(written: str) -> None:
    assert code(Percentage, Plain(written)) == "wrong-type"


@pytest.mark.parametrize(
    ("kind", "written", "least", "most"),
    [
        (Minutes, "0", 1, 6000),
        (Minutes, "-5", 1, 6000),
        (Minutes, "6001", 1, 6000),
        (Count, "-1", 0, None),
        (PositiveCount, "0", 1, None),
        (PositiveCount, "1000001", 1, 1_000_000),
        (PositiveCount, "9" * 5000, 1, 1_000_000),
        (PositiveCount, "-" + "9" * 5000, 1, None),
        (Years, "101", 0, 100),
        (Percentage, "100.5", 0, 100),
        (Percentage, "-0.5", 0, 100),
        (Percentage, "9" * 5000, 0, 100),
    ],
)
def test_number_out_of_range(kind: Any, written: str, least: int, most: int | None) -> None:
    values = refusal(kind, Plain(written))
    assert values is not None
    assert (values["code"], values["least"], values["most"]) == ("out-of-range", least, most)
    assert len(values["found"]) <= 60


@pytest.mark.parametrize("written", ["yes", "no", "on", "NO", "1", "0", "y", "vero", "tru"])
def test_what_is_neither_true_nor_false(written: str) -> None:
    assert code(Flag, Plain(written)) == "wrong-type"


@pytest.mark.parametrize(
    ("written", "refused"),
    [
        ("2023-02-30", "no-such-day"),
        ("2023-02-29", "no-such-day"),
        ("2023-13-01", "no-such-day"),
        ("2023-00-10", "no-such-day"),
        ("0000-01-01", "no-such-day"),
        ("1899-12-31", "wrong-type"),
        ("9999-12-31", "wrong-type"),
        ("18/02/2023", "wrong-type"),
        ("2023-2-18", "wrong-type"),
        ("2023-02-18T10:00", "wrong-type"),
        ("20230218", "wrong-type"),
        ("2023-W07-6", "wrong-type"),
        ("domani", "wrong-type"),
    ],
)
def test_what_is_no_day(written: str, refused: str) -> None:
    assert code(Day, Plain(written)) == refused


@pytest.mark.parametrize("written", ["9:30", "24:00", "12:60", "0930", "09:30:00", "9.30", "570", "mezzogiorno"])
def test_what_is_no_time(written: str) -> None:
    assert code(ClockTime, Plain(written)) == "wrong-type"


@pytest.mark.parametrize(
    ("written", "refused"),
    [("06-31", "no-such-day"), ("13-01", "no-such-day"), ("24-6", "wrong-type"), ("24 giugno", "wrong-type")],
)
def test_what_is_no_day_of_the_year(written: str, refused: str) -> None:
    assert code(MonthDay, Plain(written)) == refused


@pytest.mark.parametrize(
    ("written", "value"), [("1450.00", "1450.00"), ("0.00", "0.00"), ("0.50", "0.50"), ("999999999.99", "999999999.99")]
)
def test_money_stands_in_quotes(written: str, value: str) -> None:
    assert read(Money, written) == Decimal(value)
    assert code(Money, Plain(written)) == "unquoted-money"


@pytest.mark.parametrize(
    "written",
    [
        "1450",
        "1450,00",
        "1.450,00",
        "1450.0",
        "1450.000",
        "-1.00",
        "01.00",
        "€ 10.00",
        "10.00 ",
        "1e3",
        "1234567890.00",
    ],
)
def test_what_is_no_amount(written: str) -> None:
    assert code(Money, written) == "invalid-money"


@pytest.mark.parametrize("written", ["A", "à", "a b", "a_b", "-a", "a-", "a--b", "a.b", "a" * 65, "a\n", "а"])
def test_what_is_no_id(written: str) -> None:
    assert code(Identifier, written) == "invalid-id"
    assert not is_identifier(written)


@pytest.mark.parametrize(
    "written", ["example.org", "javascript:alert(1)", "http://a b", "https://<x>", "ftp://a", "https://", 'https://a"b']
)
def test_what_is_no_web_address(written: str) -> None:
    assert code(WebAddress, written) == "invalid-url"


@pytest.mark.parametrize(
    "written", ["corsi", "corsi@example", "a b@example.org", "a@b@c.it", "a@b.it?cc=d", "<a@b.it>"]
)
def test_what_is_no_email_address(written: str) -> None:
    assert code(EmailAddress, written) == "wrong-type"


@pytest.mark.parametrize("written", ["Out", "bak", "", None, 3, ["out"]])
def test_word_that_is_not_among_those_known(written: object) -> None:
    values = refusal(AnyWay, written)
    assert values is not None
    assert (values["code"], values["known"]) == ("unknown-value", ("out", "back"))


def test_text_of_another_form_is_told_what_is_expected() -> None:
    assert refusal(Letters, "A") == {"code": "wrong-type", "expected": "small letters", "found": "A"}


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        ({"a": 1}, "{…}"),
        ([1], "[…]"),
        ((), "[…]"),
        (" a\n b ", "a b"),
        ("x" * 61, "x" * 59 + "…"),
        (3, "3"),
    ],
)
def test_what_was_found_fits_into_a_message(value: object, shown: str) -> None:
    assert found(value) == shown
