"""Templates of new files, one folder a kind and language: Jinja2 with filters that quote for YAML and for Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

from jinja2 import Environment, FunctionLoader, StrictUndefined

_SUFFIX = ".jinja"
# A name that begins with a point would be hidden among the package's own files.
_HIDDEN = {"gitignore": ".gitignore"}
# A text that YAML takes as it stands, unless it is one of the words that some readers take for something else.
_SAFE = re.compile(r"[^\W\d_](?:[\w '’«»().!?/-]*[\w’»().!?/-])?")
_TAKEN_FOR_OTHER = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
# What may begin something else in Markdown: emphasis, code, a link, HTML, a role, an entity, a table.
_MARKUP = re.compile(r"([\\`*_\[\]<>{}#&|~$^@])")


def rendered(template: str, **values: object) -> str:
    """The text of one template, named by its path from ``templates/`` without its suffix."""
    return _environment().get_template(template).render(**values)


def rendered_folder(folder: str, **values: object) -> dict[str, str]:
    """The texts of all templates of a folder, by the path that each file has."""
    return {path: rendered(f"{folder}/{name}", **values) for name, path in _paths(folder)}


def yaml_text(text: str) -> str:
    """A text as a YAML value: as it is where no reader could take it for anything else, quoted otherwise."""
    is_plain = _SAFE.fullmatch(text) is not None and text.lower() not in _TAKEN_FOR_OTHER and len(text) <= 100
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def markdown_text(text: str) -> str:
    """A text as Markdown that shows it: signs that mean something are told not to."""
    return _MARKUP.sub(r"\\\1", text)


def _paths(folder: str) -> Iterator[tuple[str, str]]:
    """The templates of a folder, each with the path of what is made of it."""
    for name in sorted(_names(_folder() / folder, PurePosixPath())):
        path = PurePosixPath(name)
        yield name, str(path.with_name(_HIDDEN.get(path.name, path.name)))


def _names(folder: Traversable, path: PurePosixPath) -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _names(entry, path / entry.name)
        elif entry.name.endswith(_SUFFIX):
            yield str(path / entry.name.removesuffix(_SUFFIX))


def _folder() -> Traversable:
    return files("coursewright.cli.scaffold") / "templates"


def _source(template: str) -> str:
    return (_folder() / f"{template}{_SUFFIX}").read_text(encoding="utf-8")


def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_source),
        undefined=StrictUndefined,
        autoescape=False,  # what is written is YAML and Markdown; the filters quote for these
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"yaml": yaml_text, "markdown": markdown_text}
    return environment
