"""What reaches a terminal."""

from __future__ import annotations

import io

import pytest

from coursewright.cli.terminal import plain, shows_colour


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("perché «sì», città d’arte – 日本 🙂", "perché «sì», città d’arte – 日本 🙂"),
        ("\x1b[2J", "\\x1b[2J"),
        ("a\nb\tc\r", "a\\x0ab\\x09c\\x0d"),
        ("\x9b31m", "\\x9b31m"),
        ("\u202egro.evil", "\\u202egro.evil"),
        ("\u2066a\u2069\u200f", "\\u2066a\\u2069\\u200f"),
        ("\u2028", "\\u2028"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("👩\u200d🏫 so\u00adft", "👩\u200d🏫 so\u00adft"),
    ],
)
def test_plain_writes_out_what_cannot_be_seen(written: str, shown: str) -> None:
    assert plain(written) == shown


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("names", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_are_for_terminals_that_want_them(
    monkeypatch: pytest.MonkeyPatch, names: dict[str, str], coloured: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert shows_colour(_Terminal()) is coloured
    assert shows_colour(io.StringIO()) is False
