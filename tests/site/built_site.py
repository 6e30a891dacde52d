"""The real course built once for all the tests, whichever worker needs it first."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from coursewright.model.page import Edition
from tests.site.written_page import WrittenPage

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class BuiltSite:
    """An edition of the course as Sphinx wrote it into ``folder``, and what it complained of, be it ever so picky."""

    folder: Path
    warnings: str = ""

    @cached_property
    def pages(self) -> Mapping[str, WrittenPage]:
        """Every page by its path in the site; what lies beside style sheets and scripts is no page."""
        files = (file.relative_to(self.folder) for file in sorted(self.folder.rglob("*.html")))
        names = (file.as_posix() for file in files if not file.parts[0].startswith("_"))
        return {name: WrittenPage.read(self.folder / name) for name in names}


def build_once(shared: Path, edition: Edition) -> BuiltSite:
    """The site of an edition below ``shared``, a folder that all workers see: built by the first who asks."""
    site, warnings = shared / f"site-{edition.value}", shared / f"site-{edition.value}.warnings"
    with _held(shared / f"{site.name}.lock"):
        if not site.exists():
            unfinished = shared / f"{site.name}.unfinished"
            _build(unfinished, shared / f"{site.name}.doctrees", edition, warnings)
            unfinished.rename(site)
    return BuiltSite(site, warnings.read_text("utf-8"))


@contextmanager
def _held(lock: Path) -> Iterator[None]:
    with lock.open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _build(output: Path, doctrees: Path, edition: Edition, warnings: Path) -> None:
    edition_option = f"coursewright_edition={edition.value}"
    options = ["-q", "-n", "-w", str(warnings), "-j", "auto", "-b", "html", "-D", edition_option, "-d", str(doctrees)]
    command = [sys.executable, "-m", "sphinx", *options, str(ROOT), str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"the course does not build:\n{done.stdout}{done.stderr}")
