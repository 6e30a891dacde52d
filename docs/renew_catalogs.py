"""Renew the interface catalogs from the code: what `make catalogs` runs.

Messages are English text in the code and in the templates. Each language but English has a catalog in
``coursewright.locale``: new messages come to it without a translation, dropped ones leave it, and the
compiled catalog is written from it. No line numbers, no dates: a catalog changes only when words do.
"""

from __future__ import annotations

import ast
import inspect
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

import coursewright
from coursewright.locale import LANGUAGES
from coursewright.model.finding import Kind, Severity

PACKAGE = Path(coursewright.__file__).parent
LOCALES = PACKAGE / "locale"
# What marks a message in Python code, and how many of its forms are given.
KEYWORDS = {"N_": 1, "text": 1, "Term": 1, "plural": 2}
# Words of the model that are shown as they are written in files, put into the reader's language.
SHOWN_WORDS: tuple[type[StrEnum], ...] = (Kind, Severity)
PLURALS = "nplurals=2; plural=(n != 1);"

# A message of the catalogs: its text, or singular and plural.
MessageId = str | tuple[str, str]


@dataclass(frozen=True)
class Typed:
    """A message where it is typed: a file of the package and a line, counted from 1."""

    message: MessageId
    file: str
    line: int


def typed_messages() -> Iterator[Typed]:
    """Each message of the tool at each place where it is typed."""
    for file in sorted(PACKAGE.rglob("*.py")):
        yield from _in_code(file)
    for file in sorted(PACKAGE.rglob("*.jinja")):
        yield from _in_template(file)
    for file in sorted((PACKAGE / "sphinx_ext" / "layout").glob("*.html")):
        yield from _in_template(file)
    for words in SHOWN_WORDS:
        file = Path(inspect.getfile(words))
        line = inspect.getsourcelines(words)[1]
        yield from (_typed(str(word), file, line) for word in words)


def messages() -> list[MessageId]:
    """Every message of the tool, sorted, each once."""
    return sorted({typed.message for typed in typed_messages()}, key=_sort_key)


def catalog_file(language: str) -> Path:
    """The catalog of a language; the compiled one stands beside it with the ending ``.mo``."""
    return LOCALES / language / "LC_MESSAGES" / "coursewright.po"


def read_catalog(language: str) -> Catalog:
    """The catalog of ``language`` as it stands, empty where there is none."""
    file = catalog_file(language)
    if not file.exists():
        return Catalog(locale=language)
    with file.open("rb") as stream:
        return read_po(stream, locale=language)


def renewed(language: str) -> Catalog:
    """The catalog with exactly the messages of the code, and the translations that it had."""
    old = read_catalog(language)
    new = Catalog(locale=language)
    for message in messages():
        known = old.get(message)
        new.add(message, known.string if known is not None and not known.fuzzy else "")
    return new


def source_bytes(catalog: Catalog, language: str) -> bytes:
    """The catalog as a ``.po`` file."""
    stream = BytesIO()
    write_po(stream, catalog, width=110, no_location=True, omit_header=True, sort_output=True)
    quoted = "".join(f'"{line}\\n"\n' for line in _header(language).splitlines())
    return f'msgid ""\nmsgstr ""\n{quoted}\n'.encode() + stream.getvalue().lstrip(b"\n")


def compiled_bytes(catalog: Catalog, language: str) -> bytes:
    """The catalog as a ``.mo`` file, the same bytes for the same words."""
    pairs = {b"": _header(language).encode()}
    for message in catalog:
        if message.id and not message.fuzzy and is_translated(message):
            pairs[_joined(message.id)] = _joined(message.string)
    return _table(sorted(pairs.items()))


def is_translated(message: Message) -> bool:
    """Whether every form of the message has its words."""
    forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return all(forms)


def renew(language: str) -> list[MessageId]:
    """Write both files of a language; the messages that still want a translation are returned."""
    catalog = renewed(language)
    file = catalog_file(language)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(source_bytes(catalog, language))
    file.with_suffix(".mo").write_bytes(compiled_bytes(catalog, language))
    return [_id(message) for message in catalog if message.id and not is_translated(message)]


def main() -> None:
    """Renew every catalog and name what is still to be translated."""
    for language in (language for language in LANGUAGES if language != "en"):
        missing = renew(language)
        print(f"{catalog_file(language).relative_to(PACKAGE)}: {len(missing)} to translate")
        for message in missing:
            print(f"  {message}")


def _in_template(file: Path) -> Iterator[Typed]:
    method: Any = babel_extract
    with file.open("rb") as stream:
        # In layouts "_" is Sphinx's own, and "say" ours.
        keyword = "say" if file.suffix == ".html" else "_"
        for line, found, _, _ in extract(method, stream, keywords={keyword: None}, options={}):
            yield _typed(str(found), file, line)


def _in_code(file: Path) -> Iterator[Typed]:
    for call in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(call, ast.Call) and _name(call.func) in KEYWORDS:
            texts = [given.value for given in call.args if isinstance(given, ast.Constant)]
            forms = tuple(text for text in texts if isinstance(text, str))[: KEYWORDS[_name(call.func)]]
            if len(forms) == KEYWORDS[_name(call.func)] and forms != ("",):
                yield _typed(forms[0] if len(forms) == 1 else (forms[0], forms[1]), file, call.lineno)


def _typed(message: MessageId, file: Path, line: int) -> Typed:
    return Typed(message, file.relative_to(PACKAGE).as_posix(), line)


def _name(called: ast.expr) -> str:
    return str(getattr(called, "attr", None) or getattr(called, "id", ""))


def _id(message: Message) -> MessageId:
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def _sort_key(message: MessageId) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message


def _header(language: str) -> str:
    return (
        f"Language: {language}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
        f"Content-Transfer-Encoding: 8bit\nPlural-Forms: {PLURALS}\n"
    )


def _joined(forms: Any) -> bytes:
    """One form, or several joined as compiled catalogs want them."""
    return (forms if isinstance(forms, str) else "\0".join(forms)).encode()


def _table(pairs: Iterable[tuple[bytes, bytes]]) -> bytes:
    """The binary form that gettext reads: a header, two tables of lengths and offsets, then the texts."""
    pairs = list(pairs)
    texts = [source for source, _ in pairs] + [target for _, target in pairs]
    start = 28 + 8 * len(texts)
    places = b""
    for text in texts:
        places += struct.pack("<II", len(text), start)
        start += len(text) + 1
    header = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    return header + places + b"".join(text + b"\0" for text in texts)


if __name__ == "__main__":
    main()
