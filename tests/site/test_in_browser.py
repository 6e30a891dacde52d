"""The participants' site in Chromium: in both colour schemes, on a phone and on a laptop, without a fault."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.site.built_site import BuiltSite
from tests.site.kinds_of_pages import KINDS
from tests.site.sight import colours, luminance, too_wide
from tests.site.visitor import LAPTOP, PHONE, Scheme, Visitor


class Reading(NamedTuple):
    """A way of opening a page."""

    system: Scheme
    switch: Scheme | None
    width: int

    @property
    def scheme(self) -> Scheme:
        """The scheme in which the page must show itself."""
        return self.switch or self.system


READINGS = {
    f"{scheme.value} by the {'switch' if by_switch else 'system'}, {width} px": Reading(
        scheme.other if by_switch else scheme, scheme if by_switch else None, width
    )
    for scheme in Scheme
    for by_switch in (False, True)
    for width in (PHONE, LAPTOP)
}


def faults(visitor: Visitor, path: str, reading: Reading) -> Iterator[str]:
    """Everything that is wrong with a page, opened so."""
    page = visitor.open(path, system=reading.system, switch=reading.switch, width=reading.width)
    yield from too_wide(page)
    for found in colours(page, "body, main h1"):
        if (luminance(found.ground) > 0.5) is not (reading.scheme is Scheme.LIGHT):
            yield f"the ground is {found.ground} under “{found.sample}”"
    visitor.leave()
    yield from visitor.faults
    visitor.faults.clear()


@pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS)
@pytest.mark.parametrize("kind", KINDS)
def test_page_opens_without_a_fault(visitor: Visitor, kind: str, reading: Reading) -> None:
    assert list(faults(visitor, f"{KINDS[kind]}.html", reading)) == []


@pytest.mark.audit
@pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS)
def test_every_page_opens_without_a_fault(
    visitor: Visitor, participants_site: BuiltSite, reading: Reading
) -> None:
    found = {path: list(faults(visitor, path, reading)) for path in participants_site.pages}
    assert {path: told for path, told in found.items() if told} == {}
