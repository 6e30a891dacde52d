"""axe-core run in a page that is open."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

_SCRIPT = Path(__file__).parent / "axe" / "axe-4.14.1.min.js.gz"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@cache
def _source() -> str:
    return gzip.decompress(_SCRIPT.read_bytes()).decode("utf-8")


# What colours have a say in.
OF_COLOURS = ("color-contrast", "link-in-text-block")


def violations(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """What breaks WCAG 2.2 AA, or some of its ``rules``, on the page, one line for each rule and element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    asked = {"type": "rule", "values": [*rules]} if rules else _TAGS
    found = page.evaluate(f"axe.run({{runOnly: {json.dumps(asked)}, resultTypes: ['violations']}})")
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['html'][:160]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
