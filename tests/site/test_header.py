"""What stands at the top of every page: the menu and the choice of colours."""

from __future__ import annotations

from playwright.sync_api import expect

from coursewright.locale import wording
from tests.site.sight import colours, luminance
from tests.site.visitor import PHONE, Scheme, Visitor

WORDS = wording("it")
MENU, COURSE = WORDS.text("Menu"), WORDS.text("The course")


def ground(visitor: Visitor) -> Scheme:
    """The scheme in which the page shows itself."""
    (heading,) = colours(visitor.page, "main h1")
    return Scheme.LIGHT if luminance(heading.ground) > 0.5 else Scheme.DARK


def test_menu_opens_on_a_phone_and_closes_with_escape(visitor: Visitor) -> None:
    page = visitor.open("modules/cultura-di-squadra.html", width=PHONE)
    button, menu = page.get_by_role("button", name=MENU), page.get_by_role("navigation", name=COURSE)
    expect(menu).to_be_hidden()
    button.click()
    expect(menu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_menu_is_reached_on_a_phone_without_scripts(visitor: Visitor) -> None:
    page = visitor.open("modules/cultura-di-squadra.html", width=PHONE, scripts=False)
    page.get_by_role("banner").get_by_role("link", name=MENU).click()
    expect(page.get_by_role("navigation", name=COURSE)).to_be_visible()


def test_switch_goes_from_the_system_to_light_to_dark_and_is_remembered(visitor: Visitor) -> None:
    page = visitor.open("index.html", system=Scheme.DARK)
    switch = page.get_by_role("banner").locator(".scheme-button")
    seen = [ground(visitor)]
    for _ in range(3):
        switch.click()
        seen.append(ground(visitor))
    assert seen == [Scheme.DARK, Scheme.LIGHT, Scheme.DARK, Scheme.DARK]
    switch.click()
    page.goto(f"{visitor.address}/modules/cultura-di-squadra.html")
    assert ground(visitor) is Scheme.LIGHT
    expect(switch).to_have_text(WORDS.text("Colours: light"))
