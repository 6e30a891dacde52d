"""The guides keep pace with the tool."""

from __future__ import annotations

from coursewright.model.finding_codes import Code
from tests.docs.guide_course import GUIDES


def test_every_finding_is_explained_to_trainers() -> None:
    text = (GUIDES / "che-cosa-significano-i-messaggi.md").read_text(encoding="utf-8")
    assert [code.value for code in Code if f"`{code.value}`" not in text] == []
