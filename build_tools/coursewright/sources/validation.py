"""Data of a file made into an entry of the model, or into findings that say what is wrong and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coursewright.model.entry import Entry
from coursewright.model.finding import Code, Finding, Value
from coursewright.model.nearest import as_identifier, nearest
from coursewright.model.place import Key, Keys, Marks, Origin, Place
from coursewright.model.words import N_, Term
from coursewright.model.written import found
from coursewright.sources.finding_limit import MAX_FINDINGS, limited
from coursewright.sources.yaml_tree import YamlTree

EntryT = TypeVar("EntryT", bound=Entry)

_KEYS = N_("a group of keys")
_LIST = N_("a list")
_EXPECTED_SHAPES = {
    "model_type": _KEYS,
    "model_attributes_type": _KEYS,
    "dict_type": _KEYS,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "too_short": N_("a list that is not empty"),
    "too_long": N_("a list of two"),
}
_CODES: Mapping[str, Code] = {code.value: code for code in Code}


@dataclass(frozen=True)
class Validated(Generic[EntryT]):
    """An entry, or None with the findings that say why."""

    entry: EntryT | None
    findings: tuple[Finding, ...] = ()


def validate(kind: type[EntryT], tree: YamlTree) -> Validated[EntryT]:
    """The entry of class ``kind`` that the tree's data says, located in its file."""
    origin = Origin(tree.path, tree.marks)
    if not isinstance(tree.data, dict):
        return Validated(None, (_wrong_shape("dict_type", tree.data, origin.value()),))
    expected = kind.model_fields["kind"].default if "kind" in kind.model_fields else None
    written = tree.data.get("kind")
    if expected is not None and written not in (None, expected):
        wrong_kind: dict[str, Value] = {"found": found(written), "expected": expected}
        return Validated(None, (Finding(Code.WRONG_KIND, origin.value("kind"), wrong_kind),))
    try:
        data = tree.data if expected is None else {**tree.data, "kind": expected}
        entry, findings = kind.model_validate(data, by_alias=True, by_name=False), []
    except ValidationError as error:
        entry, findings = None, list(_findings(error, kind, origin))
    if expected is not None and written is None and not any(map(_means_kind, findings)):
        missing: dict[str, Value] = {"key": f"kind: {expected}", "about": None}
        findings.append(Finding(Code.MISSING_KEY, origin.value("kind"), missing))
    if entry is None or findings:
        return Validated(None, limited(findings))
    return Validated(entry.located(origin))


def _means_kind(finding: Finding) -> bool:
    return finding.code is Code.UNKNOWN_KEY and finding.values["nearest"] == "kind"


def _findings(error: ValidationError, kind: type[Entry], origin: Origin) -> Iterator[Finding]:
    details = error.errors(include_url=False)[: MAX_FINDINGS + 1]
    misspelt = {
        (detail["loc"][:-1], _nearest_key(kind, detail)) for detail in details if detail["type"] == "extra_forbidden"
    }
    for detail in details:
        if detail["type"] != "missing" or (detail["loc"][:-1], str(detail["loc"][-1])) not in misspelt:
            yield _finding(detail, kind, origin)


def _finding(detail: ErrorDetails, kind: type[Entry], origin: Origin) -> Finding:
    way = _way(detail, origin.marks)
    match detail["type"]:
        case "missing" if isinstance(way[-1], int):
            return _wrong_shape("too_long", detail["input"], origin.value(*way[:-1]))
        case "missing":
            key = str(way[-1])
            about = _description(kind, way)
            return Finding(Code.MISSING_KEY, origin.value(*way[:-1]), {"key": key, "about": about})
        case "extra_forbidden":
            refused = _refused_key(kind, way)
            if refused is not None:
                return Finding(refused, origin.key(*way), {"key": found(way[-1])})
            values: dict[str, Value] = {
                "key": found(way[-1]),
                "nearest": _nearest_key(kind, detail),
                "known": ", ".join(_keys_known(kind, way[:-1])),
            }
            return Finding(Code.UNKNOWN_KEY, origin.key(*way), values)
        case _ if "code" in detail.get("ctx", {}):
            return _refusal(detail, origin, way)
        case shape:
            return _wrong_shape(shape, detail["input"], origin.value(*way))


def _wrong_shape(shape: str, value: object, place: Place) -> Finding:
    """The finding of a list where keys are expected and the like."""
    expected = Term(_EXPECTED_SHAPES.get(shape, N_("another value")))
    if value is None:
        return Finding(Code.EMPTY_TEXT, place, {"expected": expected})
    return Finding(Code.WRONG_TYPE, place, {"expected": expected, "found": found(value)})


def _refused_key(kind: type[Entry], way: Keys) -> Code | None:
    """The code of its own with which the entry's class refuses a key, however the key is spelt."""
    model = _model_at(kind, way[:-1])
    plain = (as_identifier(str(way[-1])) or "").replace("-", "")
    return model.refused_keys.get(plain) if model is not None else None


def _refusal(detail: ErrorDetails, origin: Origin, way: Keys) -> Finding:
    """The finding of a refusal raised by a field or entry of the model itself."""
    context = dict(detail["ctx"])
    code = _CODES[context.pop("code")]
    known, at = context.pop("known", None), context.pop("at", None)
    values: dict[str, Value] = dict(context)
    written = str(values.get("found") or "")
    if known is not None:
        values |= {"nearest": nearest(written, known), "known": ", ".join(known)}
    if code is Code.INVALID_ID:
        values["nearest"] = as_identifier(written)
    if at is not None:
        return Finding(code, origin.key(*way, at), values)
    is_key = bool(detail["loc"]) and detail["loc"][-1] == "[key]"
    return Finding(code, origin.key(*way) if is_key else origin.value(*way), values)


def _way(detail: ErrorDetails, marks: Marks) -> Keys:
    """The way to the error through the file's data.

    Pydantic adds a mark where a mapping's key is meant, and a list's position where one entry stands for a list of one.
    """
    loc = detail["loc"]
    way: Keys = ()
    for key in loc[:-1] if loc and loc[-1] == "[key]" else loc:
        is_alone = key == 0 and any(isinstance(each, str) for each in _below(way, marks))
        way = way if is_alone else (*way, key)
    return way


def _below(way: Keys, marks: Marks) -> Iterator[Key]:
    """The keys right below a way in the file."""
    return (each[-1] for each in marks.values if each[:-1] == way and each != ())


def _nearest_key(kind: type[Entry], detail: ErrorDetails) -> str | None:
    return nearest(str(detail["loc"][-1]), _keys_known(kind, tuple(detail["loc"][:-1])))


def _keys_known(kind: type[Entry], way: Keys) -> tuple[str, ...]:
    model = _model_at(kind, way)
    return tuple(field.alias or name for name, field in model.model_fields.items()) if model is not None else ()


def _description(kind: type[Entry], way: Keys) -> Term | None:
    model = _model_at(kind, way[:-1])
    for name, field in (model.model_fields if model is not None else {}).items():
        if (field.alias or name) == way[-1] and field.description:
            return Term(field.description)
    return None


def _model_at(kind: type[Entry], way: Keys) -> type[Entry] | None:
    """The class of the entry that stands under ``way`` in one of class ``kind``."""
    model: type[Entry] | None = kind
    for key in way:
        if isinstance(key, int) or model is None:
            continue
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        if key in fields:
            model = next(_entry_classes(fields[key].annotation), None)
    return model


def _entry_classes(annotation: Any) -> Iterator[type[Entry]]:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        yield annotation
    for argument in get_args(annotation):
        yield from _entry_classes(argument)
