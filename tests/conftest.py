"""What every test can ask for: a browser, a folder served to it, whether golden files are to be renewed."""

import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests import chromium
from tests.loopback import serving


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one switch that renews golden files."""
    parser.addoption("--update-golden", action="store_true", help="write what comes out as the new golden files")


def pytest_configure() -> None:
    """Hear interruptions, also where the tests run in the background: what they start would inherit deafness."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether a golden file is to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium driven by Playwright; without one the test is skipped aloud, or fails if `CI` is set."""
    path = chromium.find()
    if path is None or not chromium.is_drivable():
        (pytest.fail if chromium.is_required() else pytest.skip)(chromium.MISSING)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder on loopback until the tests end and returns its address."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(serving(folder))
