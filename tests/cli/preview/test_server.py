"""The preview's server, asked as browsers ask.

Covers also `cli/preview/stage.py`.
"""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from coursewright.cli.preview.notices import Notice, notice_box
from coursewright.cli.preview.server import PreviewServer, bare_page, preview_server, with_preview
from coursewright.cli.preview.site_copy import SiteCopy
from coursewright.cli.preview.stage import Stage
from coursewright.door.errors import RefusalError
from coursewright.locale import wording
from coursewright.model.finding import Severity

ASSETS = (
    b'<link rel="stylesheet" href="/_coursewright_preview/preview.css">'
    b'<script src="/_coursewright_preview/preview.js" defer data-events="/_coursewright_preview/events" '
    b'data-version="7"></script>'
)
WRONG = Notice(Severity.ERROR, "<b>No</b>", "modules/a.md:4:10", "plan-off", "Correct \u202e it.")
DOUBTFUL = Notice(Severity.WARNING, "Hm.")


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    kind: str
    tag: str
    body: bytes


@dataclass(frozen=True)
class Asked:
    """A server with a small site, to be asked."""

    server: PreviewServer
    stage: Stage
    site: SiteCopy

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path as it is."""
        address = urlsplit(self.server.address)
        connection = http.client.HTTPConnection(address.netloc, timeout=10)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return Answer(answer.status, answer.headers["Content-Type"], answer.headers.get("ETag", ""), body)


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Asked]:
    """A server that serves two pages, a style sheet and nothing else."""
    site = tmp_path / "site"
    (site / "modules").mkdir(parents=True)
    (site / "index.html").write_text("<html><head></head><body>Home</body></html>")
    (site / "modules" / "perché no.html").write_text("<html><head></head><body>Perché</body></html>", "utf-8")
    (site / "style.css").write_text("p {}")
    (tmp_path / "secret.txt").write_text("secret")
    stage, copy = Stage(), SiteCopy().renewed(site)
    stage.show(copy, "<p>BOX</p>")
    with preview_server("127.0.0.1", 0, stage, wording("it")) as server:
        server.start()
        yield Asked(server, stage, copy)
        stage.end()
        server.shutdown()


def test_pages_have_the_box_and_other_files_are_as_they_are(asked: Asked) -> None:
    home = asked.get("/")
    assert (home.status, home.kind) == (200, "text/html; charset=utf-8")
    assert b"<body><p>BOX</p>Home</body>" in home.body
    assert asked.get("/index.html").body == home.body
    assert b"<body><p>BOX</p>Perch" in asked.get("/modules/perch%C3%A9%20no.html?x=1#y").body
    style = asked.get("/style.css")
    assert (style.status, style.kind, style.body) == (200, "text/css; charset=utf-8", b"p {}")


def test_file_that_did_not_change_is_not_sent_again(asked: Asked) -> None:
    tag = asked.get("/style.css").tag
    again = asked.get("/style.css", If_None_Match=tag)
    assert (again.status, again.body) == (304, b"")
    assert asked.get("/style.css", If_None_Match='"other"').status == 200


def test_head_has_no_body(asked: Asked) -> None:
    assert asked.get("/", "HEAD").body == b""
    assert asked.get("/_coursewright_preview/events", "HEAD").body == b""


def test_page_that_is_not_there_says_so_with_the_box(asked: Asked) -> None:
    missing = asked.get("/modules/%3Cb%3E.html")
    assert missing.status == 404
    assert "Nel sito non c&#x27;è la pagina «modules/&lt;b&gt;.html»." in missing.body.decode()
    assert b"<body><p>BOX</p>" in missing.body
    assert b"preview.js" in missing.body


def test_without_a_site_every_page_says_so(asked: Asked) -> None:
    asked.stage.show(SiteCopy(), "<p>WRONG</p>")
    page = asked.get("/")
    assert page.status == 404
    assert "<body><p>WRONG</p><main><h1>Il sito non c&#x27;è ancora.</h1>" in page.body.decode()


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/..%2fsecret.txt", "//etc/passwd", "/%00", "/modules/../../secret.txt"]
)
def test_nothing_outside_the_site_is_handed_out(asked: Asked, path: str) -> None:
    answer = asked.get(path)
    assert answer.status == 404
    assert b"secret\n" not in answer.body


@pytest.mark.parametrize(
    ("host", "status"), [("localhost:1", 200), ("127.0.0.1", 200), ("evil.example", 403), ("", 403)]
)
def test_who_comes_by_another_name_is_refused(asked: Asked, host: str, status: int) -> None:
    assert asked.get("/", Host=host).status == status


def test_its_own_script_and_style_sheet_are_handed_out(asked: Asked) -> None:
    assert asked.get("/_coursewright_preview/preview.js").kind == "text/javascript; charset=utf-8"
    assert asked.get("/_coursewright_preview/preview.css").kind == "text/css; charset=utf-8"


def test_news_come_at_once_and_at_every_change(asked: Asked) -> None:
    address = urlsplit(asked.server.address)
    with socket.create_connection((address.hostname, address.port or 0), timeout=10) as connection:
        connection.sendall(b"GET /_coursewright_preview/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        heard = connection.makefile("rb")
        versions: list[str] = []
        while len(versions) < 2:
            line = heard.readline().decode().strip()
            if line.startswith("data: "):
                versions.append(line.removeprefix("data: "))
                asked.stage.show(asked.site, "")
        heard.close()
    first = versions[0].rpartition("-")
    assert versions[1] == f"{first[0]}-{int(first[2]) + 1}"


def test_port_in_use_is_refused_or_another_is_taken(asked: Asked) -> None:
    port = urlsplit(asked.server.address).port
    with pytest.raises(RefusalError, match="in use"), preview_server("127.0.0.1", port, asked.stage, wording("en")):
        pass
    with (
        preview_server("127.0.0.1", None, asked.stage, wording("en")) as first,
        preview_server("127.0.0.1", None, asked.stage, wording("en")) as second,
    ):
        ports = [urlsplit(server.address).port or 0 for server in (first, second)]
    assert 8000 <= ports[0] < ports[1] < 8020


def test_address_that_is_not_of_this_machine_is_refused(asked: Asked) -> None:
    with (
        pytest.raises(RefusalError, match="cannot be served"),
        preview_server("192.0.2.1", 0, asked.stage, wording("en")),
    ):
        pass


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
