"""Comments in HTML, as browsers take them."""

from __future__ import annotations

import pytest

from coursewright.sources.html_comments import ends_elsewhere, without_comments


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("a<!-- b -->c", "ac"),
        ("a<!-- b\n\nb -->c", "ac"),
        ("a<!-->c", "ac"),
        ("a<!--->c", "ac"),
        ("a<!-- b --!>c", "ac"),
        ("a<!-- b -- > b -->c", "ac"),
        ("a<!-- b", "a"),
        ("a<!b>c", "ac"),
        ("a<?b?>c", "ac"),
        ("a<![CDATA[b]]>c", "ac"),
        ("a<!- b>c", "ac"),
        ("a < !-- b --> c", "a < !-- b --> c"),
        ("<p>a</p>", "<p>a</p>"),
    ],
)
def test_comments_go_and_all_else_stays(html: str, left: str) -> None:
    assert without_comments(html) == left


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a<!-- b -->c", False),
        ("a<!-->c", False),
        ("<div><!-- b", True),
        ("b --></div>", True),
        ("<p>a</p>", False),
        ("a<!-- b --><!-- c", True),
    ],
)
def test_comment_that_ends_in_another_passage_is_noticed(html: str, expected: bool) -> None:
    assert ends_elsewhere(html) is expected
