"""Data set by a typst source as a tagged PDF (PDF/UA-1), the same on every machine."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

import typst

# What stands for a letter that no font has: PDF/UA refuses a document with empty boxes.
_SUBSTITUTE = "\ufffd"
_WITHOUT_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
# Letters are asked for one by one, up to so many; then all that fonts rarely have go at once.
_ROUNDS = 30
_RARE = re.compile("[\x00-\x1f\x7f-\x9f\u2e80-\uffff\U00010000-\U0010ffff]")


def tagged_pdf(source: str, data: dict[str, Any]) -> bytes:
    """The PDF that ``source``, a file of this folder, makes of ``data``; equal data give equal bytes."""
    shown: Any = data
    for _ in range(_ROUNDS):
        try:
            return _compiled(source, shown)
        except typst.TypstError as error:
            missing = _WITHOUT_GLYPH.search(str(error))
            if missing is None:
                raise
            letters = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), missing[1])
            shown = _without(re.compile(f"[{re.escape(letters)}]"), shown)
    return _compiled(source, _without(_RARE, shown))


def _without(letters: re.Pattern[str], data: Any) -> Any:
    """The data with the substitute in place of letters, in every text."""
    if isinstance(data, str):
        return letters.sub(_SUBSTITUTE, data)
    if isinstance(data, dict):
        return {key: _without(letters, value) for key, value in data.items()}
    return [_without(letters, each) for each in data] if isinstance(data, list | tuple) else data


def _compiled(source: str, data: Any) -> bytes:
    compiler: Any = typst
    made: bytes = compiler.compile(
        _source(source),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=0,  # else that of the clock
        ignore_system_fonts=True,  # else letters would look otherwise elsewhere
    )
    return made


@cache
def _source(name: str) -> bytes:
    return (files(__package__) / name).read_bytes()
