"""The same course gives the same bytes: whatever the number of processes, the machine, the folder, the history."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sphinx.util._files import FilenameUniqDict

from coursewright.sphinx_ext.freshness import name_pictures
from tests.sphinx_ext.conftest import Finished
from tests.sphinx_ext.course_site import Build, CourseSite, files_in


def test_parallel_builds_equal_serial_ones(participants: Build, unbuilt: CourseSite, tmp_path: Path) -> None:
    first = unbuilt.build(jobs=4)
    assert first.warnings == participants.warnings == ()
    assert first.files == participants.files
    unbuilt.replace("curriculum/competencies/mappa.yaml", "title: Decidere", "title: Decidere in tempo")
    unbuilt.replace("modules/ascolto.md", "# L'ascolto", "# L'ascolto, per primo")
    unbuilt.replace("curriculum/pages/competenze.md", "# Dove si impara", "# Dove si trova")
    now = unbuilt.build(jobs=4)
    assert now.warnings == ()
    assert now.files == unbuilt.elsewhere(tmp_path / "clean").build().files


def test_second_parallel_build_reads_and_writes_nothing(finished: Finished) -> None:
    before = finished.build.stamps
    again = finished.site.build(jobs=4)
    assert (again.read, again.stamps) == ((), before)


def test_built_course_does_not_depend_on_machine_or_folder(unbuilt: CourseSite, tmp_path: Path) -> None:
    """Booklets too."""
    here = unbuilt.build(coursewright_booklets=True).files
    places = (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "LANGUAGE": "de"},
    )
    sites = [CourseSite.copy(tmp_path / f"in a folder {number}") for number in range(len(places))]
    running = [_start(site, environment) for site, environment in zip(sites, places, strict=True)]
    for process in running:
        assert process.communicate() == ("", "")
    assert [files_in(site.output) == here for site in sites] == [True, True]


@pytest.mark.parametrize("order", [("a/x.png", "b/x.png", "c/x.png"), ("c/x.png", "b/x.png", "a/x.png")])
def test_pictures_of_one_name_are_numbered_by_their_paths(order: tuple[str, ...]) -> None:
    images = FilenameUniqDict()
    for path in order:
        images.add_file(f"page of {path}", path)
    environment: Any = SimpleNamespace(images=images)
    name_pictures(environment)
    names = {path: name for path, (_, name) in environment.images.items()}
    assert names == {"a/x.png": "x.png", "b/x.png": "x1.png", "c/x.png": "x2.png"}


def _start(site: CourseSite, environment: dict[str, str]) -> subprocess.Popen[str]:
    doctrees = site.output.with_name("doctrees")
    options = ["-q", "-C", "-j", "2", "-D", "extensions=coursewright.sphinx_ext", "-d", str(doctrees)]
    command = [sys.executable, "-m", "sphinx", *options, str(site.root), str(site.output)]
    both = {**os.environ, **environment}
    return subprocess.Popen(command, env=both, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
