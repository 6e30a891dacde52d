"""``coursewright calendar --output``: who is told the address of an online session, and who is not."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from tests.checks.course_folder import COHORT, CourseFolder
from tests.cli.running import CommandLine
from tests.timetable.ics_judge.lint import lint

S2 = "    - {id: s2, modules: [secondo], trainers: [t1], venue: v1}"
ADDRESS = "https://stanza.example/canarino?pwd=neve-7"
ONLINE = S2.replace("venue: v1", f'online: "{ADDRESS}"')
KEY = "private/feeds.key"
PUBLISHED = "curriculum/cohorts/c-2023.published.json"
SHEET = "c-2023-participants.pdf"


@pytest.fixture(autouse=True)
def course(tmp_path: Path, command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CourseFolder:
    """A copy of the minimal course whose second session is online; the command line stands in it."""
    copied = CourseFolder.minimal(tmp_path / "course").replace(COHORT, S2, ONLINE)
    assert command_line.folder == Path.cwd()
    monkeypatch.chdir(copied.root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1670000000")
    return copied


def _text(file: Path) -> str:
    """All that somebody could read in a file, packed or not."""
    content = file.read_bytes()
    if file.suffix == ".pdf":
        reader = PdfReader(io.BytesIO(content))
        links = [str(each.get_object()) for page in reader.pages for each in page.get("/Annots", [])]
        return "\n".join([*(page.extract_text() for page in reader.pages), *links])
    if file.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "\n".join(archive.read(name).decode() for name in archive.namelist())
    return content.decode().replace("\r\n ", "")


def _telling(folder: Path) -> Iterator[str]:
    for file in sorted(folder.iterdir()):
        if any(part in _text(file).replace("\n", "") for part in ("canarino", "neve-7")):
            yield file.name


def _feed(folder: Path) -> Path:
    (file,) = folder.glob("c-2023-participants-*.ics")
    return file


def test_only_files_for_participants_and_trainers_tell_the_address(
    course: CourseFolder, command_line: CommandLine
) -> None:
    said = command_line.run("calendar", "c-2023", "--output", "fuori", "--language", "it")
    assert said.status == 0, said.err
    folder = course.root / "fuori"
    feed = _feed(folder)
    told = [feed.name, SHEET, "c-2023-trainer-t1.ics"]
    assert list(_telling(folder)) == told
    assert {stat.S_IMODE((folder / name).stat().st_mode) for name in told} == {0o600}
    for name in (feed.name, "c-2023-trainer-t1.ics", "c-2023.ics"):
        assert lint((folder / name).read_bytes()) == ()
    event = Calendar.from_ical(feed.read_bytes()).walk("VEVENT")[1]
    assert (event["LOCATION"], event["URL"]) == (ADDRESS, ADDRESS)
    public = Calendar.from_ical((folder / "c-2023.ics").read_bytes()).walk("VEVENT")[1]
    assert (public["LOCATION"], public.get("URL")) == ("Online", None)
    assert "Online" in _text(folder / "c-2023-attendance.pdf")
    assert said.out.splitlines()[-2:] == [
        f"Creata la chiave che dà il nome ai calendari di chi partecipa: {KEY}. Conservala, e non pubblicarla né "
        "spedirla: con un'altra chiave dovrebbero abbonarsi di nuovo. Dalla prossima costruzione il sito ha anche il "
        "loro calendario, come è stato pubblicato.",
        "I file con «participants» e «trainer» nel nome contengono gli indirizzi degli incontri: non vanno messi in "
        "rete.",
    ]


def test_sheet_says_all_that_participants_need(course: CourseFolder, command_line: CommandLine) -> None:
    course.replace(COHORT, "{id: s1,", "{id: s1, cancelled: Neve,")
    for folder in ("fuori", "di-nuovo"):
        command_line.run("calendar", "c-2023", "--output", folder)
    text = _text(course.root / "fuori" / SHEET)
    for words in (
        "Calendario per chi partecipa",
        "Solo per chi partecipa",
        "ANNULLATO: Primo",
        "Perché è annullato: Neve",
        "Sala grande, Padova",
        "sabato 4 marzo 2023",
        "09:30–10:30",
        "Docente A",
        "/URI",
    ):
        assert words in text
    assert ADDRESS in text
    assert (course.root / "di-nuovo" / SHEET).read_bytes() == (course.root / "fuori" / SHEET).read_bytes()


def test_what_is_printed_and_what_programs_read_tell_no_address(
    course: CourseFolder, command_line: CommandLine
) -> None:
    listed = command_line.run("calendar", "c-2023", "--language", "it").out
    document = command_line.run("calendar", "c-2023", "--format", "json").out
    assert "       Online · Docente A" in listed.splitlines()
    assert [each["online"] for each in json.loads(document)["sessions"]] == [False, True]
    assert "canarino" not in listed + document + command_line.run("check").out
    assert not (course.root / "private").exists()


def test_published_file_has_no_address_and_tells_participants_of_a_new_one(
    course: CourseFolder, command_line: CommandLine
) -> None:
    words = ("calendar", "c-2023", "--publish", "--language", "it")
    command_line.run(*words, "--at", "2022-11-01", "--output", "prima")
    first, public = (course.root / PUBLISHED).read_bytes(), (course.root / "prima/c-2023.ics").read_bytes()
    assert b"canarino" not in first
    course.replace(COHORT, "neve-7", "sole-8")
    assert "non sa ancora che cosa è cambiato: s2." in command_line.run("check", "--language", "it").out
    said = command_line.run(*words, "--at", "2022-12-01", "--output", "dopo").out.splitlines()
    assert "Con un indirizzo nuovo, che arriva solo a chi partecipa: s2" in said
    assert (course.root / "dopo/c-2023.ics").read_bytes() == public
    events = Calendar.from_ical(_feed(course.root / "dopo").read_bytes()).walk("VEVENT")
    assert [(int(str(each["SEQUENCE"])), each.decoded("DTSTAMP").month) for each in events] == [(0, 10), (1, 11)]
    assert "calendar-not-published" not in command_line.run("check").out


def test_key_is_made_once_for_its_owner_and_never_written_over(course: CourseFolder, command_line: CommandLine) -> None:
    command_line.run("calendar", "c-2023", "--output", "fuori")
    key, name = (course.root / KEY).read_bytes(), _feed(course.root / "fuori").name
    assert (stat.S_IMODE((course.root / KEY).stat().st_mode), len(bytes.fromhex(key.decode()))) == (0o600, 32)
    assert [file.name for file in (course.root / "private").iterdir()] == ["feeds.key"]
    assert "Creata la chiave" not in command_line.run("calendar", "c-2023", "--output", "fuori").out
    assert ((course.root / KEY).read_bytes(), _feed(course.root / "fuori").name) == (key, name)
    assert key.strip() not in (course.root / "fuori" / name).read_bytes()
    (course.root / KEY).write_text("a0" * 32, "utf-8")
    command_line.run("calendar", "c-2023", "--output", "fuori")
    assert _feed(course.root / "fuori").name != name


def test_course_without_online_sessions_gets_no_key(course: CourseFolder, command_line: CommandLine) -> None:
    course.replace(COHORT, ONLINE, S2)
    command_line.run("calendar", "c-2023", "--output", "fuori")
    assert ((course.root / "private").exists(), (course.root / "fuori" / SHEET).is_file()) == (False, True)


def test_session_that_was_online_keeps_the_feed_that_participants_follow(
    course: CourseFolder, command_line: CommandLine
) -> None:
    command_line.run("calendar", "c-2023", "--publish", "--at", "2022-11-01", "--output", "prima")
    course.replace(COHORT, ONLINE, S2)
    command_line.run("calendar", "c-2023", "--publish", "--at", "2022-12-01", "--output", "dopo")
    assert _feed(course.root / "dopo").name == _feed(course.root / "prima").name
    assert list(_telling(course.root / "dopo")) == []


def test_where_no_key_can_be_written_nothing_is(course: CourseFolder, command_line: CommandLine) -> None:
    course.write("private", "non è una cartella")
    said = command_line.run("calendar", "c-2023", "--output", "fuori", "--publish", "--language", "it")
    assert (said.status, "Non si può scrivere la chiave" in said.err) == (1, True)
    assert not (course.root / PUBLISHED).exists()
    assert not (course.root / "fuori").exists()


@pytest.mark.parametrize("file", [KEY, "private/meetings.yaml"])
def test_private_file_that_cannot_be_read_is_told_and_stops(
    file: str, course: CourseFolder, command_line: CommandLine
) -> None:
    course.write(file, "{")
    said = command_line.run("calendar", "c-2023", "--output", "fuori", "--format", "json")
    assert (said.status, {each["path"] for each in json.loads(said.out)["findings"]}) == (1, {file})


def test_files_are_not_written_into_a_site(course: CourseFolder, command_line: CommandLine) -> None:
    course.write("_build/html/.coursewright", "{}")
    (course.root / "_build/html/calendario").mkdir()
    said = command_line.run("calendar", "c-2023", "--output", "_build/html/calendario", "--language", "it")
    assert (said.status, "fa parte di un sito" in said.err) == (1, True)


def test_address_kept_apart_is_told_and_one_that_is_missing_is_asked_for(
    course: CourseFolder, command_line: CommandLine
) -> None:
    course.replace(COHORT, f'online: "{ADDRESS}"', "online: true")
    assert command_line.run("check", "--language", "it").out == "Nessun problema.\n"
    missing = command_line.run("calendar", "c-2023", "--output", "prima", "--language", "it").out
    assert "Manca l'indirizzo di: s2. Scrivilo in private/meetings.yaml." in missing.splitlines()
    assert "Online; l'indirizzo non si sa ancora" in _text(course.root / "prima" / SHEET)
    course.write("private/meetings.yaml", f'kind: meetings\naddresses:\n  c-2023: {{s2: "{ADDRESS}"}}\n')
    command_line.run("calendar", "c-2023", "--output", "dopo")
    assert len(list(_telling(course.root / "dopo"))) == 3
