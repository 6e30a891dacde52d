"""``coursewright translations``: the catalogs of the content, brought up to date with its texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from posixpath import splitext
from typing import Any

import click

from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.terminal import plain, say, shown_path
from coursewright.cli.translated import Argument, Command
from coursewright.cli.whole_file import write_whole
from coursewright.door.errors import RefusalError
from coursewright.locale import Wording
from coursewright.model.catalog_renewal import renewed
from coursewright.model.curriculum import Curriculum
from coursewright.model.entry import Entry
from coursewright.model.entry_texts import texts_of_file
from coursewright.model.finding import Code
from coursewright.model.place import Keys
from coursewright.model.translation import Catalog, CatalogEntry
from coursewright.model.translation_progress import expected_texts
from coursewright.model.words import N_
from coursewright.project import Project, catalog_path, open_project

# How many letters of a text without a translation are shown.
_LETTERS = 70
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@click.command(
    "translations",
    cls=Command,
    help=N_(
        "Bring the catalogs of translations up to date with the course's texts, and say what is still to translate. "
        "FILES are files of the course whose translation begins now."
    ),
)
@click.argument("files", cls=Argument, nargs=-1, type=click.Path(path_type=Path), metavar=N_("FILES"))
@invocation_options
@pass_invocation
def command(invocation: Invocation, files: tuple[Path, ...]) -> int:
    """Write the catalogs anew where they change; 1 where one cannot be read, and then none is touched."""
    root, words = invocation.root, invocation.words
    project = open_project(root)
    curriculum = project.curriculum
    _refuse_unreadable(project)
    languages = curriculum.course.translations
    if not languages:
        raise RefusalError(
            N_("The course is in one language."),
            N_("Name the others in curriculum/course.yaml, such as “translations: [en]”."),
        )
    entries = {splitext(entry.origin.path)[0]: entry for entry in curriculum.files()}
    begun = [_page(root, file, entries) for file in files]
    for language in languages:
        catalogs = _catalogs(curriculum, language, begun, entries)
        for page, catalog in catalogs.items():
            entry = entries.get(page)
            _renew(root, language, catalog, entry, page in begun, words)
        left = len(entries.keys() - catalogs.keys())
        say(
            words.text(
                N_("Files without a catalog, shown as they are written ({language}): {count}."),
                language=language,
                count=left,
            )
        )
    return 0


def _refuse_unreadable(project: Project) -> None:
    """Where a file cannot be read nobody knows which texts it has: its words would be set aside."""
    for finding in project.findings:
        if finding.code is Code.CATALOG_SYNTAX or project.curriculum.unread_kinds:
            raise RefusalError(
                N_("“{path}” cannot be read: no catalog was touched."),
                N_("Run “coursewright check”, mend what it finds, and try again."),
                path=finding.place.path,
            )


def _page(root: Path, file: Path, entries: dict[str, Entry]) -> str:
    """The page that a file of the course becomes."""
    for place in (file.absolute(), root / file):
        if place.is_relative_to(root):
            page = splitext(place.relative_to(root).as_posix())[0]
            if page in entries:
                return page
    raise RefusalError(N_("“{file}” is no file of the course with texts to translate."), file=shown_path(file))


def _catalogs(
    curriculum: Curriculum, language: str, begun: Sequence[str], entries: dict[str, Entry]
) -> dict[str, Catalog]:
    """The catalogs of a language in the order of their pages, those that begin now included."""
    found = dict(curriculum.catalogs.get(language, {}))
    for page in begun:
        found.setdefault(page, Catalog(catalog_path(language, entries[page].origin.path)))
    return dict(sorted(found.items()))


def _renew(root: Path, language: str, catalog: Catalog, entry: Entry | None, is_begun: bool, words: Wording) -> None:
    places: dict[str, str] = {}
    for way, text in texts_of_file(entry) if entry is not None else ():
        places.setdefault(text, _where(entry, way))
    expected = expected_texts(entry, catalog) if entry is not None else ()
    listed = {each.written for each in catalog.entries} | set(expected)
    new = renewed(catalog, (text for text in places if is_begun or text in listed))
    file, content = root / catalog.path, catalog_source(new, language, places).encode()
    if not file.is_file() or file.read_bytes() != content:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, [content])
    missing = [text for text in (places if is_begun else expected) if text not in new.said]
    say(words.text(N_("{path}: {count} to translate"), path=catalog.path, count=len(missing)))
    for text in missing:
        line = plain(" ".join(text.split()))
        say(f"    {line if len(line) <= _LETTERS else line[: _LETTERS - 1] + '…'}")


def _where(entry: Entry | None, way: Keys) -> str:
    """The way to a text in words that stay when lists grow: keys, and for items of lists their ids."""
    return ".".join(_steps(entry, way))


def _steps(value: Any, way: Keys) -> Iterator[str]:
    for key in way:
        if isinstance(value, tuple):
            value = value[int(key)]
            yield str(getattr(value, "id", None) or getattr(value, "competency", None) or int(key) + 1)
        elif isinstance(value, dict):
            value = value[key]
            yield str(key)
        else:
            value = dict(value.written()).get(str(key))
            yield str(key)


def catalog_source(catalog: Catalog, language: str, places: Mapping[str, str]) -> str:
    """The text of the file; ``places`` says for a text where it stands."""
    blocks = [_header(language), *(_block(each, places.get(each.written, "")) for each in catalog.entries)]
    return "\n".join(blocks)


def _header(language: str) -> str:
    fields = (f"Language: {language}", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8")
    lines = "".join(f'"{field}\\n"\n' for field in (*fields, "Content-Transfer-Encoding: 8bit"))
    return f'msgid ""\nmsgstr ""\n{lines}'


def _block(entry: CatalogEntry, place: str) -> str:
    lines = [*_texts("msgid", entry.written), *_texts("msgstr", entry.said)]
    if entry.is_set_aside:
        lines = [f"#~ {line}" for line in lines]
    marks = [*([f"#. {place}"] if place else []), *(["#, fuzzy"] if entry.is_doubtful else [])]
    return "".join(f"{line}\n" for line in (*marks, *lines))


def _texts(word: str, text: str) -> Iterator[str]:
    """One line, or for a text of several an empty one and then each of them."""
    lines = text.splitlines(keepends=True) if "\n" in text.strip("\n") else [text]
    written = [f'"{"".join(_ESCAPES.get(letter, letter) for letter in line)}"' for line in lines]
    if len(written) > 1:
        yield f'{word} ""'
        yield from written
    else:
        yield f"{word} {written[0]}"
