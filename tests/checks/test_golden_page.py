"""Every finding there is, brought about by one bad input and told in both languages: see ``findings.md``.

Covers also `checks/relations.py`, `fees/findings.py`, `model/finding.py`, `model/finding_codes.py`, `project.py`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import unquote_to_bytes
from zipfile import ZIP_DEFLATED, ZipFile

import click
import pytest

from coursewright.cli.findings_report import told
from coursewright.locale import LANGUAGES, Wording, wording
from coursewright.model.finding import Code, Finding
from coursewright.project import open_project
from tests.checks.course_folder import MINIMAL, CourseFolder
from tests.checks.golden_page import Block, Section, patched, read_page, write_expected
from tests.cli.running import CommandLine

SECTIONS = read_page()
MOST_SHOWN = 20


def test_minimal_course_has_no_findings() -> None:
    assert open_project(MINIMAL).findings == ()


def test_page_has_a_section_for_every_code_in_their_order() -> None:
    assert [section.code for section in SECTIONS] == [code.value for code in Code]


def test_page_says_why_each_is_a_finding() -> None:
    assert [section.code for section in SECTIONS if not section.why.endswith(".")] == []


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.code)
def test_finding_is_told(
    section: Section,
    tmp_path: Path,
    update_golden: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    course = CourseFolder.minimal(tmp_path / "course")
    for block in section.changes:
        _change(course.root, block)
    monkeypatch.chdir(course.root)
    command_line = CommandLine(course.root, capsys)
    shown = () if section.command else _shown(course, section.code)
    for language in LANGUAGES:
        text = _said(command_line, section, language) if section.command else _told(shown, wording(language))
        if update_golden:
            write_expected(section.code, language, text)
        else:
            assert text == section.expected(language).text


def _shown(course: CourseFolder, code: str) -> Sequence[Finding]:
    """What the course has to report, or what is about the one code where that is too much."""
    findings = course.findings()
    own = [finding for finding in findings if finding.code.value == code]
    assert own
    return findings if len(findings) <= MOST_SHOWN else own


def _said(command_line: CommandLine, section: Section, language: str) -> str:
    """What the section's command says of the finding, on stderr and nowhere else."""
    said = command_line.run(*section.command, "--language", language)
    assert (said.status, said.out) == (1, "")
    assert f" {section.code} " in said.err
    return said.err.rstrip("\n")


def _told(findings: Iterable[Finding], words: Wording) -> str:
    return "\n".join(click.unstyle(told(finding, words)) for finding in findings)


def _change(root: Path, block: Block) -> None:
    file = root / block.about
    file.parent.mkdir(parents=True, exist_ok=True)
    if block.word == "diff":
        file.write_text(patched(file.read_text("utf-8"), block.text), "utf-8")
        return
    if not file.is_dir():
        file.unlink(missing_ok=True)
    match block.word:
        case "absent":
            pass
        case "folder":
            file.mkdir()
        case "link":
            file.symlink_to(block.text)
        case "large":
            file.write_bytes(b"#" * int(block.text))
        case "hollow":
            with file.open("wb") as stream:
                stream.truncate(int(block.text))
        case "pieces":
            pieces = (line.split(" ", 1) for line in block.text.splitlines())
            file.write_text("".join(int(times) * text.replace("\\n", "\n") for times, text in pieces), "utf-8")
        case "archive":
            name, size = block.text.split()
            with ZipFile(file, "w", ZIP_DEFLATED) as archive:
                archive.writestr(name, b"\0" * int(size))
        case "name":
            os.close(os.open(bytes(file) + b"/" + unquote_to_bytes(block.text), os.O_CREAT))
        case "repeat":
            times, line = block.text.splitlines()
            file.write_text(f"{line}\n" * int(times), "utf-8")
        case "latin-1":
            file.write_text(block.text + "\n", "latin-1")
        case _:
            file.write_text(block.text + "\n", "utf-8")
