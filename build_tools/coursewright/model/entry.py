"""What every entry of a data file has in common: strict keys, frozen values, a place in its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, WithJsonSchema

from coursewright.model.finding_codes import Code
from coursewright.model.place import Key, Origin, Place
from coursewright.model.words import N_
from coursewright.model.written import Identifier, Name, Plain, choice, reads


class Entry(BaseModel):
    """A mapping of a data file, read: unknown keys are refused, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    refused_keys: ClassVar[Mapping[str, Code]] = {}
    """Unknown keys refused with a code of their own; small letters, without accents or signs between words."""

    _origin: Origin = PrivateAttr(default_factory=Origin)

    @property
    def origin(self) -> Origin:
        """Where the entry stands in its file."""
        return self._origin

    def place(self, *keys: Key) -> Place:
        """The place of the value under ``keys`` (names as written in the file)."""
        return self._origin.value(*keys)

    def located(self, origin: Origin) -> Self:
        """The same entry told, with all the entries below it, where it stands. For the reader of files alone."""
        below = {name: _located(getattr(self, name), origin.below(key)) for name, key in self._given()}
        return self._with("_origin", origin, below)

    def _with(self, attribute: str, value: Any, fields: Mapping[str, Any] | None = None) -> Self:
        """A copy with another value of a private attribute, and of fields; this entry stays as it is."""
        made = self.model_copy(update=fields)
        # Pydantic has no other way to a private attribute; nobody else has the copy yet.
        setattr(made, attribute, value)
        return made

    def written(self) -> Iterator[tuple[str, Any]]:
        """Each key that the file gives, as written there, with its value."""
        return ((key, getattr(self, name)) for name, key in self._given())

    def _given(self) -> Iterator[tuple[str, str]]:
        """The fields that the file gives, in the order of the class, each with its key there."""
        for name, field in type(self).model_fields.items():
            if name in self.model_fields_set:
                yield name, field.alias or name


def _located(value: Any, origin: Origin) -> Any:
    """A field's value with the entries in it located."""
    if isinstance(value, Entry):
        return value.located(origin)
    if isinstance(value, tuple):
        return tuple(_located(item, origin.below(index)) for index, item in enumerate(value))
    if isinstance(value, dict):
        return {key: _located(item, origin.below(key)) for key, item in value.items()}
    return value


class Ignore(Entry):
    """A warning that the writer has seen and wants silenced, with the reason."""

    code: Annotated[Code, choice(Code)] = Field(description=N_("The code of the finding to silence."))
    why: Name = Field(description=N_("Why it is right to silence it here."))


def _illustrative(value: Any) -> tuple[str, ...] | None:
    if value is True or (isinstance(value, Plain) and value == "true"):
        return ("",)
    if value is False or (isinstance(value, Plain) and value == "false"):
        return ()
    if isinstance(value, list | tuple) and all(isinstance(item, str) and item.strip() for item in value):
        return tuple(item.strip() for item in value)
    return None


Illustrative = Annotated[
    tuple[str, ...],
    reads(N_("true, or a list of paths"), _illustrative, without_quotes=True),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"type": "array", "items": {"type": "string"}}]}),
]


# How a page marks what no source states.
MADE_UP = N_("Illustrative: made up for the course.")
ILLUSTRATIVE = N_("(illustrative)")


class Subject(Entry):
    """An entry that stands for something of the course, and can be illustrative or carry ignores."""

    illustrative: Illustrative = Field(
        default=(),
        description=N_("What no source states: true for all of it, or a list of paths such as fees.price."),
    )
    ignore: tuple[Ignore, ...] = Field(default=(), description=N_("Warnings silenced here, each with its reason."))

    @property
    def is_illustrative(self) -> bool:
        """Whether the whole entry is made up for teaching."""
        return "" in self.illustrative

    def shows_illustrative(self, path: str) -> bool:
        """Whether the value at ``path`` (keys joined by dots, list items by id) is illustrative."""
        return any(covers == "" or path == covers or path.startswith(covers + ".") for covers in self.illustrative)


class Identified(Subject):
    """A subject with an id, unique within its kind."""

    id: Identifier = Field(description=N_("The id others refer to: small letters, digits and hyphens."))
