"""Sites that several tests look at, each built once, and courses to change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from coursewright.model.page import Edition
from tests.sphinx_ext.course_site import Build, CourseSite


@pytest.fixture
def unbuilt(tmp_path: Path) -> CourseSite:
    """A copy of the whole little course, with nothing built yet."""
    return CourseSite.copy(tmp_path)


@pytest.fixture
def course(finished: Finished) -> CourseSite:
    """The whole little course to be changed: its participants' site is built, so that only changes are built."""
    return finished.site


@dataclass(frozen=True)
class Finished:
    """A course with its site as one build left it."""

    site: CourseSite
    build: Build


@pytest.fixture(scope="session")
def participants(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The participants' site of the whole little course, to be looked at."""
    return CourseSite.copy(tmp_path_factory.mktemp("participants")).build()


@pytest.fixture(scope="session")
def trainers(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The trainers' site of the whole little course, to be looked at."""
    return CourseSite.copy(tmp_path_factory.mktemp("trainers")).build(edition=Edition.TRAINERS)


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Finished]:
    """A function that gives the whole little course just built, however it was changed since."""
    folder = tmp_path_factory.mktemp("changed")
    site = CourseSite.copy(folder / "now")
    build = site.build()
    assert build.warnings == ()
    shutil.copytree(folder / "now", folder / "kept")

    def restored() -> Finished:
        shutil.rmtree(folder / "now")
        shutil.copytree(folder / "kept", folder / "now")  # with the times of the files
        return Finished(site, build)

    return restored


@pytest.fixture
def finished(pristine: Callable[[], Finished]) -> Finished:
    """The whole little course just built, to be changed."""
    return pristine()
