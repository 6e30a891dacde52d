"""The participants' site in Chromium: in both colour schemes, on a phone and on a laptop, without a fault."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.site.built_site import BuiltSite
from tests.site.kinds_of_pages import KINDS
from tests.site.sight import colours, luminance, too_wide
from tests.site.visitor import LAPTOP, PHONE, Scheme, Visitor


def faults(visitor: Visitor, path: str) -> list[str]:
    """Everything that is wrong with a page: each scheme by the system and by the site's switch, at both widths."""
    visitor.faults.clear()
    visitor.open(path, system=Scheme.LIGHT, width=PHONE)
    found = [*_in_both_widths(visitor, Scheme.LIGHT)]
    visitor.prefer(Scheme.DARK)
    found += _in_both_widths(visitor, Scheme.DARK)
    visitor.choose(Scheme.LIGHT)
    found += _in_both_widths(visitor, Scheme.LIGHT)
    visitor.prefer(Scheme.LIGHT)
    visitor.choose(Scheme.DARK)
    found += _in_both_widths(visitor, Scheme.DARK)
    visitor.leave()
    return list(dict.fromkeys([*found, *visitor.faults]))


def _in_both_widths(visitor: Visitor, scheme: Scheme) -> Iterator[str]:
    for found in colours(visitor.page, "main h1, main p"):
        if (luminance(found.ground) > 0.5) is not (scheme is Scheme.LIGHT):
            yield f"in the {scheme.value} scheme “{found.sample}” stands on {found.ground}"
    for width in (LAPTOP, PHONE):
        visitor.resize(width)
        yield from too_wide(visitor.page)


@pytest.mark.parametrize("kind", KINDS)
def test_page_opens_without_a_fault(visitor: Visitor, kind: str) -> None:
    assert faults(visitor, f"{KINDS[kind]}.html") == []


@pytest.mark.audit
def test_every_page_opens_without_a_fault(visitor: Visitor, participants_site: BuiltSite) -> None:
    found = {path: faults(visitor, path) for path in participants_site.pages}
    assert {path: told for path, told in found.items() if told} == {}
