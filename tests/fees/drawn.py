"""Rules, applicants and applications as hypothesis draws them: few values, so that they meet often."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from coursewright.fees.rule_set import RuleSet
from coursewright.model.application import Application
from coursewright.model.conditions.experience import Period
from tests.fees.applications import applicant, application
from tests.fees.cohorts import Data, rule, rule_set

# The window holds the Sunday on which clocks go back.
OPENS, CLOSES = date(2022, 10, 28), date(2022, 11, 2)
DAYS = st.dates(OPENS - timedelta(days=1), CLOSES + timedelta(days=1))
CODES = ("", "ALFA", "BETA")
CATEGORIES = ("", "studente", "ente")

MONEY = st.integers(0, 120_000).map(lambda cents: f"{cents // 100}.{cents % 100:02}")
PERCENT = st.one_of(st.integers(0, 100).map(Decimal), st.decimals(0, 100, places=6, allow_nan=False))
EFFECTS = st.one_of(
    PERCENT.map(lambda value: {"percent": value}),
    MONEY.map(lambda value: {"amount": value}),
    MONEY.map(lambda value: {"price": value}),
)
AWARDS = st.sampled_from(
    [(), ("received asc",), ("score desc", "received asc", "draw"), ("score desc", "draw"), ("draw",)]
)
PERIODS = st.builds(
    lambda start, days: Period(start, None if days is None else start + timedelta(days=days)),
    st.dates(date(2018, 2, 26), date(2022, 11, 3)),
    st.none() | st.integers(1, 1500),
)
EXPERIENCE = st.none() | st.lists(PERIODS, max_size=3).map(tuple)


@st.composite
def windows(draw: st.DrawFn, /) -> Data:
    """The days in which an application must have been received."""
    days = sorted(draw(st.lists(DAYS, min_size=2, max_size=2)))
    written = {"from": days[0].isoformat(), "until": days[1].isoformat()}
    return {key: written[key] for key in draw(st.sampled_from([("from",), ("until",), ("from", "until")]))}


CONDITIONS: dict[str, st.SearchStrategy[Any]] = {
    "received": windows(),
    "experience": st.one_of(
        st.integers(0, 3).map(lambda years: {"under_years": years}),
        st.integers(0, 3).map(lambda years: {"at_least_years": years}),
    ),
    "organisation_members": st.integers(1, 3),
    "code": st.sampled_from(CODES[1:]),
    "category": st.sampled_from(["Studente", "ente"]),
    "alumni": st.booleans(),
}


@st.composite
def rules(draw: st.DrawFn, /, name: str, limited: bool = True, tiers: bool = False) -> Data:
    """One rule with up to two conditions."""
    keys = draw(st.lists(st.sampled_from(sorted(CONDITIONS)), max_size=2, unique=True))
    written = rule(name, when={key: draw(CONDITIONS[key]) for key in keys}, **draw(EFFECTS))
    if draw(st.integers(0, 4)) == 0:
        written["exclusive"] = True
    if tiers and draw(st.booleans()):
        written["tier"] = "t"
    if limited and draw(st.booleans()):
        written["award"] = draw(AWARDS)
        if not written["award"] or draw(st.booleans()):
            written["places"] = draw(st.integers(1, 2))
    return written


@st.composite
def rule_sets(draw: st.DrawFn, /, limited: bool = True, tiers: bool = False, **keys: Any) -> RuleSet:
    """The rules of a cohort whose enrolment is six days around a change of clocks."""
    written = [draw(rules(f"r{number}", limited, tiers)) for number in range(draw(st.integers(0, 4)))]
    fees = {
        "price": draw(MONEY),
        "combine": draw(st.sampled_from(["best", "cumulate"])),
        "experience_at": draw(st.sampled_from(["received", "enrolment.closes", "starts", "2022-10-30"])),
        "draw_seed": "seed",
        **keys,
    }
    return rule_set(*written, opens=OPENS, closes=CLOSES, **fees)


INSTANTS = st.builds(
    lambda hours, ticks: datetime(2022, 10, 27, 22, tzinfo=UTC) + timedelta(hours=hours, microseconds=ticks),
    st.integers(0, 24 * 6 + 1),
    st.integers(-1, 1),
)
APPLICANTS = st.builds(
    applicant,
    received=INSTANTS,
    experience=EXPERIENCE,
    organisation_members=st.integers(0, 4),
    code=st.sampled_from(CODES),
    category=st.sampled_from(CATEGORIES),
    alumni=st.booleans(),
)
_SCORES = st.none() | st.integers(0, 2).map(Decimal)


@st.composite
def applications(draw: st.DrawFn, /, name: str) -> Application:
    """One application; addresses and names recur."""
    return application(
        name,
        draw(INSTANTS),
        email=f"{draw(st.sampled_from('abcdefghi'))}@example.org",
        name=draw(st.sampled_from(["Anna", "ANNA ", "Bo"])),
        organisation=draw(st.sampled_from(["", "Coop", "coop ", "Ente"])),
        experience=draw(EXPERIENCE),
        code=draw(st.sampled_from(CODES)),
        category=draw(st.sampled_from(CATEGORIES)),
        alumni=draw(st.booleans()),
        score=draw(_SCORES),
        withdrawn=draw(st.integers(0, 7)) == 0,
    )


@st.composite
def application_lists(draw: st.DrawFn, /, most: int = 9) -> list[Application]:
    """Applications in the rows of a sheet; now and then an id is repeated."""
    names = draw(st.lists(st.sampled_from("ABCDEFGHIJKLMNOP"), max_size=most))
    drawn = [draw(applications(name)) for name in names]
    return [_in_row(each, row) for row, each in enumerate(drawn, start=2)]


def _in_row(each: Application, row: int) -> Application:
    return replace(each, row=row)
