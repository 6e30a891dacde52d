"""Sphinx run over a course, quietly: its warnings and its failure are returned."""

from __future__ import annotations

import gc
import re
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

import sphinx.locale
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from coursewright.cli.build_cache import BuildCache
from coursewright.cli.sphinx_warnings import SphinxWarning, WarningStream
from coursewright.cli.terminal import shown_path
from coursewright.door.errors import RefusalError
from coursewright.model.finding import Finding, FindingError
from coursewright.model.words import N_

# How seldom Python looks for garbage. Pages are big trees that stay in use: with its own numbers it goes through all
# of them again and again, a fifth of a large build.
_SELDOM = (50_000, 20, 20)
# How Sphinx tells of an error in another process.
_CLASS_IN_FRONT = re.compile(r"^(?:\w+\.)+\w+Error: ")


@dataclass(frozen=True)
class SphinxRun:
    """What came of it: every warning, and why it failed if it did; ``trace`` is for who mends the tool.

    ``finding`` is what it failed for where that is one.
    """

    warnings: tuple[SphinxWarning, ...]
    failure: str | None = None
    trace: str = ""
    finding: Finding | None = None


def run_sphinx(cache: BuildCache, jobs: int, language: str) -> SphinxRun:
    """Build the cache's edition into its unpublished tree; ``language`` is that of Sphinx's own messages."""
    stream = WarningStream(cache.root)

    def build() -> int:
        with sphinx_application(cache, jobs, language, stream) as app:
            app.build()
            return app.statuscode

    return carried_out(build, stream)


def carried_out(work: Callable[[], int], stream: WarningStream) -> SphinxRun:
    """What came of work with Sphinx that gives its status and complains to ``stream``."""
    try:
        status = work()
    # Sphinx runs extensions and themes of others: what they raise ends the build, told with where it came from.
    except Exception as error:
        is_foreseen = isinstance(error, SphinxError) and not _hides_another(error)
        trace = "" if is_foreseen else traceback.format_exc()
        finding = error.finding if isinstance(error, FindingError) else None
        return SphinxRun(tuple(stream.warnings), _in_short(error), trace, finding)
    return SphinxRun(tuple(stream.warnings), None if status == 0 else f"status {status}")


@contextmanager
def sphinx_application(
    cache: BuildCache, jobs: int, language: str, stream: WarningStream, with_booklets: bool = True
) -> Iterator[Sphinx]:
    """An application of Sphinx for one build of the cache's edition, while the context lasts; one at a time.

    Booklets take seconds: who waits for each change does without new ones.
    """
    # Sphinx keeps the catalogs of a process, whatever their language: pages of the last build would speak in this one.
    sphinx.locale.translators.clear()
    sphinx.locale.init([Path(sphinx.locale.__file__).parent], language, "sphinx", "console")
    gc.set_threshold(*_SELDOM)
    has_settings = (cache.root / "conf.py").is_file()
    # The findings are told before, in the language of who runs the build.
    overrides: dict[str, Any] = {
        "coursewright_edition": cache.edition.value,
        "coursewright_report_findings": False,
        "coursewright_booklets": with_booklets,
        "coursewright_languages": list(cache.languages),
    }
    if cache.language:
        overrides["language"] = cache.language.replace("-", "_")  # as Sphinx writes pt_BR
    if not has_settings:
        overrides["extensions"] = ["coursewright.sphinx_ext"]
    confdir = cache.root if has_settings else None
    with patch_docutils(confdir), docutils_namespace():
        yield Sphinx(
            cache.root,
            confdir,
            cache.html,
            cache.doctrees,
            "html",
            confoverrides=overrides,
            status=None,
            warning=cast("IO[str]", stream),
            parallel=jobs,
        )


def _hides_another(error: SphinxError) -> bool:
    """Whether Sphinx tells of an exception that it did not foresee: in an extension, or in ``conf.py``."""
    cause = getattr(error, "orig_exc", None)
    return cause is not None and not isinstance(cause, SphinxError)


def _in_short(error: Exception) -> str:
    """The error on one line; of a traceback in it only the end."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    if any(line.startswith("Traceback ") for line in lines):
        lines = [lines[0], lines[-1]]
    told = " ".join(lines) or type(error).__name__
    told = _CLASS_IN_FRONT.sub("", told) if isinstance(error, SphinxError) else told
    return told if isinstance(error, SphinxError) else f"{type(error).__name__}: {told}"


def refuse_homeless(root: Path) -> None:
    """Refuse a course without a home page."""
    if not (root / "index.md").exists():
        raise RefusalError(
            N_("The site was not made: its home page, index.md, is missing."),
            N_("Create it beside the folder curriculum, with a title and a few words of welcome."),
        )


def failed(cache: BuildCache, run: SphinxRun) -> RefusalError:
    """The sentence for a run that failed; what only who mends the tool can read goes into a file beside the cache."""
    message = N_("The site was not made: {failure}")
    if not run.trace:
        return RefusalError(message, failure=run.failure)
    log = cache.folder / "error.log"
    log.write_text(run.trace, encoding="utf-8")
    hint = N_("What happened, in detail, is in {log}: for who takes care of the tool.")
    return RefusalError(message, hint, failure=run.failure, log=shown_path(log))
