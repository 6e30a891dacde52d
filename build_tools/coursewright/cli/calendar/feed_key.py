"""The key that names the feeds of participants, made at first need."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from coursewright.cli.refusal import RefusalError
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
    """Write a file that nobody has written; one that is there stays as it is.

    The file gets its name by a link once it is whole: a link fails where a file is, and replaces none.
    """
    beside = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(descriptor)
        _give_name(beside, file)
    finally:
        beside.unlink(missing_ok=True)


def _give_name(beside: Path, file: Path) -> None:
    try:
        os.link(beside, file)
    except FileExistsError:
        return
    except OSError:  # a file system without links, such as that of most memory sticks
        if not file.exists():
            beside.rename(file)
