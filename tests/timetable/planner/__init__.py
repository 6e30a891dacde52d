"""Tests of :mod:`coursewright.timetable.planner`."""
