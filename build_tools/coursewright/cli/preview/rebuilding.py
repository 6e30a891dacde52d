"""The course read, checked and built at every change."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from coursewright.cli.build_cache import BuildCache
from coursewright.cli.preview.made_ahead import MadeAhead, Rebuilt
from coursewright.cli.preview.site_copy import SiteCopy
from coursewright.cli.refusal import RefusalError
from coursewright.cli.site_failure import failed, refuse_homeless
from coursewright.cli.sphinx_warnings import SphinxWarning
from coursewright.model.finding import Finding
from coursewright.model.words import N_
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
    _of_pages: tuple[SphinxWarning, ...] = ()
    _of_all: tuple[SphinxWarning, ...] = ()

    def __post_init__(self) -> None:
        self._ahead = MadeAhead(self.cache, self.language)
        self._made_by = self.cache.begin()
        # What an interrupted build left has been taken away.
        self._is_trusted = self.cache.html.is_dir()
        self.site = self.site.renewed(self.cache.html)

    def round(self, changed: Collection[Path] | None = None, jobs: int = 1) -> Round:
        """Read the course, of which these files have changed (None: nothing is known), and build it if it is sound."""
        findings: tuple[Finding, ...] = ()
        try:
            project = open_project(self.cache.root)
            findings = project.findings
            if project.errors:
                return Round(findings, self._complaints, None, False)
            refuse_homeless(self.cache.root)
            self._build(project, changed, jobs)
            self.site = self.site.renewed(self.cache.html)
        except RefusalError as refusal:
            return Round(findings, self._complaints, refusal, False)
        except OSError as error:
            return Round(findings, self._complaints, _refused_by_system(error), False)
        return Round(findings, self._complaints, None, True)

    def use_idle_time(self) -> None:
        """Make ready for the next round, unless all is."""
        if self._is_trusted and not self._ahead.is_ready:
            self._ahead.prepare()

    def end(self) -> None:
        """Leave the cache for the next preview; it begins from nothing where Sphinx would not repeat its complaints."""
        self._ahead.discard()
        if self._is_trusted and not self._complaints:
            self.cache.end(self._made_by)

    @property
    def _complaints(self) -> tuple[SphinxWarning, ...]:
        return tuple(dict.fromkeys((*self._of_all, *self._of_pages)))

    def _build(self, project: Project, changed: Collection[Path] | None, jobs: int) -> None:
        if not self._is_trusted or self.cache.root / "conf.py" in (changed or ()):
            self._ahead.discard()
            self._made_by = self.cache.begin()
        rebuilt = self._ahead.build(project, changed, jobs)
        self._is_trusted = rebuilt.run.failure is None
        if not self._is_trusted:
            raise failed(self.cache, rebuilt.run)
        self.dependencies = rebuilt.dependencies
        self._remember_complaints(rebuilt, project)

    def _remember_complaints(self, rebuilt: Rebuilt, project: Project) -> None:
        """Keep those about pages that were not written this time and are still there, and add the new ones."""
        if rebuilt.consistency is not None:
            self._of_all = rebuilt.consistency
        paths = {entry.origin.path for entry in project.curriculum.files()} - rebuilt.pages
        kept = (complaint for complaint in self._of_pages if complaint.path in paths)
        new = (complaint for complaint in rebuilt.run.warnings if complaint not in (rebuilt.consistency or ()))
        self._of_pages = (*kept, *new)


def _refused_by_system(error: OSError) -> RefusalError:
    what = str(error.filename or "-")
    return RefusalError(N_("The system refuses: {reason} ({file})"), reason=error.strerror or str(error), file=what)
