"""Someone who opens pages of the site in Chromium and notes all that goes wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

PHONE, LAPTOP = 360, 1280
_HEIGHT = 800


class Scheme(StrEnum):
    """Light or dark, as the reader's system or the site's own switch says."""

    LIGHT = "light"
    DARK = "dark"

    @property
    def media(self) -> Literal["light", "dark"]:
        """The word by which a browser is told."""
        return "light" if self is Scheme.LIGHT else "dark"


@dataclass
class Visitor:
    """Opens pages of the site at ``address``; ``faults`` is all that went wrong on the way."""

    browser: Browser
    address: str
    faults: list[str] = field(default_factory=list)
    _page: Page | None = None

    @property
    def page(self) -> Page:
        """The page that is open."""
        assert self._page is not None
        return self._page

    @property
    def is_away(self) -> bool:
        """Whether no page is open."""
        return self._page is None

    def open(self, path: str, *, system: Scheme = Scheme.LIGHT, width: int = LAPTOP, scripts: bool = True) -> Page:
        """A page in a fresh browser, whose system prefers that scheme."""
        self.leave()
        context = self.browser.new_context(color_scheme=system.media, java_script_enabled=scripts)
        self._page = context.new_page()
        self._page.set_viewport_size({"width": width, "height": _HEIGHT})
        self._listen(self._page)
        self._page.goto(f"{self.address}/{path}", wait_until="load")
        return self._page

    def prefer(self, system: Scheme) -> None:
        """Set the whole system to a scheme, while the page is open."""
        self.page.emulate_media(color_scheme=system.media)

    def choose(self, scheme: Scheme) -> None:
        """Open the page anew, having chosen a scheme with the site's own switch."""
        self.page.evaluate("chosen => { localStorage.mode = localStorage.theme = chosen; }", scheme.value)
        self.page.reload(wait_until="load")

    def resize(self, width: int) -> None:
        """Make the window wider or narrower."""
        self.page.set_viewport_size({"width": width, "height": _HEIGHT})

    def leave(self) -> None:
        """Close what is open."""
        if self._page is not None:
            self._page.context.close()
            self._page = None

    def _listen(self, page: Page) -> None:
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(f"uncaught: {error}"))
        page.on("request", self._see_request)
        page.on("requestfailed", self._see_failure)
        page.on("response", self._see_response)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"console {message.type}: {message.text} ({message.location['url']})")

    def _see_request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.address}/", "data:", "blob:")):
            self.faults.append(f"asks another host: {request.url}")

    def _see_failure(self, request: Request) -> None:
        # What was still on its way when the reader went on is no fault.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url} {request.failure}")

    def _see_response(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"answered {response.status}: {response.url}")
