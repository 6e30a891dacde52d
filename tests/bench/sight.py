"""How long it takes in ``coursewright serve`` from saving a module to seeing it in a browser."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from tests import chromium
from tests.cli.preview.previewing import previewing

# Seconds that a writer leaves between two saves at the least; meanwhile the preview makes ready.
_THINKING = 2.0


@dataclass(frozen=True)
class Sight:
    """Seconds by the clock from a save to the sight of what was saved, run by run."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.seconds)


def sight(root: Path, module: Path, runs: int) -> Sight | None:
    """Save a module (a path in the course) so many times and look for it; None where there is no browser."""
    path = chromium.find()
    if path is None or not chromium.is_drivable():
        return None
    with previewing(root) as preview, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        page = browser.new_page()
        page.goto(f"{preview.address}{module.with_suffix('.html').as_posix()}")
        # The first is not counted: nothing is warm yet.
        seconds = [_seen_after(page, root / module, run) for run in range(runs + 1)]
        browser.close()
    return Sight(tuple(seconds[1:]))


def _seen_after(page: Page, module: Path, run: int) -> float:
    time.sleep(_THINKING)
    sentence = f"Una frase da vedere, la numero {run}."
    text = f"{module.read_text('utf-8')}\n{sentence}\n"
    began = time.perf_counter()
    module.write_text(text, "utf-8")
    page.get_by_text(sentence).wait_for()
    return time.perf_counter() - began
