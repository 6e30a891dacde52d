"""``coursewright build``: the course's site, whole or not at all."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import click

from coursewright.cli.build_cache import BuildCache
from coursewright.cli.build_lock import build_lock
from coursewright.cli.findings_report import counted
from coursewright.cli.findings_report import told as told_finding
from coursewright.cli.invocation import Invocation, invocation_options, pass_invocation
from coursewright.cli.output_folder import output_folder
from coursewright.cli.progress import tell_making
from coursewright.cli.publication import Publication, publish, recover
from coursewright.cli.shared_options import FOLDER, NUMBER, edition_option
from coursewright.cli.sphinx_run import failed, refuse_homeless, run_sphinx
from coursewright.cli.sphinx_warnings import SphinxWarning
from coursewright.cli.terminal import plain, say, shown_path
from coursewright.cli.translated import Command, Option, translated
from coursewright.cli.workers import workers_end_with_us
from coursewright.door.errors import RefusalError
from coursewright.locale import Wording
from coursewright.model.course import Course
from coursewright.model.page import Edition
from coursewright.model.words import N_
from coursewright.project import Project, open_project

# Seconds that a build waits for another one of the same edition.
_PATIENCE = 120.0
_ERRORS_FIRST = N_("The site was not made: the errors come first.")


def _processes(_: click.Context, __: click.Parameter, value: str) -> int:
    """How many processes work at once: a number, or ``auto`` for as many as the machine has processors."""
    if value == "auto":
        return os.cpu_count() or 1
    if value.isascii() and value.isdigit() and 1 <= int(value[:6]) <= 1024:
        return int(value)
    raise click.BadParameter(translated(N_("write a number from 1 on, or auto.")))


@click.command(
    "build",
    cls=Command,
    help=N_("Make the course's site. The last good one stays until the new one is whole."),
)
@click.option(
    "--output",
    cls=Option,
    type=click.Path(path_type=Path),
    metavar=FOLDER,
    help=N_("Where the site goes; else _build/html, or _build/html-trainers."),
)
@edition_option
@click.option(
    "--jobs",
    cls=Option,
    default="auto",
    callback=_processes,
    metavar=NUMBER,
    help=N_("How many processes work at once; else as many as there are processors."),
)
@invocation_options
@pass_invocation
def command(invocation: Invocation, output: Path | None, edition: str, jobs: int) -> int:
    """Check the course, build it, publish it; 1 where an error stops it and the published site stays."""
    began = time.monotonic()
    words, root = invocation.words, invocation.root
    cache = BuildCache(root, Edition(edition))
    target = output_folder(root, output, cache.edition)
    project = open_project(root)
    cache = replace(cache, languages=_languages(project.curriculum.course))
    _tell_findings(project, words)
    if project.errors:
        say(words.text(_ERRORS_FIRST), err=True)
        return 1
    with build_lock(cache.lock, _PATIENCE, lambda: _tell_waiting(words)), workers_end_with_us():
        recover(target)
        tell_making(words)
        _build(cache, jobs, words)
        translations = cache.translations()
        staging = {"": cache.html} | {each.language: each.html for each in translations}
        publication = publish(staging, target, cache.edition)
    _tell_way(target, publication, words)
    _tell_end(target, publication, time.monotonic() - began, words)
    return 0


def _build(cache: BuildCache, jobs: int, words: Wording) -> None:
    """Bring the unpublished tree up to date, or refuse."""
    refuse_homeless(cache.root)
    made = cache.begin()
    told = _run(cache, jobs, words, frozenset())
    cache.end(made)
    origin = cache.origin()
    for each in cache.translations():
        if not each.is_made_from(made, origin):
            each.begin()
            told |= _run(each, jobs, words, told)
            each.end(made, origin)


def _run(cache: BuildCache, jobs: int, words: Wording, told: frozenset[SphinxWarning]) -> frozenset[SphinxWarning]:
    """Run Sphinx, tell what it complains of and has not been told: what is wrong with a text is so in any language."""
    run = run_sphinx(cache, jobs, words.language)
    for warning in run.warnings:
        if warning not in told:
            say(warning.told(words), err=True)
    if run.finding is not None:
        say(told_finding(run.finding, words), err=True)
        raise RefusalError(_ERRORS_FIRST)
    if run.failure is not None:
        raise failed(cache, run)
    return frozenset(run.warnings)


def _languages(course: Course) -> tuple[str, ...]:
    """The languages of the site, the course's own first; none where it has but that one."""
    languages = tuple(dict.fromkeys((course.language, *course.translations)))
    return languages if len(languages) > 1 else ()


def _tell_findings(project: Project, words: Wording) -> None:
    for finding in project.findings:
        say(told_finding(finding, words), err=True)
    if project.findings:
        say(counted(project.findings, words), err=True)


def _tell_waiting(words: Wording) -> None:
    say(words.text(N_("Another build of this edition is running: I wait for it.")), err=True)


def _tell_way(target: Path, publication: Publication, words: Wording) -> None:
    """Say where the new site could not take the place of the old one in one step."""
    if publication is Publication.WITH_A_GAP:
        message = N_(
            "The file system of {folder} cannot exchange two folders in one step: for an instant there was no site. "
            "Should a build be stopped just then, the next one brings the last site back."
        )
    elif publication is Publication.PART_BY_PART:
        message = N_(
            "{folder} has to stay where it is, as a mounted folder does: its files were exchanged one after the other. "
            "Who read just then may have seen old pages beside new ones; should a build be stopped just then, the next "
            "one completes the site."
        )
    else:
        return
    say(words.text(message, folder=plain(shown_path(target))), err=True)


def _tell_end(target: Path, publication: Publication, seconds: float, words: Wording) -> None:
    is_new = publication is not Publication.UNCHANGED
    message = N_("The site is ready: {page}") if is_new else N_("Nothing has changed, the site is ready: {page}")
    took = words.plural("{count} second", "{count} seconds", max(1, round(seconds)))
    say(f"{words.text(message, page=plain(shown_path(target / 'index.html')))} ({took})")
