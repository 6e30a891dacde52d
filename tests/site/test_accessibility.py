"""The site for those who read it by keyboard, by ear, or enlarged.

Covers also `sphinx_ext/citations.py`, `sphinx_ext/tables.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.axe_core import OF_COLOURS, violations
from tests.site.built_site import BuiltSite
from tests.site.kinds_of_pages import KINDS
from tests.site.visitor import LAPTOP, PHONE, Scheme, Visitor

AXE_PAGES = ("home", "module", "exercise", "exercises", "competencies", "figures", "cohort", "group", "search")


def _open_all(page: Page) -> None:
    """Unfold the answers, and the menu where it is folded."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    menu = page.locator(".menu-button")
    if menu.is_visible() and menu.get_attribute("aria-expanded") == "false":
        menu.click()


def _violations_in_all_views(visitor: Visitor, path: str, in_the_dark: Sequence[str] = OF_COLOURS) -> Iterator[str]:
    visitor.open(f"{path}.html")
    for width in (LAPTOP, PHONE):
        visitor.resize(width)
        _open_all(visitor.page)
        for scheme in Scheme:
            visitor.prefer(scheme)
            rules = in_the_dark if scheme is Scheme.DARK else ()
            yield from (f"{scheme} {width}: {each}" for each in violations(visitor.page, rules))


@pytest.mark.parametrize("kind", AXE_PAGES)
def test_axe_finds_nothing_with_panels_open(visitor: Visitor, kind: str) -> None:
    assert list(_violations_in_all_views(visitor, KINDS[kind])) == []


def test_axe_finds_nothing_on_trainers_pages(
    browser: Browser, trainers_site: BuiltSite, serve: Callable[[Path], str]
) -> None:
    visitor = Visitor(browser, serve(trainers_site.folder))
    found = [
        each
        for page in ("index", "curriculum/pages/guide/scrivere-un-modulo", "modules/cultura-di-squadra")
        for each in _violations_in_all_views(visitor, page)
    ]
    visitor.leave()
    assert found == []


@pytest.mark.audit
def test_axe_finds_nothing_on_any_page(browser: Browser, site: BuiltSite, serve: Callable[[Path], str]) -> None:
    visitor = Visitor(browser, serve(site.folder))
    found = {page: list(_violations_in_all_views(visitor, page, in_the_dark=())) for page in site.pages}
    visitor.leave()
    assert {page: each for page, each in found.items() if each} == {}


def test_first_tab_leads_past_the_menu(visitor: Visitor) -> None:
    page = visitor.open(f"{KINDS['module']}.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    assert page.locator(".skip-link").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"


def test_everything_reached_by_keyboard_shows_its_focus_and_is_not_covered(visitor: Visitor) -> None:
    page = visitor.open(f"{KINDS['exercises']}.html")
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const it = document.activeElement;
                if (it === document.body) return null;
                const box = it.getBoundingClientRect();
                const style = getComputedStyle(it);
                const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return {
                    what: it.outerHTML.slice(0, 120),
                    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
                    uncovered: above === null || it.contains(above) || above.contains(it),
                    within: box.bottom > 0 && box.top < innerHeight,
                };
            }"""
        )
        if seen is None:
            break
        assert (seen["outlined"], seen["uncovered"], seen["within"]) == (True, True, True), seen["what"]


def test_menu_on_a_phone_opens_and_closes_by_keyboard(visitor: Visitor) -> None:
    page = visitor.open(f"{KINDS['module']}.html", width=PHONE)
    menu, button = page.locator("#site-menu"), page.locator(".menu-button")
    assert not menu.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert (menu.is_visible(), button.get_attribute("aria-expanded")) == (True, "true")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert (menu.is_visible(), page.evaluate("document.activeElement.className")) == (
        False,
        button.get_attribute("class"),
    )


def test_menu_marks_the_page_that_is_open(visitor: Visitor) -> None:
    page = visitor.open(f"{KINDS['module']}.html")
    assert page.locator("#site-menu [aria-current=page]").inner_text() == "Cultura di squadra"
    assert page.locator(".breadcrumbs a").all_inner_texts() == ["Inizio", "Moduli"]


@pytest.mark.parametrize("kind", ["home", "module", "exercises", "matrix"])
def test_text_at_twice_its_size_stays_within_the_page(visitor: Visitor, kind: str) -> None:
    page = visitor.open(f"{KINDS[kind]}.html")
    page.evaluate("document.documentElement.style.fontSize = '225%'")
    assert page.evaluate("document.querySelector('main').clientWidth / innerWidth") > 0.45
    assert page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth") <= 0


def test_nothing_moves_for_those_who_want_no_motion(visitor: Visitor) -> None:
    page = visitor.open(f"{KINDS['home']}.html")
    page.emulate_media(reduced_motion="reduce")
    moving = "[...document.querySelectorAll('*')].filter(it => parseFloat(getComputedStyle(it).transitionDuration) > 0)"
    assert page.evaluate(f"{moving}.length") == 0


def test_print_shows_the_text_alone_in_black(visitor: Visitor) -> None:
    page = visitor.open(f"{KINDS['module']}.html", system=Scheme.DARK)
    page.emulate_media(media="print")
    displays = "it => getComputedStyle(document.querySelector(it)).display"
    hidden = [page.evaluate(displays, part) for part in (".site-header", ".site-menu", ".page-toc")]
    assert hidden == ["none"] * 3
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    folded = "[...document.querySelectorAll('details:not([open]) > :not(summary)')]"
    assert page.evaluate(f"{folded}.map(it => it.checkVisibility()).every(Boolean)")
