"""The catalogs of the course's content: one a file that is translated, below ``locales/LANGUAGE/LC_MESSAGES``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import splitext

from coursewright.model.finding import Code, Finding
from coursewright.model.place import Place
from coursewright.model.translation import Catalog
from coursewright.sources.catalog_text import CatalogError, read_catalog_text
from coursewright.sources.text_files import is_folder, list_folder, read_text
from coursewright.sources.translation_slips import brought_in

FOLDER = "locales"
_MESSAGES = "LC_MESSAGES"
_SUFFIX = ".po"


@dataclass(frozen=True)
class Catalogs:
    """The catalogs by language, and then by the name of the page that they translate; and what cannot be read."""

    by_language: Mapping[str, Mapping[str, Catalog]]
    findings: tuple[Finding, ...] = ()


def catalog_path(language: str, path: str) -> str:
    """Where the catalog of a file of the course stands, from the root."""
    return f"{FOLDER}/{language}/{_MESSAGES}/{splitext(path)[0]}{_SUFFIX}"


def read_catalogs(root: Path) -> Catalogs:
    """Every catalog of the course below ``root``."""
    by_language: dict[str, dict[str, Catalog]] = {}
    findings: list[Finding] = []
    for language in list_folder(root / FOLDER, root).entries:
        messages = language / _MESSAGES
        for file in _catalog_files(messages, root):
            text = read_text(file, root)
            if text.finding is not None:
                findings.append(text.finding)
                continue
            try:
                catalog = Catalog(text.path, read_catalog_text(text.text))
            except CatalogError as error:
                findings.append(Finding(Code.CATALOG_SYNTAX, Place(text.path, error.line)))
                continue
            page = file.relative_to(messages).as_posix().removesuffix(_SUFFIX)
            by_language.setdefault(language.name, {})[page] = catalog
            findings += _brought_in(catalog)
    return Catalogs(by_language, tuple(findings))


def _brought_in(catalog: Catalog) -> Iterator[Finding]:
    """What translations that are shown bring in beyond the words of their texts."""
    for entry in catalog.entries:
        if catalog.said.get(entry.written) == entry.said:
            found = brought_in(entry.written, entry.said)
            if found is not None:
                yield Finding(Code.TRANSLATION_BRINGS_IN, Place(catalog.path, entry.line), {"found": found})


def _catalog_files(messages: Path, root: Path) -> list[Path]:
    """The catalogs of a language, in folders as the files that they translate; links to folders are not followed."""
    found: list[Path] = []
    folders = [messages]
    while folders:
        for path in list_folder(folders.pop(), root).entries:
            if is_folder(path):
                if not path.is_symlink():
                    folders.append(path)
            elif path.suffix == _SUFFIX:
                found.append(path)
    return sorted(found)
