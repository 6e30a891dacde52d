"""The JSON Schema of a kind of file, made from its model, with descriptions in a language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from coursewright.locale import Wording
from coursewright.model.card import Card

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Made from names of the code; what people read is the description.
_NOT_FOR_PEOPLE = {"title", "default"}


def json_schema(kind: Card, words: Wording) -> Schema:
    """The schema of the files of ``kind``, in the words of a language; keys always in the same order."""
    made = kind.model.model_json_schema(by_alias=True)
    definitions = made.pop("$defs", {})
    body = _tidied(made, words)
    body["required"] = _required(kind, made)
    if not body["required"]:
        del body["required"]
    return {
        "$schema": _DIALECT,
        "$id": f"coursewright:{kind.word}",
        "title": kind.word,
        **body,
        "description": words.text(kind.about),
        "$defs": {name: _definition(definitions[name], words) for name in sorted(definitions)},
    }


def schema_text(kind: Card, words: Wording) -> str:
    """The schema as a JSON document that ends with a line break."""
    return json.dumps(json_schema(kind, words), ensure_ascii=False, indent=2) + "\n"


def _required(kind: Card, made: Mapping[str, Any]) -> list[str]:
    """The keys that must be there: a file's ``kind`` too, but not a page's id, which its path gives."""
    required = list(made.get("required", []))
    if kind.word == "page":
        required.remove("id")
    return required if kind.is_front_matter else ["kind", *required]


def _definition(made: Mapping[str, Any], words: Wording) -> Schema:
    """An entry or a choice inside others; what it is for is said where it is used."""
    return {key: value for key, value in _tidied(made, words).items() if key != "description"}


def _tidied(made: Mapping[str, Any], words: Wording) -> Schema:
    """One level of a schema without what only code needs, everything below it likewise."""
    kept = {
        key: value
        for key, value in made.items()
        if key not in _NOT_FOR_PEOPLE or (key == "default" and isinstance(value, (bool, str)))
    }
    schema = {key: _below(key, value, words) for key, value in kept.items()}
    return _with_named_keys(schema)


def _below(key: str, value: Any, words: Wording) -> Any:
    if key == "description":
        return words.text(value)
    if key in {"properties", "patternProperties"}:
        return {name: _tidied(schema, words) for name, schema in value.items()}
    if isinstance(value, dict):
        return _tidied(value, words)
    if key in {"anyOf", "prefixItems"}:
        return [_tidied(schema, words) for schema in value]
    return value


def _with_named_keys(schema: Schema) -> Schema:
    """A mapping from ids: every key is held to the pattern, not only those that happen to match it."""
    patterns = schema.pop("patternProperties", None)
    if patterns is None:
        return schema
    ((pattern, values),) = patterns.items()
    names = {**schema.get("propertyNames", {}), "pattern": pattern}
    return {**schema, "propertyNames": names, "additionalProperties": values}
