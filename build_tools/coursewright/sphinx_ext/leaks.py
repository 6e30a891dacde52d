"""The last look at a participants' site: no byte of it says what only trainers may read.

Nothing for trainers is read into it; should a way be left by which something comes in all the same, the build fails and
nothing is published. Files that are as they were when they were last looked at are not looked at again.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import SphinxError

from coursewright.documents.texts_in_files import texts_in
from coursewright.locale import interface_texts
from coursewright.model.finding import Code, Finding, FindingError
from coursewright.model.page import Edition
from coursewright.model.trainers_words import TrainersPassage, TrainersWords
from coursewright.sources.trainers_text import trainers_words
from coursewright.sphinx_ext.domain import course_domain
from coursewright.sphinx_ext.settings import edition_of

_SEEN = "looked-at.json"
_SHOWN = 80
_WITH_EVERY_PAGE = "_static/"
# Words in capitals that feeds are made of (RFC 5545 and its kin): a note for trainers may well be about a feed.
_OF_FEEDS = """
VCALENDAR VTIMEZONE CALSCALE GREGORIAN DAYLIGHT STANDARD TZOFFSETFROM TZOFFSETTO TIMEZONE INTERVAL REFRESH BYYEARDAY
SEQUENCE CONFIRMED CANCELLED TENTATIVE CATEGORIES LOCATION DESCRIPTION DURATION LANGUAGE MODIFIED PUBLISHED CALDESC
"""

Stamps = Mapping[str, list[int]]


class LeakError(FindingError, SphinxError):
    """A file of the participants' site says what only trainers may read."""

    category = "coursewright"


def refuse_leaks(app: Sphinx, error: Exception | None) -> None:
    """At ``build-finished``, after all that writes files: end the build if trainers' words are in one of them."""
    builder = app.builder
    if error is not None or not isinstance(builder, StandaloneHTMLBuilder):
        return
    if edition_of(app.config) is Edition.TRAINERS:
        return
    words = trainers_words(course_domain(app.env).curriculum, Path(app.srcdir), (*interface_texts(), _OF_FEEDS))
    digest, record = _digest(words), Path(app.doctreedir, _SEEN)
    stamps = dict(_stamps(Path(app.outdir)))
    seen, now = _seen(record, digest), {_kept_name(path): stamp for path, stamp in stamps.items()}
    for path in sorted(stamps):
        if seen.get(_kept_name(path)) != stamps[path]:
            content = Path(app.outdir, path).read_bytes()
            if _is_shipped(builder, path, content):
                continue
            found = words.first_in((path, *texts_in(path, content)))
            if found is not None:
                raise _leak(app, path, found)
    if seen != now:
        record.write_text(json.dumps({"words": digest, "files": now}), "utf-8")


def setup_leaks(app: Sphinx) -> None:
    """Look when all else is written."""
    app.connect("build-finished", refuse_leaks, priority=950)


def _is_shipped(builder: StandaloneHTMLBuilder, path: str, content: bytes) -> bool:
    """Whether a file is one that the tool or a theme brings along, as it came: it knows nothing of the course.

    A guide for trainers may well quote what a library says.
    """
    if not path.startswith(_WITH_EVERY_PAGE):
        return False
    folders = (str(Path(__file__).parent / "static"), *map(str, builder.theme.get_theme_dirs()))
    same_name = _shipped(folders).get(Path(path).name, ())
    return any(file.stat().st_size == len(content) and file.read_bytes() == content for file in same_name)


@cache
def _shipped(folders: tuple[str, ...]) -> Mapping[str, tuple[Path, ...]]:
    """The files below some folders, by their own names."""
    files: dict[str, list[Path]] = {}
    for folder in folders:
        for file in Path(folder).rglob("*"):
            if file.is_file():
                files.setdefault(file.name, []).append(file)
    return {name: tuple(several) for name, several in files.items()}


def _leak(app: Sphinx, path: str, found: TrainersPassage) -> LeakError:
    passage = " ".join(found.text.split())
    shown = passage if len(passage) <= _SHOWN else f"{passage[: _SHOWN - 1]}…"
    finding = Finding(Code.TRAINERS_TEXT_PUBLISHED, found.place, {"found": shown, "path": path})
    return LeakError(finding, course_domain(app.env).tell(finding))


def _stamps(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Every file with what tells that it is another: its size, and the time of its content and its number on the disk.

    Of what goes with every page it is the content itself: themes write such files anew at each build.
    """
    for above, _, names in os.walk(folder):
        for name in names:
            file = Path(above, name)
            facts, path = file.stat(), file.relative_to(folder).as_posix()
            if path.startswith(_WITH_EVERY_PAGE):
                yield path, [facts.st_size, zlib.crc32(file.read_bytes()), 0]
            else:
                yield path, [facts.st_size, facts.st_mtime_ns, facts.st_ino]


def _kept_name(path: str) -> str:
    """What the record calls a file: the name of a feed that only participants know stands nowhere else."""
    return hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _seen(record: Path, digest: str) -> Stamps:
    """The files, by what the record calls them, that had none of these words when they were looked at."""
    try:
        noted = json.loads(record.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return noted["files"] if noted.get("words") == digest else {}


def _digest(words: TrainersWords) -> str:
    texts = (*(each.text for each in words.passages), "\0", *words.for_everyone)
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
