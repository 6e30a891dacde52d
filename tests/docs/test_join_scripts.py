"""The browser's scripts that are committed are those that their modules make."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.join_scripts import PACKAGE, SCRIPTS, join, joined

STYLES = sorted(file for file in PACKAGE.rglob("*.css") if "vendor" not in file.parts)


def test_joined_scripts_are_current(tmp_path: Path) -> None:
    join(tmp_path)
    made = {place: (tmp_path / f"{place}.js").read_text("utf-8") for place in joined()}
    assert {place: (PACKAGE / f"{place}.js").read_text("utf-8") for place in joined()} == made, "make scripts"


@pytest.mark.parametrize("file", [*sorted(SCRIPTS.rglob("*.js")), *STYLES], ids=lambda file: str(file.name))
def test_no_line_is_longer_than_one_reads(file: Path) -> None:
    assert [line for line in file.read_text("utf-8").split("\n") if len(line) > 120] == []
