"""A site that is published into a folder that is mounted, as containers have it."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checks.course_folder import FIRST, CourseFolder
from tests.cli.running import environment

_COMMAND = f"{shlex.quote(sys.executable)} -m coursewright"


def _may_mount() -> bool:
    """Whether this user may have mounts of their own."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    "mount",
    [
        pytest.param("--bind {volume}", id="of the same disk"),
        pytest.param("-t tmpfs tmpfs", id="of another", marks=pytest.mark.audit),
    ],
)
def test_a_mounted_folder_gets_the_site_and_nothing_else(course: CourseFolder, tmp_path: Path, mount: str) -> None:
    if not _may_mount():
        pytest.skip("mounts of one's own are not allowed here")
    site, volume, seen = course.root / "_build/html", tmp_path / "volume", tmp_path / "seen"
    for folder in (site, volume):
        folder.mkdir(parents=True)
    program = "\n".join(
        [
            "set -e",
            f"mount {mount.format(volume=volume)} {site}",
            f"{_COMMAND} build --jobs 1",
            f"sed -i 's/Il testo del primo modulo/Il testo rifatto/' {course.root / FIRST}",
            f"{_COMMAND} build --jobs 1",
            f"cp -a {site} {seen}",
        ]
    )
    run = subprocess.run(
        ["unshare", "-rm", "sh", "-c", program],
        cwd=course.root,
        env=environment(LC_ALL="en_US.UTF-8"),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert [line.split(":")[0] for line in run.stdout.splitlines()] == [
        "The site is ready",
        "The site is ready",
    ]
    said = [line for line in run.stderr.splitlines() if line.startswith("_build/html has to stay where it is")]
    assert len(said) == 2
    assert "Il testo rifatto" in (seen / "modules/primo.html").read_text("utf-8")
    assert not [path for path in (*seen.iterdir(), *site.parent.iterdir()) if ".coursewright-" in path.name]
