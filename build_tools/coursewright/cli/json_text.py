"""JSON documents as they are printed: safe on a terminal, money and instants as text."""

from __future__ import annotations

import json
import re
from typing import Any

from coursewright.cli.terminal import plain


def json_text(document: Any) -> str:
    """The document on several lines; characters that a terminal would obey or hide are written out."""
    return shown(json.dumps(document, ensure_ascii=False, indent=2))


def shown(text: str) -> str:
    """A JSON text as a terminal may have it: characters that it would obey or hide are written out."""
    return re.sub(r"[^\n\x20-\x7e]", lambda match: _kept_or_escaped(match.group()), text)


def _kept_or_escaped(character: str) -> str:
    return character if plain(character) == character else json.dumps(character)[1:-1]
