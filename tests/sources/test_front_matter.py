"""Front matter told from text, where MyST tells them apart."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

from coursewright.sources.front_matter import MarkdownFile, split_front_matter
from coursewright.sources.text_files import TextFile


def split(text: str) -> MarkdownFile:
    return split_front_matter(TextFile("a.md", text))


def told(text: str) -> list[str]:
    return [f"{finding.place} {finding.code}" for finding in split(text).findings]


def test_the_two_parts() -> None:
    markdown = split("---\nid: a\nplan:\n  - b\n---\n\n# Title\n")
    assert markdown.front_matter is not None
    assert markdown.front_matter.data == {"id": "a", "plan": ["b"]}
    assert markdown.front_matter.marks.values[("plan", 0)] == (4, 5)
    assert (markdown.body, markdown.body_line, markdown.findings) == ("\n# Title\n", 6, ())


@pytest.mark.parametrize(
    "text", ["", "# Title\n", "\n---\nid: a\n---\n", " ---\nid: a\n---\n", "--\nid: a\n--\n", "-----\n\nText\n"]
)
def test_text_without_front_matter(text: str) -> None:
    assert split(text) == MarkdownFile("a.md", None, text, 1)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("---\nid: a\n", ["1:1 front-matter-unclosed"]),
        ("---", ["1:1 front-matter-unclosed"]),
        ("---\n---\n# Title", ["2:1 yaml-empty"]),
        ("---\nid: a: b\n---\n# Title", ["2:6 yaml-colon"]),
        ("---\nid: a\nid: b\ntitle: !x y\n---\n", ["3:1 duplicate-key", "4:8 yaml-tag"]),
        ("---\ntitle: “a\n\tid: b\n---\n", ["3:1 yaml-tab"]),
        ("--- id: a\n---\n# Title", ["1:4 yaml-syntax"]),
        ("----\nid: a\n----\n# Title", ["1:4 yaml-syntax"]),
    ],
)
def test_what_is_wrong_has_its_place_in_the_file(text: str, findings: list[str]) -> None:
    assert told(text) == [f"a.md:{finding}" for finding in findings]


def test_text_after_front_matter_that_is_wrong_is_known() -> None:
    assert split("---\nid: a: b\n---\n# Title").body == "# Title"
    assert split("---\nid: a\n").body is None


ENDS = ["---", "--- ", " ---", "   ---", "    ---", "-----", "...", "... ", " ...", "--", "---x", "....", "--- # x", ""]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("start", ["---", "--- ", "----", "-----"])
def test_text_begins_where_myst_lets_it_begin(start: str, end: str) -> None:
    text = f"{start}\nid: a\n{end}\n# Title\n"
    tokens = MarkdownIt("commonmark").use(front_matter_plugin).parse(text)
    begun = tokens[0].map[1] + 1 if tokens[0].type == "front_matter" and tokens[0].map else 1
    markdown = split(text)
    assert markdown.body is None or markdown.body_line == begun


def test_end_of_the_file_may_be_the_end_of_front_matter() -> None:
    markdown = split("---\nid: a\n---")
    assert (markdown.body, markdown.body_line) == ("", 3)
