"""What the tests of the built site can ask for: the editions, and a page opened in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from coursewright.model.page import Edition
from tests.site.built_site import BuiltSite, build_once
from tests.site.kinds_of_pages import KINDS
from tests.site.reading_files import PAGE as THERMOMETER_PAGE
from tests.site.visitor import Visitor


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A folder of this run that all its workers see."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if hasattr(request.config, "workerinput") else own


@pytest.fixture(scope="session")
def participants_site(shared_folder: Path) -> BuiltSite:
    """The site that everyone may read."""
    return build_once(shared_folder, Edition.PARTICIPANTS)


@pytest.fixture(scope="session")
def trainers_site(shared_folder: Path) -> BuiltSite:
    """The site with what only trainers need."""
    return build_once(shared_folder, Edition.TRAINERS)


@pytest.fixture(scope="session", params=list(Edition))
def site(request: pytest.FixtureRequest) -> BuiltSite:
    """Each edition in turn."""
    found = request.getfixturevalue(f"{request.param.value}_site")
    assert isinstance(found, BuiltSite)
    return found


@pytest.fixture(scope="session")
def address(participants_site: BuiltSite, serve: Callable[[Path], str]) -> str:
    """Where the participants' site is served."""
    return serve(participants_site.folder)


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """Someone who reads the participants' site."""
    arrived = Visitor(browser, address)
    yield arrived
    arrived.leave()


@pytest.fixture(scope="module")
def staying_visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """Someone who stays in one browser for all the tests of a module: to begin anew takes half a second."""
    arrived = Visitor(browser, address)
    yield arrived
    arrived.leave()


@pytest.fixture
def thermometer(staying_visitor: Visitor) -> Iterator[Page]:
    """A thermometer's page in a browser that has kept nothing; nothing may go wrong on it."""
    if staying_visitor.is_away:
        staying_visitor.open(THERMOMETER_PAGE)
    page = staying_visitor.page
    page.emulate_media(media="null")
    page.evaluate("localStorage.clear()")
    page.reload()
    yield page
    assert staying_visitor.faults == []


@pytest.fixture(scope="module")
def composing_visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """Someone who stays in one browser for all the tests of a module: to begin anew takes half a second."""
    arrived = Visitor(browser, address)
    arrived.open(f"{KINDS['composer']}.html")
    yield arrived
    arrived.leave()


@pytest.fixture
def composer(composing_visitor: Visitor) -> Iterator[Page]:
    """The composer in a browser that has kept nothing; nothing may go wrong on it."""
    page = composing_visitor.page
    # From another page: the composer would keep its draft once more while it is left.
    page.goto(f"{composing_visitor.address}/search.html")
    page.evaluate("localStorage.clear()")
    page.goto(f"{composing_visitor.address}/{KINDS['composer']}.html")
    yield page
    assert composing_visitor.faults == []
