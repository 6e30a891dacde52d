"""What a group's file may say of its members.

Covers also `checks/personal_data.py`, `model/group.py`.
"""

from __future__ import annotations

import pytest

from coursewright.checks.personal_data import personal_data
from coursewright.model.finding import Code
from tests.checks.course_folder import GROUP, CourseFolder, Told

EMAIL, PHONE, TAX_CODE = "an e-mail address", "a telephone number", "an Italian tax code"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("scrivi a maria.rossi+rete@posta.example.it.", [EMAIL]),
        ("<mailto:m@example.org>", [EMAIL]),
        ("chiama il 347 1234567", [PHONE]),
        ("3471234567", [PHONE]),
        ("347-123-4567, la sera", [PHONE]),
        ("347 12 34 567", [PHONE]),
        ("347/1234567.", [PHONE]),
        ("+39 347 1234567", [PHONE]),
        ("+39 049 8763800", [PHONE]),
        ("0039 049 8763800", [PHONE]),
        ("(+44) 20 7946 0958", [PHONE]),
        ("049 8763800", [PHONE]),
        ("tel.0498763800", [PHONE]),
        ("049/87.63.800", [PHONE]),
        ("06-12345678", [PHONE]),
        ("06.12.34.56.78", [PHONE]),
        ("02 1234 5678", [PHONE]),
        ("nel 2023 allo 049 8763800", [PHONE]),
        ("RSSMRA80A01H501U", [TAX_CODE]),
        ("cf: rssmra80a01h501u", [TAX_CODE]),
        ("RSS MRA 80A01 H501U", [TAX_CODE]),
        ("RSSMRA80A01H50MV e m@example.org", [EMAIL, TAX_CODE]),
    ],
)
def test_personal_data_is_seen(text: str, what: list[str]) -> None:
    assert list(personal_data(text)) == what


@pytest.mark.parametrize(
    "text",
    [
        "il 18/02/2023 o il 04.03.2023",
        "2023-02-18",
        "dal 2023-02-18 al 2023-07-15",
        "2023-02-18T09:30:00+01:00",
        "01 02 2023",
        "01022023",
        "dalle 09.30 alle 13.45",
        "09.30-13.45",
        "09:30-13:45",
        "ore 09.30.",
        "nel 2022/2023, 2022-2023, 2022–23",
        "dal 1990 al 2023",
        "1450.00 euro",
        "€ 1.450,00",
        "300.000.000 di euro, 3.500.000.000 lire, 1 450 000",
        "da 0,50 a 0,75",
        "35121 Padova",
        "00184 Roma",
        "nodo-0498763800",
        "gruppo-3471234567",
        "https://example.org/2023/0498763800",
        "delibera 045/2019",
        "protocollo 0012345/2023",
        "978-88-06-12345-6",
        "fra 6 e 10 persone, 3 volte in 12 settimane",
        "100 200 300",
        "@rete",
        "3 @ 5",
        "CC-BY-SA-4.0",
        "ABCDEFGHIJKLMNOP",
        "antidisestablish",
        "D.Lgs. 03/07/2017, n. 117, art. 55",
        "0-3 anni, 3-6 anni, 06-10 anni",
    ],
)
def test_figures_that_identify_nobody_are_let_through(text: str) -> None:
    assert list(personal_data(text)) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("title: Rete", "title: Rete di m@example.org", "3:8"),
        ("invites: Chi vuole provare.", "invites: Chiama 049 8763800.", "5:40"),
        ("purpose: Provare insieme.", "purpose: RSSMRA80A01H501U", "6:10"),
        ("{between:", "{ignore: [{code: plan-missing, why: m@example.org}], between:", "12:41"),
    ],
)
def test_every_text_of_a_group_is_searched(course: CourseFolder, old: str, new: str, place: str) -> None:
    course.replace(GROUP, old, new)
    assert course.places(Code.PERSONAL_DATA) == [f"{GROUP}:{place}"]


@pytest.mark.parametrize("identifier", ["maria", "nodo", "nodo-a-b", "nodi-a"])
def test_member_whose_id_is_no_pseudonym_is_found(course: CourseFolder, identifier: str) -> None:
    course.replace(GROUP, "  - {id: nodo-b, ", f"  - {{id: {identifier}}}\n  - {{id: nodo-b, ")
    assert course.told() == [Told("member-id-form", f"{GROUP}:10:10", identifier)]


@pytest.mark.parametrize("identifier", ["nodo-c", "nodo-12", "nodo-c3"])
def test_pseudonyms_are_fine(course: CourseFolder, identifier: str) -> None:
    course.replace(GROUP, "  - {id: nodo-b, ", f"  - {{id: {identifier}}}\n  - {{id: nodo-b, ")
    assert course.told() == []


@pytest.mark.parametrize(
    "key", ["name", "nome", "Cognome", "e-mail", "telefono", "codice_fiscale", "data-di-nascita", "città"]
)
def test_key_that_tells_who_a_member_is_is_refused(course: CourseFolder, key: str) -> None:
    course.replace(GROUP, "{id: nodo-b, ", f"{{id: nodo-b, {key}: x, ")
    assert course.told() == [Told("identifies-a-person", f"{GROUP}:10:18")]
    assert course.values(Code.IDENTIFIES_A_PERSON) == [{"key": key}]


@pytest.mark.parametrize("key", ["gradation", "gradazioni", "Livello", "score", "voto", "standing"])
def test_key_that_grades_a_member_is_refused(course: CourseFolder, key: str) -> None:
    course.replace(GROUP, "{id: nodo-b, ", f"{{id: nodo-b, {key}: x, ")
    assert course.told() == [Told("grades-a-person", f"{GROUP}:10:18")]


def test_other_unknown_keys_of_a_member_are_ordinary(course: CourseFolder) -> None:
    course.replace(GROUP, "{id: nodo-b, offers:", "{id: nodo-b, ofers:")
    assert course.told() == [Told("unknown-key", f"{GROUP}:10:18")]


def test_group_itself_may_have_a_standing(course: CourseFolder) -> None:
    course.replace(GROUP, "title: Rete\n", "title: Rete\nlevel: pratica\n")
    assert [told.code for told in course.told()] == ["unknown-key"]


@pytest.mark.parametrize(("counts", "found"), [("{osserva: 4}", [4]), ("{}", [0]), ("{pratica: 5}", [])])
def test_reading_needs_five_answers(course: CourseFolder, counts: str, found: list[int]) -> None:
    course.replace(GROUP, "{osserva: 2, pratica: 4}", counts)
    assert [values["count"] for values in course.values(Code.READING_TOO_SMALL)] == found
