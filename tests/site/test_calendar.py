"""A cohort's calendar on its page: the feed that is published, the ways to subscribe, one sheet of paper."""

from __future__ import annotations

import io

from pypdf import PdfReader

from tests.site.built_site import BuiltSite
from tests.site.kinds_of_pages import KINDS
from tests.site.visitor import Visitor
from tests.timetable.ics_judge.lint import lint

PAGE = f"{KINDS['cohort']}.html"


def test_feed_beside_the_page_is_sound(participants_site: BuiltSite, trainers_site: BuiltSite) -> None:
    feed = (participants_site.folder / f"{KINDS['cohort']}.ics").read_bytes()
    assert lint(feed) == ()
    assert feed.count(b"BEGIN:VEVENT") == 8
    assert (trainers_site.folder / f"{KINDS['cohort']}.ics").read_bytes() == feed


def test_ways_to_subscribe_lead_to_the_feed(visitor: Visitor) -> None:
    page = visitor.open(PAGE)
    feed = f"{visitor.address}/{KINDS['cohort']}.ics"
    ways = {str(each.get_attribute("data-way")): each for each in page.locator("a[data-way]:visible").all()}
    assert ways["webcal"].get_attribute("href") == feed.replace("http:", "webcal:")
    encoded = page.evaluate("encodeURIComponent", feed)
    assert str(ways["google"].get_attribute("href")).endswith("cid=" + encoded.replace("http%3A", "webcal%3A"))
    for name in ("outlook", "office"):
        assert f"url={encoded}&name=Manager%20" in str(ways[name].get_attribute("href"))
    with page.expect_download() as download:
        page.click("a[data-feed]")
    assert download.value.suggested_filename == "cm-2023.ics"


def test_without_scripts_there_is_the_file_and_a_word_on_how_to_subscribe(visitor: Visitor) -> None:
    page = visitor.open(PAGE, scripts=False)
    assert [each.inner_text() for each in page.locator(".calendar-buttons a:visible").all()] == [
        "Scarica il file (.ics)"
    ]
    assert page.locator(".calendar-links .without-script").is_visible()
    assert page.locator(".session-list li").count() == 8


def test_calendar_alone_prints_on_one_sheet(visitor: Visitor) -> None:
    page = visitor.open(PAGE)
    page.evaluate("window.print = () => { window.asked = document.documentElement.dataset.print }")
    page.click("button[data-print]")
    assert page.evaluate("window.asked") == "calendar"
    printed = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = printed.pages[0].extract_text()
    assert len(printed.pages) == 1
    assert [word in text for word in ("edizione 2023", "15 luglio 2023", "Docente B", "In tutto")] == [True] * 4
    assert "1.450" not in text
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.print ?? null") is None
