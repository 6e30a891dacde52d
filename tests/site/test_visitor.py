"""The visitor of these tests notes what goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.visitor import Visitor

PAGE = "<!doctype html><link rel='icon' href='data:,'><title>Prova</title>{}"


@pytest.mark.parametrize(
    ("written", "noted"),
    [
        ("<p>Niente</p>", []),
        ("<script>console.warn('piano')</script>", ["console warning: piano"]),
        ("<script>null.x</script>", ["uncaught: Cannot read properties of null"]),
        ("<img src='manca.png' alt=''>", ["answered 404: ", "console error: "]),
        ("<img src='http://127.0.0.1:9/x.png' alt=''>", ["asks another host: ", "console error: ", "failed: "]),
    ],
)
def test_faults_are_noted(
    browser: Browser, serve: Callable[[Path], str], tmp_path: Path, written: str, noted: list[str]
) -> None:
    (tmp_path / "index.html").write_text(PAGE.format(written), "utf-8")
    visitor = Visitor(browser, serve(tmp_path))
    visitor.open("index.html")
    visitor.leave()
    found = sorted(visitor.faults)
    assert len(found) == len(noted), found
    assert all(fault.startswith(start) for fault, start in zip(found, noted, strict=True)), found
