"""Write what is made from the code (`make docs`): the reference pages, the schemas, the editor's
settings, the faces of folders."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import click
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from coursewright.cli.json_schema import schema_text
from coursewright.cli.program import NAME, program
from coursewright.locale import wording
from coursewright.model.card import BY_WORD, Card
from coursewright.model.entry import Entry
from coursewright.model.finding_codes import Code
from coursewright.model.meetings import Online
from coursewright.model.written import ClockTime, Day, Identifier, IsMarkdown, Money, MonthDay, WebAddress
from docs.faces import faces
from docs.python_page import python_page

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = "docs/reference/schemas"
# Who writes the files reads Italian; so do the descriptions that an editor shows.
SCHEMA_LANGUAGE = "it"
GENERATED = "<!-- Made by `make docs` from the code: edit there. -->\n"
_LEAVES: Sequence[tuple[Any, str]] = (
    (Identifier, "id"),
    (Money, 'amount in quotes, `"1450.00"`'),
    (Day, "day, `2023-02-18`"),
    (ClockTime, "time, `09:30`"),
    (MonthDay, "month and day, `06-24`"),
    (WebAddress, "web address"),
    (Online, "web address, or `true`"),
)


def references() -> dict[str, str]:
    """Every generated file: its path from the repository's root, and its text."""
    words = wording(SCHEMA_LANGUAGE)
    return {
        "docs/reference/kinds.md": kinds_page(),
        "docs/reference/findings.md": findings_page(),
        "docs/reference/command-line.md": command_line_page(),
        "docs/reference/python.md": "\n".join([GENERATED, python_page()]),
        ".vscode/settings.json": editor_settings(),
        **{f"{SCHEMAS}/{kind.word}.json": schema_text(kind, words) for kind in BY_WORD.values()},
        **faces(ROOT),
    }


def kinds_page() -> str:
    """Every kind of file with its keys."""
    head = (
        "# Kinds of files\n\n"
        "What people write, kind by kind. Keys that are not listed are refused. Editors take the same as JSON Schema, "
        f"which `{NAME} schema KIND` prints.\n"
    )
    told: set[type[Entry]] = set()
    parts = [part for kind in BY_WORD.values() for part in _kind_parts(kind, told)]
    return "\n".join([GENERATED, head, *parts])


def findings_page(link: str = "") -> str:
    """Every code of a finding with what is said about it; ``link`` is its own page, with ``{}`` for the code."""
    head = (
        "# Findings\n\n"
        f"What `{NAME} check` can say. The code is stable; names in braces stand for what was found. Where "
        "two hints are given, the second is used when the first one's values are not known. A warning can be "
        "silenced where it arises: `ignore: [{code: CODE, why: REASON}]`.\n"
    )
    rows = [
        (
            f"[`{code}`]({link.format(code)})" if link else f"`{code}`",
            code.severity,
            as_shown(code.message),
            "<br>".join(map(as_shown, filter(None, hints))),
        )
        for code in Code
        for hints in [(code.hint, code.otherwise)]
    ]
    return "\n".join([GENERATED, head, _table(("code", "severity", "message", "hint"), rows)])


def command_line_page() -> str:
    """Every command with its options."""
    head = (
        "# Command line\n\n"
        "The exit status is 0 if all is fine, 1 if there is an error or something is refused, 2 if the "
        "command line is wrong. Messages are in the language of the system (Italian or English); JSON is in "
        "English. "
        f"`python -m {NAME}` does the same as `{NAME}`.\n"
    )
    return "\n".join([GENERATED, head, *_command_parts(NAME, program).values()])


def command_pages() -> dict[str, str]:
    """The page of each command by its words joined by hyphens, such as ``new-course``."""
    parts = _command_parts(NAME, program)
    return {path.replace(" ", "-"): part.removeprefix("#") for path, part in parts.items()}


def editor_settings() -> str:
    """What VS Code needs to know of this repository: which schema is for which files."""
    schemas = {f"./{SCHEMAS}/{kind.word}.json": kind.files for kind in BY_WORD.values() if not kind.is_front_matter}
    settings = {
        "yaml.schemas": schemas,
        "yaml.schemaStore.enable": False,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
        "files.encoding": "utf8",
        "files.eol": "\n",
        "search.exclude": {"_build": True, ".cache": True},
    }
    return json.dumps(settings, indent=2) + "\n"


def main() -> None:
    """Write every file whose text changed, and remove schemas of kinds that are no more."""
    texts = references()
    for path, text in texts.items():
        file = ROOT / path
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            sys.stdout.write(f"{path}\n")
    for file in (ROOT / SCHEMAS).glob("*.json"):
        if file.relative_to(ROOT).as_posix() not in texts:
            file.unlink()


def _kind_parts(kind: Card, told: set[type[Entry]]) -> Iterator[str]:
    """The section of a kind, then one for each entry inside it that has not been told of yet."""
    where = "the front matter of " if kind.is_front_matter else ""
    yield f"## {kind.word}\n\n{kind.about}\n\nFiles: {where}`{kind.files}` ([schema](schemas/{kind.word}.json))\n"
    yield _keys_table(kind.model, optional={"id"} if kind.word == "page" else set())
    waiting = list(_entries_in(kind.model))
    while waiting:
        model = waiting.pop(0)
        if model not in told:
            told.add(model)
            yield f"### {model.__name__}\n\n{_sentence(model)}\n"
            yield _keys_table(model)
            waiting[:0] = _entries_in(model)


def _keys_table(model: type[Entry], optional: Iterable[str] = ()) -> str:
    needed: list[Sequence[str]] = []
    others: list[Sequence[str]] = []
    for name, field in model.model_fields.items():
        key = field.alias or name
        is_needed = (field.is_required() or key == "kind") and key not in optional
        row = (
            f"`{key}`",
            _type_words(_annotated(field)),
            "yes" if is_needed else "",
            field.description or "",
        )
        (needed if is_needed else others).append(row)
    return _table(("key", "type", "required", "meaning"), needed + others)


def _sentence(model: type[Entry]) -> str:
    return (model.__doc__ or "").split("\n\n")[0]


def _entries_in(model: type[Entry]) -> Iterator[type[Entry]]:
    for field in model.model_fields.values():
        yield from _entry_classes(field.annotation)


def _entry_classes(annotation: Any) -> Iterator[type[Entry]]:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        yield annotation
    for argument in get_args(annotation):
        yield from _entry_classes(argument)


def _annotated(field: FieldInfo) -> Any:
    """The field's type with what pydantic took out of it."""
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _type_words(annotation: Any) -> str:
    """A type as a few words."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    inner = arguments[0] if origin is Annotated else annotation
    if isinstance(inner, type) and issubclass(inner, Entry):
        return f"[{inner.__name__}](#{inner.__name__.lower()})"
    if inner is Code:
        return "[code of a finding](findings.md)"
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return " or ".join(f"`{word}`" for word in inner)
    if origin is Literal:
        return f"`{arguments[0]}`"
    if origin is tuple:
        return f"{'list' if arguments[-1] is ... else 'pair'} of {_type_words(arguments[0])}"
    if origin is dict:
        return f"{_type_words(arguments[0])}: {_type_words(arguments[1])}, …"
    if type(None) in arguments:
        return _type_words(next(each for each in arguments if each is not type(None)))
    if get_origin(inner) in (tuple, dict) and not _has_own_schema(annotation):
        return _type_words(inner)
    return _leaf_words(annotation)


def _has_own_schema(annotation: Any) -> bool:
    return any(type(each).__name__ == "WithJsonSchema" for each in annotation.__metadata__)


def _leaf_words(annotation: Any) -> str:
    """The words for a value without parts."""
    schema = TypeAdapter(annotation).json_schema()
    for known, words in _LEAVES:
        if schema == TypeAdapter(known).json_schema():
            return words
    if any(isinstance(each, IsMarkdown) for each in getattr(annotation, "__metadata__", ())):
        return "Markdown"
    return _schema_words(schema)


def _schema_words(schema: Mapping[str, Any]) -> str:
    if "anyOf" in schema:
        return " or ".join(_schema_words(each) for each in schema["anyOf"])
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "const" in schema:
        return f"`{schema['const']}`"
    match schema["type"]:
        case "array":
            return f"list of {_schema_words(schema['items'])}"
        case "object":
            return "text: text, …"
        case "boolean":
            return "`true` or `false`"
        case "integer" | "number" as kind:
            return ("whole number" if kind == "integer" else "number") + _range_words(schema)
        case _:
            return "text"


def _range_words(schema: Mapping[str, Any]) -> str:
    least, most = schema.get("minimum"), schema.get("maximum")
    return f", {least} to {most}" if most is not None else f", {least} or more" if least is not None else ""


def _command_parts(path: str, command: click.Command) -> dict[str, str]:
    """The section of a command, then those of the commands under it, by the words that call them."""
    parts = {path: _command_part(path, command)}
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=path)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                parts |= _command_parts(f"{path} {name}", below)
    return parts


def _command_part(path: str, command: click.Command) -> str:
    rows = []
    usage = [path, "[OPTIONS]"]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            rows.append((_option_words(parameter), parameter.help or ""))
        else:
            usage.append(parameter.make_metavar(click.Context(command)))
    if isinstance(command, click.Group):
        usage.append("COMMAND …")
    head = f"## {path}\n\n```text\n{' '.join(usage)}\n```\n\n{command.help}\n"
    return f"{head}\n{_table(('option', 'meaning'), rows)}"


def _option_words(option: click.Option) -> str:
    name = option.opts[0]
    if option.is_flag:
        return ", ".join(f"`{each}`" for each in (name, *option.secondary_opts))
    if isinstance(option.type, click.Choice):
        return f"`{name} {'|'.join(map(str, option.type.choices))}`"
    return f"`{name} {option.metavar}`"


def as_shown(message: str) -> str:
    """A message in Markdown, as people see it: braces that stand for themselves are written twice in it."""
    return re.sub(r"[\\`*<\[]", r"\\\g<0>", message.replace("{{", "{").replace("}}", "}"))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    main()
