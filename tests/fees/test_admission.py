"""Which applications take part: in time, once each, not withdrawn."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from coursewright.fees.admission import Admission, admit
from coursewright.fees.rule_set import RuleSet
from coursewright.model.application import Application
from coursewright.model.reason import Reason, ReasonCode
from tests.fees.applications import application
from tests.fees.cohorts import rule_set
from tests.fees.drawn import application_lists, rule_sets

RULES = rule_set()


def _admitted(*applications: Application, holders: Collection[int] = ()) -> Admission:
    return admit(RULES, [replace(each, row=row) for row, each in enumerate(applications, start=2)], holders)


def _remaining(admission: Admission) -> list[int]:
    return sorted(each.row for each in admission.remaining)


def test_early_and_late_applications_are_refused() -> None:
    admission = _admitted(
        application("A", "2022-10-02T23:59:59.999999"),
        application("B", "2022-10-03T00:00"),
        application("C", "2023-01-20T23:59:59.999999"),
        application("D", "2023-01-21T00:00"),
    )
    assert _remaining(admission) == [3, 4]
    assert admission.refused == {
        2: Reason(ReasonCode.ENROLMENT_NOT_OPEN, {"day": date(2022, 10, 3)}),
        5: Reason(ReasonCode.ENROLMENT_CLOSED, {"day": date(2023, 1, 20)}),
    }


def test_late_application_that_is_withdrawn_is_refused() -> None:
    admission = _admitted(application("A", "2023-01-21", withdrawn=True))
    assert (list(admission.refused), list(admission.withdrawn)) == ([2], [])


def test_repeated_id_is_refused_after_the_first_received() -> None:
    admission = _admitted(
        application("A", "2022-11-02", email="a@example.org"), application("A", "2022-11-01", email="b@example.org")
    )
    assert _remaining(admission) == [3]
    assert admission.refused == {2: Reason(ReasonCode.REPEATED_APPLICATION, {"row": 3})}


def test_second_application_of_a_person_is_refused() -> None:
    admission = _admitted(
        application("A", "2022-11-02", email="Anna@Example.org", name="Anna  Bo"),
        application("B", "2022-11-01", email="anna@example.org ", name="anna bo"),
        application("C", "2022-11-03", email="anna@example.org", name="ANNABO"),
        application("D", "2022-11-04", email="anna@example.org", name="Ànna\u00a0B\u200bo\u2019"),
    )
    assert _remaining(admission) == [3]
    duplicate = Reason(ReasonCode.DUPLICATE, {"row": 3})
    assert admission.refused == {2: duplicate, 4: duplicate, 5: duplicate}


def test_repeated_number_is_kept_by_who_holds_a_place() -> None:
    twice = (application("A", "2022-11-02", email="a@example.org"), application("A", email="b@example.org"))
    admission = _admitted(*twice, holders={2})
    assert (_remaining(admission), list(admission.refused)) == ([2], [3])
    assert _remaining(_admitted(replace(twice[0], withdrawn=True), twice[1], holders={2})) == [3]


def test_two_received_at_once_are_told_apart_by_id() -> None:
    admission = _admitted(application("B", email="a@example.org", name="A"), application("A", email="a@example.org"))
    assert (_remaining(admission), list(admission.refused)) == ([3], [2])


def test_withdrawn_application_makes_room_for_another_of_the_person() -> None:
    admission = _admitted(
        application("A", "2022-11-01", email="a@example.org", name="A", withdrawn=True),
        application("B", "2022-11-02", email="a@example.org", name="A"),
    )
    assert (_remaining(admission), list(admission.withdrawn), admission.refused) == ([3], [2], {})


def test_late_application_takes_nobody_place() -> None:
    admission = _admitted(
        application("A", "2022-10-01", email="a@example.org", name="A"),
        application("A", "2022-11-02", email="a@example.org", name="A"),
    )
    assert (_remaining(admission), list(admission.refused)) == ([3], [2])


def test_same_address_with_another_name_is_a_note() -> None:
    admission = _admitted(
        application("A", "2022-11-02", email="ente@example.org"),
        application("B", "2022-11-01", email="ENTE@example.org"),
        application("C", "2022-11-03", email="ente@example.org"),
    )
    note = (Reason(ReasonCode.SAME_EMAIL, {"row": 3}),)
    assert (_remaining(admission), admission.notes) == ([2, 3, 4], {2: note, 4: note})


def test_application_that_holds_a_place_is_the_one_that_stays() -> None:
    twice = (
        application("A", "2022-11-01", email="a@example.org", name="A"),
        application("B", "2022-11-02", email="a@example.org", name="A"),
    )
    admission = _admitted(*twice, holders={3})
    assert (_remaining(admission), admission.refused) == ([3], {2: Reason(ReasonCode.DUPLICATE, {"row": 3})})


@settings(max_examples=60)
@given(rule_sets(), application_lists())
def test_every_row_is_in_one_place_whatever_the_order(rules: RuleSet, rows: list[Application]) -> None:
    once, again = admit(rules, rows, ()), admit(rules, rows[::-1], ())
    places = [*once.refused, *once.withdrawn, *(each.row for each in once.remaining)]
    assert sorted(places) == [each.row for each in rows]
    assert (again.refused, again.withdrawn, again.notes) == (once.refused, once.withdrawn, once.notes)
    assert _remaining(again) == _remaining(once)
