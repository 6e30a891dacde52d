"""Nothing that the course is about lies deep: home leads to every figure and practice within three clicks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urldefrag, urlsplit

from coursewright.model.finding import Kind
from coursewright.project import open_project
from coursewright.views.links import Link, link
from tests.site.built_site import ROOT, BuiltSite

HOME = "index.html"
CLICKS = 3


def _clicks(site: BuiltSite) -> Mapping[tuple[str, str], int]:
    """The fewest clicks from home to each page, and to each part of one that is linked; those of menus do not count."""
    found = {(HOME, ""): 0}
    reached = [HOME]
    for clicks in range(1, CLICKS + 1):
        news = []
        for page in reached:
            for address in site.pages[page].addresses:
                target = _target(page, address.url)
                if address.element != "a" or not address.is_content or target[0] not in site.pages or target in found:
                    continue
                if (target[0], "") not in found:
                    found[target[0], ""] = clicks
                    news.append(target[0])
                found.setdefault(target, clicks)
        reached = news
    return found


def _target(page: str, url: str) -> tuple[str, str]:
    """The page of the site that an address leads to, with the part of it; no page for another site's."""
    address, part = urldefrag(url)
    if urlsplit(address).scheme or urlsplit(address).netloc:
        return "", ""
    return (normpath(join(dirname(page), unquote(address))) if address else page), unquote(part)


def _entries() -> list[Link]:
    curriculum = open_project(Path(ROOT)).curriculum
    wanted = [(Kind.FIGURE, curriculum.figures), (Kind.COMPETENCY, curriculum.competencies)]
    links = [link(curriculum, kind, identifier) for kind, entries in wanted for identifier in entries]
    return [each for each in links if each is not None]


def test_every_figure_and_practice_is_within_three_clicks_of_home(participants_site: BuiltSite) -> None:
    clicks, entries = _clicks(participants_site), _entries()
    assert {each.kind for each in entries} == {Kind.FIGURE, Kind.COMPETENCY}
    assert [each.id for each in entries if (f"{each.docname}.html", each.anchor) not in clicks] == []


def test_the_link_leads_to_the_entry_itself(participants_site: BuiltSite) -> None:
    pages = participants_site.pages
    assert [each.id for each in _entries() if each.anchor not in pages[f"{each.docname}.html"].ids] == []
