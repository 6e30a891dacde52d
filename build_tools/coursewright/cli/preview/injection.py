"""What the server adds to a page when it hands it out, and never to a file: the notices, and what makes it reload."""

from __future__ import annotations

import re
from html import escape

# Where the server keeps what is its own; no page of a course lies there.
OWN_FOLDER = "_coursewright_preview"
EVENTS = f"/{OWN_FOLDER}/events"
_HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)
_BODY_START = re.compile(rb"<body(?:\s[^>]*)?>", re.IGNORECASE)


def with_preview(page: bytes, box: str, version: str) -> bytes:
    """The page with the notices at its top and the preview's own style sheet and script, of which none is inline."""
    assets = (
        f'<link rel="stylesheet" href="/{OWN_FOLDER}/preview.css">'
        f'<script src="/{OWN_FOLDER}/preview.js" defer data-events="{EVENTS}" '
        f'data-version="{escape(version)}"></script>'
    )
    head = _HEAD_END.search(page)
    page = _put_in(page, head.start() if head else 0, assets)
    body = _BODY_START.search(page)
    return _put_in(page, body.end() if body else len(page), box)


def bare_page(title: str, language: str) -> bytes:
    """A page that says one thing, for where the site has none."""
    text = escape(title)
    return (
        f'<!DOCTYPE html><html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{text}</title></head><body><main><h1>{text}</h1></main></body></html>"
    ).encode()


def _put_in(page: bytes, at: int, addition: str) -> bytes:
    return page[:at] + addition.encode("utf-8") + page[at:]
