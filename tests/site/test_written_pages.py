"""Every page of both editions as its HTML is written: links lead somewhere, and the page is named."""

from __future__ import annotations

from collections import deque

from tests.site.addresses import HOME, asked_elsewhere, broken, inner_target
from tests.site.built_site import BuiltSite


def test_links_and_anchors_lead_somewhere(site: BuiltSite) -> None:
    assert list(broken(site)) == []


def test_addresses_elsewhere_are_safe_links_and_nothing_is_loaded_from_them(site: BuiltSite) -> None:
    assert list(asked_elsewhere(site)) == []


def test_ids_are_unique_in_a_page(site: BuiltSite) -> None:
    found = {name: [id_ for id_, times in page.ids.items() if times > 1] for name, page in site.pages.items()}
    assert {name: ids for name, ids in found.items() if ids} == {}


def test_pages_have_one_heading_of_the_first_level(site: BuiltSite) -> None:
    found = {name: page.headings for name, page in site.pages.items()}
    assert {name: headings for name, headings in found.items() if len(headings) != 1} == {}


def test_pages_say_that_they_are_in_italian(site: BuiltSite) -> None:
    assert {name: page.language for name, page in site.pages.items() if page.language != "it"} == {}


def test_pages_have_titles_of_their_own(site: BuiltSite) -> None:
    by_title: dict[str, list[str]] = {}
    for name, page in site.pages.items():
        by_title.setdefault(page.title, []).append(name)
    assert {title: names for title, names in by_title.items() if not title or len(names) > 1} == {}


def test_pages_name_their_icon(site: BuiltSite) -> None:
    # Else browsers ask for /favicon.ico, which is not there, or belongs to another site of the same host.
    assert [name for name, page in site.pages.items() if not page.has_icon] == []


def test_pages_are_reached_from_home_without_the_menu(site: BuiltSite) -> None:
    reached, ahead = {HOME}, deque([HOME])
    while ahead:
        name = ahead.popleft()
        for each in site.pages[name].addresses:
            target = inner_target(site, name, each.url) if each.element == "a" and each.is_content else None
            if target is not None and target[0] in site.pages and target[0] not in reached:
                reached.add(target[0])
                ahead.append(target[0])
    # Where one searches is reached by the box of the same name, on every page.
    assert set(site.pages) - reached == {"search.html"}
