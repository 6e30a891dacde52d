"""One process of Node for all tests that read calendars with ical.js."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.timetable.calendar_readers import IcalJs


@pytest.fixture(scope="session")
def ical_js() -> Iterator[IcalJs]:
    """A reader that is not Python."""
    reader = IcalJs()
    yield reader
    reader.close()
