"""What ``conf.py`` opens: a plain list is read, and nothing is ever run."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursewright.sources.file_gate import SETTING, opened_files


@pytest.mark.parametrize(
    ("conf", "opened"),
    [
        (f"{SETTING} = ['a/*.csv', 'b.txt']\n", ("a/*.csv", "b.txt")),
        (f"{SETTING} = ('a',)\n{SETTING} = ['b']\n", ("b",)),
        (f"{SETTING} = ['a', 1, name]\n", ("a",)),
        (f"{SETTING} = list('ab')\n", ()),
        (f"raise SystemExit\n{SETTING} = ['a']\n", ("a",)),
        ("other = ['a']\n", ()),
        ("this is no Python", ()),
        ("\0", ()),
        ("(" * 5000, ()),
    ],
)
def test_only_a_plain_list_of_texts_opens_files(tmp_path: Path, conf: str, opened: tuple[str, ...]) -> None:
    (tmp_path / "conf.py").write_text(conf, "utf-8")
    assert opened_files(tmp_path) == opened


def test_a_course_without_conf_opens_nothing(tmp_path: Path) -> None:
    assert opened_files(tmp_path) == ()
