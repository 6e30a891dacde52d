"""The server of the preview: the last good site, what is found wrong on top of each page, and news of new versions."""

from __future__ import annotations

import errno
import mimetypes
import os
import re
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from ipaddress import ip_address
from pathlib import PurePosixPath
from socketserver import TCPServer
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from coursewright.cli.preview.stage import Stage
from coursewright.door.errors import RefusalError
from coursewright.locale import Wording
from coursewright.model.words import N_

_OWN_FILES = ("preview.css", "preview.js")
# Seconds after which something is written to a page that listens, so that one that went away is noticed.
_HEARTBEAT = 15.0
# Where no port is named.
_PORTS = tuple(range(8000, 8020))
_HTML = "text/html; charset=utf-8"
# The same on every system, whatever it has been told of endings.
_TYPES = {
    ".html": _HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ics": "text/calendar; charset=utf-8",
    ".woff2": "font/woff2",
}
# Where the server keeps what is its own; no page of a course lies there.
OWN_FOLDER = "_coursewright_preview"
EVENTS = f"/{OWN_FOLDER}/events"
_HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)
_BODY_START = re.compile(rb"<body(?:\s[^>]*)?>", re.IGNORECASE)


class PreviewServer(ThreadingHTTPServer):
    """Serves what is on stage; raises OSError where the port is taken or the host is not this machine's."""

    daemon_threads = True
    block_on_close = False
    # On Windows it would let two servers have one port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, host: str, port: int, stage: Stage, words: Wording) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.stage = stage
        self.words = words
        folder = files("coursewright.cli.preview") / "browser"
        self.own_files = {f"{OWN_FOLDER}/{name}": (folder / name).read_bytes() for name in _OWN_FILES}
        super().__init__((host, port), _Handler)

    @property
    def address(self) -> str:
        """The address of the home page."""
        host, port = self.server_address[:2]
        name = str(host)
        return f"http://{f'[{name}]' if ':' in name else name}:{port}/"

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach it."""
        return ip_address(str(self.server_address[0])).is_loopback

    def server_bind(self) -> None:
        """Take the port, without asking the network for this machine's name as the base class does."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def start(self) -> None:
        """Serve in threads of its own, until the process ends."""
        Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away; other mistakes are shown."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


@contextmanager
def preview_server(host: str, port: int | None, stage: Stage, words: Wording) -> Iterator[PreviewServer]:
    """A server that has its port, not yet serving; without a port the first free one of a few is taken."""
    ports = (port,) if port is not None else _PORTS
    for number in ports:
        try:
            server = PreviewServer(host, number, stage, words)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or number == ports[-1]:
                raise _not_served(host, number, error) from None
        else:
            with server:
                yield server
            return


def _not_served(host: str, port: int, error: OSError) -> RefusalError:
    if error.errno == errno.EADDRINUSE:
        return RefusalError(
            N_("Port {port} is in use."), N_("Leave --port out, and a free one is taken."), port=str(port)
        )
    reason = error.strerror or str(error)
    return RefusalError(
        N_("The preview cannot be served at {host}, port {port}: {reason}"), host=host, port=str(port), reason=reason
    )


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "coursewright"
    server: PreviewServer

    def do_GET(self) -> None:
        """Hand out a page, a file, or news."""
        path = unquote(urlsplit(self.path).path)
        if not self._is_meant_for_us():
            self._answer(HTTPStatus.FORBIDDEN, "text/plain", b"")
        elif path == EVENTS:
            self._tell_news()
        else:
            self._hand_out(path.lstrip("/"))

    do_HEAD = do_GET  # noqa: N815 - the name that the base class asks for

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for what is found in the course."""

    def _is_meant_for_us(self) -> bool:
        """Whether the browser asked for this machine by name: a page elsewhere may have had its own name lead here."""
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""
        return not self.server.is_local or host == "localhost" or _is_loopback(host)

    def _hand_out(self, path: str) -> None:
        if path in self.server.own_files:
            self._answer(HTTPStatus.OK, _type_of(path), self.server.own_files[path])
            return
        if not path or path.endswith("/"):
            path += "index.html"
        file = self.server.stage.shown.site.files.get(path)
        try:
            content = file.content if file is not None else None
        except OSError:
            content = None
        if file is None or content is None:
            self._answer_page(HTTPStatus.NOT_FOUND, self._nothing_here(path))
        elif _type_of(path) == _HTML:
            self._answer_page(HTTPStatus.OK, content)
        elif self.headers.get("If-None-Match") == file.tag:
            self._answer(HTTPStatus.NOT_MODIFIED, _type_of(path), b"", file.tag)
        else:
            self._answer(HTTPStatus.OK, _type_of(path), content, file.tag)

    def _nothing_here(self, path: str) -> bytes:
        words, shown = self.server.words, self.server.stage.shown
        if not shown.site.files:
            return bare_page(words.text(N_("There is no site yet.")), words.language)
        return bare_page(words.text(N_("The site has no page “{path}”."), path=path), words.language)

    def _answer_page(self, status: HTTPStatus, page: bytes) -> None:
        shown = self.server.stage.shown
        self._answer(status, _HTML, with_preview(page, shown.box, shown.version))

    def _answer(self, status: HTTPStatus, kind: str, content: bytes, tag: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-cache")
        if tag:
            self.send_header("ETag", tag)
        if status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _tell_news(self) -> None:
        """Write the version shown, now and whenever there is another, for as long as the page listens."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        version: str | None = "" if self.command != "HEAD" else None
        while version is not None:
            version = self.server.stage.wait(version, _HEARTBEAT)
            if version is not None:
                self.wfile.write(f"retry: 500\nevent: version\ndata: {version}\n\n".encode())


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _type_of(path: str) -> str:
    suffix = PurePosixPath(path).suffix.lower()
    return _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"


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
