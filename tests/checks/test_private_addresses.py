"""Addresses of meetings in texts that everybody reads, and the file that keeps them apart."""

from __future__ import annotations

import pytest

from coursewright.model.finding import Code
from tests.checks.course_folder import BIBLIOGRAPHY, COHORT, COURSE, FIRST, GUIDE, CourseFolder, Told

ZOOM = "https://zoom.us/j/81234567890?pwd=neve-7"
ROOM = "https://stanza.example/valle?stanza=7"
TITLE = "title: Edizione 2023\n"
S2 = "{id: s2, modules: [secondo], trainers: [t1], venue: v1}"


@pytest.mark.parametrize(
    ("written", "place"),
    [
        (f"Si entra da [qui]({ZOOM}).", f"{GUIDE}:9:27"),
        (f"<{ZOOM}>", f"{GUIDE}:9:10"),
        (f"```\n{ZOOM}\n```", f"{GUIDE}:10:9"),
        (f"<!-- {ZOOM} -->", f"{GUIDE}:9:14"),
        (f":::{{note}}\n{ZOOM}\n:::", f"{GUIDE}:10:9"),
        ("Riunione Zoom, passcode: 4711", f"{GUIDE}:9:1"),
        ("https://meet.jit.si/ValleInRete\n\nPassword: girasole", f"{GUIDE}:11:1"),
    ],
)
def test_password_in_a_text_is_told_at_its_line(course: CourseFolder, written: str, place: str) -> None:
    text = (course.root / GUIDE).read_text("utf-8")
    assert text.count("\n") == 7
    course.write(GUIDE, f"{text}\n{written}\n")
    assert place in course.places(Code.PRIVATE_ADDRESS)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (COHORT, TITLE, f"{TITLE}summary: Si entra da {ZOOM}\n"),
        (COHORT, "closes: 2023-01-20,", f"closes: 2023-01-20, apply: {{url: '{ZOOM}'}},"),
        (COHORT, "{id: s2,", "{id: s2, title: 'Su Teams, codice di accesso: 4711',"),
        (COURSE, "summary: ", f"summary: {ZOOM} "),
        (FIRST, "summary: ", f"summary: {ZOOM} "),
    ],
)
def test_password_in_a_field_is_told(course: CourseFolder, path: str, old: str, new: str) -> None:
    course.replace(path, old, new)
    assert [place.partition(":")[0] for place in course.places(Code.PRIVATE_ADDRESS)] == [path]


def test_password_beside_the_address_of_its_session_is_told(course: CourseFolder) -> None:
    online = f"{{id: s2, title: 'Password: girasole', modules: [secondo], trainers: [t1], online: '{ROOM}'}}"
    course.replace(COHORT, S2, online)
    assert [finding.code for finding in course.findings()] == [Code.PRIVATE_ADDRESS]


@pytest.mark.parametrize("is_apart", [False, True])
def test_address_of_a_session_is_known_wherever_it_stands(course: CourseFolder, is_apart: bool) -> None:
    course.replace(COHORT, S2, S2.replace("venue: v1", "online: true" if is_apart else f"online: '{ROOM}'"))
    if is_apart:
        course.write("private/meetings.yaml", f"kind: meetings\naddresses: {{c-2023: {{s2: '{ROOM}'}}}}\n")
    assert course.told() == []
    course.replace(COHORT, TITLE, f"{TITLE}summary: Ci vediamo a {ROOM.removeprefix('https://')}.\n")
    assert course.values(Code.PRIVATE_ADDRESS) == [{"what": "the address of an online session"}]


def test_pages_on_the_host_of_a_session_are_ordinary(course: CourseFolder) -> None:
    course.replace(COHORT, S2, S2.replace("venue: v1", f"online: '{ROOM}'"))
    course.replace(COHORT, TITLE, f"{TITLE}summary: Vedi https://stanza.example/valle e {ROOM}0.\n")
    assert course.told() == []
    course.replace(COHORT, ROOM + "'", "https://stanza.example'")
    assert course.told() == []


def test_room_that_everybody_may_enter_is_ignored_with_a_reason(course: CourseFolder) -> None:
    course.replace(COHORT, TITLE, f"{TITLE}summary: Serata aperta su https://meet.google.com/abc-defg-hij\n")
    assert [each.code for each in course.told()] == ["meeting-link"]
    course.replace(COHORT, TITLE, f"{TITLE}ignore: [{{code: meeting-link, why: Serata aperta a tutti.}}]\n")
    assert course.told() == []


def test_translation_is_looked_at_too(course: CourseFolder) -> None:
    course.replace(COURSE, "language: it\n", "language: it\ntranslations: [en]\n")
    catalog = "locales/en/LC_MESSAGES/modules/primo.po"
    course.write(catalog, f'msgid "Primo"\nmsgstr "First, at {ZOOM}"\n')
    assert [place.partition(":")[0] for place in course.places(Code.PRIVATE_ADDRESS)] == [catalog]


def test_field_of_a_work_is_looked_at_too(course: CourseFolder) -> None:
    text = (course.root / BIBLIOGRAPHY).read_text("utf-8")
    escaped = ZOOM.replace("?", "?a=1\\&")
    course.write(BIBLIOGRAPHY, f"{text}\n@misc{{serata, title = {{Serata}}, url = {{{escaped}}}, year = 2023}}\n")
    assert [place.partition(":")[0] for place in course.places(Code.PRIVATE_ADDRESS)] == [BIBLIOGRAPHY]


def test_private_file_names_cohorts_and_sessions_that_exist(course: CourseFolder) -> None:
    course.replace(COHORT, S2, S2.replace("venue: v1", "online: true"))
    addresses = "\n".join(
        (
            "  c-2022: {s1: 'https://stanza.example/a'}",
            "  c-2023: {s2: 'https://stanza.example/b', s3: 'https://x.example/c'}",
        )
    )
    course.write("private/meetings.yaml", f"kind: meetings\naddresses:\n{addresses}\n")
    assert course.told() == [
        Told("unknown-id", "private/meetings.yaml:3:3", "c-2022"),
        Told("unknown-id", "private/meetings.yaml:4:44", "s3"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kind: meetings\nadresses: {}\n", Told("unknown-key", "private/meetings.yaml:2:1")),
        (
            "kind: meetings\naddresses: {c-2023: {s2: stanza}}\n",
            Told("invalid-url", "private/meetings.yaml:2:26", "stanza"),
        ),
        ("kind: meetings\naddresses: {c-2023: [s2]}\n", Told("wrong-type", "private/meetings.yaml:2:21", "[…]")),
    ],
)
def test_private_file_is_as_strict_as_others(course: CourseFolder, text: str, told: Told) -> None:
    course.write("private/meetings.yaml", text)
    assert course.told() == [told]
