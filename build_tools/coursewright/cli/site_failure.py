"""Why a site was not made, in a sentence."""

from __future__ import annotations

from pathlib import Path

from coursewright.cli.build_cache import BuildCache
from coursewright.cli.sphinx_run import SphinxRun
from coursewright.cli.terminal import shown_path
from coursewright.door.errors import RefusalError
from coursewright.model.words import N_


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
