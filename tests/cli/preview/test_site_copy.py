"""The last good site, whatever becomes of the folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from coursewright.cli.preview.site_copy import SiteCopy


def _contents(copy: SiteCopy) -> dict[str, bytes]:
    return {name: file.content for name, file in copy.files.items()}


def test_copy_stays_when_the_folder_is_gone(tmp_path: Path) -> None:
    (tmp_path / "site" / "modules").mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_bytes(b"home")
    (tmp_path / "site" / "modules" / "a.html").write_bytes(b"a")
    copy = SiteCopy().renewed(tmp_path / "site")
    shutil.rmtree(tmp_path / "site")
    assert _contents(copy) == {"index.html": b"home", "modules/a.html": b"a"}
    assert SiteCopy().renewed(tmp_path / "site") == SiteCopy()


def test_what_changed_is_read_again_and_the_rest_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"a")
    (tmp_path / "b.html").write_bytes(b"b")
    first = SiteCopy().renewed(tmp_path)
    (tmp_path / "b.html").write_bytes(b"bb")
    second = first.renewed(tmp_path)
    assert _contents(second) == {"a.html": b"a", "b.html": b"bb"}
    assert second.files["a.html"] is first.files["a.html"]
    assert second.files["b.html"].tag != first.files["b.html"].tag
