"""YAML as a tree: what scalars are, where everything stands, what is refused."""

from __future__ import annotations

from textwrap import dedent

import pytest

from coursewright.model.place import Keys
from coursewright.model.written import Plain
from coursewright.sources.finding_limit import MAX_FINDINGS
from coursewright.sources.yaml_tree import MAX_DEPTH, MAX_NODES, YamlTree, read_yaml


def read(text: str) -> YamlTree:
    tree = read_yaml(text, "a.yaml")
    assert tree.findings == ()
    return tree


def told(text: str, first_line: int = 1) -> list[str]:
    return [f"{finding.place} {finding.code}" for finding in read_yaml(text, "a.yaml", first_line).findings]


# YAML 1.1 would make numbers, truths, days and lists of most of these.
AS_WRITTEN = [
    "10:30",
    "09:00",
    "NO",
    "no",
    "yes",
    "on",
    "off",
    "y",
    "n",
    "TRUE",
    "true",
    "010",
    "0o17",
    "0x10",
    "0b1",
    "1_000",
    "1e3",
    ".5",
    "-.5",
    "+1",
    ".inf",
    ".nan",
    "2023-02-18",
    "=",
    "1,5",
    "12.50",
    "2023-02-18T10:00:00Z",
    "a:b",
    "http://x.y",
]


@pytest.mark.parametrize("scalar", AS_WRITTEN)
def test_plain_scalar_stays_as_written(scalar: str) -> None:
    value = read(f"key: {scalar}\n").data["key"]
    assert value == scalar
    assert type(value) is Plain


@pytest.mark.parametrize("quoted", ['"10"', "'10'", '"null"', "'~'", '""'])
def test_quoted_scalar_is_an_ordinary_text(quoted: str) -> None:
    value = read(f"key: {quoted}\n").data["key"]
    assert value == quoted[1:-1]
    assert type(value) is str


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL", "# a comment"])
def test_nothing(nothing: str) -> None:
    assert read(f"key: {nothing}\n").data == {"key": None}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("key: |\n  one\n  two\n", "one\ntwo\n"),
        ("key: |-\n  one\n  two\n", "one\ntwo"),
        ("key: >-\n  one\n  two\n\n  three\n", "one two\nthree"),
        ("key: one\n  two\n", "one two"),
        ('key: "one\n  two"\n', "one two"),
        ('key: "tab\\t \\u00e8"\n', "tab\t è"),
        ("key: 'l''uovo'\n", "l'uovo"),
        ("key: a # b\n", "a"),
        ("key: a#b\n", "a#b"),
    ],
)
def test_texts_of_several_lines_and_escapes(text: str, value: str) -> None:
    assert read(text).data == {"key": value}


def test_keys_are_texts() -> None:
    assert list(read('1: a\ntrue: b\nnull: c\n"x y": d\n2023-02-18: e\n').data) == [
        "1",
        "true",
        "null",
        "x y",
        "2023-02-18",
    ]


def test_alias_repeats_what_is_anchored() -> None:
    assert read("a: &x {b: [1, 2]}\nc: *x\nd: &y e\nf: [*y]\n").data == {
        "a": {"b": ["1", "2"]},
        "c": {"b": ["1", "2"]},
        "d": "e",
        "f": ["e"],
    }


PLACED = dedent(
    """\
    kind: x
    title: >-
      of two
      lines
    areas:
      - id: one
        flow: {a: 1, b: [c,
          d]}
      -
        id: "two"
        text: |
          x

          y
        last:   z
    à: è
    empty:
    """
)


@pytest.mark.parametrize(
    ("way", "key", "value"),
    [
        (("kind",), (1, 1), (1, 7)),
        (("title",), (2, 1), (2, 8)),
        (("areas",), (5, 1), (6, 3)),
        (("areas", 0), None, (6, 5)),
        (("areas", 0, "id"), (6, 5), (6, 9)),
        (("areas", 0, "flow", "a"), (7, 12), (7, 15)),
        (("areas", 0, "flow", "b"), (7, 18), (7, 21)),
        (("areas", 0, "flow", "b", 0), None, (7, 22)),
        (("areas", 0, "flow", "b", 1), None, (8, 7)),
        (("areas", 1), None, (10, 5)),
        (("areas", 1, "id"), (10, 5), (10, 9)),
        (("areas", 1, "text"), (11, 5), (11, 11)),
        (("areas", 1, "last"), (15, 5), (15, 13)),
        (("à",), (16, 1), (16, 4)),
        (("empty",), (17, 1), (17, 7)),
    ],
)
def test_every_key_and_value_has_its_place(way: Keys, key: tuple[int, int] | None, value: tuple[int, int]) -> None:
    marks = read(PLACED).marks
    assert (marks.keys.get(way), marks.values[way]) == (key, value)


def test_places_count_from_the_line_at_which_the_text_begins() -> None:
    marks = read_yaml("a: 1\nb:\n  - c\n", "a.md", first_line=2).marks
    assert marks.values[("b", 0)] == (4, 5)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("", ["1:1 yaml-empty"]),
        ("# nothing\n", ["1:1 yaml-empty"]),
        ("null\n", ["1:1 yaml-empty"]),
        ("a: 1\na: 2\nb: {c: 1, c: 2}\n", ["2:1 duplicate-key", "3:11 duplicate-key"]),
        ("a: {x: 1}\na: {x: 2}\n", ["2:1 duplicate-key"]),
        ("a: 1\n'a': 2\na: 3\n", ["2:1 duplicate-key", "3:1 duplicate-key"]),
        ("a: !!str b\nc: !x [d]\n", ["1:4 yaml-tag", "2:4 yaml-tag"]),
        ("a: ! b\n", ["1:4 yaml-tag"]),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", ["3:3 yaml-merge-key"]),
        ("'<<': 1\n", []),
        ("a: *b\nc: *d\n", ["1:4 yaml-alias", "2:4 yaml-alias"]),
        ("a: &a [*a]\n", ["1:8 yaml-alias"]),
        ("a: &x 1\nb: &x [*x]\n", ["2:8 yaml-alias"]),
        ("a: 1\n---\nb: 2\n", ["2:1 yaml-several-documents"]),
        ("---\na: 1\n...\n", []),
        ("? [a, b]\n: 1\n", ["1:3 yaml-key"]),
        ("{a: b}: c\n", ["1:1 yaml-key"]),
        ('a: "\\a"\nb: "\\0"\n', ["1:4 control-character", "2:4 control-character"]),
        ('a: "\\r"\n', ["1:4 control-character"]),
        ('"\\a": b\n', ["1:1 control-character"]),
        ("%YAML 1.1\n---\na: NO\n", []),
        ("a: b\nc: \x1b\n", ["1:1 control-character"]),
    ],
)
def test_what_is_refused(text: str, findings: list[str]) -> None:
    assert told(text) == [f"a.yaml:{finding}" for finding in findings]


def test_duplicate_key_names_the_line_of_the_first() -> None:
    finding = read_yaml("a: 1\nb: 2\na: 3\n", "a.md", first_line=5).findings[0]
    assert (str(finding.place), finding.values) == ("a.md:7:1", {"key": "a", "line": 5})


def test_depth_has_a_bound() -> None:
    assert told("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert told("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == [f"a.yaml:1:{MAX_DEPTH + 1} yaml-too-deep"]


def test_number_of_nodes_has_a_bound() -> None:
    assert told("[" + "a," * (MAX_NODES - 1) + "]") == []
    assert told("[" + "a," * MAX_NODES + "]") == [f"a.yaml:1:{2 * MAX_NODES} file-too-large"]


def test_aliases_count_as_all_that_they_repeat() -> None:
    ten = "a: &a [" + "x," * (MAX_NODES // 10) + "]\n"
    assert told(ten + "b: [" + "*a," * 8 + "]\n") == []
    assert told(ten + "b: [" + "*a," * 10 + "]\n") == ["a.yaml:2:29 yaml-alias", "a.yaml:2:32 yaml-alias"]


def test_of_very_many_findings_the_first_are_told() -> None:
    findings = told("a: 1\n" * 1000)
    assert len(findings) == MAX_FINDINGS + 1
    assert findings[0] == "a.yaml:2:1 duplicate-key"
    assert findings[-1] == f"a.yaml:{MAX_FINDINGS + 2}:1 too-many-findings"
