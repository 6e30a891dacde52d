"""``coursewright group``: portrait, path and readings.

Covers also `cli/group/documents_in_json.py`, `groups/figures.py`, `groups/path.py`, `groups/readings.py`,
`groups/tally.py`, `model/reading_file.py`, `sources/reading_files.py`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.checks.course_folder import CourseFolder
from tests.cli.running import CommandLine


@pytest.fixture(autouse=True)
def course(tmp_path: Path, command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CourseFolder:
    """A copy of the minimal course; the command line stands in it."""
    copied = CourseFolder.minimal(tmp_path / "course")
    assert command_line.folder == Path.cwd()
    monkeypatch.chdir(copied.root)
    return copied


def _file(number: int, practices: dict[str, str], **other: object) -> str:
    reading = {"on": f"2026-11-{number:02}", "situation": "primo-contatto", "practices": practices, "changed": ""}
    data = {"format": "coursewright-readings", "version": 1, "course": "corso", "thermometer": "stili"}
    course = json.dumps({**data, "readings": [reading], **other})
    name = f"{number}.json"
    Path(name).write_text(course, "utf-8")
    return name


@pytest.fixture
def course_id(course: CourseFolder) -> str:
    text = (course.root / "curriculum/course.yaml").read_text("utf-8")
    return next(line.split(":")[1].strip() for line in text.splitlines() if line.startswith("id:"))


def test_document_has_the_keys_that_others_rely_on(command_line: CommandLine) -> None:
    document = json.loads(command_line.run("group", "rete", "--format", "json").out)
    assert list(document) == ["group", "coverage", "matches", "network", "figures", "path"]
    assert document["matches"] == [{"from": "nodo-b", "to": "nodo-a", "competency": "decidere"}]
    assert document["network"] == {
        "components": [["nodo-a", "nodo-b"]],
        "bridges": [["nodo-a", "nodo-b"]],
        "apart": [],
        "reciprocity": 0.0,
    }
    assert document["path"]["complete"] is True


def test_portrait_is_told_part_by_part(command_line: CommandLine) -> None:
    assert command_line.run("group", "rete", "--hours", "0,5", "--language", "en").out.splitlines() == [
        *("Rete", "", "Who carries what"),
        "  Competency  stands at  aims at  carried by",
        "  Ascoltare   Pratica    Pratica  nodo-a (one alone)",
        "  Decidere    Osserva    Pratica  nodo-b (one alone)",
        "Who offers a competency carries it.",
        "Competencies of the course carried by nobody: 0; by one alone: 2.",
        *("", "Who can serve whom", "  nodo-b → nodo-a: Decidere"),
        "Met: 1 of 1 that members seek, shared so that nobody carries more than has to be.",
        *("", "How members hang together", "  nodo-a, nodo-b"),
        "Parts: 1. Members in one part reach each other by interactions.",
        "Bridges, whose loss would split a part: nodo-a–nodo-b.",
        "Reciprocity: in 1 pairs one offers what the other seeks; in 0 of them, both ways.",
        *("", "What the group may become", "Each figure of the course, seen from where the group stands now."),
        "  Facilitatrice: already there. The group stands where the figure asks, in all its competencies.",
        *("", "The path to what the group wants to become", "No module brings the group nearer."),
        "Reached: 1 of 2 competencies that the group aims at, in the time there is (30 min).",
        "No path meets more aims, or comes nearer to them, or does as much in less time.",
        "  Decidere: Osserva, towards Pratica",
    ]


def test_unknown_group_is_answered_with_the_nearest(command_line: CommandLine) -> None:
    said = command_line.run("group", "reti", "--language", "en")
    assert (said.status, said.err.splitlines()[-2:]) == (1, ["There is no group “reti”.", "    Did you mean “rete”?"])


def test_readings_are_counted_and_copies_once(command_line: CommandLine, course_id: str) -> None:
    chosen = ["osserva", "osserva", "pratica", "pratica", "pratica"]
    files = [_file(n, {"ascoltare": each}, course=course_id) for n, each in enumerate(chosen, start=1)]
    Path("copia.json").write_bytes(Path(files[0]).read_bytes())
    said = command_line.run("group", "rete", "--reading", *files, "copia.json", "--format", "json", "--language", "en")
    document = json.loads(said.out)
    assert document["reading"] == {
        "on": "2026-11-05",
        "thermometer": "stili",
        "counts": {"ascoltare": {"osserva": 2, "pratica": 3}},
    }
    assert [note["code"] for note in document["notes"]] == ["readings-copied"]


def test_fewer_than_five_people_are_refused(command_line: CommandLine, course_id: str) -> None:
    files = [_file(n, {"ascoltare": "osserva"}, course=course_id) for n in range(1, 5)]
    said = command_line.run("group", "rete", "--reading", *files, "--language", "en")
    assert (said.status, said.out) == (1, "")
    assert "Readings of different people: 4." in said.err


@pytest.mark.parametrize(
    "content", [b"", b"[" * 100_000, b"\xff\xfe\x00", b"{}", b'{"format": "coursewright-readings"}']
)
def test_file_of_another_kind_is_refused(command_line: CommandLine, content: bytes) -> None:
    Path("altro.json").write_bytes(content)
    said = command_line.run("group", "rete", "--reading", "altro.json", "--language", "en")
    assert (said.status, said.out, "“altro.json”" in said.err, "Traceback" in said.err) == (1, "", True, False)
