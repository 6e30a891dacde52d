"""Worked examples as tests: collected from a course's cohorts, named for cohort and title."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.views.courses import WHOLE

COHORT = "curriculum/cohorts/c-2023.yaml"


def _run(root: Path) -> tuple[int, str]:
    command = [sys.executable, "-m", "pytest", "-p", "no:xdist", "-p", "no:cacheprovider", "-v", "curriculum/cohorts"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout


def test_each_example_is_a_test_and_fails_where_it_comes_out_otherwise(tmp_path: Path) -> None:
    root = tmp_path / "course"
    shutil.copytree(WHOLE, root)
    status, seen = _run(root)
    assert (status, "c-2023: Ultimo giorno utile PASSED" in seen, "c-2023: Il giorno dopo PASSED" in seen) == (
        0,
        True,
        True,
    )
    file = root / COHORT
    text = file.read_text("utf-8")
    file.write_text(
        text.replace('{received: "2022-12-25"}, due: "100.00"', '{received: "2022-12-25"}, due: "90.00"'), "utf-8"
    )
    status, seen = _run(root)
    assert (status, "due: 90.00 ≠ 100.00" in seen, "Traceback" in seen) == (1, True, False)
    file.write_text(text.replace("timezone:", "fuso:", 1), "utf-8")
    status, seen = _run(root)
    assert (status, "unknown-key" in seen, "Traceback" in seen) == (1, True, False)
