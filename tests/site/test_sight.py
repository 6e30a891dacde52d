"""The eyes of these tests: what they see on pages that are wrong on purpose."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.sight import colours, too_wide, unseen


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page, as wide as a phone."""
    opened = browser.new_page(viewport={"width": 360, "height": 640})
    yield opened
    opened.close()


def test_an_element_that_makes_the_page_scroll_is_named(page: Page) -> None:
    page.set_content("<body style='margin: 0'><p id='p'><b class='long' style='padding-right: 400px'>Largo</b></p>")
    (found,) = too_wide(page)
    assert "wide in 360: b.long “Largo” ends at " in found


def test_a_box_that_scrolls_by_itself_is_not_too_wide(page: Page) -> None:
    page.set_content("<div style='overflow-x: auto'><p style='width: 500px'>Largo</p></div>")
    assert too_wide(page) == []


def test_contrast_is_that_of_the_text_on_all_that_lies_below_it(page: Page) -> None:
    page.set_content(
        "<body style='background: #000'><div style='background: rgb(255 255 255 / 50%)'><p>Testo</p></div>"
    )
    (found,) = colours(page, "p")
    assert (found.text, found.ground, found.sample) == ((0, 0, 0), (128, 128, 128), "Testo")
    assert found.contrast == pytest.approx(5.32, abs=0.01)


def test_contrast_of_black_on_white_is_the_greatest(page: Page) -> None:
    page.set_content("<p>Testo</p>")
    assert [found.contrast for found in colours(page, "p")] == [pytest.approx(21)]


def test_texts_are_unseen_unless_they_are_kept_back_on_purpose(page: Page) -> None:
    page.set_content(
        "<main><p>Uno</p><p style='display: none'>Due</p><p style='visibility: hidden'>Tre</p>"
        "<p hidden>Quattro</p><details><summary>Cinque</summary><p>Sei</p></details></main>"
    )
    assert unseen(page) == ["Due", "Tre"]
