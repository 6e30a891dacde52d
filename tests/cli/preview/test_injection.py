"""What is added to a page when it is handed out.

Covers also `cli/preview/notices.py`.
"""

from __future__ import annotations

from coursewright.cli.preview.injection import bare_page, with_preview
from coursewright.cli.preview.notices import Notice, notice_box
from coursewright.locale import wording
from coursewright.model.finding import Severity

ASSETS = (
    b'<link rel="stylesheet" href="/_coursewright_preview/preview.css">'
    b'<script src="/_coursewright_preview/preview.js" defer data-events="/_coursewright_preview/events" '
    b'data-version="7"></script>'
)
WRONG = Notice(Severity.ERROR, "<b>No</b>", "modules/a.md:4:10", "plan-off", "Correct \u202e it.")
DOUBTFUL = Notice(Severity.WARNING, "Hm.")


def test_assets_are_at_the_end_of_the_head_and_the_box_at_the_top_of_the_body() -> None:
    page = b"<html><head><title>x</title></head>\n<body class='home' id=b>\n<p>x</p></body></html>"
    expected = (
        b"<html><head><title>x</title>" + ASSETS + b"</head>\n<body class='home' id=b>BOX\n<p>x</p></body></html>"
    )
    assert with_preview(page, "BOX", "7") == expected


def test_page_without_head_or_body_has_both() -> None:
    assert with_preview(b"<p>x</p>", "BOX", "7") == ASSETS + b"<p>x</p>BOX"


def test_nothing_wrong_is_no_box() -> None:
    assert notice_box([], True, wording("en")) == ""


def test_box_tells_what_is_wrong_as_text() -> None:
    assert notice_box([WRONG, DOUBTFUL], True, wording("it")) == (
        '<section class="coursewright-preview" lang="it" aria-label="Anteprima">'
        "<p><strong>1 errore, 1 avviso.</strong> Qui sotto c&#x27;è l&#x27;ultimo sito buono.</p><ul>"
        '<li class="error"><code>modules/a.md:4:10</code> <strong>errore</strong> <code>plan-off</code>'
        "<br>&lt;b&gt;No&lt;/b&gt;<br><em>Correct \\u202e it.</em></li>"
        '<li class="warning"><strong>avviso</strong><br>Hm.</li></ul></section>'
    )


def test_box_of_very_many_things_shows_some_and_counts_all() -> None:
    box = notice_box([DOUBTFUL] * 73, False, wording("en"))
    assert box.count("<li") == 51
    assert "<p><strong>73 warnings.</strong></p>" in box
    assert "<li>23 more in the terminal.</li>" in box


def test_nothing_that_is_added_is_inline() -> None:
    page = with_preview(bare_page("x", "en"), notice_box([WRONG], True, wording("en")), "7").decode()
    assert " style=" not in page
    assert "<style" not in page
    assert page.count("<script") == page.count("<script src=") == 1
