"""A site made public in one step: the last good one stays until the new one is whole."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterator, Mapping, Set
from pathlib import Path, PurePosixPath

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


def publish(staging: Mapping[str, Path], output: Path, edition: Edition) -> bool:
    """Make ``output`` hold the files of the staging trees; False where it already did and nothing was touched.

    ``staging`` says for each folder of the site (empty: its top) which tree goes there. Files that did not change
    stay the same files (hard links to those published before, never to the staging trees, which Sphinx writes into).
    Every other file of ``output`` goes.
    """
    recover(output)
    staged = {
        (PurePosixPath(folder) / file).as_posix(): tree / file
        for folder, tree in staging.items()
        for file in _files(tree)
    }
    kept = {file for file, source in staged.items() if _is_same(source, output / file)}
    if kept == staged.keys() and set(_files(output)) == staged.keys() | {MARKER} and _is_marked(output, edition):
        return False
    new = _aside(output, "new")
    try:
        _assemble(new, staged, output, kept)
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


def _assemble(new: Path, staged: Mapping[str, Path], output: Path, kept: Set[str]) -> None:
    """Fill ``new`` with every staged file; those that are kept are the same as the published ones."""
    new.mkdir(parents=True)
    for file, source in sorted(staged.items()):
        target = new / file
        target.parent.mkdir(parents=True, exist_ok=True)
        if not (file in kept and _linked(output / file, target)):
            shutil.copyfile(source, target)


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
