"""Words that templates share with what is shown elsewhere."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from coursewright.sphinx_ext.shared_words import SHARED_WORDS

_NAME = re.compile(r"\b(?:_|say)\(([A-Z_]+)\b")


def test_each_name_stands_in_a_template_and_each_that_stands_there_is_known() -> None:
    folder = Path(str(files("coursewright.sphinx_ext")))
    templates = [*folder.glob("templates/*.jinja"), *folder.glob("pictures/*.jinja"), *folder.glob("layout/*.html")]
    named = {name for template in templates for name in _NAME.findall(template.read_text("utf-8"))}
    assert sorted(named) == sorted(SHARED_WORDS)
