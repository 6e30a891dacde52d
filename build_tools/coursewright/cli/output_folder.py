"""Where a site is published, and which folders are never written over."""

from __future__ import annotations

import json
import os
from pathlib import Path

from coursewright.cli.aside import is_aside
from coursewright.cli.terminal import shown_path
from coursewright.door.errors import RefusalError
from coursewright.model.page import Edition
from coursewright.model.words import N_

_ANOTHER_FOLDER = N_("Choose another folder, such as {proposal}, or one outside of the course.")
_EMPTY_FOLDER = N_("Choose an empty folder, or leave --output out.")
# A small file in every published tree, by which it is known again.
MARKER = ".coursewright"
DEFAULTS = {Edition.PARTICIPANTS: "html", Edition.TRAINERS: "html-trainers"}
_PRIVATE = "private"
# Folders of a course and of the tool in which nothing is published, whatever they hold at the moment.
_OF_SOURCES = {
    *(
        "curriculum",
        "modules",
        "exercises",
        "build_tools",
        "tests",
        "docs",
        "locales",
        _PRIVATE,
        "requirements",
    ),
}


def output_folder(root: Path, given: Path | None, edition: Edition) -> Path:
    """The folder to publish to, without links in its path; refused where a site would destroy something."""
    default = root / "_build" / DEFAULTS[edition]
    folder = Path(os.path.realpath(given or default))
    _refuse_sources(Path(os.path.realpath(root)), folder)
    if folder.exists() and not folder.is_dir():
        raise RefusalError(N_("“{folder}” is a file, and a folder is needed for the site."), folder=str(folder))
    # What a killed build has left in a folder that cannot be exchanged as a whole is ours.
    if folder.is_dir() and not all(is_aside(each.name) for each in folder.iterdir()):
        _refuse_foreign(folder, edition, may_be_sphinx=given is None)
    return folder


def refuse_sources(root: Path, given: Path) -> None:
    """Refuse a folder of the course in which only its sources are, for files that are made."""
    root, folder = Path(os.path.realpath(root)), Path(os.path.realpath(given))
    if folder.is_relative_to(root) and folder.relative_to(root).parts[:1] != (_PRIVATE,):
        inside = folder.relative_to(root)
        if _is_reserved(inside) and inside.parts:
            raise RefusalError(
                N_("“{folder}” is for what the course is made of, and what is made does not belong there."),
                _ANOTHER_FOLDER,
                folder=shown_path(given),
                proposal="_build/calendar",
            )


def refuse_site(given: Path) -> None:
    """Refuse a folder of a site for files that are not for everybody."""
    folder = Path(os.path.realpath(given))
    if any((above / name).is_file() for above in (folder, *folder.parents) for name in (MARKER, ".buildinfo")):
        raise RefusalError(
            N_("“{folder}” is part of a site, and these files are not for everybody."),
            _ANOTHER_FOLDER,
            folder=shown_path(given),
            proposal="_build/calendar",
        )


def marker_text(edition: Edition) -> str:
    """What the marker of a published tree says."""
    return json.dumps({"edition": edition.value}) + "\n"


def _refuse_sources(root: Path, folder: Path) -> None:
    if root.is_relative_to(folder):
        raise RefusalError(
            N_("The site cannot be put in “{folder}”: the course itself is there."),
            _EMPTY_FOLDER,
            folder=str(folder),
        )
    is_inside_a_site = any((above / MARKER).is_file() for above in folder.parents)
    if is_inside_a_site or (folder.is_relative_to(root) and _is_reserved(folder.relative_to(root))):
        raise RefusalError(
            N_("The site cannot be put in “{folder}”: that folder holds something else."),
            _EMPTY_FOLDER,
            folder=str(folder),
        )


def _is_reserved(path: Path) -> bool:
    """Whether a path of the course is for sources, for the tool, or for what is not published."""
    first, second = (*(part.casefold() for part in path.parts[:2]), ".")[:2]
    return first in _OF_SOURCES or first.startswith(".") or (first == "_build" and second.startswith("."))


def _refuse_foreign(folder: Path, edition: Edition, may_be_sphinx: bool) -> None:
    """Refuse a folder that holds anything but an earlier site of the same edition."""
    marker = folder / MARKER
    if not marker.is_file():
        if may_be_sphinx and (folder / ".buildinfo").is_file():
            return
        raise RefusalError(
            N_("“{folder}” holds files that coursewright did not make."),
            N_("Choose an empty folder, or empty this one yourself."),
            folder=str(folder),
        )
    if marker.read_text(encoding="utf-8", errors="replace") != marker_text(edition):
        raise RefusalError(
            N_("“{folder}” holds the site of another edition."),
            N_("Choose another folder, or remove this one yourself."),
            folder=str(folder),
        )
