"""The gate for files where Sphinx and docutils open and copy them, whatever directive or extension asks.

The course's own check names each file at its line before anything is built. This stands behind it: what a text names
in a way that no check foresees, or an extension opens by itself, ends the build.
"""

from __future__ import annotations

import os
import sys
import sysconfig
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from mimetypes import knownfiles
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import SphinxError
from sphinx.util.nodes import traverse_parent

from coursewright.model.finding import Code, Finding, FindingError
from coursewright.model.named_file import Use
from coursewright.model.place import Place
from coursewright.sources.file_gate import KINDS, SETTING, FileGate
from coursewright.sphinx_ext.domain import course_domain

# Where systems keep what programs need; nothing of a person lies there.
_OF_SYSTEMS = ("/usr", "/lib", "/opt", "/dev", "/System", "/Library", "/nix", "/etc/localtime", *knownfiles)
_WRITES = frozenset("wax+")


class NamedFileError(FindingError, SphinxError):
    """A text names, or something opens for it, a file that is not published."""

    category = "coursewright"


@dataclass(frozen=True)
class _Opening:
    """What may be opened while a page is read: what the gate lets through, and what programs need."""

    app: Sphinx

    def refusal(self, file: Path) -> Code | None:
        """Why the file may not be opened, None where it may."""
        real = file.resolve()
        if any(real.is_relative_to(folder) for folder in (*self._of_the_build, *self._of_programs)):
            return None
        return file_gate(self.app).refusal(real)

    def refusal_of_noted(self, file: Path) -> Code | None:
        """Why a page may not depend on the file: besides what the gate lets through it may on modules of Python."""
        real = file.resolve()
        return None if any(real.is_relative_to(each) for each in self._of_python) else file_gate(self.app).refusal(real)

    @cached_property
    def _of_the_build(self) -> tuple[Path, ...]:
        own = (self.app.doctreedir, self.app.outdir, Path(__file__).parents[1])
        return tuple(Path(folder).resolve() for folder in own)

    @cached_property
    def _of_python(self) -> tuple[Path, ...]:
        of_python = (sysconfig.get_path(each) for each in ("stdlib", "platstdlib", "purelib", "platlib"))
        return self._beside_the_course(*of_python, *filter(None, sys.path))

    @cached_property
    def _of_programs(self) -> tuple[Path, ...]:
        others = self._beside_the_course(sys.prefix, sys.base_prefix, tempfile.gettempdir(), *_OF_SYSTEMS)
        return (*self._of_python, *others)

    def _beside_the_course(self, *folders: str | os.PathLike[str]) -> tuple[Path, ...]:
        """The folders without those that hold the course itself: such a one opens nothing."""
        root = Path(self.app.srcdir).resolve()
        return tuple(real for real in (Path(each).resolve() for each in folders) if not root.is_relative_to(real))


@dataclass
class _Watch:
    """Every opening of a file while a page is read, as Python itself reports it; there is one for the process.

    Python calls :meth:`see` for ever once it is told to, so the watch is kept and only switched on and off.
    """

    opening: _Opening | None = None
    is_on: bool = False
    is_installed: bool = False
    refused: list[NamedFileError] = field(default_factory=list)

    def begin(self, app: Sphinx) -> None:
        """From now on whatever is opened belongs to the page that is being read."""
        if not self.is_installed:
            sys.addaudithook(self.see)
            self.is_installed = True
        if self.opening is None or self.opening.app is not app:
            self.opening = _Opening(app)
        self.is_on, self.refused = True, []

    def end(self) -> None:
        """The page has been read, or its reading has failed."""
        self.is_on = False

    def see(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Refuse an opening, or a connection to elsewhere, that the gate does not let through."""
        if not self.is_on or self.opening is None:
            return
        if event == "open" and _is_for_reading(*arguments[1:]) and isinstance(arguments[0], (str, bytes)):
            path = os.fsdecode(arguments[0])
            self.is_on = False  # the gate itself looks at files
            try:
                code = self.opening.refusal(Path(path))
            finally:
                self.is_on = True
            if code is not None:
                self._refuse(self.opening.app, code, path)
        elif event == "urllib.Request":
            self._refuse(self.opening.app, Code.OUTSIDE_FILE_NAMED, str(arguments[0]))

    def _refuse(self, app: Sphinx, code: Code, path: str) -> None:
        """End the reading, and remember why: who opened the file may take the refusal for a file that is not there."""
        refusal = _refusal(app, code, path, Place(_path_of_page(app)))
        self.refused.append(refusal)
        raise refusal


_WATCH = _Watch()


def file_gate(app: Sphinx) -> FileGate:
    """The gate of the course that is built."""
    return FileGate(Path(app.srcdir), tuple(app.config[SETTING]))


def watch_reading(app: Sphinx, docname: str, source: list[str]) -> None:
    """At ``source-read``, before all others: from here on files are opened for the page."""
    _WATCH.begin(app)


def refuse_named_files(app: Sphinx, doctree: nodes.document) -> None:
    """At ``doctree-read``, after Sphinx has collected what the page names: whatever does not pass ends the build."""
    _WATCH.end()
    docname, path = app.env.current_document.docname, _path_of_page(app)
    if _WATCH.refused:
        raise _WATCH.refused[0]
    opening = _WATCH.opening or _Opening(app)
    for use, file, line in _named(app.env, doctree, docname):
        named = Path(app.srcdir, file)
        refused = opening.refusal_of_noted(named) if use is None else file_gate(app).refusal(named, use)
        if refused is not None:
            raise _refusal(app, refused, file, Place(path, line), use)


def refuse_copied_files(app: Sphinx, files: Iterable[str | Path]) -> None:
    """Refuse what would be copied into the site and neither passes the gate nor was made by the build itself."""
    for file in files:
        real = Path(app.srcdir, file)
        code = file_gate(app).refusal(real, Use.SHOWN)
        if code is not None and not real.resolve().is_relative_to(Path(app.doctreedir).resolve()):
            raise _refusal(app, code, str(file), Place(str(file)), Use.SHOWN)


def setup_named_files(app: Sphinx) -> None:
    """Stand where files are opened."""
    app.add_config_value(SETTING, (), "env", types=(list, tuple))
    app.connect("source-read", watch_reading, priority=1)
    app.connect("doctree-read", refuse_named_files, priority=990)
    app.connect("builder-inited", lambda _: _WATCH.end())
    app.connect("build-finished", lambda _, __: _WATCH.end())


def _named(env: BuildEnvironment, doctree: nodes.document, docname: str) -> Iterator[tuple[Use | None, str, int]]:
    """What a page names, relative to the course: its use (None: something was read), the path, the line."""
    for picture in doctree.findall(nodes.image):
        candidates: dict[str, str] = picture.get("candidates", {})
        for kind, file in candidates.items():
            if kind != "?":
                yield Use.SHOWN, file, _line(picture)
    for download in doctree.findall(addnodes.download_reference):
        if "filename" in download:
            target = env.relfn2path(download["reftarget"], docname)[0]
            yield Use.SHOWN, target, _line(download)
    shown = {file for file, (docnames, _) in env.images.items() if docname in docnames}
    shown |= {str(file) for file, (docnames, _) in env.dlfiles.items() if docname in docnames}
    yield from ((Use.SHOWN, file, 1) for file in sorted(shown))
    yield from ((None, str(file), 1) for file in sorted(set(map(str, env.dependencies.get(docname, ()))) - shown))


def _refusal(app: Sphinx, code: Code, file: str, place: Place, use: Use | None = None) -> NamedFileError:
    kinds = ", ".join(sorted(KINDS[use or Use.READ]))
    file = file.removeprefix(f"{app.srcdir}{os.sep}")
    finding = Finding(code, place, {"found": file, "kinds": kinds})
    return NamedFileError(finding, course_domain(app.env).tell(finding))


def _path_of_page(app: Sphinx) -> str:
    return app.env.doc2path(app.env.current_document.docname, base=False).as_posix()


def _line(node: nodes.Element) -> int:
    """The line of a node, or of the nearest one around it that has one."""
    return next((each.line for each in traverse_parent(node) if each.line), 1)


def _is_for_reading(mode: object, flags: object) -> bool:
    """Whether a file is opened to be read: by Python with a mode, by the system's own call with flags alone."""
    if isinstance(mode, str):
        return not _WRITES & set(mode)
    return isinstance(flags, int) and not flags & (os.O_WRONLY | os.O_RDWR)
