"""Tests of timetables: sessions, clashes, and the feeds that people subscribe to."""
