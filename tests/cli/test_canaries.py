"""Words that only trainers, or only the office, may read: typed wherever a person can type them, and looked for in
every byte that is made for everyone, in both languages, as pages, feeds, tables and documents.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from pypdf import PdfReader

from tests.checks.course_folder import COHORT, EXERCISE, FIRST, CourseFolder
from tests.cli.running import CommandLine
from tests.cli.translated_course import LESSON, translated_course, write

# One for each place, so that a failure says which place leaks.
TRAINERS = {
    "block": "zqblock1",
    "nested block": "zqnested2",
    "block in a list": "zqlist3",
    "cue of a plan": "zqplan4",
    "cue of a step": "zqstep5",
    "title of a page": "zqtitle6",
    "text of a page": "zqpage7",
    "caption of a menu": "zqcaption8",
    "included text": "zqincluded9",
    "translated block": "zqtranslated10",
    "comment": "zqcomment11",
    "line of comment": "zqline12",
    "comment in a heading": "zqheading13",
    "block in a note for the foot": "zqfoot14",
}
OFFICE = {"meeting": "zqmeeting15", "private file": "zqprivate16"}
TEXT = f"""
::::{{note}}
Per tutti.

:::{{facilitation}}
{TRAINERS["nested block"]}
:::
::::

- uno

  :::{{facilitation}}
  {TRAINERS["block in a list"]}
  :::

Una nota[^1].

[^1]: Per tutti.

    :::{{facilitation}}
    {TRAINERS["block in a note for the foot"]}
    :::

:::{{facilitation}}
Nota riservata {TRAINERS["block"]}
:::

<!-- {TRAINERS["comment"]} -->

% {TRAINERS["line of comment"]}

## Parte <!-- {TRAINERS["comment in a heading"]} -->

```{{include}} /allegati/brano.md
```

```{{toctree}}
:caption: Per tutti
/curriculum/pages/riservata
{TRAINERS["caption of a menu"]} </curriculum/pages/riservata>
```
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """A course in two languages with a canary in each place."""
    course = translated_course(tmp_path_factory.mktemp("canaries") / "course")
    course.replace(FIRST, "minutes: 30}", f"minutes: 30, cue: {TRAINERS['cue of a plan']}}}")
    text = (course.root / FIRST).read_text("utf-8")
    course.write(FIRST, text + TEXT)
    course.replace(EXERCISE, "{title: Giro,", f"{{title: Giro, cue: {TRAINERS['cue of a step']},")
    course.write(
        "curriculum/pages/riservata.md",
        f"---\nedition: trainers\n---\n\n# {TRAINERS['title of a page']}\n\n{TRAINERS['text of a page']}\n",
    )
    course.write("allegati/brano.md", f"Un brano.\n\n:::{{facilitation}}\n{TRAINERS['included text']}\n:::\n")
    catalog = (course.root / LESSON).read_text("utf-8")
    said = f'msgid "Nota riservata {TRAINERS["block"]}"\nmsgstr "Reserved {TRAINERS["translated block"]}"\n'
    write(course, LESSON, f"{catalog}\n{said}")
    address = f"https://zoom.us/j/1?pwd={OFFICE['meeting']}"
    course.replace(
        COHORT, "modules: [primo], trainers: [t1], venue: v1", f"modules: [primo], trainers: [t1], online: {address}"
    )
    course.write("private/domande.csv", OFFICE["private file"])
    return course


def test_nothing_for_trainers_or_the_office_is_in_what_everyone_gets(
    course: CourseFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    command_line = CommandLine(course.root, capsys)
    built = command_line.run("build", "--jobs", "1", "--root", course.root)
    assert built.status == 0, built.err
    site = course.root / "_build/html"
    assert (site / "en/index.html").is_file()
    assert "Un brano." in (site / "modules/primo.html").read_text("utf-8")
    assert _found_below(site, TRAINERS | OFFICE) == []
    assert command_line.run("build", "--jobs", "1", "--edition", "trainers", "--root", course.root).status == 0
    # Pages of the trainers show it all but comments and what is private.
    shown = {place for _, place in _found_below(course.root / "_build/html-trainers", TRAINERS | OFFICE)}
    assert shown >= {"block", "nested block", "cue of a step", "title of a page", "included text"}
    assert not shown & {"comment", "line of comment", "comment in a heading", *OFFICE}


def test_calendars_for_everyone_do_not_tell_the_address(
    course: CourseFolder, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    written = CommandLine(course.root, capsys).run(
        "calendar", "c-2023", "--output", tmp_path / "fuori", "--root", course.root
    )
    assert written.status == 0, written.err
    told = {path for path, _ in _found_below(tmp_path / "fuori", TRAINERS | OFFICE)}
    public = {file.name for file in (tmp_path / "fuori").iterdir() if file.stat().st_mode & 0o077}
    assert public >= {"c-2023.ics", "c-2023.csv", "c-2023.xlsx", "c-2023-attendance.pdf"}
    assert told & public == set()
    assert "c-2023-participants.pdf" in told


def _found_below(folder: Path, canaries: dict[str, str]) -> list[tuple[str, str]]:
    """The files that hold a canary, and which."""
    found = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = b"\n".join((file.as_posix().encode(), *_contents(file)))
        found += [
            (file.relative_to(folder).as_posix(), place) for place, sign in canaries.items() if sign.encode() in content
        ]
    return found


def _contents(file: Path) -> list[bytes]:
    """The bytes of a file, and what is compressed in it."""
    content = file.read_bytes()
    if content.startswith(b"%PDF"):
        pages = (page.extract_text() for page in PdfReader(BytesIO(content)).pages)
        return [content, "".join("".join(pages).split()).encode()]
    if is_zipfile(file):
        with ZipFile(file) as archive:
            return [archive.read(name) for name in archive.namelist()]
    if file.name == "objects.inv":
        return [zlib.decompress(content.split(b"\n", 4)[-1])]
    return [content]
