"""What Sphinx complains of, told like a finding."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from coursewright.cli.sphinx_warnings import WarningStream
from coursewright.locale import wording

ROOT = Path("/course")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "/course/modules/a.md:12: WARNING: unknown document: 'b' [ref.doc]\n",
            "modules/a.md:12:1: avviso ref.doc unknown document: 'b'",
        ),
        (
            "\x1b[91m/course/modules/a.md: WARNING: two\nlines [toc.not_included]\x1b[39;49;00m\n",
            "modules/a.md:1:1: avviso toc.not_included two lines",
        ),
        ("WARNING: a setting\n", "conf.py:1:1: avviso sphinx a setting"),
        ("/elsewhere/x.py:docstring: ERROR: bad\n", "/elsewhere/x.py:docstring:1:1: errore sphinx bad"),
        ("/course/a.md:3: CRITICAL: \x1b]0;title\x07\n", "a.md:3:1: errore sphinx \\x1b]0;title\\x07"),
    ],
)
def test_a_warning_has_its_place_and_code(written: str, told: str) -> None:
    stream = WarningStream(ROOT)
    stream.write(written)
    assert [click.unstyle(warning.told(wording("it"))) for warning in stream.warnings] == [told]


def test_what_is_no_warning_is_dropped() -> None:
    stream = WarningStream(ROOT)
    stream.write("Running Sphinx\n")
    assert stream.warnings == []
