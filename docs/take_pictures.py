"""Take the pictures of the README from the site as it is built: ``make pictures``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the browser and the server are those of the tests

from playwright.sync_api import Browser, sync_playwright  # noqa: E402 - after the path

from tests import chromium  # noqa: E402
from tests.loopback import serving  # noqa: E402

SITE = ROOT / "_build" / "html"
PICTURES = ROOT / "docs" / "pictures"


class Picture(NamedTuple):
    """A page as one sees it: file name, path in the site, scheme, width and height in pixels."""

    name: str
    page: str
    scheme: Literal["light", "dark"]
    width: int
    height: int


WANTED = (
    Picture("home-light", "index.html", "light", 1280, 800),
    Picture("map-dark", "curriculum/pages/competenze.html#la-mappa", "dark", 1280, 800),
    Picture("module-phone-light", "modules/cultura-di-squadra.html", "light", 360, 740),
    Picture("module-phone-dark", "modules/cultura-di-squadra.html", "dark", 360, 740),
)


def main() -> int:
    """Write every picture; 1 where there is no site or no browser."""
    browser_path = chromium.find()
    if browser_path is None or not (SITE / "index.html").exists():
        print("Prima: make html, e un Chromium (make test lo installa).", file=sys.stderr)
        return 1
    PICTURES.mkdir(exist_ok=True)
    with serving(SITE) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=chromium.FLAGS)
        for picture in WANTED:
            take(browser, address, picture)
        browser.close()
    return 0


def take(browser: Browser, address: str, picture: Picture) -> None:
    """Open the page and write what is seen of it."""
    context = browser.new_context(
        color_scheme=picture.scheme, viewport={"width": picture.width, "height": picture.height}
    )
    page = context.new_page()
    page.goto(f"{address}/{picture.page}", wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    page.screenshot(path=PICTURES / f"{picture.name}.jpg", type="jpeg", quality=82)
    context.close()


if __name__ == "__main__":
    raise SystemExit(main())
