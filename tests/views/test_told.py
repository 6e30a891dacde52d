"""What is told: lengths of time as people say them."""

from __future__ import annotations

from coursewright.views.told import Duration


def test_duration_names_hours_and_minutes_that_there_are() -> None:
    assert [str(Duration(each)) for each in (0, 45, 60, 90, 1440)] == ["0 min", "45 min", "1 h", "1 h 30 min", "24 h"]
