"""The key of feeds: made once, whole, for its owner alone.

Covers also `sources/feed_key.py`.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from coursewright.cli.calendar.publishing import make_feed_key
from coursewright.door.errors import RefusalError
from coursewright.sources.feed_key import FEED_KEY, read_feed_key


def test_key_is_random_and_read_back(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    made = [make_feed_key(tmp_path / name) for name in "ab"]
    assert [read_feed_key(tmp_path / name).secret for name in "ab"] == made
    assert ({len(key) for key in made}, made[0] == made[1]) == ({32}, False)


def test_key_that_is_there_is_given_as_it_is(tmp_path: Path) -> None:
    first = make_feed_key(tmp_path)
    assert make_feed_key(tmp_path) == first
    assert [file.name for file in (tmp_path / "private").iterdir()] == ["feeds.key"]


def test_file_that_is_no_key_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / FEED_KEY).write_text("3f9a", "utf-8")
    with pytest.raises(RefusalError):
        make_feed_key(tmp_path)
    assert (tmp_path / FEED_KEY).read_text("utf-8") == "3f9a"


def test_key_is_made_where_the_file_system_has_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    # Nor has it files without names: these get theirs by a link.
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    made = make_feed_key(tmp_path)
    assert make_feed_key(tmp_path) == made
    assert [file.name for file in (tmp_path / "private").iterdir()] == ["feeds.key"]
    assert stat.S_IMODE((tmp_path / FEED_KEY).stat().st_mode) == 0o600
