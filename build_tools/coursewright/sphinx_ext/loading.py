"""The course, opened once for each build and handed to the domain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError, SphinxError
from sphinx.util import logging

from coursewright.locale import Wording, wording
from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Finding, Severity
from coursewright.model.page import Edition
from coursewright.model.translated import translated
from coursewright.project import Project, open_project
from coursewright.sphinx_ext.domain import ASKED, course_domain
from coursewright.sphinx_ext.page_catalogs import lay_out_catalogs
from coursewright.sphinx_ext.page_files import read_page_files
from coursewright.sphinx_ext.settings import apply_presets, course_settings, edition_of
from coursewright.sphinx_ext.site_languages import SiteLanguages

logger = logging.getLogger(__name__)

# Emitted, with the course as it is now, before the build of an application that was made in advance.
REOPENED = "coursewright-reopened"


class CourseError(SphinxError):
    """The course has findings that stop a build."""

    category = "coursewright"


class _Loader:
    """Keeps the opened course between the two events that need it."""

    def __init__(self) -> None:
        self.project: Project | None = None

    def open_course(self, app: Sphinx, config: Config) -> None:
        """At ``config-inited``: open the course, report what is found, settle what depends on it."""
        if config.coursewright_edition not in set(Edition):
            known = ", ".join(Edition)
            raise ConfigError(f"coursewright_edition = {config.coursewright_edition!r}: one of {known} is expected")
        self.project = open_project(Path(app.srcdir))
        language = site_language(config, self.project.curriculum)
        words = wording(self.project.curriculum.course.language)
        if config.coursewright_report_findings:
            _report(self.project.findings, words)
        if self.project.errors:
            raise CourseError(words.text("The course has errors: {count}.", count=len(self.project.errors)))
        lay_out_catalogs(app, config, self.project.curriculum, language)
        self.project = _in_language(self.project, language)
        apply_presets(config, self.project.curriculum, language)

    def hand_over(self, app: Sphinx, env: BuildEnvironment) -> None:
        """At ``coursewright-asked``: Sphinx and the domain know the course; processes forked later inherit it."""
        if self.project is not None:
            curriculum = self.project.curriculum
            read_page_files(env, curriculum, edition_of(app.config))
            language = site_language(app.config, curriculum)
            course_domain(env).open(curriculum, wording(language), SiteLanguages.of(curriculum, language))

    def take(self, app: Sphinx, project: Project) -> bool:
        """At ``coursewright-reopened``: go on with the course as it is now; False where settings would be others."""
        if self.project is None:
            return False
        language = site_language(app.config, project.curriculum)
        project = _in_language(project, language)
        if _settled_by(self.project, language) != _settled_by(project, language):
            return False
        self.project = project
        self.hand_over(app, app.env)
        return True


def setup_loading(app: Sphinx) -> None:
    """Open the course before Sphinx looks for pages."""
    loader = _Loader()
    app.add_event(REOPENED)
    app.connect(REOPENED, loader.take)
    app.connect("config-inited", loader.open_course, priority=400)  # before MyST and the themes read their settings
    app.connect(ASKED, loader.hand_over)


def site_language(config: Config, curriculum: Curriculum) -> str:
    """The language that the site speaks, as courses write it."""
    return str(config.language or curriculum.course.language).replace("_", "-")


def _in_language(project: Project, language: str) -> Project:
    """The project with the course's texts in the language of the site, and no catalog of another."""
    if language == project.curriculum.course.language:
        return replace(project, curriculum=replace(project.curriculum, catalogs={}))
    return replace(project, curriculum=translated(project.curriculum, language))


def _settled_by(project: Project, language: str) -> tuple[object, ...]:
    """All that an application takes from the course when it is made."""
    course = project.curriculum.course
    return course.language, course.licence, course_settings(project.curriculum, language)


def _report(findings: tuple[Finding, ...], words: Wording) -> None:
    for finding in findings:
        told = words.finding(finding)
        message = f"{told.message} {told.hint}".strip()
        location = f"{finding.place.path}:{finding.place.line}"
        if finding.severity is Severity.ERROR:
            logger.error("%s [%s]", message, finding.code.value, location=location)
        elif finding.severity is Severity.WARNING:
            logger.warning("%s", message, location=location, type="coursewright", subtype=finding.code.value)
        else:
            logger.info("%s: %s [%s]", location, message, finding.code.value)
