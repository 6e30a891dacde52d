"""Sphinx run over a course, quietly: its warnings and its failure are returned."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

import sphinx.locale
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from coursewright.cli.build_cache import BuildCache
from coursewright.cli.sphinx_warnings import SphinxWarning, WarningStream


@dataclass(frozen=True)
class SphinxRun:
    """What came of it: every warning, and why it failed if it did; ``trace`` is for who mends the tool."""

    warnings: tuple[SphinxWarning, ...]
    failure: str | None = None
    trace: str = ""


def run_sphinx(cache: BuildCache, jobs: int, language: str) -> SphinxRun:
    """Build the cache's edition into its unpublished tree; ``language`` is that of Sphinx's own messages."""
    stream = WarningStream(cache.root)
    sphinx.locale.init([Path(sphinx.locale.__file__).parent], language, "sphinx", "console")
    try:
        status = _build(cache, jobs, cast("IO[str]", stream))
    except SphinxError as error:
        return SphinxRun(tuple(stream.warnings), str(error) or type(error).__name__)
    except Exception as error:
        failure = f"{type(error).__name__}: {error}"
        return SphinxRun(tuple(stream.warnings), failure, traceback.format_exc())
    return SphinxRun(tuple(stream.warnings), None if status == 0 else f"status {status}")


def _build(cache: BuildCache, jobs: int, warnings: IO[str]) -> int:
    has_settings = (cache.root / "conf.py").is_file()
    # The findings are told before, in the language of who runs the build.
    overrides: dict[str, Any] = {
        "coursewright_edition": cache.edition.value,
        "coursewright_report_findings": False,
    }
    if not has_settings:
        overrides["extensions"] = ["coursewright.sphinx_ext"]
    confdir = cache.root if has_settings else None
    with patch_docutils(confdir), docutils_namespace():
        app = Sphinx(
            cache.root,
            confdir,
            cache.html,
            cache.doctrees,
            "html",
            confoverrides=overrides,
            status=None,
            warning=warnings,
            parallel=jobs,
        )
        app.build()
        return app.statuscode
