"""The key that names the feeds of participants, made at first need."""

from __future__ import annotations

import secrets
from contextlib import suppress
from pathlib import Path

from coursewright.cli.whole_file import made_whole
from coursewright.door.errors import RefusalError
from coursewright.model.words import N_
from coursewright.sources.feed_key import FEED_KEY, read_feed_key


def make_feed_key(root: Path) -> bytes:
    """Make the key of the course below ``root``, which has none: 32 random bytes that only their owner reads.

    A key that another command makes meanwhile is kept, and given. Refused where the folder cannot be written.
    """
    file = root / FEED_KEY
    try:
        file.parent.mkdir(mode=0o700, exist_ok=True)
        _write_once(file, f"{secrets.token_hex(32)}\n".encode())
    except OSError as error:
        raise RefusalError(
            N_("The key that names the calendars of participants cannot be written: “{file}” ({why})."),
            N_("Check who may write into that folder; without the key participants get no calendar."),
            file=FEED_KEY,
            why=error.strerror or type(error).__name__,
        ) from None
    made = read_feed_key(root).secret
    if made is None:
        raise RefusalError(
            N_("“{file}” is there and holds no key that could be used."),
            N_("Put back the file as it was, or delete it and try again."),
            file=FEED_KEY,
        )
    return made


def _write_once(file: Path, content: bytes) -> None:
    """Write a file that nobody has written; one that is there stays as it is."""
    with made_whole(file, [content], 0o600) as made, suppress(FileExistsError):
        made.take_free_name()
