"""Whatever stands in a file: a finding or none, never a traceback, within two seconds and 300 megabytes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.sources.hostile_files import CASES, COURSE, Hostile

SECONDS = 2
MEGABYTES = 300
SOUND_COURSE = "kind: course\nid: a\ntitle: A\nsummary: B\nlanguage: it\npath: []\n"
Ask = Callable[[Path], dict[str, Any]]


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """A function that has a course read in a process of its own and gives findings and costs."""
    script = Path(__file__).with_name("reading_server.py")
    with subprocess.Popen([sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        asking, answering = server.stdin, server.stdout

        def asked(root: Path) -> dict[str, Any]:
            print(root, file=asking, flush=True)
            answer: dict[str, Any] = json.loads(answering.readline())
            return answer

        yield asked
        asking.close()


@pytest.mark.parametrize("hostile", CASES, ids=lambda hostile: hostile.name)
def test_hostile_file_gives_findings_at_once(hostile: Hostile, tmp_path: Path, ask: Ask) -> None:
    content = hostile.content()
    for path, text in ((COURSE, SOUND_COURSE), (hostile.path, content)):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    answer = ask(tmp_path)
    assert answer["is_well"]
    assert {code for code, _ in answer["findings"]} == hostile.codes
    assert {place.split(":")[0] for _, place in answer["findings"]} <= {hostile.path}
    assert answer["seconds"] < SECONDS
    assert answer["megabytes"] < MEGABYTES
