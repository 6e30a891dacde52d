"""Text on its way to a terminal: nothing invisible, colours only where they are seen."""

from __future__ import annotations

import io
import os
import re
import sys
import unicodedata
from pathlib import Path
from typing import IO, Any

import click

from coursewright.locale import Wording
from coursewright.model.words import N_

# Joiners of scripts and emoji, and the soft hyphen, change nothing but the shape of what is seen.
_HARMLESS = "\u00ad\u200c\u200d"
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_SUSPECT = re.compile(r"[^\x20-\x7e\xa0-\xac\xae-\u02ff]")


def plain(text: str) -> str:
    r"""``text`` with control characters, bidirectional marks and the like written out, such as ``\u202e``."""
    return _SUSPECT.sub(lambda match: _written_out(match.group()), text)


def prepare_streams() -> None:
    """Let no character that the terminal's encoding lacks stop the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def shows_colour(stream: IO[Any]) -> bool:
    """Whether colours are seen and wanted there: a terminal, and no ``NO_COLOR``."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def shows_progress() -> bool:
    """Whether someone watches what is said on the way."""
    return sys.stderr.isatty()


def say(text: str = "", err: bool = False, **style: Any) -> None:
    """Print a line, styled as :func:`click.style` does where colours are shown."""
    stream = sys.stderr if err else sys.stdout
    shown = click.style(text, **style) if style else text
    click.echo(shown, file=stream, color=shows_colour(stream))


def tell_written(file: Path, words: Wording) -> None:
    """Say that the file is there now."""
    say(words.text(N_("Written: {file}"), file=plain(shown_path(file))))


def shown_path(path: Path) -> str:
    """The path from the working directory, where it lies below."""
    return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)


def _written_out(character: str) -> str:
    if unicodedata.category(character) not in _HIDDEN or character in _HARMLESS:
        return character
    point = ord(character)
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
