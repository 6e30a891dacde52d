"""``coursewright schema``: what it prints accepts what the tool accepts.

Covers also `cli/json_schema.py`, `model/card.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from coursewright.cli.json_schema import json_schema
from coursewright.locale import wording
from coursewright.model.card import BY_WORD, Card
from coursewright.model.entry import Subject
from tests.checks.course_folder import MINIMAL
from tests.cli.running import CommandLine

REPOSITORY = Path(__file__).parents[3]
PRIVATE = MINIMAL.parent / "meetings"


class CoreLoader(yaml.SafeLoader):
    """Reads YAML as editors do: the core schema of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own attribute


for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))


def _files(root: Path, kind: Card) -> list[Path]:
    # What is private is committed nowhere: a file of the tests stands for it.
    return sorted((PRIVATE if kind.files.startswith("private/") else root).glob(kind.files))


def _data(file: Path, kind: Card) -> Any:
    text = file.read_text("utf-8")
    if kind.is_front_matter:
        text = text.split("---\n", 2)[1]
    return yaml.load(text, Loader=CoreLoader)


def _validator(kind: Card) -> Draft202012Validator:
    schema = json_schema(kind, wording("it"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def _schemas(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from _schemas(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _schemas(value)


@pytest.mark.parametrize("root", [REPOSITORY, MINIMAL], ids=["course", "minimal"])
@pytest.mark.parametrize("kind", BY_WORD.values(), ids=BY_WORD)
def test_schema_accepts_the_files_of_its_kind(kind: Card, root: Path) -> None:
    files = _files(root, kind)
    assert files
    errors = [
        f"{file.name}: {error.message}" for file in files for error in _validator(kind).iter_errors(_data(file, kind))
    ]
    assert errors == []


@pytest.mark.parametrize("kind", BY_WORD.values(), ids=BY_WORD)
def test_schema_refuses_an_unknown_key_and_a_missing_one(kind: Card) -> None:
    data = _data(_files(MINIMAL, kind)[0], kind)
    validator = _validator(kind)
    assert not validator.is_valid({**data, "unheard": 1})
    for key in json_schema(kind, wording("it")).get("required", []):
        assert not validator.is_valid({name: value for name, value in data.items() if name != key})


@pytest.mark.parametrize("kind", BY_WORD.values(), ids=BY_WORD)
def test_a_data_file_says_its_kind_and_a_page_may_leave_out_its_id(kind: Card) -> None:
    required = json_schema(kind, wording("it")).get("required", [])
    assert ("kind" in required) is (not kind.is_front_matter)
    assert _validator(BY_WORD["page"]).is_valid({"edition": "trainers"})


@pytest.mark.parametrize(
    ("kind", "way", "value"),
    [
        ("cohort", ["starts"], 20230218),
        ("cohort", ["fees", "price"], 1450.00),
        ("cohort", ["fees", "combine"], "worst"),
        ("cohort", ["enrolment", "surprise"], 1),
        ("competency-map", ["id"], "Con Maiuscole"),
        ("group-curriculum", ["standing"], {"Non un id": "pratica"}),
        ("group-curriculum", ["interactions"], [{"between": ["nodo-a"], "way": "co-design"}]),
        ("exercise", ["device"], "lecture"),
        ("module", ["minutes"], 0),
        ("module", ["ignore"], [{"code": "no-such-code", "why": "x"}]),
    ],
)
def test_schema_refuses_what_the_tool_refuses(kind: str, way: list[str], value: Any) -> None:
    data = _data(_files(MINIMAL, BY_WORD[kind])[0], BY_WORD[kind])
    entry = data
    for key in way[:-1]:
        entry = entry[key]
    entry[way[-1]] = value
    assert not _validator(BY_WORD[kind]).is_valid(data)


@pytest.mark.parametrize("kind", BY_WORD.values(), ids=BY_WORD)
def test_schema_has_no_host_and_says_what_each_key_is(kind: Card) -> None:
    schema = json_schema(kind, wording("it"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"coursewright:{kind.word}"
    entries = [each for each in _schemas(schema) if isinstance(each.get("properties"), dict)]
    assert all(each["additionalProperties"] is False for each in entries)
    descriptions = [text["description"] for each in entries for text in each["properties"].values()]
    assert all(descriptions)
    ignorable = "What no source states: true for all of it, or a list of paths such as fees.price."
    assert (descriptions[0] == wording("it").text(ignorable)) is issubclass(kind.model, Subject)


def test_a_pair_is_two_items_in_the_schema() -> None:
    interaction = json_schema(BY_WORD["group-curriculum"], wording("it"))["$defs"]["Interaction"]
    between = interaction["properties"]["between"]
    assert (len(between["prefixItems"]), between["minItems"], between["maxItems"]) == (2, 2, 2)


def test_kinds_are_listed_with_their_files(command_line: CommandLine) -> None:
    said = command_line.run("schema")
    assert said.status == 0
    assert [tuple(line.split()[:2]) for line in said.out.splitlines()] == [
        (kind.word, kind.files) for kind in BY_WORD.values()
    ]


def test_descriptions_are_in_the_language_asked_for(command_line: CommandLine) -> None:
    said = command_line.run("schema", "course")
    assert json.loads(said.out)["properties"]["title"]["description"] == "Il titolo del corso."
    said = command_line.run("schema", "course", "--language", "en")
    assert json.loads(said.out)["properties"]["title"]["description"] == "The course's title."


def test_output_writes_one_file_a_kind(command_line: CommandLine) -> None:
    said = command_line.run("schema", "--output", "a/b")
    assert (said.status, said.out) == (0, "")
    assert sorted(file.name for file in (command_line.folder / "a/b").iterdir()) == sorted(
        f"{name}.json" for name in BY_WORD
    )
    printed = command_line.run("schema", "cohort").out
    assert (command_line.folder / "a/b/cohort.json").read_text("utf-8") == printed


def test_output_of_one_kind_writes_one_file(command_line: CommandLine) -> None:
    command_line.run("schema", "cohort", "--output", "schemas")
    assert [file.name for file in (command_line.folder / "schemas").iterdir()] == ["cohort.json"]


def test_an_unknown_kind_is_answered_with_the_nearest(command_line: CommandLine) -> None:
    said = command_line.run("schema", "cohorts")
    assert said.status == 2
    assert said.err.endswith("Errore: Non esiste il tipo di file «cohorts». Volevi scrivere «cohort»?\n")
    said = command_line.run("schema", "zzz")
    assert "Qui si può scrivere: course, figures, " in said.err
