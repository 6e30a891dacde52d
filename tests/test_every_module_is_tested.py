"""Where each module of the tool is tested: in the test file of its name, or in one that says so."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "build_tools" / "coursewright"
# What tests say at the end of their docstring: modules by their paths in the package.
_COVERS = re.compile(r'"""[^"]*^Covers also ([^"]*)"""', re.MULTILINE)


def test_each_module_has_a_test_file_of_its_name_or_is_named_in_one() -> None:
    assert sorted(_modules() - _tested_by_name() - set(_named())) == []


def test_what_test_files_cover_besides_is_there_is_named_once_and_has_no_file_of_its_own() -> None:
    named, untested = _named(), _modules() - _tested_by_name()
    assert [path for path in named if path not in untested] == []
    assert [path for path in named if named.count(path) > 1] == []


def _modules() -> set[str]:
    """The modules by their paths in the package; faces and the door for ``python -m`` hold nothing to test."""
    paths = (file.relative_to(PACKAGE) for file in PACKAGE.rglob("*.py"))
    return {path.as_posix() for path in paths if not path.name.startswith("__")}


def _tested_by_name() -> set[str]:
    files = (file.relative_to(TESTS) for file in TESTS.rglob("test_*.py"))
    return {path.with_name(path.name.removeprefix("test_")).as_posix() for path in files}


def _named() -> list[str]:
    covered = (_COVERS.match(file.read_text("utf-8")) for file in sorted(TESTS.rglob("test_*.py")))
    return [path for found in covered if found for path in re.findall(r"`([\w/]+\.py)`", found[1])]
