"""The tour of the house names what stands in it."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOUR = (ROOT / "docs/architecture.md").read_text("utf-8")
PACKAGE = ROOT / "build_tools/coursewright"


def test_every_folder_has_its_row() -> None:
    folders = {f"{path.name}/" for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    adapters = {"project.py", "pytest_plugin.py"}
    assert set(re.findall(r"^\| `([\w./]+)` \|", TOUR, re.MULTILINE)) == folders | adapters


def test_every_file_that_is_named_is_there() -> None:
    named = {path for path in re.findall(r"`([\w-]+(?:/[\w-]+)*\.(?:py|js|html|typ))`", TOUR) if "*" not in path}
    there = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*")}
    there |= {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("*.py")} | {"conf.py"}
    assert [
        path for path in sorted(named) if not any(each == path or each.endswith(f"/{path}") for each in there)
    ] == []
