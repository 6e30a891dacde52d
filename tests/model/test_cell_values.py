"""Cells of a table of applications, read as people and forms write them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.model.cell_values import read_day, read_flag, read_quantity, read_received, read_score, text_of
from coursewright.model.column import CellError
from coursewright.model.conditions.experience import read_periods
from coursewright.model.reason import ReasonCode, SentenceCode
from coursewright.model.table import Cell
from tests.fees.cohorts import ROME


def _refusal(read: Callable[[], object]) -> SentenceCode | None:
    try:
        read()
    except CellError as error:
        return error.code
    return None


@pytest.mark.parametrize(
    ("cell", "instant"),
    [
        ("2022-12-15 23:59", "2022-12-15T22:59:00"),
        ("2022-12-15T23:59:59", "2022-12-15T22:59:59"),
        ("2022-12-15T23:59:59.999999", "2022-12-15T22:59:59.999999"),
        ("15/12/2022 23.59", "2022-12-15T22:59:00"),
        ("15/12/2022 23.59.30", "2022-12-15T22:59:30"),
        ("5/1/2023, 9:05", "2023-01-05T08:05:00"),
        ("15.12.2022 23:59", "2022-12-15T22:59:00"),
        ("2022/12/15 11:59:00 PM", "2022-12-15T22:59:00"),
        ("15/12/2022 12:00 a.m.", "2022-12-14T23:00:00"),
        ("  2022-12-15 23:59 ", "2022-12-15T22:59:00"),
        ("2022-12-15T23:59:59+01:00", "2022-12-15T22:59:59"),
        ("2022-12-15T22:59:59Z", "2022-12-15T22:59:59"),
        ("2022-12-15 22:59:59 UTC", "2022-12-15T22:59:59"),
        ("2022/12/15 11:59:59 PM GMT+1", "2022-12-15T22:59:59"),
        ("2022-12-15T18:29:59-0430", "2022-12-15T22:59:59"),
        ("2022-10-30T02:30:00+02:00", "2022-10-30T00:30:00"),
        ("2022-10-30T02:30:00+01:00", "2022-10-30T01:30:00"),
        ("2023-03-26T02:30:00+01:00", "2023-03-26T01:30:00"),
        (datetime(2022, 12, 15, 23, 59), "2022-12-15T22:59:00"),
        (datetime(2022, 12, 15, 22, 59, tzinfo=UTC), "2022-12-15T22:59:00"),
        (datetime(2022, 12, 15), "2022-12-14T23:00:00"),
    ],
)
def test_receipt_is_an_instant(cell: Cell, instant: str) -> None:
    read = read_received(cell, ROME)
    assert (read, read.tzinfo) == (datetime.fromisoformat(f"{instant}+00:00"), UTC)


@pytest.mark.parametrize(
    ("zone", "cell", "instant"),
    [
        ("Europe/Rome", "2022-12-15", "2022-12-15T22:59:59.999999"),
        ("Europe/Rome", "15/12/2022", "2022-12-15T22:59:59.999999"),
        ("Europe/Rome", date(2022, 12, 15), "2022-12-15T22:59:59.999999"),
        ("Europe/Rome", "2022-10-30", "2022-10-30T22:59:59.999999"),
        ("Europe/Rome", "2023-03-26", "2023-03-26T21:59:59.999999"),
        ("America/Havana", "2023-03-11", "2023-03-12T04:59:59.999999"),
        ("Australia/Lord_Howe", "2022-10-02", "2022-10-02T12:59:59.999999"),
    ],
)
def test_bare_day_is_its_last_instant(zone: str, cell: Cell, instant: str) -> None:
    assert read_received(cell, ZoneInfo(zone)) == datetime.fromisoformat(f"{instant}+00:00")


@pytest.mark.parametrize(
    ("zone", "cell", "code"),
    [
        ("Europe/Rome", "2022-10-30 02:00", "time-twice"),
        ("Europe/Rome", "30/10/2022 02.59.59", "time-twice"),
        ("Europe/Rome", "2022-10-30 01:59:59", None),
        ("Europe/Rome", "2022-10-30 03:00", None),
        ("Europe/Rome", "2023-03-26 02:00", "time-skipped"),
        ("Europe/Rome", datetime(2023, 3, 26, 2, 59, 59, 999999), "time-skipped"),
        ("Europe/Rome", "2023-03-26 01:59:59", None),
        ("Europe/Rome", "2023-03-26 03:00", None),
        ("America/Havana", "2023-03-12 00:30", "time-skipped"),
        ("America/Havana", "2022-11-06 00:30", "time-twice"),
        ("Australia/Lord_Howe", "2022-10-02 02:29", "time-skipped"),
        ("Australia/Lord_Howe", "2022-10-02 02:30", None),
        ("Australia/Lord_Howe", "2023-04-02 01:29", None),
        ("Australia/Lord_Howe", "2023-04-02 01:30", "time-twice"),
    ],
)
def test_time_that_is_not_one_instant_needs_an_offset(zone: str, cell: Cell, code: str | None) -> None:
    assert _refusal(lambda: read_received(cell, ZoneInfo(zone))) == code


@pytest.mark.parametrize(
    "cell",
    [
        "ieri",
        "",
        None,
        "15/12/22 10:00",
        "12/15/2022 10:00",
        "2022-02-30",
        "2022-12-15 24:00",
        "2022-12-15 23:60",
        "2022-12-15 13:00 PM",
        "2022-12-15 0:30 AM",
        "2022-12-15 10:00 01",
        "2022-12-15 10:00+25:00",
        "2022-12-15 10:00 +",
        "1899-12-31 10:00",
        "2200-01-01",
        "1822-12-15T10:00:00+01:00",
        "٢٠٢٢-12-15",
        44910,
        44910.5,
        True,
        time(10, 0),
    ],
)
def test_what_is_no_time_is_refused(cell: Cell) -> None:
    assert _refusal(lambda: read_received(cell, ROME)) == ReasonCode.TIME_UNREADABLE


@settings(max_examples=100)
@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(lambda moment: moment.replace(second=0, microsecond=0))
)
def test_each_way_to_write_a_time_is_the_same_time(moment: datetime) -> None:
    written = (
        moment,
        f"{moment:%Y-%m-%d %H:%M}",
        f"{moment:%Y-%m-%dT%H:%M:%S}",
        f"{moment:%d/%m/%Y %H.%M}",
        f"{moment.day}/{moment.month}/{moment:%Y}, {moment:%H:%M:%S}",
        f"{moment:%Y/%m/%d} {moment.hour % 12 or 12}:{moment:%M:%S} {'PM' if moment.hour >= 12 else 'AM'}",
    )
    zone = ZoneInfo("UTC")
    assert {read_received(cell, zone) for cell in written} == {moment.replace(tzinfo=UTC)}


@pytest.mark.parametrize(
    "cell",
    [
        "2021-06-01",
        "01/06/2021",
        "1/6/2021",
        "1.6.2021",
        "2021-06-01 00:00:00",
        "2021-06-01T00:00",
        date(2021, 6, 1),
        datetime(2021, 6, 1, 15),
    ],
)
def test_day_is_read(cell: Cell) -> None:
    assert read_day(cell) == date(2021, 6, 1)


@pytest.mark.parametrize("cell", ["giugno 2021", "2021-06", "31/06/2021", "2021-06-01 10:00", "1821-06-01", 44348, ""])
def test_what_is_no_day_is_refused(cell: Cell) -> None:
    assert _refusal(lambda: read_day(cell)) == ReasonCode.DAY_UNREADABLE


@pytest.mark.parametrize(
    "cell",
    [
        "sì",
        "si",
        "SÌ",
        "yes",
        "true",
        "Vero",
        "1",
        "x",
        "X ",
        1,
        1.0,
        True,
        "2022-12-15",
        "15/12/2022 10.00",
        date(2022, 1, 1),
    ],
)
def test_yes(cell: Cell) -> None:
    assert read_flag(cell) is True


@pytest.mark.parametrize("cell", ["", "  ", "no", "NO", "false", "Falso", "0", 0, 0.0, False, None])
def test_no(cell: Cell) -> None:
    assert read_flag(cell) is False


@pytest.mark.parametrize("cell", ["forse", "2", "ok", "-", 2, time(10, 0)])
def test_neither_yes_nor_no_is_refused(cell: Cell) -> None:
    assert _refusal(lambda: read_flag(cell)) == ReasonCode.FLAG_UNREADABLE


@pytest.mark.parametrize(
    ("cell", "score"),
    [
        ("8.5", "8.5"),
        ("8,5", "8.5"),
        (" 10 ", "10"),
        ("-1", "-1"),
        (8, "8"),
        (8.0, "8"),
        (8.5, "8.5"),
        (25 / 3, "8.333333333333334"),
        (Decimal("8.50"), "8.50"),
        ("0", "0"),
    ],
)
def test_score_is_a_number_with_point_or_comma(cell: Cell, score: str) -> None:
    assert read_score(cell) == Decimal(score)


@pytest.mark.parametrize("cell", [None, "", "  "])
def test_score_can_be_empty(cell: Cell) -> None:
    assert read_score(cell) is None


@pytest.mark.parametrize("cell", ["otto", "8/10", "1.000,5", "NaN", float("nan"), float("inf"), True, date(2022, 1, 1)])
def test_what_is_no_number_is_refused(cell: Cell) -> None:
    assert _refusal(lambda: read_score(cell)) == ReasonCode.SCORE_UNREADABLE


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("  a b ", "a b"),
        (7.0, "7"),
        (7.5, "7.5"),
        (7, "7"),
        (True, "true"),
        (date(2022, 1, 2), "2022-01-02"),
        (datetime(2022, 1, 2, 3, 4), "2022-01-02 03:04:00"),
    ],
)
def test_cell_as_text(cell: Cell, text: str) -> None:
    assert text_of(cell) == text


@settings(max_examples=150)
@given(st.text(max_size=24) | st.from_regex(r"[0-9/.: T+-]{6,26}", fullmatch=True))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (lambda: read_received(text, ROME), lambda: read_periods(text), lambda: read_flag(text)):
        _refusal(read)
    _refusal(lambda: read_score(text))
    _refusal(lambda: read_day(text))


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("14.000,50", "14000.50"),
        ("1.014.000", "1014000"),
        ("14 000", "14000"),
        ("14,000.50", "14000.50"),
        ("14'000.50", "14000.50"),
        ("€ 14000", "14000"),
        ("14000 euro", "14000"),
        ("14000,5", "14000.5"),
        ("8.5", "8.5"),
        ("0.125", "0.125"),
        ("-3", "-3"),
    ],
)
def test_quantity_is_read_as_people_write_amounts(written: str, number: str) -> None:
    assert read_quantity(written) == Decimal(number)


@pytest.mark.parametrize("written", ["14.000", "1,250", "14.00.0", "quattordici", "14.0000,5"])
def test_quantity_that_can_be_two_numbers_or_none_is_refused(written: str) -> None:
    with pytest.raises(CellError):
        read_quantity(written)
