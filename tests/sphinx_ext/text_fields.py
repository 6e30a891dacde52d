"""Every text that people can write into a course's data, found by walking the models and put there."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeGuard, Union, get_args, get_origin, get_type_hints

import yaml
from pydantic import BaseModel, ValidationError

from coursewright.model.card import CARDS
from coursewright.model.finding import Kind
from coursewright.model.written import IsMarkdown, Markdown, Text

_READERS = (get_args(Text)[1], get_args(Markdown)[1])


class TextField(NamedTuple):
    """A field that holds text: its model's name, its key in files."""

    model: str
    key: str


# Texts that are compared and never shown: another text may mean something else, or nothing.
COMPARED = {
    TextField("When", "code"),
    TextField("When", "category"),
    TextField("Instalment", "after"),
    TextField("Instalment", "before"),
    TextField("Step", "of"),
    TextField("Fees", "draw_seed"),
    TextField("Rule", "tier"),
    TextField("HolidayCalendar", "subdivision"),
    TextField("Venue", "subdivision"),
    TextField("Cohort", "columns"),
    TextField("Cohort", "values"),
}

Put = Callable[[TextField, bool], str]
"""Gives the text for a field; it is told whether the field's content is Markdown."""


def models() -> frozenset[type[BaseModel]]:
    """The models of all files."""
    return frozenset(card.model for card in CARDS if not card.is_private)


def text_fields() -> frozenset[TextField]:
    """Every field of every model that holds text for people."""
    found = {field for model in _with_those_below(models()) for field in _text_fields_of(model)}
    return frozenset(found) - COMPARED


def fill(root: Path, put: Put) -> None:
    """Put a text into every text field of a course's files, those that they leave out included."""
    for file in sorted(root.rglob("*")):
        model = _model_of(file.relative_to(root))
        if model is None or not file.is_file():
            continue
        if file.suffix == ".yaml":
            file.write_text(_dumped(_filled(model, _loaded(file.read_text("utf-8")), put)), "utf-8")
        else:
            _, front_matter, body = file.read_text("utf-8").split("---\n", 2)
            filled = _dumped(_filled(model, _loaded(front_matter), put))
            file.write_text(f"---\n{filled}---\n{body}", "utf-8")


def _model_of(path: Path) -> type[BaseModel] | None:
    cards = (card for card in CARDS if not card.is_private and card.kind is not Kind.PAGE)
    return next((card.model for card in cards if path.match(card.files)), None)


def _loaded(text: str) -> Any:
    return _with_text_keys(yaml.safe_load(text))


def _with_text_keys(data: Any) -> Any:
    """The data with the key ``on``, which YAML 1.1 takes for a yes, as it was written."""
    if isinstance(data, dict):
        return {"on" if key is True else key: _with_text_keys(value) for key, value in data.items()}
    return [_with_text_keys(each) for each in data] if isinstance(data, list) else data


def _dumped(data: Any) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)


def _filled(model: type[BaseModel], data: dict[str, Any], put: Put) -> dict[str, Any]:
    """The data with a text in every field of the model that takes one there."""
    filled = dict(data)
    for key, annotation in _annotations(model).items():
        field = TextField(model.__name__, key)
        if key in data:
            filled[key] = _replaced(annotation, data[key], field, put)
        elif _is_text(annotation) and field not in COMPARED:
            filled[key] = put(field, _is_markdown(annotation))
            if not _is_valid(model, filled):
                del filled[key]
    return filled


def _replaced(annotation: Any, value: Any, field: TextField, put: Put) -> Any:
    if field in COMPARED:
        return value
    if _is_text(annotation):
        return put(field, _is_markdown(annotation))
    parts = tuple(_parts(annotation))
    if isinstance(value, list):
        return [_replaced(parts[0], each, field, put) for each in value]
    for part in (annotation, *parts):
        if _is_model(part) and isinstance(value, dict):
            return _filled(part, value, put)
    if isinstance(value, dict) and len(parts) == 2:
        return {key: _replaced(parts[1], each, field, put) for key, each in value.items()}
    return value


def _is_valid(model: type[BaseModel], data: dict[str, Any]) -> bool:
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True


def _annotations(model: type[BaseModel]) -> Mapping[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {field.alias or name: hints[name] for name, field in model.model_fields.items()}


def _with_those_below(start: frozenset[type[BaseModel]]) -> frozenset[type[BaseModel]]:
    found, waiting = set(start), list(start)
    while waiting:
        for annotation in _annotations(waiting.pop()).values():
            fresh = {part for part in _leaves(annotation) if _is_model(part)}
            waiting.extend(fresh - found)
            found |= fresh
    return frozenset(found)


def _text_fields_of(model: type[BaseModel]) -> Iterator[TextField]:
    for key, annotation in _annotations(model).items():
        if any(_is_text(leaf) for leaf in _leaves(annotation)):
            yield TextField(model.__name__, key)


def _leaves(annotation: Any) -> Iterator[Any]:
    parts = tuple(_parts(annotation))
    if not parts:
        yield annotation
    for part in parts:
        yield from _leaves(part)


def _parts(annotation: Any) -> Iterator[Any]:
    """What an annotation is made of; nothing for a text, a class or a value."""
    origin = get_origin(annotation)
    if origin is Annotated and not _is_text(annotation):
        yield from _parts(get_args(annotation)[0]) if get_origin(get_args(annotation)[0]) else get_args(annotation)[:1]
    elif origin in {Union, types.UnionType, tuple, dict}:
        yield from (part for part in get_args(annotation) if part not in {type(None), ...})


def _is_model(annotation: Any) -> TypeGuard[type[BaseModel]]:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _is_text(annotation: Any) -> bool:
    if get_origin(annotation) in {Union, types.UnionType}:
        return any(_is_text(part) for part in get_args(annotation))
    return get_origin(annotation) is Annotated and any(reader in get_args(annotation)[1:] for reader in _READERS)


def _is_markdown(annotation: Any) -> bool:
    if get_origin(annotation) in {Union, types.UnionType}:
        return any(_is_markdown(part) for part in get_args(annotation))
    return any(isinstance(part, IsMarkdown) for part in get_args(annotation)[1:])
