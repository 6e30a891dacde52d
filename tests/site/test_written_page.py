"""What is read of a page's HTML."""

from __future__ import annotations

from pathlib import Path

from tests.site.written_page import Address, WrittenPage

HTML = """<!doctype html><html lang="it"><head><title> Titolo </title><link rel="icon" href="i.svg"></head><body>
<nav><a href="menu.html">M</a></nav><h1 hidden>Nascosto</h1>
<main><h1 id="a">Il <em>titolo</em><a href="#a">#</a></h1><svg><title>Disegno</title></svg>
<p id="b">Uno<p id="b">Due <img src="x.png" srcset="y.png 2x, z.png 3x" alt=""></main></body></html>"""


def test_page_is_read_as_written(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(HTML, "utf-8")
    page = WrittenPage.read(file)
    assert (page.language, page.title, page.headings, page.has_icon) == ("it", "Titolo", ("Il titolo#",), True)
    assert page.ids == {"a": 1, "b": 2}
    assert page.addresses == (
        Address("i.svg", "link", False),
        Address("menu.html", "a", False),
        Address("#a", "a", True),
        Address("x.png", "img", True),
        Address("y.png", "img", True),
        Address("z.png", "img", True),
    )
