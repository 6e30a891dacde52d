"""How far a long piece of work is: a bar where somebody watches, and nothing in a file."""

from __future__ import annotations

import sys
from io import StringIO

import pytest

from coursewright.cli.progress import progress, show_state

WHAT = "Reading the applications"


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


def test_on_a_terminal_a_bar_fills_and_leaves_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(progress(range(3000), 3000, WHAT)) == list(range(3000))
    shown = terminal.getvalue()
    assert [percent for percent in ("  0%", " 50%", "100%") if percent not in shown] == []
    assert shown.endswith("\n\x1b[A\r\x1b[K")


def test_where_nobody_watches_or_little_is_done_items_pass_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    written = StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    items = [1, 2]
    assert progress(items, 3000, WHAT) is items
    show_state("…")
    assert written.getvalue() == ""
