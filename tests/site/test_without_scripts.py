"""The participants' site where no script runs: what it says is there, in colours that can be read, and leads on."""

from __future__ import annotations

import pytest

from tests.site.built_site import BuiltSite
from tests.site.kinds_of_pages import KINDS
from tests.site.sight import colours, luminance, unseen
from tests.site.visitor import LAPTOP, PHONE, Scheme, Visitor

READABLE = 4.5


def faults(visitor: Visitor, path: str) -> list[str]:
    """Everything that is wrong with a page without scripts, in both schemes and at both widths."""
    visitor.faults.clear()
    page = visitor.open(path, width=PHONE, scripts=False)
    found = [f"unseen: {words}" for words in unseen(page)]
    if not page.locator("main a[href]:visible:not([href^='#'])").count():
        found.append("no link leads on")
    visitor.resize(LAPTOP)
    if not page.locator("nav a[href]:visible").count():
        found.append("there is no menu")
    for scheme in Scheme:
        visitor.prefer(scheme)
        for each in colours(page, "main *"):
            if (luminance(each.ground) > 0.5) is not (scheme is Scheme.LIGHT):
                found.append(f"in the {scheme.value} scheme “{each.sample}” stands on {each.ground}")
            elif each.contrast < READABLE:
                found.append(f"in the {scheme.value} scheme “{each.sample}” has a contrast of {each.contrast:.2f}")
    visitor.leave()
    return [*found, *visitor.faults]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "search"])
def test_page_stands_without_scripts(visitor: Visitor, kind: str) -> None:
    assert faults(visitor, f"{KINDS[kind]}.html") == []


def test_search_page_says_that_it_needs_scripts(visitor: Visitor) -> None:
    page = visitor.open("search.html", scripts=False)
    assert "JavaScript" in page.locator("main").inner_text()


def test_links_are_followed_without_scripts(visitor: Visitor) -> None:
    page = visitor.open("index.html", width=PHONE, scripts=False)
    page.locator("main a[href*='modules/']:visible").first.click()
    page.wait_for_url("**/modules/*.html")
    assert page.locator("main h1").is_visible()
    assert visitor.faults == []


@pytest.mark.audit
def test_every_page_stands_without_scripts(visitor: Visitor, participants_site: BuiltSite) -> None:
    pages = [path for path in participants_site.pages if path != "search.html"]
    found = {path: faults(visitor, path) for path in pages}
    assert {path: told for path, told in found.items() if told} == {}
