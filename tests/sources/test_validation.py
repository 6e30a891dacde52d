"""Data made into entries, or into findings with codes, places and what is needed to mend it."""

from __future__ import annotations

from textwrap import dedent

import pytest

from coursewright.model.cohort import Cohort
from coursewright.model.competency import CompetencyMap
from coursewright.model.course import Course
from coursewright.model.entry import Entry
from coursewright.model.exercise import Exercise
from coursewright.model.finding import Finding
from coursewright.model.group import GroupCurriculum
from coursewright.model.module import Module
from coursewright.model.people import Venues
from coursewright.model.place import Place
from coursewright.sources.finding_limit import MAX_FINDINGS
from coursewright.sources.validation import Validated, validate
from coursewright.sources.yaml_tree import read_yaml

COURSE = "kind: course\nid: a\ntitle: A\nsummary: B\nlanguage: it\npath: [m]\n"
MODULE = "id: m\nsummary: S\nminutes: 60\nteaches: []\n"
COHORT = """
kind: cohort
id: c
title: C
timezone: Europe/Rome
starts: 2023-02-18
ends: 2023-07-15
enrolment: {opens: 2022-10-03, closes: 2023-01-20}
"""


def validated(kind: type[Entry], text: str) -> Validated[Entry]:
    tree = read_yaml(dedent(text).lstrip("\n"), "f")
    assert tree.findings == ()
    return validate(kind, tree)


def findings(kind: type[Entry], text: str) -> tuple[Finding, ...]:
    result = validated(kind, text)
    assert (result.entry is None) == bool(result.findings)
    return result.findings


def told(kind: type[Entry], text: str) -> list[str]:
    return [f"{finding.place} {finding.code}".removeprefix("f:") for finding in findings(kind, text)]


def test_entry_knows_where_it_stands() -> None:
    entry = validated(Venues, "kind: venues\nvenues:\n  - {id: v1, title: V, municipality: M, seats: 20}\n").entry
    assert isinstance(entry, Venues)
    assert entry.place("kind") == Place("f", 1, 7)
    assert entry.venues[0].place("seats") == Place("f", 3, 48)
    assert entry.venues[0].place("address") == Place("f", 3, 5)
    assert entry.venues[0].origin.key("seats") == Place("f", 3, 41)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("kind: course\n", ("wrong-kind", "1:7", "course")),
        ("id: x\nkind: cohorts\n", ("wrong-kind", "2:7", "cohorts")),
        ("kind: [cohort]\n", ("wrong-kind", "1:7", "[…]")),
    ],
)
def test_file_of_another_kind_is_told_once(text: str, finding: tuple[str, str, str]) -> None:
    (only,) = findings(Cohort, text)
    assert (str(only.code), f"{only.place.line}:{only.place.column}", only.values["found"]) == finding
    assert only.values["expected"] == "cohort"


def test_missing_kind_is_told_among_the_rest() -> None:
    assert told(Course, COURSE.removeprefix("kind: course\n")) == ["1:1 missing-key"]
    assert told(Course, COURSE.replace("kind: course\n", "kind:\n")) == ["1:6 missing-key"]
    assert told(Course, COURSE.replace("kind: course\n", "").replace("id: a", "id: A")) == [
        "1:5 invalid-id",
        "1:1 missing-key",
    ]


def test_misspelt_kind_is_told_once() -> None:
    (finding,) = findings(Course, COURSE.replace("kind:", "knd:"))
    assert (str(finding.code), finding.values["nearest"]) == ("unknown-key", "kind")


@pytest.mark.parametrize("text", ["- a\n", "a text\n", "[]\n"])
def test_file_that_is_no_group_of_keys(text: str) -> None:
    assert told(Course, text) == ["1:1 wrong-type"]


def test_unknown_key_comes_with_the_nearest_and_the_known() -> None:
    (finding,) = findings(Module, MODULE + "requirs: [a]\n")
    assert str(finding.place) == "f:5:1"
    assert finding.values == {
        "key": "requirs",
        "nearest": "requires",
        "known": "illustrative, ignore, id, summary, minutes, teaches, requires, exercises, plan, sources",
    }


def test_unknown_key_like_no_other_has_no_nearest() -> None:
    (finding,) = findings(Module, MODULE + "zzz: 1\n")
    assert finding.values["nearest"] is None


def test_misspelt_key_that_must_be_there_is_told_once() -> None:
    (finding,) = findings(Module, MODULE.replace("minutes:", "minuts:"))
    assert (str(finding.code), str(finding.place), finding.values["nearest"]) == ("unknown-key", "f:3:1", "minutes")


def test_unknown_and_missing_keys_that_differ_are_both_told() -> None:
    assert told(Module, MODULE.replace("minutes: 60", "zzz: 60")) == ["1:1 missing-key", "3:1 unknown-key"]


@pytest.mark.parametrize(
    ("kind", "text", "place"),
    [
        (Module, MODULE.replace("teaches: []", "teaches: [{competency: a, start: b, to: c}]"), "4:27"),
        (Module, MODULE + "plan: [{pause: 15}]\n", "5:9"),
        (Venues, "kind: venues\nvenues: []\norigin: x\n", "3:1"),
        (Venues, "kind: venues\nvenues: []\n_origin: x\n", "3:1"),
    ],
)
def test_names_of_the_code_are_no_keys(kind: type[Entry], text: str, place: str) -> None:
    assert f"{place} unknown-key" in told(kind, text)


def test_missing_key_says_what_belongs_there() -> None:
    (finding,) = findings(Module, MODULE.replace("minutes: 60\n", ""))
    assert str(finding.place) == "f:1:1"
    assert finding.values == {"key": "minutes", "about": "The minutes of teaching, breaks not counted."}


def test_key_missing_from_an_item_is_told_at_the_item() -> None:
    (finding,) = findings(Module, MODULE.replace("teaches: []", "teaches:\n  - competency: a\n    to: b\n"))
    assert (str(finding.place), finding.values["key"]) == ("f:5:5", "from")


def test_everything_wrong_is_told_at_once() -> None:
    text = """
        id: Modulo Uno
        summary:
        minutes: "60"
        teaches:
          - {competency: a, from: b, to: c, level: 3}
          - {competency: à, from: b, to: c}
        plan:
          - {title: x}
          - {break: 15 minuti}
        sources: rossi
    """
    assert told(Module, text) == [
        "1:5 invalid-id",
        "2:9 empty-text",
        "3:10 quoted-value",
        "5:37 unknown-key",
        "6:18 invalid-id",
        "8:5 keys-together",
        "9:13 wrong-type",
        "10:10 wrong-type",
    ]


@pytest.mark.parametrize(
    ("written", "suggested"), [("Città di Squadra", "citta-di-squadra"), ("a_b", "a-b"), ("-", None)]
)
def test_invalid_id_comes_with_one_that_would_do(written: str, suggested: str | None) -> None:
    (finding,) = findings(Module, MODULE.replace("id: m", f'id: "{written}"'))
    assert finding.values == {"found": written, "nearest": suggested}


@pytest.mark.parametrize(
    ("value", "finding"),
    [
        ("a", "wrong-type “a” a list"),
        ("{a: b}", "wrong-type “{…}” a list"),
        ("", "empty-text a list"),
        ("[[a]]", "wrong-type “[…]” an id"),
        ("[{a: b}]", "wrong-type “{…}” an id"),
        ("[~]", "empty-text an id"),
        ('[""]', "empty-text an id"),
        ("[A]", "invalid-id “A”"),
    ],
)
def test_shapes_in_lists(value: str, finding: str) -> None:
    (only,) = findings(Module, MODULE + f"requires: {value}\n")
    shown = f"“{only.values['found']}”" if "found" in only.values else ""
    assert " ".join(filter(None, [str(only.code), shown, str(only.values.get("expected", ""))])) == finding


@pytest.mark.parametrize(
    ("value", "finding"),
    [
        ("a", "wrong-type a a group of keys"),
        ("[a]", "wrong-type […] a group of keys"),
        ("", "empty-text None a group of keys"),
        ("{min: 1}", "missing-key None None"),
        ("{min: [1], max: 2}", "wrong-type […] a whole number"),
    ],
)
def test_shapes_of_groups_of_keys(value: str, finding: str) -> None:
    exercise = "id: e\ndevice: ritual\npractises: []\nminutes: 5\n"
    (only,) = findings(Exercise, exercise + f"group: {value}\n")
    assert f"{only.code} {only.values.get('found')} {only.values.get('expected')}" == finding


def test_keys_of_free_mappings_have_their_place() -> None:
    text = """
        kind: competency-map
        id: a
        title: A
        gradations: [{id: g, title: G}]
        areas:
          - id: b
            title: B
            competencies:
              - id: c
                title: C
                gradations:
                  Alto: x
                  g: [y]
    """
    assert told(CompetencyMap, text) == ["12:11 invalid-id", "13:14 wrong-type"]


def test_list_that_may_not_be_empty() -> None:
    (finding,) = findings(CompetencyMap, "kind: competency-map\nid: a\ntitle: A\ngradations: []\nareas: []\n")
    assert (str(finding.code), finding.values["expected"]) == ("wrong-type", "a list that is not empty")


@pytest.mark.parametrize("pair", ["[nodo-a]", "[]", "[nodo-a, nodo-b, nodo-c]"])
def test_pair_has_two(pair: str) -> None:
    group = "kind: group-curriculum\nid: g\ntitle: G\nopen: {licence: L, invites: I}\npurpose: P\nmembers: []\n"
    told_of = {
        (str(finding.code), str(finding.place), finding.values["expected"])
        for finding in findings(GroupCurriculum, group + f"interactions: [{{between: {pair}, way: co-design}}]\n")
    }
    assert told_of == {("wrong-type", "f:7:26", "a list of two")}


@pytest.mark.parametrize(
    ("value", "nearest"), [("laboratori", "laboratory"), ("focus group", "focus-group"), ("zzz", None), ("[a]", None)]
)
def test_word_that_is_not_among_those_known(value: str, nearest: str | None) -> None:
    text = f"id: e\ndevice: {value}\npractises: []\ngroup: {{min: 1, max: 2}}\nminutes: 5\n"
    (finding,) = findings(Exercise, text)
    assert (str(finding.code), str(finding.place), finding.values["nearest"]) == ("unknown-device", "f:2:9", nearest)
    assert str(finding.values["known"]).startswith("laboratory, interview, focus-group")


def test_what_an_entry_refuses_as_a_whole_is_told_at_the_key_at_fault() -> None:
    fees = """
        fees:
          currency: EUR
          price: "100.00"
          rounding: half-up
          rules:
            - {id: a, label: A, percent: 10, when: {received: {from: 2023-02-01, until: 2023-01-01}}}
    """
    assert told(Cohort, COHORT + dedent(fees).lstrip()) == ["13:74 reversed"]


def test_shares_are_told_at_the_instalments() -> None:
    text = COHORT + 'fees:\n  currency: EUR\n  price: "1.00"\n  rounding: half-up\n'
    (finding,) = findings(Cohort, text + "  instalments: [{share: 50, due: 2023-02-01}]\n")
    assert (str(finding.code), str(finding.place), finding.values) == ("shares-not-whole", "f:12:3", {"found": "50"})


def test_of_very_many_mistakes_the_first_are_told() -> None:
    told_of = told(Course, COURSE.replace("[m]", "[" + "A," * 500 + "]"))
    assert len(told_of) == MAX_FINDINGS + 1
    assert told_of[-1] == f"6:{8 + 2 * MAX_FINDINGS} too-many-findings"


@pytest.mark.parametrize(
    ("value", "finding"),
    [
        ("maybe", "wrong-type 5:15"),
        ('"true"', "quoted-value 5:15"),
        ("", "empty-text 5:14"),
        ("{a: b}", "wrong-type 5:15"),
        ("[[a]]", "wrong-type 5:15"),
        ('[""]', "wrong-type 5:15"),
    ],
)
def test_illustrative_of_a_wrong_shape(value: str, finding: str) -> None:
    (only,) = findings(Module, MODULE + f"illustrative: {value}\n")
    assert f"{only.code} {only.place.line}:{only.place.column}" == finding


@pytest.mark.parametrize(
    ("value", "finding"),
    [
        ("plan-missing", "wrong-type 5:9"),
        ("{code: plan-missing, why: x}", "wrong-type 5:9"),
        ("[plan-missing]", "wrong-type 5:10"),
        ("[{code: plan-missing}]", "missing-key 5:10"),
        ("[{code: plan-mising, why: x}]", "unknown-value 5:17"),
        ("[{code: [a], why: x}]", "unknown-value 5:17"),
        ("[{code: plan-missing, why: }]", "empty-text 5:36"),
    ],
)
def test_ignore_of_a_wrong_shape(value: str, finding: str) -> None:
    (only,) = findings(Module, MODULE + f"ignore: {value}\n")
    assert f"{only.code} {only.place.line}:{only.place.column}" == finding
