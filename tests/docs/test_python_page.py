"""The examples of the reference of the front door come out as it says."""

from __future__ import annotations

import doctest

import pytest

from docs.generate import ROOT
from docs.python_page import EXAMPLES, python_page


def test_examples_come_out_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    exec(EXAMPLES, names)
    test = doctest.DocTestParser().get_doctest(python_page(), names, "python.md", "docs/reference/python.md", 0)
    assert len(test.examples) >= 10
    result = doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF).run(test)
    assert result.failed == 0
