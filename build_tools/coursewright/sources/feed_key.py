"""The key in ``private/`` that names the feeds of participants: read, never written here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from coursewright.model.finding import Code, Finding
from coursewright.model.place import Place
from coursewright.sources.text_files import is_there, read_text

FEED_KEY = "private/feeds.key"
_WRITTEN = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class FeedKey:
    """The key, 32 bytes; None where there is none, or where the finding says what is wrong with its file."""

    secret: bytes | None = field(default=None, repr=False)
    finding: Finding | None = None


def read_feed_key(root: Path) -> FeedKey:
    """The key of the course below ``root``. A file cut short is none: a name made with it could be guessed."""
    file = root / FEED_KEY
    if not is_there(file):
        return FeedKey()
    text = read_text(file, root)
    if text.finding is not None:
        return FeedKey(finding=text.finding)
    written = text.text.strip()
    if _WRITTEN.fullmatch(written) is None:
        return FeedKey(finding=Finding(Code.FEED_KEY_BROKEN, Place(FEED_KEY)))
    return FeedKey(bytes.fromhex(written))
