"""Searching the site in Italian.

Covers also `sphinx_ext/search.py`.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from coursewright.locale import wording
from tests.site.visitor import PHONE, Visitor


def test_search_finds_a_word_of_a_module(visitor: Visitor) -> None:
    page = visitor.open("search.html")
    page.get_by_role("searchbox").locator("visible=true").first.fill("corresponsabilità")
    page.keyboard.press("Enter")
    expect(page.locator("main a[href*='modules/governance-in-corresponsabilita']").first).to_be_visible()
    assert visitor.faults == []


@pytest.mark.parametrize("typed", ["perche", "perché", "corresponsabilita", "Assistenzialismo"])
def test_search_finds_small_words_and_words_without_their_accents(visitor: Visitor, typed: str) -> None:
    page = visitor.open(f"search.html?q={typed}")
    expect(page.locator("#search-results li a").first).to_be_visible()


def test_search_says_in_italian_that_it_finds_nothing(visitor: Visitor) -> None:
    page = visitor.open("search.html")
    page.get_by_role("searchbox").locator("visible=true").first.fill("zzyzzx")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Nessuna pagina ha tutte queste parole")
    assert visitor.faults == []


def test_search_is_one_step_away_on_a_phone(visitor: Visitor) -> None:
    page = visitor.open("modules/cultura-di-squadra.html", width=PHONE)
    page.get_by_role("banner").get_by_role("link", name=wording("it").text("Search")).click()
    # Its scripts put what the address asks for into the box, once they are there.
    page.wait_for_url("**/search.html")
    page.get_by_role("searchbox").locator("visible=true").first.fill("assistenzialismo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?*")
    expect(page.locator("main a[href*='modules/']").first).to_be_visible()
    assert visitor.faults == []


def test_search_begins_in_the_header_on_a_laptop(visitor: Visitor) -> None:
    page = visitor.open("modules/cultura-di-squadra.html")
    page.get_by_role("banner").get_by_role("searchbox").fill("assistenzialismo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?*")
    expect(page.locator("main a[href*='modules/']").first).to_be_visible()
    assert visitor.faults == []
