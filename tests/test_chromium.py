"""Which browser the tests take, and that it shows what is served."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import chromium


@pytest.fixture
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without any browser, with an empty folder on its path, which is returned."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "APPLICATIONS", ())
    monkeypatch.setattr(chromium, "is_drivable", lambda: False)
    return tmp_path


def program(path: Path, *, status: int = 0) -> Path:
    """Write a program that ends at once with `status`."""
    path.write_text(f"#!/bin/sh\nexit {status}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_find_finds_nothing_on_a_bare_machine(bare_machine: Path) -> None:
    assert not list(bare_machine.iterdir())
    assert chromium.find() is None


def test_find_passes_over_what_does_not_start(bare_machine: Path) -> None:
    program(bare_machine / "chromium-browser", status=1)
    chrome = program(bare_machine / "google-chrome")
    assert chromium.find() == chrome


def test_find_prefers_the_one_that_draws_no_windows(bare_machine: Path) -> None:
    program(bare_machine / "chromium")
    shell = program(bare_machine / "chromium-headless-shell")
    assert chromium.find() == shell


def test_find_prefers_the_variable(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare_machine / "chromium")
    mine = program(bare_machine / "mine")
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert chromium.find() == mine


def test_find_refuses_a_variable_that_names_no_browser(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare_machine / "chromium")
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(chromium.WrongChromiumError, match="CHROMIUM=/nowhere/chromium does not start"):
        chromium.find()


@pytest.mark.parametrize(("value", "required"), [("", False), ("false", False), ("1", True), ("true", True)])
def test_browser_is_required_where_ci_is_set(value: str, required: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", value)
    assert chromium.is_required() is required


@pytest.mark.parametrize(("value", "status"), [("", 0), ("1", 1)])
def test_script_fails_without_a_browser_only_where_it_is_required(
    value: str,
    status: int,
    bare_machine: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert not list(bare_machine.iterdir())
    monkeypatch.setattr(chromium, "install", lambda: None)
    monkeypatch.setenv("CI", value)
    assert chromium.main() == status
    assert capsys.readouterr().err == f"{chromium.MISSING}\n"


def test_browser_shows_a_served_page(browser: Browser, serve: Callable[[Path], str], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>Perché no</title>", encoding="utf-8")
    page = browser.new_page()
    response = page.goto(serve(tmp_path))
    assert response is not None
    assert response.status == 200
    page.close()
