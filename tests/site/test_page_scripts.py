"""Each kind of page loads its own scripts, and they run from disk too, where browsers refuse modules."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.site.built_site import BuiltSite
from tests.site.kinds_of_pages import KINDS

OURS = re.compile(r'<script [^>]*src="[^"]*_static/(?:coursewright-|vendor/)([a-z-]+)(?:\.min)?\.js')
# What pages of these kinds load besides the scripts of every page.
OF_KIND = {
    "home": ["cohort"],
    "exercises": ["exercises"],
    "thermometer": ["thermometer"],
    "composer": ["js-yaml", "composer"],
    "cohort": ["cohort"],
    "search": ["search"],
}
# What a script has changed where it ran, by the kind of page.
SIGNS = {
    "home": ".menu-button:visible, .scheme-button:visible",
    "exercises": ".exercise-filters .found:has-text('26')",
    "thermometer": "[data-choose=second] option",
    "composer": "[data-entries=members] > *",
    "cohort": ".cohort-state:has-text('conclusa')",
}


def test_each_kind_of_page_loads_the_scripts_of_its_kind(participants_site: BuiltSite) -> None:
    loaded = {
        kind: OURS.findall((participants_site.folder / f"{page}.html").read_text("utf-8"))
        for kind, page in KINDS.items()
    }
    assert loaded == {kind: ["scheme", "every-page", *OF_KIND.get(kind, [])] for kind in KINDS}


@pytest.mark.parametrize("kind", SIGNS)
def test_scripts_run_on_a_page_opened_from_disk(browser: Browser, participants_site: BuiltSite, kind: str) -> None:
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((participants_site.folder / f"{KINDS[kind]}.html").as_uri())
    changed = page.locator(SIGNS[kind]).count()
    page.close()
    assert (changed > 0, faults) == (True, [])
