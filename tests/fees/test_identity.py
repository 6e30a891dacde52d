"""People, not numbers: what a file looks like changes nobody's outcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.fees.application_rows import RowReader
from coursewright.fees.column_names import columns_of
from coursewright.fees.rule_set import RuleSet
from coursewright.fees.settlement import settle
from coursewright.model.application import COLUMN_BY_NAME, derived_id
from coursewright.model.layout import own_layout
from coursewright.model.person import Person
from coursewright.model.table import Row, Table
from tests.fees.cohorts import rule, rule_set

RULES = rule_set(
    rule("early", percent=10, when={"received": {"until": "2022-12-24"}}),
    rule("member", price="700.00", when={"category": "socio"}),
    rule("grant", price="0.00", places=2, award=["score desc", "received asc"], when={"category": "socio"}),
    places=4,
)
Said = Mapping[str, str]
Result = tuple[str, str | None]
NAMES = ["Ada", "Bea Bó", "Carla D'Amico", "Dino", "Ebe", "Furio"]


@st.composite
def people(draw: st.DrawFn) -> list[Said]:
    """Some people, two of whom may share an address and some of whom came at the same instant."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
    return [
        {
            "email": draw(st.sampled_from(["casa@example.org", f"{number}@example.org"])),
            "name": name,
            "received": draw(st.sampled_from(["2022-11-01 10:00", "2022-12-30 10:00", "2023-01-02"])),
            "category": draw(st.sampled_from(["socio", "Socio ", "ospite", ""])),
            "score": draw(st.sampled_from(["", "7", "9"])),
        }
        for number, name in enumerate(names)
    ]


def _outcomes(rules: RuleSet, rows: Sequence[Said], names: Mapping[str, str] | None = None) -> dict[Person, Result]:
    """Status and due of each person; ``names`` are what columns are called."""
    keys = list(dict.fromkeys(key for row in rows for key in row))
    headers = tuple((names or {}).get(key, key) for key in keys)
    table = Table(headers, [Row(at, tuple(row.get(key, "") for key in keys)) for at, row in enumerate(rows, start=2)])
    layout = own_layout({key: [called] for key, called in (names or {}).items()}, {})
    read = RowReader(columns_of(headers, layout), rules.zone, rules.needed).applications(table)
    return {
        Person.of(each.email, each.name): (each.status.value, None if each.due is None else str(each.due))
        for each in settle(rules, list(read)).statements
    }


@given(people(), st.data())
@settings(max_examples=60, deadline=None)
def test_moving_rows_and_renaming_columns_change_nobodys_outcome(rows: list[Said], data: st.DataObject) -> None:
    expected = _outcomes(RULES, rows)
    moved = data.draw(st.permutations(rows))
    assert _outcomes(RULES, moved) == expected
    # Other names of columns, in another order.
    keys = data.draw(st.permutations(list(rows[0])))
    renamed = [{key: row[key] for key in keys} for row in moved]
    assert _outcomes(RULES, renamed, {key: f"Colonna {COLUMN_BY_NAME[key].name}!" for key in keys}) == expected


@given(people(), st.data())
@settings(max_examples=60, deadline=None)
def test_numbers_change_nobodys_outcome_but_where_two_came_at_the_same_instant(
    rows: list[Said], data: st.DataObject
) -> None:
    apart = [{**row, "received": f"2022-11-{day:02} 10:00"} for day, row in enumerate(rows, start=1)]
    numbers = data.draw(st.permutations(range(len(apart))))
    assert _outcomes(RULES, [{**row, "application": str(n)} for row, n in zip(apart, numbers, strict=True)]) == (
        _outcomes(RULES, apart)
    )


@given(people(), st.data())
@settings(max_examples=60, deadline=None)
def test_who_goes_changes_no_price_of_those_who_stay_where_there_is_room(rows: list[Said], data: st.DataObject) -> None:
    rules = rule_set(*(each for each in (rule("early", percent=10, when={"received": {"until": "2022-12-24"}}),)))
    expected = _outcomes(rules, rows)
    kept = data.draw(st.lists(st.sampled_from(rows), unique_by=lambda row: row["name"]))
    assert _outcomes(rules, kept).items() <= expected.items()


def test_derived_id_is_of_person_and_receipt_however_they_were_typed() -> None:
    noon = datetime(2022, 11, 1, 12, tzinfo=UTC)
    first = derived_id("Ada@Example.org", "Nicolò  D’Amico", noon)
    assert derived_id(" ada@example.org", "nicolo' d'amico", noon + timedelta(0)) == first
    others = [("b@example.org", "Nicolò D'Amico", noon), ("ada@example.org", "Ada", noon)]
    others.append(("ada@example.org", "Nicolò D'Amico", noon + timedelta(microseconds=1)))
    assert len({first, *(derived_id(*each) for each in others)}) == 4
    assert derived_id("a@example.org", "Ada", None) == ""


def test_two_attendees_of_one_order_are_two_people_and_one_who_applies_twice_is_one() -> None:
    order = {"email": "casa@example.org", "received": "2022-11-01 10:00"}
    rows = [{**order, "name": "Ada"}, {**order, "name": "Bea"}, {**order, "name": "ADA"}]
    headers = ("email", "received", "name")
    table = Table(headers, [Row(at, tuple(row[key] for key in headers)) for at, row in enumerate(rows, start=2)])
    read = list(RowReader(columns_of(headers), RULES.zone).applications(table))
    statements = settle(RULES, read).statements
    assert sorted(statements[at].status.value for at in (0, 2)) == ["accepted", "refused"]
    assert statements[1].status.value == "accepted"
    assert ["same-email"] in [[note.code.value for note in each.notes] for each in statements]
    assert statements[0].application == statements[2].application != statements[1].application
