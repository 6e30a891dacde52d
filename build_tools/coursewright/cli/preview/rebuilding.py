"""The course read, checked and built at every change."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from coursewright.cli.build_cache import BuildCache
from coursewright.cli.preview.made_ahead import MadeAhead
from coursewright.cli.preview.notices import Complaints
from coursewright.cli.preview.site_copy import SiteCopy
from coursewright.cli.refusal import SYSTEM_REFUSES
from coursewright.cli.sphinx_run import failed, refuse_homeless
from coursewright.cli.sphinx_warnings import SphinxWarning
from coursewright.door.errors import RefusalError
from coursewright.model.finding import Finding
from coursewright.project import Project, open_project


@dataclass(frozen=True)
class Round:
    """What one reading of the course came to; ``refusal`` says why there is no new site, where findings do not."""

    findings: tuple[Finding, ...]
    complaints: tuple[SphinxWarning, ...]
    refusal: RefusalError | None
    is_built: bool


@dataclass
class Rebuilding:
    """Builds an edition again and again; the last good site is in ``site``."""

    cache: BuildCache
    language: str
    site: SiteCopy = field(default_factory=SiteCopy)
    dependencies: frozenset[Path] = frozenset()
    complaints: Complaints = field(default_factory=Complaints)

    def __post_init__(self) -> None:
        self._ahead = MadeAhead(self.cache, self.language)
        self._made_by = self.cache.begin()
        # What an interrupted build left has been taken away.
        self._is_trusted = self.cache.html.is_dir()
        self.site = self.site.renewed(self.cache.html)
        # What has changed since the last build; None where that is not known.
        self._changed: frozenset[Path] | None = None

    def round(self, changed: Collection[Path] | None = None, jobs: int = 1) -> Round:
        """Read the course, of which these files have changed (None: nothing is known), and build it if it is sound."""
        findings: tuple[Finding, ...] = ()
        self._changed = None if changed is None or self._changed is None else self._changed | frozenset(changed)
        try:
            project = open_project(self.cache.root)
            findings = project.findings
            if project.errors:
                return Round(findings, tuple(self.complaints), None, False)
            refuse_homeless(self.cache.root)
            self._build(project, jobs)
            self.site = self.site.renewed(self.cache.html)
        except RefusalError as refusal:
            return Round(findings, tuple(self.complaints), refusal, False)
        except OSError as error:
            return Round(findings, tuple(self.complaints), _refused_by_system(error), False)
        return Round(findings, tuple(self.complaints), None, True)

    def use_idle_time(self) -> None:
        """Make ready for the next round, unless all is."""
        if self._is_trusted and not self._ahead.is_ready:
            self._ahead.prepare()

    def end(self) -> None:
        """Leave the cache for the next preview; it begins from nothing where Sphinx would not repeat its complaints."""
        self._ahead.discard()
        if self._is_trusted and not list(self.complaints):
            self.cache.end(self._made_by)

    def _build(self, project: Project, jobs: int) -> None:
        if not self._is_trusted or self.cache.root / "conf.py" in (self._changed or ()):
            self._ahead.discard()
            self._made_by = self.cache.begin()
        rebuilt = self._ahead.build(project, self._changed, jobs)
        self._is_trusted = rebuilt.run.failure is None
        if not self._is_trusted:
            raise failed(self.cache, rebuilt.run)
        self._changed = frozenset()
        self.dependencies = rebuilt.dependencies
        pages = {entry.origin.path for entry in project.curriculum.files()}
        self.complaints = self.complaints.after(rebuilt.log, pages)


def _refused_by_system(error: OSError) -> RefusalError:
    what = str(error.filename or "-")
    return RefusalError(SYSTEM_REFUSES, reason=error.strerror or str(error), file=what)
