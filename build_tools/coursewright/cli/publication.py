"""A site made public in one step: the last good one stays until the new one is whole."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from coursewright.cli.output_folder import MARKER, marker_text
from coursewright.model.page import Edition


def recover(output: Path) -> None:
    """Undo a publication that was interrupted: the site comes back, half a tree goes."""
    old, new = _aside(output, "old"), _aside(output, "new")
    if old.is_dir() and not output.exists():
        old.rename(output)
    for leftover in (old, new):
        if leftover.exists():
            shutil.rmtree(leftover)


def publish(staging: Path, output: Path, edition: Edition) -> bool:
    """Make ``output`` hold the files of ``staging``; False where it already did and nothing was touched.

    Files that did not change stay the same files (hard links to those published before, never to the staging
    tree, which Sphinx writes into). Every other file of ``output`` goes.
    """
    recover(output)
    staged = set(_files(staging))
    kept = {file for file in staged if _is_same(staging / file, output / file)}
    if kept == staged and set(_files(output)) == staged | {MARKER} and _is_marked(output, edition):
        return False
    new = _aside(output, "new")
    try:
        _assemble(new, staging, output, {file: file in kept for file in sorted(staged)})
        (new / MARKER).write_text(marker_text(edition), encoding="utf-8", newline="\n")
        _put_in_place(new, output)
    # An interruption too leaves nothing half made; it is passed on as it came.
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    return True


def _aside(output: Path, word: str) -> Path:
    """A folder beside the output, hence on its file system, that no one else uses."""
    return output.with_name(f".{output.name}.coursewright-{word}")


def _files(folder: Path) -> Iterator[str]:
    """What lies below a folder: relative paths with ``/``, folders left out."""
    for place, _, names in os.walk(folder):
        for name in names:
            yield (Path(place) / name).relative_to(folder).as_posix()


def _is_same(staged: Path, published: Path) -> bool:
    if published.is_symlink() or not published.is_file():
        return False
    return filecmp.cmp(staged, published, shallow=False)


def _is_marked(output: Path, edition: Edition) -> bool:
    return (output / MARKER).read_text(encoding="utf-8", errors="replace") == marker_text(edition)


def _assemble(new: Path, staging: Path, output: Path, unchanged: dict[str, bool]) -> None:
    """Fill ``new`` with every staged file, told of each whether the published one is the same."""
    new.mkdir(parents=True)
    for file, is_unchanged in unchanged.items():
        target = new / file
        target.parent.mkdir(parents=True, exist_ok=True)
        if not (is_unchanged and _linked(output / file, target)):
            shutil.copyfile(staging / file, target)


def _linked(published: Path, target: Path) -> bool:
    """Whether the file system let the published file have a second name."""
    try:
        os.link(published, target)
    except OSError:
        return False
    return True


def _put_in_place(new: Path, output: Path) -> None:
    """Exchange the trees by renaming; where the second step fails, the first is undone."""
    old = _aside(output, "old")
    if not output.exists():
        new.rename(output)
        return
    output.rename(old)
    try:
        new.rename(output)
    except OSError:
        old.rename(output)
        raise
    shutil.rmtree(old, ignore_errors=True)
