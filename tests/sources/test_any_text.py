"""Any text in any file, and any file of the course mutilated: findings with places that exist, never an exception."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursewright.model.finding import Finding
from coursewright.sources.bibliography import plain_text
from coursewright.sources.bibtex import read_bibtex
from coursewright.sources.course_tree import read_course
from coursewright.sources.markdown_prose import TooTangledError, read_prose
from coursewright.sources.text_files import NOT_TEXT, TextFile
from coursewright.sources.yaml_tree import read_yaml

ROOTS = (Path(__file__).parents[1] / "roots" / "minimal", Path(__file__).parents[2])
PLACES = (
    "index.md",
    "curriculum/*.*",
    "curriculum/*/*.yaml",
    "curriculum/pages/**/*.md",
    "modules/*.md",
    "exercises/*.md",
)
FILES = [(root, file) for root in ROOTS for pattern in PLACES for file in sorted(root.glob(pattern)) if file.is_file()]
SOUND_COURSE = b"kind: course\nid: a\ntitle: A\nsummary: B\nlanguage: it\npath: []\n"

SIGNS = re.split(
    " ",
    "- ? : , [ ] { } # & * ! | > ' \" % @ ` --- ... << ~ null true 010 1e9 2023-02-30 !!str &a *a {{ }} {a: &a [*a]} "
    "``` ::: :::{note} ```{figure} {term}`x` [x](y) ![](x) [^1] ** _ $ | |-| <div> <!-- &amp; \\ % + (a)= (( )) "
    "@misc{ @string{ author = { # kind: id: teaches: plan: [{ }] >- x\ty",
)
PIECES = st.one_of(
    st.sampled_from(SIGNS),
    st.sampled_from(
        ["\n", "\n\n", "\n  ", "\n    - ", " ", "\t", "\r\n", "\x00", "\x85", "\u2028", "\ufeff", "è", "😀", "\\ud800"]
    ),
    st.text(max_size=12),
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)
# What is left of a text when a file with control characters has been refused.
CLEAN_TEXTS = TEXTS.map(lambda text: NOT_TEXT.sub("", text))
TINY = settings(max_examples=150, deadline=None, database=None, derandomize=True)
SLOW = settings(TINY, max_examples=100, suppress_health_check=[HealthCheck.too_slow])


def check(findings: tuple[Finding, ...], path: str, text: str) -> None:
    """Every finding stands in the file, at a place that the file has."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in findings:
        place = finding.place
        assert place.path == path
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1


@st.composite
def mutilations(draw: st.DrawFn, content: str) -> str:
    """The content with a few cuts, repetitions and insertions, most of them near the top."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, min(len(content), draw(st.sampled_from([200, 2_000, 50_000])))))
        end = min(start + draw(st.integers(0, 30)), len(content))
        middle = draw(st.one_of(PIECES, st.just(""), st.just(content[start:end] * 2), TEXTS))
        content = content[:start] + middle + content[end:]
    return content


@TINY
@given(CLEAN_TEXTS)
def test_any_yaml(text: str) -> None:
    check(read_yaml(text, "a").findings, "a", text)


@TINY
@given(CLEAN_TEXTS)
def test_any_markdown(text: str) -> None:
    count = text.count("\n") + 1
    try:
        prose = read_prose(text, 5)
    except TooTangledError:
        return
    passages = (*prose.links, *prose.images_without_alt, *prose.paragraphs, *prose.directives)
    lines = text.split("\n")
    places = [(found.line, found.column) for found in passages] + [
        (found.line, found.column) for found in prose.mentions
    ]
    for line, column in places:
        assert 5 <= line < 5 + count
        assert 1 <= column <= len(lines[line - 5]) + 1
    assert all(5 <= heading.line < 5 + count for heading in prose.headings)


@TINY
@given(CLEAN_TEXTS)
def test_any_bibliography(text: str) -> None:
    check(read_bibtex(TextFile("a", text)).findings, "a", text)
    assert "\\" not in plain_text(text)


@SLOW
@given(st.data())
def test_any_text_in_any_file(data: st.DataObject) -> None:
    path = data.draw(
        st.sampled_from(
            [
                *("course", "figures", "people", "venues", "glossary"),
                *("competencies/a", "thermometers/a", "groups/a", "matrices/a", "cohorts/a"),
            ]
        ).map(lambda name: f"curriculum/{name}.yaml")
        | st.sampled_from(["curriculum/references.bib", "curriculum/pages/a.md", "modules/a.md", "exercises/a.md"])
    )
    head = "---\n" if path.endswith(".md") and data.draw(st.booleans()) else ""
    read_with(path, head + data.draw(TEXTS))


@pytest.mark.parametrize("part", range(4))
def test_any_file_of_the_course_mutilated(part: int) -> None:
    mine = FILES[part::4]

    @SLOW
    @given(st.data())
    def mutilated(data: st.DataObject) -> None:
        root, file = data.draw(st.sampled_from(mine))
        content = data.draw(mutilations(file.read_text("utf-8")))
        read_with(file.relative_to(root).as_posix(), content)

    mutilated()


def read_with(path: str, text: str) -> None:
    """Read a course that has this file, and check what is told of it."""
    with TemporaryDirectory() as name:
        root = Path(name)
        for where, content in (("curriculum/course.yaml", SOUND_COURSE), (path, text.encode())):
            (root / where).parent.mkdir(parents=True, exist_ok=True)
            (root / where).write_bytes(content)
        check(read_course(root).findings, path, text)


@TINY
@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    with TemporaryDirectory() as name:
        root = Path(name)
        (root / "curriculum").mkdir()
        (root / "curriculum" / "course.yaml").write_bytes(content)
        findings = read_course(root).findings
        assert findings
        assert {finding.place.path for finding in findings} == {"curriculum/course.yaml"}
