"""The preview over HTTP: the pages with the policy of the site, and what the panel above them shows."""

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

from handbook.diagnostics.messages import Message, as_it_is
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.reports import count
from handbook.preview.state import Preview, Shown
from handbook.render.policy import policy
from handbook.reporting.catalogues import Catalogue
from handbook.reporting.reader import catalogue_for
from handbook.reporting.report import named_in

PORT = 8000
_OWN = "/-preview/"
"""Addresses of the preview itself; no page of a handbook begins with a hyphen."""
_NEXT_PORTS = 20
_OF_THE_PORT = (errno.EADDRINUSE, errno.EACCES)
"""Causes that another port removes; all others lie in the name of the host."""
_LONGEST_WAIT = 20.0
_MOST = 20
"""Problems in the panel; all of them stand in the terminal."""
_UNPRINTED = Message("The printed handbooks are no part of the preview: make handbook writes them into site/print.")
_NO_FILE = Message("There is no such file in the preview.")
_STARTING = Message("The preview is starting; the page comes by itself in a moment.")
_MISSING = Message("There is no such page, or it cannot be shown yet.")


class PreviewServer(ThreadingHTTPServer):
    """Serves one preview; ``serve_forever`` runs until the program ends."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], preview: Preview, asked: str):
        self.preview, self.asked = preview, asked
        super().__init__(address, _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that closes a page breaks off what it has asked for."""

    @property
    def address(self) -> str:
        """What to open in a browser of this machine."""
        host, port = self.server_address[:2]
        return f"http://{'127.0.0.1' if host == '0.0.0.0' else host!s}:{port}/"


def open_server(host: str, port: int | None, preview: Preview, asked: str = "") -> PreviewServer:
    """Listen on a port; without one on the first that is free from PORT on.

    Raises OSError where the address is taken or not to be had; it says whether to name another host or port. ``asked``
    is the language that the reader has asked for.
    """
    first, last = (port, port) if port is not None else (PORT, PORT + _NEXT_PORTS)
    for number in range(first, last):
        with suppress(OSError):
            return PreviewServer((host, number), preview, asked)
    try:
        return PreviewServer((host, last), preview, asked)
    except OSError as error:
        of_port = Message("this port is taken, or you may not use it; name another with --port")
        of_host = Message("this machine has no such address; name another with --host")
        cause = of_port if error.errno in _OF_THE_PORT else of_host
        raise OSError(error.errno or errno.EADDRNOTAVAIL, cause, f"{host}:{last}") from error


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
            page, status = _page(path, shown, catalogue_for(self.server.asked))
            self._send(_with_panel(page, path, shown), "text/html; charset=utf-8", status)
        elif path in shown.files:
            self._send(shown.files[path], mimetypes.guess_type(path)[0] or "application/octet-stream")
        else:
            self._missing(_UNPRINTED if path.endswith(".pdf") else _NO_FILE)

    def log_message(self, format: str, *values: object) -> None:
        """Print nothing; the terminal is for problems."""

    def _own(self, name: str, query: dict[str, list[str]]) -> None:
        if name in ("panel.js", "panel.css"):
            content = Path(__file__).with_name(name).read_bytes()
            self._send(content, "text/javascript" if name.endswith("js") else "text/css")
        elif name == "state":
            seen = query.get("seen", [""])[0]
            shown = self.server.preview.wait(int(seen) if seen.isdecimal() and len(seen) < 10 else -1, _LONGEST_WAIT)
            panel = _panel(shown, query.get("document", [""])[0], self.server.asked)
            self._send(json.dumps(panel).encode(), "application/json")
        else:
            self._missing(_NO_FILE)

    def _missing(self, why: Message) -> None:
        text = f"{catalogue_for(self.server.asked).tell(why)}\n"
        self._send(text.encode(), "text/plain; charset=utf-8", HTTPStatus.NOT_FOUND)

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


def _page(path: str, shown: Shown, catalogue: Catalogue) -> tuple[bytes, HTTPStatus]:
    """Return a page, or what stands in its place; either has the panel, which loads it again once there is more."""
    if path in shown.files:
        return shown.files[path], HTTPStatus.OK
    if not shown.pages and shown.checking:
        return _note(_STARTING, catalogue), HTTPStatus.SERVICE_UNAVAILABLE
    return _note(_MISSING, catalogue), HTTPStatus.NOT_FOUND


def _note(text: Message, catalogue: Catalogue) -> bytes:
    """Return a page that says one sentence."""
    title, said = escape(catalogue.tell(Message("Preview"))), escape(catalogue.tell(text))
    head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
    return f'<!doctype html><html lang="{catalogue.code}">{head}\n<body><p>{said}</p></body></html>'.encode()


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


def _panel(shown: Shown, document: str, asked: str) -> dict[str, object]:
    """Return what the panel above a page shows: what is wrong with this page's file first."""
    here = [problem for problem in shown.problems if problem.location.path == document]
    there = [problem for problem in shown.problems if problem.location.path != document]
    catalogue, more = catalogue_for(asked), len(shown.problems) - _MOST
    heading = catalogue.tell(_heading(shown, len(here)))
    return {
        "pages": shown.pages,
        "seen": shown.seen,
        "checking": shown.checking,
        "language": catalogue.code,
        "heading": heading[:1].upper() + heading[1:],
        "isOpen": bool(here),
        "problems": [_problem(problem, asked) for problem in [*here, *there][:_MOST]],
        "more": catalogue.tell(Message("and {count} more: see the terminal", count=more)) if more > 0 else "",
    }


def _heading(shown: Shown, here: int) -> Message:
    counts = count(shown.problems)
    if shown.checking:
        return Message("{counts} so far; checking …", counts=counts)
    if shown.problems:
        return Message("{counts}, {number} on this page", counts=counts, number=here)
    return as_it_is(counts)


def _problem(problem: Problem, asked: str) -> dict[str, object]:
    """Return a problem as the panel shows it: of a translation's file in its language, unless another is asked for."""
    catalogue = catalogue_for(asked, named_in(problem.location.path))
    text = {
        "place": str(problem.location),
        "message": catalogue.tell(problem.message),
        "hint": catalogue.tell(Message("hint: {hint}", hint=problem.hint)) if problem.hint else "",
        "label": catalogue.tell(Message("error") if problem.is_error else Message("warning")),
        "language": catalogue.code,
    }
    encodable = {name: value.encode("utf-8", "replace").decode() for name, value in text.items()}
    return {**encodable, "level": problem.severity.value}
