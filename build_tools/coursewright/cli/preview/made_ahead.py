"""An application of Sphinx made while nobody waits, so that a change finds it ready.

Each application builds once, as on the command line: what it remembers it reads from the cache when it is made. Made
ahead, it saves the time of loading extensions, settings, templates and what the last build left. It is told the course
as it is when the build begins, and made anew where that would have given it other settings.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from coursewright.cli.build_cache import BuildCache
from coursewright.cli.preview.notices import BuildLog
from coursewright.cli.sphinx_run import SphinxRun, carried_out, sphinx_application
from coursewright.cli.sphinx_warnings import WarningStream
from coursewright.project import Project

# The extension's event by which an application takes the course as it is now.
_REOPENED = "coursewright-reopened"
# Files whose change asks for no new application; conf.py, a bibliography or a template does.
_TEXTS = {".md", ".yaml"}
# What Jinja compiles for the first page of each application; a course or theme without one of them does without.
_TEMPLATES = ("page.html", "layout.html", "basic/layout.html")


@dataclass(frozen=True)
class Rebuilt:
    """What came of a build: the run, what else the pages depend on, whether the application had been made ahead."""

    run: SphinxRun
    log: BuildLog = field(default_factory=BuildLog)
    dependencies: frozenset[Path] = frozenset()
    was_ahead: bool = False


@dataclass
class _Made:
    """An application, what it complains of, how its context ends, and what is noted while it builds."""

    app: Sphinx
    stream: WarningStream
    context: ExitStack
    pages_read: set[str] = field(default_factory=set)
    pages_written: set[str] = field(default_factory=set)
    said_when_read: int | None = None
    said_when_checked: int | None = None

    def listen(self) -> None:
        """Be told what the application does."""
        self.app.connect("env-before-read-docs", self._note_reading)
        self.app.connect("env-get-updated", self._note_all_read)  # before it Sphinx holds its complaints back
        self.app.connect("env-check-consistency", self._note_checked, priority=999)
        self.app.connect("doctree-resolved", self._note_written)

    def log(self) -> BuildLog:
        """What it did, as far as it came."""
        said = self.stream.warnings
        read = len(said) if self.said_when_read is None else self.said_when_read
        checked = read if self.said_when_checked is None else self.said_when_checked
        return BuildLog(
            frozenset(self.pages_read),
            frozenset(self.pages_written),
            tuple(said[:read]),
            None if self.said_when_checked is None else tuple(said[read:checked]),
            tuple(said[checked:]),
        )

    def _note_reading(self, app: Sphinx, _: BuildEnvironment, docnames: list[str]) -> None:
        self.pages_read.update(_source(app, docname) for docname in docnames)

    def _note_all_read(self, *_: object) -> list[str]:
        self.said_when_read = len(self.stream.warnings)
        return []

    def _note_checked(self, *_: object) -> None:
        self.said_when_checked = len(self.stream.warnings)

    def _note_written(self, app: Sphinx, _: nodes.document, docname: str) -> None:
        self.pages_written.add(_source(app, docname))


class MadeAhead:
    """Builds with the application that was made ahead, where there is one that can be used."""

    def __init__(self, cache: BuildCache, language: str) -> None:
        self._cache = cache
        self._language = language
        self._made: _Made | None = None

    @property
    def is_ready(self) -> bool:
        """Whether an application waits."""
        return self._made is not None

    def prepare(self) -> None:
        """Make an application for the next build; where that fails, the next build will say why."""
        self.discard()
        stream = WarningStream(self._cache.root)

        def make() -> int:
            self._made = self._make(1, stream)
            _warm_up(self._made.app)
            return 0

        carried_out(make, stream)

    def build(self, project: Project, changed: Collection[Path] | None, jobs: int = 1) -> Rebuilt:
        """Build the course opened as ``project``, of which these files have changed (None: nothing is known)."""
        if self._made is not None and not _takes(self._made.app, project, changed):
            self.discard()
        was_ahead = self._made is not None
        stream = self._made.stream if self._made is not None else WarningStream(self._cache.root)

        def build() -> int:
            self._made = self._made or self._make(jobs, stream)
            self._made.app.build()
            return self._made.app.statuscode

        run = carried_out(build, stream)
        made, rebuilt = self._made, Rebuilt(run)
        if made is not None:
            rebuilt = Rebuilt(run, made.log(), frozenset(_dependencies(made.app)), was_ahead)
        self.discard()
        return rebuilt

    def discard(self) -> None:
        """Forget the application that waits."""
        if self._made is not None:
            self._made.context.close()
            self._made = None

    def _make(self, jobs: int, stream: WarningStream) -> _Made:
        with ExitStack() as context:
            made_in = sphinx_application(self._cache, jobs, self._language, stream, with_booklets=False)
            app = context.enter_context(made_in)
            made = _Made(app, stream, context.pop_all())
        made.listen()
        return made


def _takes(app: Sphinx, project: Project, changed: Collection[Path] | None) -> bool:
    """Whether the application can go on with the course as it is now."""
    is_known = changed is not None and all(path.suffix in _TEXTS for path in changed)
    return is_known and app.emit(_REOPENED, project) == [True]


def _source(app: Sphinx, docname: str) -> str:
    return app.env.doc2path(docname, base=False).as_posix()


def _warm_up(app: Sphinx) -> None:
    """Let the templates of pages be compiled."""
    environment: Any = getattr(getattr(app.builder, "templates", None), "environment", None)
    for name in _TEMPLATES if environment is not None else ():
        with suppress(Exception):
            environment.get_template(name)


def _dependencies(app: Sphinx) -> Iterator[Path]:
    """The files that pages show or include, and the folders of the course that its settings name."""
    for paths in app.env.dependencies.values():
        yield from (Path(app.srcdir, path) for path in paths)
    config = app.config
    for folder in (*config.html_static_path, *config.html_extra_path, *config.templates_path):
        if not Path(folder).is_absolute():
            yield Path(app.confdir, folder)
