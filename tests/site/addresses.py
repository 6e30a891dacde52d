"""Where the addresses of a written site lead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from tests.site.built_site import BuiltSite

OTHER_SCHEMES = {"mailto", "data", "webcal"}
HOME = "index.html"


def inner_target(site: BuiltSite, page: str, url: str) -> tuple[str, str] | None:
    """The file (path in the site) and the anchor that an address in a page means; None for another site."""
    parts = urlsplit(url)
    if parts.scheme or parts.netloc:
        return None
    path = normpath(PurePosixPath(page).parent / unquote(parts.path)) if parts.path else page
    is_folder = parts.path.endswith("/") or (site.folder / path).is_dir()
    return (f"{path}/{HOME}" if is_folder else path).removeprefix("./"), unquote(parts.fragment)


def broken(site: BuiltSite) -> Iterator[str]:
    """The addresses of all pages that lead nowhere in the site."""
    for name, page in site.pages.items():
        for each in page.addresses:
            target = inner_target(site, name, each.url)
            if target is None:
                continue
            path, anchor = target
            if not (site.folder / path).is_file():
                yield f"{name}: <{each.element}> {each.url} (no such file)"
            # A page without a place named so would begin at its top, unless a script reads the word.
            elif each.element == "a" and anchor and path in site.pages and anchor not in site.pages[path].ids:
                yield f"{name}: <{each.element}> {each.url} (no such anchor)"


def asked_elsewhere(site: BuiltSite) -> Iterator[str]:
    """The addresses of other hosts that are more than links which a reader may follow, or are no such links."""
    for name, page in site.pages.items():
        for each in page.addresses:
            parts = urlsplit(each.url)
            is_elsewhere = parts.scheme not in {"", *OTHER_SCHEMES} or bool(parts.netloc)
            if is_elsewhere and (each.element != "a" or parts.scheme not in {"http", "https"}):
                yield f"{name}: <{each.element}> {each.url}"
