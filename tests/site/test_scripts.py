"""What scripts add to pages: the state of an edition, filters, colours.

Covers also `sphinx_ext/session_times.py`.
"""

from __future__ import annotations

from datetime import datetime

import pytest
from playwright.sync_api import Browser

from tests.site.kinds_of_pages import KINDS
from tests.site.visitor import Visitor

# At an instant: what is said of the edition, the fee that applies, the session that is marked and how.
CLOCK = (
    ("2022-10-02T23:59:59+02:00", "Le iscrizioni", "", ("18 febbraio", "il prossimo")),
    ("2022-10-03T00:00:00+02:00", "fino", "1.305,00", ("18 febbraio", "il prossimo")),
    ("2022-12-14T12:00:00+01:00", "fino", "1.305,00", ("18 febbraio", "il prossimo")),
    ("2022-12-15T23:59:59+01:00", "fino", "1.305,00", ("18 febbraio", "il prossimo")),
    ("2022-12-16T00:00:00+01:00", "fino", "1.450,00", ("18 febbraio", "il prossimo")),
    ("2023-01-20T23:59:59+01:00", "fino", "1.450,00", ("18 febbraio", "il prossimo")),
    ("2023-01-21T00:00:00+01:00", "chiuse", "", ("18 febbraio", "il prossimo")),
    ("2023-02-18T09:29:59+01:00", "in corso", "", ("18 febbraio", "il prossimo")),
    ("2023-02-18T09:30:00+01:00", "in corso", "", ("18 febbraio", "in corso")),
    ("2023-02-18T13:45:00+01:00", "in corso", "", ("11 marzo", "il prossimo")),
    ("2023-07-15T13:44:59+02:00", "in corso", "", ("15 luglio", "in corso")),
    ("2023-07-15T23:59:59+02:00", "in corso", "", None),
    ("2023-07-16T00:00:00+02:00", "conclusa", "", None),
    ("2026-11-21T12:00:00+01:00", "conclusa", "", None),
)


@pytest.mark.parametrize("zone", ["Europe/Rome", "Pacific/Auckland", "America/Los_Angeles"])
def test_state_fee_and_next_session_follow_the_clock_in_the_zone_of_the_edition(
    browser: Browser, address: str, zone: str
) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    found = []
    for now, said, _, _ in CLOCK:
        page.clock.set_fixed_time(datetime.fromisoformat(now))
        page.goto(f"{address}/{KINDS['cohort']}.html")
        told, due = page.locator(".cohort-state").inner_text(), page.locator(".fee-now").inner_text()
        assert page.locator(".fee-window.is-now").count() == int(bool(due))
        marked = [each.inner_text() for each in page.locator(".session-list li.is-next p:first-child").all()]
        found.append((now, said if said in told else told, due, marked))
    context.close()
    for (now, said, fee, session), (_, told, due, marked) in zip(CLOCK, found, strict=True):
        assert (now, told, fee in due, bool(due)) == (now, said, True, bool(fee))
        assert len(marked) == (0 if session is None else 1)
        assert all(word in marked[0] for word in session or ())


def test_exercises_are_narrowed_by_device_group_time_and_competency(visitor: Visitor) -> None:
    page = visitor.open(f"{KINDS['exercises']}.html")
    cards, found = page.locator(".exercise-card[data-device]:visible"), page.locator(".exercise-filters .found")
    everything = cards.count()
    assert everything == 26
    page.select_option("#filter-device", "focus-group")
    assert cards.count() == 2
    assert "2" in found.inner_text()
    page.fill("#filter-people", "40")
    assert cards.count() == 0
    page.click(".exercise-filters [type=reset]")
    page.wait_for_function("document.querySelectorAll('.exercise-card[data-device]:not([hidden])').length === 26")
    page.select_option("#filter-competency", "creare-fiducia")
    assert cards.count() >= 1
    assert all("creare-fiducia" in str(card.get_attribute("data-competencies")) for card in cards.all())


def test_without_scripts_the_whole_list_stands_and_no_form(visitor: Visitor) -> None:
    page = visitor.open(f"{KINDS['exercises']}.html", scripts=False)
    assert page.locator(".exercise-card").count() == 26
    assert not page.locator(".exercise-filters").is_visible()


def test_chosen_colours_stay_on_the_next_page(visitor: Visitor) -> None:
    page = visitor.open(f"{KINDS['home']}.html")
    page.click(".scheme-button")
    page.click(".scheme-button")
    assert page.locator(".scheme-button").inner_text() == "Colori: scuri"
    page.goto(f"{visitor.address}/{KINDS['module']}.html")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 25, 27)"


def test_pages_run_under_a_strict_policy(visitor: Visitor) -> None:
    rules = "default-src 'self'; style-src 'self'; script-src 'self'"
    policy = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    visitor.open("index.html")
    visitor.page.route(
        "**/*.html",
        lambda route: route.fulfill(
            body=route.fetch().text().replace("<head>", f"<head>{policy}", 1), content_type="text/html; charset=utf-8"
        ),
    )
    for kind in ("home", "module", "exercises", "competencies", "thermometer", "composer", "cohort", "search"):
        visitor.page.goto(f"{visitor.address}/{KINDS[kind]}.html")
    assert visitor.faults == []
