"""A site made public in one step: the last good one stays until the new one is whole."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath

from coursewright.cli.aside import clear, is_aside, new_folder, remove
from coursewright.cli.output_folder import MARKER, marker_text
from coursewright.cli.system_calls import sync_file_system
from coursewright.cli.whole_folder import FixedFolderError, Way, exchange_or_none, folder_beside, take_name
from coursewright.cli.whole_folder import recover as recover_folder
from coursewright.model.page import Edition

# What a site on its way is called inside an output that has to stay where it is.
_INSIDE = "site"


class Publication(Enum):
    """How a site came to be what is published: not at all (it was already), as a whole, or part by part.

    ``WITH_A_GAP`` is as a whole, with an instant in which there was none.
    """

    UNCHANGED = 0
    WHOLE = 1
    WITH_A_GAP = 2
    PART_BY_PART = 3


def recover(output: Path) -> None:
    """Undo a publication that was interrupted: the site comes back, half a tree goes."""
    recover_folder(output)
    clear(output, _INSIDE)


def publish(staging: Mapping[str, Path], output: Path, edition: Edition) -> Publication:
    """Make ``output`` hold the files of the staging trees; where it already does nothing is touched.

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
        return Publication.UNCHANGED
    site = _Site(staged, kept, output, edition)
    output.parent.mkdir(parents=True, exist_ok=True)
    try:
        with folder_beside(output) as new:
            site.assemble(new)
            way = take_name(new, output)
    except FixedFolderError:
        with new_folder(output, _INSIDE) as new:
            site.assemble(new)
            _exchange_parts(new, output)
            sync_file_system(output)
        return Publication.PART_BY_PART
    return Publication.WHOLE if way is Way.ONE_STEP else Publication.WITH_A_GAP


@dataclass(frozen=True)
class _Site:
    """What is to be published: each file with where it comes from; ``kept`` are those that are published already."""

    staged: Mapping[str, Path]
    kept: Set[str]
    output: Path
    edition: Edition

    def assemble(self, new: Path) -> None:
        """Fill ``new`` with every file, and bring it to the disk; kept ones are the same as the published ones."""
        for folder in sorted({(new / file).parent for file in self.staged}):
            folder.mkdir(parents=True, exist_ok=True)
        for file, source in sorted(self.staged.items()):
            target = new / file
            if not (file in self.kept and _linked(self.output / file, target)):
                shutil.copyfile(source, target)
        (new / MARKER).write_text(marker_text(self.edition), encoding="utf-8", newline="\n")
        sync_file_system(new)


def _exchange_parts(new: Path, output: Path) -> None:
    """Exchange what is in two folders, entry by entry; what is left over of the old site is in ``new`` afterwards.

    First comes the marker, by which the next build knows that the output is ours; last the home page.
    """
    names = sorted((each.name for each in new.iterdir()), key=lambda name: (name != MARKER, name == "index.html", name))
    gone = [each for each in output.iterdir() if each.name not in names and not is_aside(each.name)]
    for name in names:
        _exchange_part(new / name, output / name)
    for each in gone:
        each.rename(new / each.name)


def _exchange_part(new: Path, old: Path) -> None:
    if not os.path.lexists(old) or (_is_file(new) and _is_file(old)):
        new.replace(old)
    elif not exchange_or_none(new, old):
        if new.is_dir() and old.is_dir():
            _exchange_parts(new, old)
        else:
            remove(old)
            new.rename(old)


def _is_file(path: Path) -> bool:
    return path.is_symlink() or not path.is_dir()


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


def _linked(published: Path, target: Path) -> bool:
    """Whether the file system let the published file have a second name."""
    try:
        os.link(published, target)
    except OSError:
        return False
    return True
