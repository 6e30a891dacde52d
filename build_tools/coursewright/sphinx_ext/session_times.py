"""When a session is held, in words, with the instants that a script asks for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from docutils import nodes
from docutils.nodes import Node, system_message
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole
from sphinx.writers.html5 import HTML5Translator

from coursewright.sphinx_ext.domain import course_domain


class session_time(nodes.Inline, nodes.TextElement):  # noqa: N801 - docutils names its nodes so
    """The words for a session's time; its attributes are the instants, and what a script may say of it."""


class SessionTimeRole(SphinxRole):
    """``START END held|cancelled``: two instants of a session and whether it is held."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """The day with its weekday, and the times."""
        starts, ends, status = self.text.split(" ")
        words = course_domain(self.env).wording
        starts_at, ends_at = datetime.fromisoformat(starts), datetime.fromisoformat(ends)
        told = f"{words.weekday(starts_at.date())}, {starts_at:%H:%M}–{ends_at:%H:%M}"
        attributes = {
            "starts": starts,
            "ends": ends,
            "say-now": words.text("now"),
            "say-next": words.text("next"),
            **({"cancelled": ""} if status == "cancelled" else {}),
        }
        return [session_time("", told, data=attributes)], []


def visit_session_time(translator: HTML5Translator, node: session_time) -> None:
    """Open the words, with what a script asks for."""
    data = {f"data-{name}": value for name, value in node["data"].items()}
    translator.body.append(translator.starttag(node, "span", "", CLASS="session-time", **data))


def depart_session_time(translator: HTML5Translator, node: session_time) -> None:
    """Close them."""
    translator.body.append("</span>")


def pass_by(translator: Any, node: session_time) -> None:
    """Other builders have the words alone."""


def setup_session_times(app: Sphinx) -> None:
    """Register the role and what HTML makes of it."""
    app.add_role("course-session-time", SessionTimeRole())
    others = (pass_by, pass_by)
    html = (visit_session_time, depart_session_time)
    app.add_node(session_time, html=html, latex=others, text=others, man=others, texinfo=others)
