"""Comments in HTML: what is written for nobody, and stays in no page."""

from __future__ import annotations

import re

# As browsers read them: a comment may be empty, end with a mark of exclamation, or never end. What else begins like a
# declaration or an instruction is a comment to them too.
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))|<\?.*?(?:>|\Z)|<![^-].*?(?:>|\Z)|<!-(?!-).*?(?:>|\Z)", re.DOTALL)


def without_comments(html: str) -> str:
    """The HTML without its comments; from one that does not end here on, nothing stays."""
    return _COMMENT.sub("", html)


def ends_elsewhere(html: str) -> bool:
    """Whether a comment begins in this piece of HTML and does not end in it, or ends in it and began before."""
    rest = _COMMENT.sub(lambda found: found[0] if not found[0].endswith(">") else "", html)
    return "<!--" in rest or "-->" in rest
