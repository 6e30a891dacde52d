"""People of an earlier settlement, found again whatever became of rows and numbers.

Covers also `model/earlier_statement.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from coursewright.fees.following import Following, Unclear, UnclearError, follow_numbers, follow_people
from coursewright.model.application import AnyRow, Application, UnreadableApplication
from coursewright.model.earlier_statement import EarlierStatement
from coursewright.model.reason import Reason, ReasonCode
from tests.fees.applications import application, held_by, numbered, received_at
from tests.fees.cohorts import at

ADA = application("A-1", "2022-11-01T10:00", email="ada@example.org", name="Ada Neri")
BRUNO = application("A-2", "2022-11-02T10:00", email="bruno@example.org", name="Bruno Sala")
CARLA = application("A-3", "2022-11-03T10:00", email="carla@example.org", name="Carla Riva")


def _earlier(*applications: Application, status: str = "scholarship") -> list[EarlierStatement]:
    """Everybody held the same, in the rows from 2 on."""
    return [held_by(replace(each, row=row), status, "0.00") for row, each in enumerate(applications, start=2)]


def _unreadable(each: Application) -> UnreadableApplication:
    reason = Reason(ReasonCode.SCORE_UNREADABLE)
    return UnreadableApplication(each.row, each.id, each.received, "score", reason, each.email, each.name)


def _unclear(rows: Sequence[AnyRow], earlier: Sequence[EarlierStatement]) -> Sequence[Unclear]:
    with pytest.raises(UnclearError) as error:
        follow_people(rows, earlier)
    return error.value.cases


def test_people_are_found_in_any_order_without_a_word() -> None:
    earlier = _earlier(ADA, BRUNO, CARLA)
    rows = numbered([CARLA, ADA, BRUNO])
    assert follow_people(rows, earlier) == Following({2: earlier[2], 3: earlier[0], 4: earlier[1]})


def test_row_taken_out_is_told_and_says_nothing_of_the_others() -> None:
    earlier = _earlier(ADA, BRUNO)
    assert follow_people(numbered([BRUNO]), earlier) == Following({2: earlier[1]}, (earlier[0],))


def test_numbers_that_moved_up_are_told_and_give_nobody_what_was_anothers() -> None:
    earlier = _earlier(ADA, BRUNO)
    (now,) = numbered([replace(BRUNO, id="A-1")])
    changed = Reason(ReasonCode.NUMBER_CHANGED, {"before": "A-2", "row": 3, "now": "A-1"})
    anothers = Reason(ReasonCode.NUMBER_OF_MISSING, {"number": "A-1", "who": "Ada Neri", "row": 2})
    assert follow_people([now], earlier) == Following({2: earlier[1]}, (earlier[0],), {2: (changed, anothers)})


def test_numbers_that_were_exchanged_are_told_of_both() -> None:
    earlier = _earlier(ADA, BRUNO)
    following = follow_people(numbered([replace(ADA, id="A-2"), replace(BRUNO, id="A-1")]), earlier)
    assert following.holders == {2: earlier[0], 3: earlier[1]}
    assert following.notes[2] == (
        Reason(ReasonCode.NUMBER_CHANGED, {"before": "A-1", "row": 2, "now": "A-2"}),
        Reason(ReasonCode.NUMBER_OF_ANOTHER, {"number": "A-2", "who": "Bruno Sala", "row": 3, "now": "A-1"}),
    )


def test_number_of_somebody_without_a_place_is_told_too() -> None:
    earlier = _earlier(ADA, status="waiting")
    following = follow_people(numbered([replace(ADA, id="B-1"), replace(BRUNO, id="A-1")]), earlier)
    assert (following.holders, following.missing) == ({}, ())
    assert {row: [note.code for note in notes] for row, notes in following.notes.items()} == {
        2: [ReasonCode.NUMBER_CHANGED],
        3: [ReasonCode.NUMBER_OF_ANOTHER],
    }


def test_second_application_of_somebody_known_is_no_change_of_number() -> None:
    earlier = _earlier(ADA)
    rows = numbered([ADA, received_at(replace(ADA, id="A-9"), at("2022-12-01T10:00"))])
    assert follow_people(rows, earlier) == Following({2: earlier[0]})


def test_number_that_stays_after_a_withdrawn_row_is_taken_out_is_no_change_of_number() -> None:
    again = received_at(replace(ADA, id="A-9"), at("2022-12-01T10:00"))
    earlier = [*_earlier(ADA, status="withdrawn"), *_earlier(again, status="waiting")]
    assert follow_people(numbered([again]), earlier) == Following()


def test_missing_people_are_told_in_the_order_of_their_rows() -> None:
    ada, nobody, carla = _earlier(ADA, replace(BRUNO, email="", name=""), CARLA)
    assert follow_people([], [carla, nobody, ada]) == Following({}, (ada, nobody, carla))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"name": "Ada Nerri"}, "one letter"),
        ({"name": "Ada Nerri", "id": "A-9"}, "one letter, and the number"),
        ({"name": "Neri Ada"}, "the order"),
        ({"name": "Ada Bianchi"}, "the family name"),
        ({"name": "Ada Bianchi", "id": "A-9"}, "the family name, and the number"),
        ({"name": "Bo Levi"}, "the whole name"),
        ({"name": ""}, "no name"),
        ({"email": "ada@example.com"}, "the address"),
        ({"email": "a.neri@example.org", "name": "Ada"}, "the address, and a name left out"),
    ],
)
def test_row_that_may_be_the_missing_person_is_for_the_office(changes: dict[str, Any], why: str) -> None:
    earlier = _earlier(ADA, BRUNO)
    rows = numbered([BRUNO, replace(ADA, **changes)])
    assert _unclear(rows, earlier) == [Unclear([earlier[0]], [rows[1]])], why


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Bo Levi", "email": "bo@example.org"},
        {"name": "Bo Levi", "id": "A-9"},
        {"email": "altra@example.org", "id": "A-9"},
    ],
)
def test_row_of_somebody_else_gets_nothing(changes: dict[str, Any]) -> None:
    following = follow_people(numbered([replace(ADA, **changes)]), _earlier(ADA))
    assert (following.holders, following.missing) == ({}, tuple(_earlier(ADA)))


def test_stranger_with_the_address_or_the_name_of_someone_missing_is_noted() -> None:
    rows = numbered([replace(ADA, name="Bo Levi", id="A-9"), replace(ADA, email="altra@example.org", id="A-8"), BRUNO])
    note = (Reason(ReasonCode.LIKE_MISSING_HOLDER, {"who": "Ada Neri", "before": 2}),)
    assert follow_people(rows, _earlier(ADA, BRUNO)).notes == {2: note, 3: note}


def test_family_with_one_address_is_as_many_people() -> None:
    bo = replace(BRUNO, email=ADA.email, name="Bo Neri")
    earlier = _earlier(ADA, bo)
    following = follow_people(numbered([replace(bo, id="A-1")]), earlier)
    assert (following.holders, following.missing) == ({2: earlier[1]}, (earlier[0],))


def test_withdrawn_row_is_nobody_to_be_asked_about() -> None:
    rows = numbered([replace(ADA, name="Ada Nerri", withdrawn=True)])
    assert follow_people(rows, _earlier(ADA)).missing == tuple(_earlier(ADA))


def test_refused_row_of_the_person_holds_and_one_like_it_is_noted() -> None:
    earlier = _earlier(ADA)
    ada = _unreadable(replace(ADA, row=2))
    assert follow_people([ada], earlier) == Following({2: earlier[0]})
    typed = replace(ada, email="ada@example")
    codes = {row: [note.code for note in notes] for row, notes in follow_people([typed], earlier).notes.items()}
    assert codes == {2: [ReasonCode.NUMBER_OF_MISSING, ReasonCode.LIKE_MISSING_HOLDER]}


def test_application_after_a_withdrawal_is_a_new_one() -> None:
    earlier = _earlier(ADA)
    again = received_at(replace(ADA, id="A-9"), at("2022-12-01T10:00"))
    assert follow_people(numbered([again, replace(ADA, withdrawn=True)]), earlier).holders == {3: earlier[0]}


def test_earlier_withdrawal_holds_nothing_and_the_receipt_tells_the_rows_apart() -> None:
    again = received_at(replace(ADA, id="A-9"), at("2022-12-01T10:00"))
    earlier = [*_earlier(ADA, status="withdrawn"), *_earlier(again, status="accepted")]
    rows = numbered([replace(again, id="A-1"), replace(ADA, id="A-9", withdrawn=True)])
    assert follow_people(rows, earlier).holders == {2: earlier[1]}


def test_number_tells_the_rows_of_a_person_apart_where_the_receipt_was_corrected() -> None:
    rows = numbered(
        [replace(ADA, id="A-9", withdrawn=True), received_at(ADA, at("2022-11-05T10:00"))],
    )
    assert isinstance(rows[0], Application)
    rows[0] = received_at(rows[0], at("2022-11-06T10:00"))
    assert follow_people(rows, _earlier(ADA)).holders == {3: _earlier(ADA)[0]}


def test_rows_of_one_person_that_nothing_tells_apart_are_for_the_office() -> None:
    rows = numbered(
        [
            received_at(replace(ADA, id="B-1"), at("2022-12-01T10:00")),
            received_at(replace(ADA, id="B-2", withdrawn=True), at("2022-12-02T10:00")),
        ]
    )
    assert _unclear(rows, _earlier(ADA)) == [Unclear(_earlier(ADA), rows)]


def test_refused_row_beside_a_good_one_of_the_same_person_is_for_the_office() -> None:
    rows: list[AnyRow] = [
        _unreadable(replace(ADA, row=2)),
        received_at(replace(ADA, row=3, id="A-9"), at("2022-12-01")),
    ]
    assert _unclear(rows, _earlier(ADA)) == [Unclear(_earlier(ADA), rows)]


def test_row_that_was_pasted_twice_counts_once() -> None:
    assert list(follow_people(numbered([ADA, ADA]), _earlier(ADA)).holders) == [2]


def test_row_copied_to_write_the_withdrawal_into_the_copy_is_for_the_office() -> None:
    twice = [ADA, replace(ADA, withdrawn=True)]
    rows = numbered(twice)
    assert _unclear(rows, _earlier(ADA)) == [Unclear(_earlier(ADA), rows)]
    before = [*_earlier(ADA), *_earlier(ADA, status="refused")]
    assert list(follow_people(rows, before).holders) == [2]
    assert list(follow_people(numbered(twice[::-1]), before).holders) == [3]


def test_two_places_of_what_is_one_person_are_for_the_office() -> None:
    earlier = _earlier(ADA, replace(ADA, id="A-9", name="ADA NERI"))
    rows = numbered([ADA])
    assert _unclear(rows, earlier) == [Unclear(earlier, rows)]


def test_everything_unclear_is_told_at_once() -> None:
    rows = numbered([replace(BRUNO, name="Bruno Salla"), replace(ADA, name="Ada Nerri")])
    cases = _unclear(rows, _earlier(ADA, BRUNO))
    assert [(case.before[0].row, case.now[0].row) for case in cases] == [(2, 3), (3, 2)]


def test_rows_that_name_nobody_are_nobodys() -> None:
    nobody = replace(ADA, email="", name="")
    (earlier,) = _earlier(nobody)
    assert follow_people(numbered([replace(nobody, id="A-9")]), [earlier]) == Following({}, (earlier,))
    (row,) = numbered([nobody])
    assert _unclear([row], [earlier]) == [Unclear([earlier], [row])]


def test_by_number_whoever_has_it_is_the_owner() -> None:
    earlier = _earlier(ADA, BRUNO)
    rows = numbered([replace(CARLA, id="A-2"), replace(BRUNO, id="A-3")])
    assert follow_numbers(rows, earlier) == Following({2: earlier[1]}, (earlier[0],))


def test_by_number_the_first_received_of_two_counts_and_of_two_before_the_one_with_a_place() -> None:
    earlier = [*_earlier(ADA), *_earlier(ADA, status="refused")]
    rows = numbered([replace(BRUNO, id="A-1"), ADA])
    assert follow_numbers(rows, earlier) == Following({3: earlier[0]})
    assert follow_numbers(rows, earlier[::-1]) == Following({3: earlier[0]})
