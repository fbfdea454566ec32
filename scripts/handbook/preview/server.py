"""The preview over HTTP: the pages with the policy of the site, and what the panel above them asks for."""

from __future__ import annotations

import errno
import json
import mimetypes
from contextlib import suppress
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.preview.state import Preview, Shown
from handbook.render.policy import policy
from handbook.reporting.catalogues import ENGLISH, load_catalogue
from handbook.reporting.report import named_in

PORT = 8000
_OWN = "/-preview/"
"""Addresses of the preview itself; no page of a handbook begins with a hyphen."""
_NEXT_PORTS = 20
_OF_THE_PORT = (errno.EADDRINUSE, errno.EACCES)
"""Causes that another port removes; all others lie in the name of the host."""
_LONGEST_WAIT = 20.0
_UNPRINTED = b"The printed handbooks are no part of the preview: make handbook writes them into site/print.\n"
_STARTING = b"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title></head>
<body><p>The preview is starting; the page comes by itself in a moment.</p></body></html>"""
_MISSING = b"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title></head>
<body><p>There is no such page, or it cannot be shown yet.</p></body></html>"""


class PreviewServer(ThreadingHTTPServer):
    """Serves one preview; ``serve_forever`` runs until the program ends."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], preview: Preview):
        self.preview = preview
        super().__init__(address, _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that closes a page breaks off what it has asked for."""

    @property
    def address(self) -> str:
        """What to open in a browser of this machine."""
        host, port = self.server_address[:2]
        return f"http://{'127.0.0.1' if host == '0.0.0.0' else host!s}:{port}/"


def open_server(host: str, port: int | None, preview: Preview) -> PreviewServer:
    """Listen on a port; without one on the first that is free from PORT on.

    Raises OSError where the address is taken or not to be had; it says whether to name another host or port.
    """
    first, last = (port, port) if port is not None else (PORT, PORT + _NEXT_PORTS)
    for number in range(first, last):
        with suppress(OSError):
            return PreviewServer((host, number), preview)
    try:
        return PreviewServer((host, last), preview)
    except OSError as error:
        option = "--port" if error.errno in _OF_THE_PORT else "--host"
        raise OSError(error.errno, f"{error.strerror}; name another with {option}", f"{host}:{last}") from error


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer

    def do_GET(self) -> None:
        """Answer with a page, a file, or the state of the preview."""
        parts = urlsplit(self.path)
        if parts.path.startswith(_OWN):
            self._own(parts.path.removeprefix(_OWN), parse_qs(parts.query))
            return
        shown = self.server.preview.shown
        path = unquote(parts.path).lstrip("/")
        path += "index.html" if path in ("", *(f"{folder}/" for folder in _folders(shown))) else ""
        if path.endswith(".html"):
            page, status = _page(path, shown)
            self._send(_with_panel(page, path, shown), "text/html; charset=utf-8", status)
        elif path in shown.files:
            self._send(shown.files[path], mimetypes.guess_type(path)[0] or "application/octet-stream")
        else:
            missing = _UNPRINTED if path.endswith(".pdf") else b"There is no such file in the preview.\n"
            self._send(missing, "text/plain", HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *values: object) -> None:
        """Print nothing; the terminal is for problems."""

    def _own(self, name: str, query: dict[str, list[str]]) -> None:
        if name in ("panel.js", "panel.css"):
            content = Path(__file__).with_name(name).read_bytes()
            self._send(content, "text/javascript" if name.endswith("js") else "text/css")
        elif name == "state":
            seen = query.get("seen", [""])[0]
            shown = self.server.preview.wait(int(seen) if seen.isdecimal() and len(seen) < 10 else -1, _LONGEST_WAIT)
            self._send(json.dumps(_as_json(shown)).encode(), "application/json")
        else:
            self._send(b"There is no such file in the preview.\n", "text/plain", HTTPStatus.NOT_FOUND)

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        headers = {
            "Content-Type": kind,
            "Content-Length": str(len(content)),
            "Content-Security-Policy": policy(),
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)


def _page(path: str, shown: Shown) -> tuple[bytes, HTTPStatus]:
    """Return a page, or what stands in its place; either has the panel, which loads it again once there is more."""
    if path in shown.files:
        return shown.files[path], HTTPStatus.OK
    if not shown.pages and shown.checking:
        return _STARTING, HTTPStatus.SERVICE_UNAVAILABLE
    return _MISSING, HTTPStatus.NOT_FOUND


def _folders(shown: Shown) -> set[str]:
    return {path.removesuffix("/index.html") for path in shown.documents if path.endswith("/index.html")}


def _with_panel(page: bytes, path: str, shown: Shown) -> bytes:
    """Put the panel into a page, which is given the number of its state and the name of its Markdown file."""
    source = escape(shown.documents.get(path, ""))
    added = (
        f'<link rel="stylesheet" href="{_OWN}panel.css">'
        f'<script src="{_OWN}panel.js" data-pages="{shown.pages}" data-document="{source}" defer></script></head>'
    )
    return page.replace(b"</head>", added.encode(), 1)


def _as_json(shown: Shown) -> dict[str, object]:
    problems = [_problem(problem) for problem in shown.problems]
    return {"pages": shown.pages, "seen": shown.seen, "checking": shown.checking, "problems": problems}


def _problem(problem: Problem) -> dict[str, object]:
    """Return a problem as the panel shows it: of a translation's file in its language, else in English."""
    code = named_in(problem.location.path)
    catalogue = load_catalogue(code)
    text = {
        "place": str(problem.location),
        "message": catalogue.tell(problem.message),
        "hint": catalogue.tell(Message("hint: {hint}", hint=problem.hint)) if problem.hint else "",
        "label": catalogue.tell(Message("error") if problem.is_error else Message("warning")),
        "language": "en" if catalogue is ENGLISH else code,
    }
    encodable = {name: value.encode("utf-8", "replace").decode() for name, value in text.items()}
    return {**encodable, "level": problem.severity.value, "file": problem.location.path}
